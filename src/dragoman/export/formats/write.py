"""Events into any of the formats, one at a time."""

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, Protocol

from dragoman.errors import InputError
from dragoman.export.atomic import open_replacing
from dragoman.export.delimited import CsvWriter
from dragoman.export.event import JsonObject
from dragoman.export.files import STDOUT
from dragoman.export.form import COMPOSED
from dragoman.export.formats import gdelt, icews, phoenix, polecat
from dragoman.export.formats.cells import Row, write_head, write_row
from dragoman.export.formats.jsonld import JsonLdWriter
from dragoman.export.formats.layouts import ExportFormat, load_layouts
from dragoman.export.formats.plover import compose_record
from dragoman.export.formats.tellings import happened
from dragoman.export.jsonl import dump_line


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What an export wrote."""

    events: int
    """Events that stand in the file."""
    rows: int
    """Rows or records: an event has one for each of its dyads in the formats of dyads."""
    left_out: int
    """Events denied, supposed, claimed by one side or to come, which the format could only state as facts."""


class _Writer(Protocol):
    def write(self, event: JsonObject) -> int:
        """Write an event and tell how many rows it took; 0 where the format has no place for it."""
        ...

    def finish(self) -> None:
        """Write what is held back."""
        ...


_ROWS: Mapping[ExportFormat, Callable[[Mapping[str, Any]], Iterator[Row]]] = {
    ExportFormat.GDELT_EVENTS: gdelt.event_rows,
    ExportFormat.GDELT_MENTIONS: gdelt.mention_rows,
    ExportFormat.ICEWS: icews.event_rows,
    ExportFormat.POLECAT: polecat.event_rows,
    ExportFormat.PHOENIX: phoenix.event_rows,
}


def write_format(events: Iterable[JsonObject], to: ExportFormat, stream: BinaryIO) -> Written:
    """Write events in one of the formats; `docs/exports.md` says what goes where and what is lost.

    Events are taken one at a time, so any number of them goes through the memory of a few.

    Args:
        events: composed events of a record, or coded ones, which count as having one report.
        to: the format.
        stream: what is written to; it stays open.

    Returns:
        How much was written.

    Raises:
        KeyError: an object lacks a field of events.

    """
    count = rows = left_out = 0
    writer = _open_writer(to, stream)
    try:
        for event in events:
            added = writer.write(event)
            rows += added
            count += bool(added)
            left_out += not added
    finally:
        writer.finish()  # after a fault too: PyArrow's writer must not outlive its stream
    return Written(events=count, rows=rows, left_out=left_out)


def export_format(
    events: Iterable[JsonObject], to: ExportFormat, target: str, *, stdout: BinaryIO | None = None
) -> Written:
    """Write events to a file, which appears when all is written, or to standard output.

    Args:
        events: composed or coded events.
        to: the format.
        target: a path with any suffix, or "-".
        stdout: what "-" writes to; the process's standard output by default.

    Raises:
        InputError: the target is a folder, or its folder does not exist.

    """
    if target == STDOUT:
        return write_format(events, to, stdout or sys.stdout.buffer)
    path = Path(target)
    if path.is_dir() or not path.parent.is_dir():
        raise InputError("it is a folder, or its folder does not exist", place=target, remedy="Name a file.")
    with open_replacing(path) as stream:
        return write_format(events, to, stream)


class _RowWriter:
    def __init__(self, to: ExportFormat, stream: BinaryIO) -> None:
        self._layout, self._rows, self._stream = load_layouts()[to], _ROWS[to], stream
        write_head(self._layout, stream)

    def write(self, event: JsonObject) -> int:
        count = 0
        for row in self._rows(event) if happened(event) else ():
            write_row(row, self._layout, self._stream)
            count += 1
        return count

    def finish(self) -> None:
        self._stream.flush()


class _ObjectWriter:
    """The formats in which an event is one object with its status."""

    def __init__(self, write: Callable[[JsonObject], object], finish: Callable[[], object]) -> None:
        self._write, self._finish = write, finish

    def write(self, event: JsonObject) -> int:
        self._write(event)
        return 1

    def finish(self) -> None:
        self._finish()


def _open_writer(to: ExportFormat, stream: BinaryIO) -> _Writer:
    if to in _ROWS:
        return _RowWriter(to, stream)
    if to is ExportFormat.PLOVER_JSON:
        return _ObjectWriter(lambda event: stream.write(dump_line(compose_record(event))), stream.flush)
    if to is ExportFormat.JSONLD:
        linked = JsonLdWriter(stream)
        return _ObjectWriter(linked.write, linked.finish)
    if to is ExportFormat.CSV:
        table = CsvWriter(stream, COMPOSED)
        return _ObjectWriter(lambda event: table.write([event]), table.finish)
    # Imported here: PyArrow takes most of a second, which the other forms need not spend.
    from dragoman.export.parquet import ParquetWriter

    columns = ParquetWriter(stream, COMPOSED)
    return _ObjectWriter(lambda event: columns.write([event]), columns.finish)
