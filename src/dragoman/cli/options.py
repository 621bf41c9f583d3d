"""Options that several commands share."""

from pathlib import Path
from typing import Annotated

import typer

from dragoman.config import DEFAULT_CONFIDENCE, CoderConfig
from dragoman.errors import ConfigurationError

Inputs = Annotated[
    list[str],
    typer.Argument(
        metavar="INPUT",
        help="Files, folders, globs, or - for standard input: text that begins 'date YYYY-MM-DD', JSON Lines, CSV, "
        "Parquet, HTML pages.",
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

Gazetteer = Annotated[
    Path | None,
    typer.Option(
        metavar="FILE",
        help="A gazetteer of places made by dragoman gazetteer, in place of the packaged one.",
        show_default=False,
    ),
]

LinesInput = Annotated[
    str, typer.Argument(metavar="FILE", help="JSON Lines file, or - for standard input.", show_default=False)
]

LinesOutput = Annotated[
    str, typer.Option("--output", "-o", metavar="FILE", help="JSON Lines file, or - for standard output.")
]


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


def make_config(
    pipeline: str | None = None,
    min_confidence: float = DEFAULT_CONFIDENCE,
    gazetteer: Path | None = None,
) -> CoderConfig:
    """The settings that the options ask for."""
    if pipeline is None:
        return CoderConfig(min_confidence=min_confidence, gazetteer=gazetteer)
    return CoderConfig(pipeline=pipeline, min_confidence=min_confidence, gazetteer=gazetteer)
