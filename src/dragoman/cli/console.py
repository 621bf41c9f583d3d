"""What goes to standard error: faults, progress, closing lines. Standard output is for results alone."""

import logging
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from rich.console import Console
from rich.progress import BarColumn, Progress, SpinnerColumn, TaskProgressColumn, TextColumn, TimeRemainingColumn
from rich.text import Text

from dragoman.cli.clean import clean
from dragoman.documents import Reject
from dragoman.errors import DragomanError
from dragoman.export.jsonl import dump_line
from dragoman.logs import writes_json

FAILED = 2
"""Exit code where nothing could be done: wrong options, a missing file or model."""

SOME_REJECTED = 3
"""Exit code of a run that ended, with documents that could not be coded."""

SHOWN_REJECTS = 20
"""Rejects reported one by one; a folder of the wrong files would flood the screen."""

_LOGGER = logging.getLogger(__name__)


def error_console() -> Console:
    """Standard error. In a pipe it has no colour, no bar, and lines are not wrapped."""
    console = Console(stderr=True, highlight=False, markup=False)
    if not console.is_terminal:
        console.soft_wrap = True
    return console


def say(words: str, **fields: object) -> None:
    """Tell on standard error what was done: in words, and where that is for machines with the fields."""
    if writes_json():
        _LOGGER.info(words, extra=fields)
    else:
        error_console().print(words)


def complain(error: DragomanError) -> None:
    """Report an error that ends the run."""
    if writes_json():
        _LOGGER.error(str(error), extra={"fault": error.fault, "place": error.place, "remedy": error.remedy})
    else:
        error_console().print(Text.assemble(("error: ", "bold red"), clean(str(error))))


def describe_reject(reject: Reject) -> Text:
    """One reject in a line."""
    return Text.assemble(("rejected ", "bold yellow"), clean(str(reject.error())))


class Rejects:
    """Reports rejects as they come, the first few of them."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self.count = 0

    def report(self, reject: Reject) -> None:
        """Report one more."""
        self.count += 1
        if writes_json():
            from dragoman.tasks.rejects import reject_to_json

            _LOGGER.warning("rejected", extra=reject_to_json(reject))
        elif self.count <= SHOWN_REJECTS:
            self._console.print(describe_reject(reject))
        elif self.count == SHOWN_REJECTS + 1:
            self._console.print("rejected … further ones are counted only")


@contextmanager
def show_progress(console: Console) -> Iterator[Progress]:
    """A progress bar for people at a terminal, nothing in a pipe."""
    progress = Progress(
        SpinnerColumn(),
        BarColumn(bar_width=None),
        TaskProgressColumn(),
        TextColumn("{task.description}"),
        TimeRemainingColumn(compact=True),
        console=console,
        transient=True,
        expand=True,
        disable=not console.is_terminal or writes_json(),
    )
    with progress:
        yield progress


def plural(count: int, noun: str, many: str = "") -> str:
    """A count with its noun: "1 event", "2,000 events", and with `many` "2 copies"."""
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {many or noun + 's'}"


def write_json(told: Mapping[str, Any]) -> None:
    """Print an object as one line of JSON on standard output."""
    sys.stdout.buffer.write(dump_line(dict(told)))
    sys.stdout.buffer.flush()
