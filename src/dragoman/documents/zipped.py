"""Zip archives: their members are read as the files of a folder would be, and never unpacked on disk."""

import io
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import BinaryIO

from dragoman.documents.compressed import check_expansion
from dragoman.documents.streams import Wrapped

_FAULTS = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError)


@dataclass(slots=True)
class _Expansion:
    """What the members of one archive expanded to so far, all together: they may share their compressed bytes."""

    archive: int
    """Size of the archive in bytes."""
    members: int = 0


class Member(Wrapped):
    """A member of an archive. What is wrong with it is told in words, as an `OSError`."""

    def __init__(self, archive: zipfile.ZipFile, entry: zipfile.ZipInfo, expansion: _Expansion) -> None:
        self._archive = archive
        self._entry = entry
        self._expansion = expansion
        self._opened: BinaryIO | None = None
        self.taken = 0
        self.name = entry.filename

    def take(self, size: int) -> bytes:
        """At most `size` bytes; none at the end.

        Raises:
            OSError: it is damaged, locked, or expands to more than is believed.

        """
        try:
            self._opened = self._opened or self._archive.open(self._entry)  # type: ignore[assignment]
            block = self._opened.read(size)  # type: ignore[union-attr]
        except _FAULTS as error:
            raise OSError(f"this member of the archive cannot be read: {error}") from None
        self._expansion.members += len(block)
        check_expansion(self._expansion.members, self._expansion.archive)
        return block

    def close(self) -> None:
        """Let go of it."""
        if self._opened:
            self._opened.close()
        super().close()


def read_members(stream: BinaryIO) -> Iterator[Member]:
    """The members of a zip archive in order of name; hidden ones and those of hidden folders left out.

    Args:
        stream: seekable.

    Raises:
        OSError: it is no zip archive, or its list of members is damaged.

    """
    size = stream.seek(0, io.SEEK_END)
    try:
        archive = zipfile.ZipFile(stream)
    except _FAULTS as error:
        raise OSError(f"not readable as a zip archive: {error}") from None
    expansion = _Expansion(archive=size)
    with archive:
        for entry in sorted(archive.infolist(), key=lambda entry: entry.filename.split("/")):
            if not entry.is_dir() and not is_hidden(entry.filename):
                yield Member(archive, entry, expansion)


def is_hidden(name: str) -> bool:
    """Whether a member's name, or that of a folder it stands in, begins with a point, or macOS put it there."""
    return any(
        (part.startswith(".") and part not in {".", ".."}) or part == "__MACOSX" for part in PurePosixPath(name).parts
    )
