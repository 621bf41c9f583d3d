"""CSV and Parquet: one document a row."""

import csv
import io
from collections.abc import Iterator, Mapping
from itertools import zip_longest
from typing import BinaryIO

from dragoman.documents.decode import find_encoding
from dragoman.documents.rows import find_missing, list_names
from dragoman.documents.sources import Fault, Row
from dragoman.errors import DocumentError

CELL_LIMIT = 16_000_000
"""Longest CSV cell held in memory, in characters."""

DELIMITERS = ",;\t"

_BLOCK = 1 << 20
_BATCH = 64  # Parquet rows held at a time: a row may hold a megabyte


def read_csv(stream: BinaryIO, columns: Mapping[str, str]) -> Iterator[Row | Fault]:
    """The rows of a CSV file with a heading line; commas, semicolons or tabs, as the heading has most.

    Args:
        stream: seekable, since the encoding is found by reading ahead once.
        columns: as for `compose_document`.

    """
    try:
        encoding = find_encoding(iter(lambda: stream.read(_BLOCK), b""))
    except DocumentError as error:
        yield Fault(line=None, error=error)
        return
    stream.seek(0)
    text = io.TextIOWrapper(stream, encoding=encoding, newline="")
    try:
        yield from read_csv_text(text, columns)
    except UnicodeDecodeError as error:
        yield Fault(line=None, error=DocumentError(f"not valid {encoding} ({error.reason})", remedy="Save as UTF-8."))
    finally:
        text.detach()


def read_csv_text(text: io.TextIOWrapper, columns: Mapping[str, str]) -> Iterator[Row | Fault]:
    """The rows of decoded CSV; the line of a row is the one on which it begins."""
    csv.field_size_limit(CELL_LIMIT)
    heading_line = text.readline()
    delimiter = max(DELIMITERS, key=heading_line.count)
    heading = [name.strip() for name in next(csv.reader([heading_line], delimiter=delimiter), [])]
    if missing := find_missing(heading, columns):
        yield Fault(line=1, error=missing)
        return
    rows = csv.reader(text, delimiter=delimiter)
    while True:
        line = rows.line_num + 2
        try:
            cells = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            remedy = "Check the quotation marks from this line on; the rest of the file was not read."
            yield Fault(line=line, error=DocumentError(f"not valid CSV ({error})", remedy=remedy))
            return
        if cells:
            # An empty cell is an absent value: CSV has no other way to say so.
            yield Row(
                line=line,
                values={name: cell or None for name, cell in zip_longest(heading, cells[: len(heading)])},
            )


def read_parquet(stream: BinaryIO, columns: Mapping[str, str]) -> Iterator[Row | Fault]:
    """The rows of a Parquet file, a few at a time; only the columns wanted are read."""
    # Imported here: it takes most of a second, which runs without Parquet need not spend.
    import pyarrow as pa
    import pyarrow.parquet as pq

    number = 0
    try:
        table = pq.ParquetFile(stream)
        held = table.schema_arrow.names
        if missing := find_missing(held, columns):
            yield Fault(line=None, error=missing)
            return
        names = [name for name in held if name in list_names(columns)]
        for batch in table.iter_batches(batch_size=_BATCH, columns=names):
            for values in batch.to_pylist():
                number += 1
                yield Row(line=number, values=values)
    except (pa.ArrowException, OSError, UnicodeDecodeError) as error:
        fault = DocumentError(f"not readable as Parquet ({error})", remedy="Write the file again.")
        yield Fault(line=number + 1 if number else None, error=fault)
