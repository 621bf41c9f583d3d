"""`dragoman record`: making, filling and keeping a record."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.cli.logs import LogFormatOption, LogLevelOption, Pulse, begin_logs
from dragoman.cli.options import (
    Columns,
    Inputs,
    MinConfidence,
    Pipeline,
    WithCopies,
    WithGate,
    find_gate,
    make_config,
    read_columns,
)
from dragoman.config import DEFAULT_CONFIDENCE
from dragoman.errors import InputError
from dragoman.logs import LogFormat

if TYPE_CHECKING:
    from dragoman.documents import Reject
    from dragoman.tasks import Filling

RejectsPath = Annotated[
    Path | None,
    typer.Option(
        "--rejects",
        metavar="FILE",
        help="Where what can't be added goes (JSON Lines). Default: RECORD.rejects.jsonl beside the record.",
        show_default=False,
    ),
]
RecordPath = Annotated[Path, typer.Argument(metavar="RECORD", help="The record's file.", show_default=False)]

record_app = typer.Typer(
    help="Make, fill and keep a record: one file with documents, what was read from them, and events.",
    no_args_is_help=True,
)


@record_app.command("init", epilog="Example: dragoman record init relations.db")
def init_command(record: RecordPath) -> None:
    """Make an empty record."""
    from dragoman.cli.console import error_console
    from dragoman.tasks import init_record

    init_record(record)
    error_console().print(f"{record} is ready; fill it with: dragoman record add {record} INPUT…")


@record_app.command("add", epilog="Example: dragoman record add relations.db news/ --workers 4")
def add_command(
    record: RecordPath,
    inputs: Inputs,
    workers: Annotated[int, typer.Option(min=1, max=256, help="Processes that code.")] = 1,
    column: Columns = None,
    with_copies: WithCopies = True,
    with_gate: WithGate = False,
    min_confidence: MinConfidence = DEFAULT_CONFIDENCE,
    pipeline: Pipeline = None,
    rejects: RejectsPath = None,
    log_format: LogFormatOption = LogFormat.TEXT,
    log_level: LogLevelOption = None,
) -> None:
    """Code documents and add them, joining their reports with the events that the record has.

    Adding the same document again changes nothing; a changed text becomes a new version, and the old is kept.
    Killed at any instant, the record is whole, and the same command finishes the work.

    Exit code: 0 all added, 3 some documents rejected, 2 nothing done.
    """
    from dragoman.documents import DocumentReader, find_inputs
    from dragoman.tasks import add_documents, check_rejects, find_rejects_path

    begin_logs(log_format, log_level, ends=True)
    rejects = rejects or find_rejects_path(str(record))
    sources = find_inputs(inputs, exclude=[record, rejects])
    check_rejects(rejects, read=[source.path for source in sources if source.path])
    reader = DocumentReader(sources, columns=read_columns(column))
    config = make_config(pipeline, min_confidence)
    with _filling(record), _progress(reader.total_bytes, lambda: reader.bytes_read, rejects) as told:
        filling = add_documents(
            record,
            reader.read(),
            config,
            workers=workers,
            gate=find_gate(with_gate),
            with_copies=with_copies,
            told=told,
        )
    _close(record, filling, rejects)


@record_app.command("import", epilog="Example: dragoman record import relations.db events.jsonl")
def import_command(
    record: RecordPath,
    events: Annotated[
        str,
        typer.Argument(metavar="EVENTS", help="JSON Lines of `dragoman code`, or -.", show_default=False),
    ],
    rejects: RejectsPath = None,
) -> None:
    """Add events that were coded before, without the texts they were read from.

    When a document itself is added later, it takes the place of what was imported of it.

    Exit code: 0 all added, 3 some lines or documents rejected, 2 nothing done.
    """
    from dragoman.documents import find_input, open_lines
    from dragoman.tasks import check_rejects, find_rejects_path, import_events

    if (suffix := Path(events).suffix.lower()) in {".csv", ".parquet"}:
        raise InputError(
            f"{suffix} is not read here", place=events, remedy="Give JSON Lines: dragoman code -o FILE.jsonl"
        )
    rejects = rejects or find_rejects_path(str(record))
    check_rejects(rejects, read=[Path(events)])
    source = find_input(events)
    total = source.measure()
    with (
        _filling(record),
        open_lines(source) as (lines, stream),
        _progress(total, stream.tell if total else lambda: 0, rejects) as told,
    ):
        filling = import_events(record, lines, events, told=told)
    _close(record, filling, rejects)


@record_app.command("check", epilog="Example: dragoman record check relations.db")
def check_command(record: RecordPath) -> None:
    """Verify every offset, hash and reference, after finishing what a killed process left undone.

    A record of an earlier version of dragoman is brought up to date first.

    Exit code: 0 all is well, 1 faults found (one a line).
    """
    from dragoman.cli.console import error_console, plural
    from dragoman.tasks import check_record

    faults = check_record(record)
    for fault in faults:
        typer.echo(fault)
    error_console().print(f"{record}: {plural(len(faults), 'fault')}" if faults else f"{record}: all is well")
    if faults:
        raise typer.Exit(1)


@record_app.command("backup", epilog="Example: dragoman record backup relations.db relations-2025-11-01.db")
def backup_command(
    record: RecordPath,
    target: Annotated[Path, typer.Argument(metavar="TARGET", help="Where the copy goes.", show_default=False)],
) -> None:
    """Copy a record as it is at this moment, while others read and write it."""
    from dragoman.cli.console import error_console
    from dragoman.tasks import backup

    backup(record, target)
    error_console().print(f"{target} is a copy of {record}")


@record_app.command("vacuum", epilog="Example: dragoman record vacuum relations.db")
def vacuum_command(record: RecordPath) -> None:
    """Rewrite the file without the room that deleted rows left."""
    from dragoman.cli.console import error_console
    from dragoman.tasks import vacuum

    before, after = vacuum(record)
    error_console().print(f"{record}: {before:,} bytes before, {after:,} after")


def _filling(record: Path) -> AbstractContextManager[None]:
    """Where Ctrl-C or SIGTERM ends the block, say what the record keeps."""
    from dragoman.cli.cut_off import tell_if_cut_off

    return tell_if_cut_off(lambda: f"{record} keeps the documents before; the same command adds the rest")


@contextmanager
def _progress(
    total: int | None, position: Callable[[], int], rejects: Path
) -> Iterator[Callable[["Reject | None", "Filling"], None]]:
    """A progress bar over the input, and the reporting of rejects, which go to their file too."""
    from dragoman.cli.console import Rejects, error_console, plural, show_progress
    from dragoman.tasks import keep_rejects

    console = error_console()
    reported, pulse = Rejects(console), Pulse()
    with keep_rejects(rejects) as keep, show_progress(console) as progress:
        bar = progress.add_task("starting", total=total)

        def told(reject: "Reject | None", filling: "Filling") -> None:
            if reject is not None:
                reported.report(reject)
                keep(reject)
            done = f"{plural(filling.documents, 'document')}, {plural(filling.reports, 'report')}"
            progress.update(bar, completed=position(), description=f"{done}, {filling.rejected} rejected")
            pulse.beat(documents=filling.documents, reports=filling.reports, rejected=filling.rejected)

        yield told


def _close(record: Path, filling: "Filling", rejects: Path) -> None:
    """The closing line, and the exit code."""
    from dragoman.cli.console import SOME_REJECTED, say
    from dragoman.cli.filling import count_filling, describe_filling

    say(f"{record}: {describe_filling(filling, rejects)}", record=str(record), **count_filling(filling))
    if filling.rejected:
        raise typer.Exit(SOME_REJECTED)
