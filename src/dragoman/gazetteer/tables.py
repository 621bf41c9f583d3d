"""Reading the gazetteer's own CSV tables: comment lines begin with "#", lists are divided by "|"."""

import csv
from collections.abc import Iterator
from datetime import date
from importlib.resources import files

from dragoman.errors import CodebookError
from dragoman.model.codes import Sector


def read_table(name: str) -> Iterator[dict[str, str]]:
    """The rows of `data/<name>`, in order, as dictionaries by column.

    Raises:
        CodebookError: a row that has more or fewer cells than the header.

    """
    text = files("dragoman.gazetteer").joinpath("data", name).read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    for number, row in enumerate(csv.DictReader(lines), start=2):
        if None in row or None in row.values():
            raise CodebookError(
                f"row {number} has the wrong number of cells: {row}",
                place=f"gazetteer/data/{name}",
                remedy="Quote cells that hold a comma.",
            )
        yield row


def split_list(cell: str) -> tuple[str, ...]:
    """The items of a list cell; none for an empty one."""
    return tuple(item.strip() for item in cell.split("|") if item.strip())


def read_sectors(cell: str) -> tuple[Sector, ...]:
    """The sectors of a list cell.

    Raises:
        CodebookError: a sector that the codebook does not hold.

    """
    try:
        return tuple(Sector(item) for item in split_list(cell))
    except ValueError as unknown:
        raise CodebookError(str(unknown), remedy=f"Known: {', '.join(Sector)}.") from unknown


def read_day(cell: str, *, end: bool = False) -> date | None:
    """A day from "2025-10-01", "2025-10" or "2025"; None for an empty cell.

    Args:
        cell: the cell.
        end: whether a month or year stands for its last day rather than its first.

    """
    if not cell:
        return None
    parts = [int(part) for part in cell.split("-")]
    if len(parts) == 3:
        return date(*parts)
    year, month = parts[0], parts[1] if len(parts) == 2 else (12 if end else 1)
    if not end:
        return date(year, month, 1)
    following = date(year + month // 12, month % 12 + 1, 1)
    return date.fromordinal(following.toordinal() - 1)
