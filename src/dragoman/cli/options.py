"""Options that several commands share."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from dragoman.config import DEFAULT_CONFIDENCE, CoderConfig
from dragoman.errors import ConfigurationError, RecordError
from dragoman.model import days
from dragoman.model.text import Document

Inputs = Annotated[
    list[str],
    typer.Argument(
        metavar="INPUT",
        help="Files, folders, zip archives, globs, addresses (s3://…, https://…), or - for standard input: text that "
        "begins 'date YYYY-MM-DD', JSON Lines, CSV, Parquet, HTML pages, WARC archives; compressed or not.",
        show_default=False,
    ),
]

MinConfidence = Annotated[
    float, typer.Option(min=0.0, max=1.0, help="Leave out events scored below this; 0 keeps all that was read.")
]

Columns = Annotated[
    list[str] | None,
    typer.Option(
        "--column",
        metavar="NAME=THEIRS",
        help="The input's own name for a column (id, published, publisher, url, title, text): --column text=body. "
        "May be repeated.",
        show_default=False,
    ),
]

Pipeline = Annotated[
    str | None,
    typer.Option(metavar="NAME", help="Another spaCy English pipeline: a package or a path.", show_default=False),
]

WithCopies = Annotated[
    bool,
    typer.Option(
        "--copies/--no-copies",
        help="Whether a document that repeats an earlier one, but for small edits, is told with that one's events; "
        "else it is coded itself.",
    ),
]

Gazetteer = Annotated[
    Path | None,
    typer.Option(
        metavar="FILE",
        help="A gazetteer of places made by dragoman gazetteer, in place of the packaged one.",
        show_default=False,
    ),
]

LinesInput = Annotated[
    str,
    typer.Argument(metavar="FILE", help="JSON Lines: a file, an address, or - for standard input.", show_default=False),
]

LinesOutput = Annotated[
    str, typer.Option("--output", "-o", metavar="FILE", help="JSON Lines file, or - for standard output.")
]


def read_day(given: str) -> date:
    """A day of the form 2025-10-02, and no other.

    Raises:
        typer.BadParameter: it is none.

    """
    try:
        return days.read_day(given)
    except ValueError:
        raise typer.BadParameter(f"{given!r} is no day; write it as 2025-10-02.") from None


RecordOption = Annotated[
    Path,
    typer.Option(
        "--record", "-r", metavar="FILE", envvar="DRAGOMAN_RECORD", help="The record.", show_default="dragoman.db"
    ),
]

DEFAULT_RECORD = Path("dragoman.db")

AsOf = Annotated[
    date | None,
    typer.Option(
        metavar="DATE", parser=read_day, help="Answer with what had been published by that day.", show_default=False
    ),
]

From = Annotated[
    date | None,
    typer.Option("--from", metavar="DATE", parser=read_day, help="Leave out what ended before.", show_default=False),
]

Until = Annotated[
    date | None,
    typer.Option(metavar="DATE", parser=read_day, help="Leave out what began after.", show_default=False),
]

AsJson = Annotated[bool, typer.Option("--json", help="The same as one JSON object.")]

EventId = Annotated[
    str,
    typer.Argument(
        metavar="EVENT_ID",
        help="The id of an event or of one of its reports, or its first characters.",
        show_default=False,
    ),
]


WithGate = Annotated[
    bool,
    typer.Option(
        "--gate/--no-gate",
        help="Whether documents that can hardly hold a political interaction are set aside: "
        "mixed news is then coded sooner.",
    ),
]


def check_record(record: Path) -> Path:
    """The record that a question is for.

    Raises:
        RecordError: there is none.

    """
    if not record.exists():
        raise RecordError(
            "there is no such record",
            place=str(record),
            remedy=f"Name yours with --record FILE or DRAGOMAN_RECORD, or make one: dragoman record init {record}",
        )
    return record


def read_columns(options: list[str] | None) -> dict[str, str]:
    """The pairs of `--column`.

    Raises:
        ConfigurationError: one is not of the form NAME=THEIRS.

    """
    columns: dict[str, str] = {}
    for option in options or []:
        name, equals, theirs = option.partition("=")
        if not (name and equals and theirs):
            raise ConfigurationError(
                f"{option!r} is not of the form NAME=THEIRS", place="--column", remedy="Example: --column text=body"
            )
        columns[name.strip()] = theirs.strip()
    return columns


def find_gate(wanted: bool) -> Callable[[Document], str | None] | None:
    """The gate, if it is wanted."""
    if not wanted:
        return None
    # Imported here: it brings the tagger.
    from dragoman.relevance import find_irrelevance

    return find_irrelevance


def make_config(
    pipeline: str | None = None,
    min_confidence: float = DEFAULT_CONFIDENCE,
    gazetteer: Path | None = None,
) -> CoderConfig:
    """The settings that the options ask for."""
    if pipeline is None:
        return CoderConfig(min_confidence=min_confidence, gazetteer=gazetteer)
    return CoderConfig(pipeline=pipeline, min_confidence=min_confidence, gazetteer=gazetteer)
