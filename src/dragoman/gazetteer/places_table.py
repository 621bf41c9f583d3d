"""The file that holds the gazetteer of places: arrays that are mapped into memory, not read.

Layout, little-endian: eight bytes `DRGPLACE`, the length of the header (unsigned, 8 bytes), the header (JSON,
UTF-8), then the arrays it lists, each at a multiple of eight bytes from the header's end. Every place is a row of the
columns `latitude`, `longitude` (1e-5 degrees), `population`, `geonames`, `name`, `division`, `kind` and `known`; every
distinct spelling is the next `text_length` bytes of `text`, in the order of their folded keys, and the next `row_count`
of `rows` bear it. `capitals` of the header are the rows of capitals.
"""

import json
import shutil
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np
import numpy.typing as npt

from dragoman.errors import InputError, ModelError

MAGIC = b"DRGPLACE"
VERSION = 2
_WAITING = 1 << 16
"""Numbers that a column keeps in memory before it writes them."""

Array = npt.NDArray[Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceTable:
    """The header and the arrays of one file."""

    header: dict[str, Any]
    arrays: dict[str, Array]


class Column:
    """One array on its way into a file: collected on disk, since there may be millions of numbers."""

    def __init__(self, name: str, dtype: str, folder: Path) -> None:
        self.name = name
        self.dtype = np.dtype(dtype)
        self.length = 0
        self._waiting: list[int] = []
        self._stream = (folder / name).open("w+b")

    def __enter__(self) -> "Column":
        """Itself; its file is closed when the block ends."""
        return self

    def __exit__(self, *_: object) -> None:
        self._stream.close()

    def append(self, number: int) -> None:
        """Add a number."""
        self.extend((number,))

    def extend(self, numbers: Iterable[int]) -> None:
        """Add some numbers."""
        self._waiting.extend(numbers)
        if len(self._waiting) >= _WAITING:
            self._flush()

    def _flush(self) -> None:
        if self._waiting and max(self._waiting) > np.iinfo(self.dtype).max:
            raise InputError(f"the column {self.name!r} of the gazetteer can't hold {max(self._waiting):,}")
        self._stream.write(np.array(self._waiting, self.dtype).tobytes())
        self.length += len(self._waiting)
        self._waiting.clear()

    @property
    def size(self) -> int:
        """Bytes, when all is there."""
        self._flush()
        return self.length * self.dtype.itemsize

    def copy_into(self, stream: BinaryIO) -> None:
        """Append the array to `stream`, filled up to a multiple of eight bytes."""
        size = self.size
        self._stream.seek(0)
        shutil.copyfileobj(self._stream, stream, 1 << 20)
        stream.write(bytes(_padded(size) - size))


def write_table(stream: BinaryIO, header: dict[str, Any], columns: Sequence[Column]) -> None:
    """Write a file that holds `columns`, in their order; the same input gives the same bytes."""
    listed: list[list[Any]] = []
    offset = 0
    for column in columns:
        size = column.size
        listed.append([column.name, column.dtype.str, column.length, offset])
        offset += _padded(size)
    head = json.dumps({"version": VERSION, **header, "arrays": listed}, ensure_ascii=False, separators=(",", ":"))
    start = head.encode("utf-8")
    start += b" " * (_padded(len(start)) - len(start))
    stream.write(MAGIC + len(start).to_bytes(8, "little") + start)
    for column in columns:
        column.copy_into(stream)


def open_table(path: Path, *, remedy: str) -> PlaceTable:
    """Map a file written from `write_table`.

    Args:
        path: the file, which must not change while the table is in use.
        remedy: what to do where it is not one.

    Returns:
        The table; its arrays are read-only views of the file.

    Raises:
        ModelError: the file is missing, not of this format and version, or cut off.

    """
    try:
        # A plain view of the mapped file: slices of a memmap itself cost five times as much.
        mapped = np.memmap(path, dtype=np.uint8, mode="r").view(np.ndarray)
    except (OSError, ValueError) as error:
        raise ModelError("cannot be read", place=str(path), remedy=remedy) from error
    if mapped[:8].tobytes() != MAGIC:
        raise ModelError("not a gazetteer of places", place=str(path), remedy=remedy)
    size = int.from_bytes(mapped[8:16].tobytes(), "little")
    try:
        header = json.loads(mapped[16 : 16 + size].tobytes())
    except ValueError as error:
        raise ModelError("is damaged or cut off", place=str(path), remedy=remedy) from error
    if header["version"] != VERSION:
        raise ModelError(f"is of version {header['version']}", place=str(path), remedy=remedy)
    arrays: dict[str, Array] = {}
    for name, kind, length, offset in header.pop("arrays"):
        dtype = np.dtype(kind)
        start, stop = 16 + size + offset, 16 + size + offset + length * dtype.itemsize
        if stop > len(mapped):
            raise ModelError("is cut off", place=str(path), remedy=remedy)
        arrays[name] = mapped[start:stop].view(dtype)
    return PlaceTable(header=header, arrays=arrays)


def _padded(length: int) -> int:
    return (length + 7) // 8 * 8
