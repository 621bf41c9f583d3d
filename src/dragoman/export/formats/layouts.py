"""The formats, and the columns of those that are tables."""

import tomllib
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any

from dragoman.export.formats.tables import read_resource


class ExportFormat(StrEnum):
    """What events can be written as."""

    PLOVER_JSON = "plover-json"
    """One PLOVER record a line, with the field names of the PLOVER manual."""
    GDELT_EVENTS = "gdelt-events"
    """GDELT 2.0's event table."""
    GDELT_MENTIONS = "gdelt-mentions"
    """GDELT 2.0's mentions table: one row for each report of each row of the event table."""
    ICEWS = "icews"
    POLECAT = "polecat"
    PHOENIX = "phoenix"
    PARQUET = "parquet"
    """The project's own form, typed and nested."""
    CSV = "csv"
    """The project's own form, spread over columns."""
    JSONLD = "jsonld"
    """The project's own form as linked data."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """How a table of tab-separated cells is laid out."""

    columns: tuple[str, ...]
    header: bool
    """Whether the first line holds the names of the columns."""


@cache
def load_layouts() -> dict[ExportFormat, Layout]:
    """The layouts of the formats that are tables, from `data/columns.toml`."""
    raw: dict[str, Any] = tomllib.loads(read_resource("columns.toml"))
    return {
        ExportFormat(name): Layout(columns=tuple(entry["columns"]), header=entry["header"])
        for name, entry in raw.items()
    }
