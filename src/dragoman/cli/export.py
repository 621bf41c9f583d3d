"""`dragoman export`: a record's events for the tools that read other data sets."""

from pathlib import Path
from typing import Annotated

import typer

from dragoman.cli.conditions import (
    AtLeast,
    ByPublisher,
    BySpeaker,
    Contexts,
    Dyad,
    InPlace,
    Modes,
    OfPerson,
    OfSector,
    OfSide,
    QuadClasses,
    Statuses,
    Types,
)
from dragoman.cli.options import AsOf, From, Until
from dragoman.export.formats import ExportFormat, Written


def export_command(
    record: Annotated[Path, typer.Argument(metavar="RECORD", help="The record's file.", show_default=False)],
    format_: Annotated[
        ExportFormat,
        typer.Option(
            "--format",
            "-f",
            metavar="FORMAT",
            case_sensitive=False,
            help=f"One of {', '.join(ExportFormat)}.",
            show_default=False,
        ),
    ],
    output: Annotated[
        str,
        typer.Option(
            "--output", "-o", metavar="FILE", help="Where the events go, or - for standard output.", show_default=False
        ),
    ],
    type_: Types = None,
    mode: Modes = None,
    context: Contexts = None,
    quad_class: QuadClasses = None,
    status: Statuses = None,
    side: OfSide = None,
    dyad: Dyad = None,
    sector: OfSector = None,
    person: OfPerson = None,
    place: InPlace = None,
    from_: From = None,
    until: Until = None,
    speaker: BySpeaker = None,
    publisher: ByPublisher = None,
    min_confidence: AtLeast = 0.0,
    as_of: AsOf = None,
) -> None:
    """Write a record's events in the format of another data set, all or those that meet the conditions.

    What people rejected is left out. Formats that can only state facts leave out what is denied, supposed, claimed or
    to come; how many events that were is told. FILE appears when all is written, never half.
    """
    from dragoman.cli.console import error_console
    from dragoman.tasks.export import export_record
    from dragoman.tasks.listing import make_filter

    wanted = make_filter(
        types=type_ or (),
        modes=mode or (),
        contexts=context or (),
        quad_classes=quad_class or (),
        statuses=status or (),
        side=side,
        dyad=dyad,
        sector=sector,
        person=person,
        place=place,
        first=from_,
        last=until,
        speaker=speaker,
        publisher=publisher,
        min_confidence=min_confidence,
        as_of=as_of,
    )
    written = export_record(record, format_, output, wanted)
    error_console().print(_say(written, format_, output))


def _say(written: Written, to: ExportFormat, output: str) -> str:
    """The closing line."""
    from dragoman.cli.console import plural

    told = f"{plural(written.events, 'event')} as {to}"
    told += f" ({plural(written.rows, 'row')})" if written.rows != written.events else ""
    told += "" if output == "-" else f" in {output}"
    return told + (
        f"; {written.left_out:,} left out, which the format could only state as facts" * bool(written.left_out)
    )
