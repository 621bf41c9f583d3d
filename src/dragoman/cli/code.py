"""`dragoman code`: documents in, a file of events out."""

from pathlib import Path
from typing import Annotated

import typer

from dragoman.cli.logs import LogFormatOption, LogLevelOption, Pulse, begin_logs
from dragoman.cli.options import Columns, Gazetteer, Inputs, MinConfidence, Pipeline, make_config, read_columns
from dragoman.config import DEFAULT_CONFIDENCE
from dragoman.logs import LogFormat


def code_command(
    inputs: Inputs,
    output: Annotated[
        str,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="Where the events go: FILE.jsonl, FILE.csv, FILE.parquet, or - for JSON Lines on standard output.",
            show_default=False,
        ),
    ],
    workers: Annotated[int, typer.Option(min=1, max=256, help="Processes. The output is the same for any number.")] = 1,
    column: Columns = None,
    rejects: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="Where documents go that can't be coded (JSON Lines). Default: FILE.rejects.jsonl beside the output, "
            "dragoman.rejects.jsonl with --output -.",
            show_default=False,
        ),
    ] = None,
    min_confidence: MinConfidence = DEFAULT_CONFIDENCE,
    pipeline: Pipeline = None,
    gazetteer: Gazetteer = None,
    log_format: LogFormatOption = LogFormat.TEXT,
    log_level: LogLevelOption = None,
) -> None:
    """Code documents into events, one event a line or row.

    A document that can't be coded (no date, no text, over 1 MB, not UTF-8) is reported, goes to the file of rejects,
    and the run goes on. FILE appears when all is written, never half.

    Exit code: 0 all coded, 3 some documents rejected, 2 nothing done (wrong options, a missing file).
    """
    from dragoman.cli.console import SOME_REJECTED, Rejects, error_console, plural, say, show_progress
    from dragoman.documents import DocumentReader, Reject, find_inputs
    from dragoman.tasks import Outcome, Tally, check_paths, code_into, find_rejects_path

    begin_logs(log_format, log_level, ends=True)
    rejects = rejects or find_rejects_path(output)
    written = [rejects] if output == "-" else [rejects, Path(output)]
    sources = find_inputs(inputs, exclude=written)
    check_paths(sources, output, rejects)
    reader = DocumentReader(sources, columns=read_columns(column))
    console = error_console()
    reported, pulse = Rejects(console), Pulse()
    with show_progress(console) as progress:
        bar = progress.add_task("starting", total=reader.total_bytes)

        def report(outcome: Outcome, tally: Tally) -> None:
            if isinstance(outcome, Reject):
                reported.report(outcome)
            done = f"{plural(tally.documents, 'document')}, {plural(tally.events, 'event')}, {tally.rejected} rejected"
            progress.update(bar, completed=reader.bytes_read, description=done)
            pulse.beat(documents=tally.documents, events=tally.events, rejected=tally.rejected)

        tally = code_into(
            reader.read(),
            output,
            rejects=rejects,
            config=make_config(pipeline, min_confidence, gazetteer),
            workers=workers,
            report=report,
        )
    where = "" if output == "-" else f" in {output}"
    closing = f"{plural(tally.documents, 'document')} coded, {plural(tally.events, 'event')}{where}; "
    closing += f"{tally.rejected:,} rejected, see {rejects}" if tally.rejected else "none rejected"
    say(closing, documents=tally.documents, events=tally.events, rejected=tally.rejected, output=output)
    if tally.rejected:
        raise typer.Exit(SOME_REJECTED)
