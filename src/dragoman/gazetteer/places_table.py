"""The file that holds the gazetteer of places: arrays that are mapped into memory, not read.

Layout, little-endian: eight bytes `DRGPLACE`, the length of the header (unsigned, 8 bytes), the header (JSON,
UTF-8), then the arrays it lists, each at a multiple of eight bytes from the header's end. Every place is a row of the
columns `latitude`, `longitude` (1e-5 degrees), `population`, `geonames`, `name`, `division` and `kind`; every distinct
spelling is the next `text_length` bytes of `text`, in the order of their folded keys, and the next `row_count` of
`rows` bear it.
"""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from dragoman.errors import ModelError

MAGIC = b"DRGPLACE"
VERSION = 1

Array = npt.NDArray[Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceTable:
    """The header and the arrays of one file."""

    header: dict[str, Any]
    arrays: dict[str, Array]


def pack_table(header: dict[str, Any], arrays: dict[str, Array]) -> bytes:
    """The bytes of a file that holds `arrays`, in their order; the same input gives the same bytes."""
    listed: list[list[Any]] = []
    offset = 0
    for name, array in arrays.items():
        listed.append([name, array.dtype.str, len(array), offset])
        offset += _padded(array.nbytes)
    head = json.dumps({"version": VERSION, **header, "arrays": listed}, ensure_ascii=False, separators=(",", ":"))
    start = head.encode("utf-8")
    start += b" " * (_padded(len(start)) - len(start))
    body = b"".join(a.tobytes().ljust(_padded(a.nbytes), b"\0") for a in arrays.values())
    return MAGIC + len(start).to_bytes(8, "little") + start + body


def open_table(path: Path) -> PlaceTable:
    """Map a file written from `pack_table`.

    Args:
        path: the file, which must not change while the table is in use.

    Returns:
        The table; its arrays are read-only views of the file.

    Raises:
        ModelError: the file is missing, or not of this format and version.

    """
    try:
        # A plain view of the mapped file: slices of a memmap itself cost five times as much.
        mapped = np.memmap(path, dtype=np.uint8, mode="r").view(np.ndarray)
    except (OSError, ValueError) as error:
        raise ModelError("cannot be read", place=str(path), remedy="Install the package again.") from error
    if mapped[:8].tobytes() != MAGIC:
        raise ModelError("not a gazetteer of places", place=str(path), remedy="Build it again.")
    size = int.from_bytes(mapped[8:16].tobytes(), "little")
    header = json.loads(mapped[16 : 16 + size].tobytes())
    if header["version"] != VERSION:
        raise ModelError(f"is of version {header['version']}", place=str(path), remedy="Build it again.")
    arrays: dict[str, Array] = {}
    for name, kind, length, offset in header.pop("arrays"):
        dtype = np.dtype(kind)
        start = 16 + size + offset
        arrays[name] = mapped[start : start + length * dtype.itemsize].view(dtype)
    return PlaceTable(header=header, arrays=arrays)


def _padded(length: int) -> int:
    return (length + 7) // 8 * 8
