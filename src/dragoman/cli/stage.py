"""What the commands of single stages have in common: JSON Lines in, JSON Lines out."""

import sys
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from pathlib import Path

import typer

from dragoman.errors import InputError
from dragoman.export import JsonObject

STANDARD = "-"


def run_stage_command(
    make_stage: Callable[[], Callable[[Mapping[str, object], str], JsonObject]], source: str, output: str
) -> None:
    """Run a stage from `source` to `output`, either of them a file or "-"; `source` may be compressed, or distant.

    Raises:
        InputError: one of the files can't be opened, or both are one.
        typer.Exit: with code 3, where lines were rejected.

    """
    from dragoman.cli.console import SOME_REJECTED, Rejects, error_console
    from dragoman.documents import Reject, find_input, open_lines
    from dragoman.export import open_replacing
    from dragoman.export.jsonl import dump_line
    from dragoman.tasks import run_stage

    if STANDARD not in (source, output) and Path(source).resolve() == Path(output).resolve():
        raise InputError("it is both read and written", place=source, remedy="Write to another file.")
    rejects = Rejects(error_console())
    with ExitStack() as files:
        lines, _ = files.enter_context(open_lines(find_input(source)))
        try:
            target = sys.stdout.buffer if output == STANDARD else files.enter_context(open_replacing(Path(output)))
        except OSError as error:
            place = error.filename or output
            raise InputError(error.strerror or str(error), place=str(place), remedy="Check the path.") from None
        for outcome in run_stage(make_stage(), lines, source):
            if isinstance(outcome, Reject):
                rejects.report(outcome)
            else:
                target.write(dump_line(outcome))
                if output == STANDARD:
                    target.flush()  # whoever reads the pipe sees each line as soon as it is there
    if rejects.count:
        raise typer.Exit(SOME_REJECTED)
