"""Parquet: nested values as typed structs and lists, days as dates."""

import json
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any, BinaryIO

import pyarrow as pa
import pyarrow.parquet as pq

from dragoman.export.event import JsonObject
from dragoman.export.form import ABSENT, COMPOSED, EVENT, Group, Kind, Many, Shape

ROWS = 5_000
"""Events in a row group: what is held in memory at a time."""

_SINGLE = {
    Kind.TEXT: pa.string(),
    Kind.DAY: pa.date32(),
    Kind.WHOLE: pa.int64(),
    Kind.NUMBER: pa.float64(),
    Kind.FLAG: pa.bool_(),
    Kind.ANY: pa.string(),
}


def arrow_type(shape: Shape) -> Any:
    """The Arrow type of a shape."""
    if isinstance(shape, Kind):
        return _SINGLE[shape]
    if isinstance(shape, Group):
        return pa.struct([pa.field(m.name, arrow_type(m.shape), nullable=bool(m.may)) for m in shape.fields])
    if isinstance(shape, Many):
        return pa.list_(arrow_type(shape.item))
    return pa.map_(pa.string(), pa.string())


def event_schema(form: Group = EVENT) -> Any:
    """The schema of a file of events."""
    return pa.schema(list(arrow_type(form)))


class ParquetWriter:
    """Writes events in groups of `ROWS`, whatever the size of the parts they come in."""

    def __init__(self, stream: BinaryIO, form: Group = EVENT) -> None:
        self._form = form
        self._schema = event_schema(form)
        self._writer = pq.ParquetWriter(stream, self._schema, compression="zstd")
        self._held: list[JsonObject] = []

    def write(self, events: Iterable[JsonObject]) -> None:
        """Take some events."""
        for event in events:
            self._held.append(to_arrow(self._form, event))
            if len(self._held) == ROWS:
                self._write_group()

    def finish(self) -> None:
        """Write the last group and the file's footer."""
        if self._held:
            self._write_group()
        self._writer.close()

    def _write_group(self) -> None:
        self._writer.write_table(pa.Table.from_pylist(self._held, schema=self._schema), row_group_size=ROWS)
        self._held = []


def to_arrow(shape: Shape, value: Any) -> Any:
    """A JSON value as what PyArrow takes for its type."""
    if shape is Kind.ANY:
        return json.dumps(value, ensure_ascii=False, allow_nan=False)
    if value is None:
        return None
    if shape is Kind.DAY:
        return date.fromisoformat(value)
    if isinstance(shape, Group):
        return {m.name: to_arrow(m.shape, value.get(m.name)) for m in shape.fields}
    if isinstance(shape, Many):
        return [to_arrow(shape.item, item) for item in value]
    return value if isinstance(shape, Kind) else list(value.items())


def from_arrow(shape: Shape, value: Any) -> Any:
    """The JSON value of what PyArrow gives back."""
    if shape is Kind.ANY:
        return json.loads(value)
    if value is None:
        return None
    if shape is Kind.DAY:
        return value.isoformat()
    if isinstance(shape, Group):
        return {
            m.name: from_arrow(m.shape, value[m.name])
            for m in shape.fields
            if value[m.name] is not None or m.may != ABSENT
        }
    if isinstance(shape, Many):
        return [from_arrow(shape.item, item) for item in value]
    return value if isinstance(shape, Kind) else dict(value)


def read_parquet(stream: BinaryIO) -> Iterator[JsonObject]:
    """The events of a Parquet file, coded or composed, as they were."""
    file = pq.ParquetFile(stream)
    form = COMPOSED if "reports" in file.schema_arrow.names else EVENT
    for batch in file.iter_batches(batch_size=1_000):
        for row in batch.to_pylist():
            yield from_arrow(form, row)


def read_columns(path: Path, names: Iterable[str]) -> Iterator[JsonObject]:
    """Some columns of a Parquet file, row by row, as PyArrow gives them."""
    with pq.ParquetFile(path) as file:
        for batch in file.iter_batches(columns=list(names)):
            yield from batch.to_pylist()


def read_matching(path: Path, name: str, value: str) -> Iterator[JsonObject]:
    """The coded events of a Parquet file whose column has a value, as they were."""
    found = pq.read_table(path, filters=[(name, "=", value)], partitioning=None)
    for row in found.to_pylist():
        yield from_arrow(EVENT, row)
