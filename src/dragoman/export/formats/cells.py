"""Tab-separated tables without quoting, as GDELT, ICEWS, POLECAT and Phoenix are."""

import io
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import BinaryIO, TypeAlias

from dragoman.errors import InputError
from dragoman.export.formats.layouts import Layout

Cell: TypeAlias = str | int | float | None
Row: TypeAlias = Mapping[str, Cell]

_BREAKS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")


def to_cell(value: Cell) -> str:
    """A value as it stands in the file.

    Nothing can be quoted there: tabs and line ends become spaces, and double quotation marks single ones, since most
    readers would take one at the head of a cell for the beginning of a quoted cell.
    """
    if value is None:
        return ""
    if isinstance(value, str):
        return _BREAKS.sub(" ", value).replace('"', "'").strip()
    return repr(value)


def write_head(layout: Layout, stream: BinaryIO) -> None:
    """Write the heading line, where the format has one."""
    if layout.header:
        stream.write(("\t".join(layout.columns) + "\n").encode())


def write_row(row: Row, layout: Layout, stream: BinaryIO) -> None:
    """Write one row.

    Raises:
        KeyError: the row lacks a column of the layout.

    """
    stream.write(("\t".join(to_cell(row[column]) for column in layout.columns) + "\n").encode())


def read_rows(stream: BinaryIO, layout: Layout) -> Iterator[dict[str, str | None]]:
    """The rows of a table, by column; empty cells are None.

    Raises:
        InputError: a row, or the heading line, has other columns than the layout.

    """
    text = io.TextIOWrapper(stream, encoding="utf-8", newline="\n")
    try:
        for number, line in enumerate(text, start=1):
            cells = line.removesuffix("\n").split("\t")
            if number == 1 and layout.header:
                _check(cells == list(layout.columns), number, "the heading line names other columns")
                continue
            _check(len(cells) == len(layout.columns), number, f"{len(cells)} cells instead of {len(layout.columns)}")
            yield {column: cell or None for column, cell in zip(layout.columns, cells, strict=True)}
    finally:
        text.detach()


def _check(holds: bool, number: int, fault: str) -> None:
    if not holds:
        raise InputError(fault, place=f"line {number}", remedy="Name the format that the file has.")


def join_texts(texts: Iterable[str | None]) -> str | None:
    """Several texts in one cell, each once, divided by semicolons; None where there is none."""
    kept = dict.fromkeys(text.replace(";", ",") for text in texts if text)
    return ";".join(kept) or None
