"""Reading exports back."""

from collections.abc import Iterator
from typing import Any, BinaryIO

from dragoman.export.delimited import read_csv
from dragoman.export.formats.cells import read_rows
from dragoman.export.formats.jsonld import read_jsonld
from dragoman.export.formats.layouts import ExportFormat, load_layouts
from dragoman.export.jsonl import read_lines


def read_format(stream: BinaryIO, of: ExportFormat) -> Iterator[dict[str, Any]]:
    """What a file of one of the formats holds.

    Args:
        stream: the file.
        of: its format.

    Returns:
        The events as they were, of `parquet`, `csv` and `jsonld`; PLOVER records, of `plover-json`; of the tables their
        rows by column, every cell as text and empty ones None.

    Raises:
        InputError: the file is of another format.

    """
    if of in load_layouts():
        return read_rows(stream, load_layouts()[of])
    if of is ExportFormat.PLOVER_JSON:
        return read_lines(stream)
    if of is ExportFormat.JSONLD:
        return read_jsonld(stream)
    if of is ExportFormat.CSV:
        return read_csv(stream)
    from dragoman.export.parquet import read_parquet

    return read_parquet(stream)
