"""CSV: objects spread over dotted columns (`date.start`), lists as JSON in their cell.

Unknown is an empty cell. UTF-8 without a mark, commas, CRLF line ends (RFC 4180).
"""

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, BinaryIO

from dragoman.export.event import JsonObject
from dragoman.export.form import ABSENT, COMPOSED, EVENT, NULL, Group, Kind, Many, Member, Names

_CELL_LIMIT = 64_000_000


def column_names(group: Group = EVENT, prefix: str = "") -> list[str]:
    """The columns of the file, in order."""
    names: list[str] = []
    for member in group.fields:
        name = prefix + member.name
        names += column_names(member.shape, name + ".") if isinstance(member.shape, Group) else [name]
    return names


class CsvWriter:
    """Writes events as they come, below a heading line."""

    def __init__(self, stream: BinaryIO, form: Group = EVENT) -> None:
        self._form = form
        self._text = io.TextIOWrapper(stream, encoding="utf-8", newline="")
        self._rows = csv.writer(self._text, lineterminator="\r\n")
        self._rows.writerow(column_names(form))

    def write(self, events: Iterable[JsonObject]) -> None:
        """Write some events."""
        self._rows.writerows(flatten(self._form, event) for event in events)

    def finish(self) -> None:
        """Write what is held back; the stream stays open."""
        self._text.flush()
        self._text.detach()


def flatten(group: Group, value: Mapping[str, Any] | None) -> list[str]:
    """The cells of an object; all empty where there is none."""
    cells: list[str] = []
    for member in group.fields:
        inner = None if value is None else value.get(member.name)
        if isinstance(member.shape, Group):
            cells += flatten(member.shape, inner)
        else:
            cells.append("" if inner is None else to_cell(member, inner))
    return cells


def to_cell(member: Member, value: Any) -> str:
    """A single value, a list or a mapping as one cell."""
    if member.shape in (Kind.TEXT, Kind.DAY):
        return str(value)
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def read_csv(stream: BinaryIO) -> Iterator[JsonObject]:
    """The events of a CSV file, coded or composed, as they were."""
    csv.field_size_limit(_CELL_LIMIT)
    text = io.TextIOWrapper(stream, encoding="utf-8", newline="")
    try:
        rows = csv.DictReader(text)
        form = COMPOSED if "reports" in (rows.fieldnames or ()) else EVENT
        for row in rows:
            event = unflatten(form, row, "")
            if event is not None:
                yield event
    finally:
        text.detach()


def unflatten(group: Group, row: Mapping[str, str], prefix: str) -> JsonObject | None:
    """The object whose cells begin with `prefix`; None where all are empty."""
    if not any(row[name] for name in column_names(group, prefix)):
        return None
    value: JsonObject = {}
    for member in group.fields:
        inner = from_cell(member, row, prefix + member.name)
        if inner is not None or member.may != ABSENT:
            value[member.name] = inner
    return value


def from_cell(member: Member, row: Mapping[str, str], name: str) -> Any:
    """The value of a column, or of the columns of an object."""
    if isinstance(member.shape, Group):
        return unflatten(member.shape, row, name + ".")
    cell = row[name]
    if member.shape in (Kind.TEXT, Kind.DAY):
        return None if not cell and member.may in (NULL, ABSENT) else cell
    if isinstance(member.shape, Kind | Many | Names):
        return json.loads(cell) if cell else None
    return None
