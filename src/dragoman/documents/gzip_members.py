"""Gzip members one by one: archives of pages compress each record by itself, so that damage costs no more than one."""

import zlib
from collections.abc import Iterator
from contextlib import suppress
from typing import BinaryIO

from dragoman.documents.compressed import check_expansion
from dragoman.documents.streams import Wrapped

MAGIC = b"\x1f\x8b\x08"
"""How a member begins."""

_BLOCK = 1 << 15
_LOOK = 1 << 10
"""Bytes of a member that tell how its content begins."""


class Rewindable:
    """A stream that can be taken back a little: to where a member ended, or to look for the next after damage."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._held = b""
        self._at = 0
        self._base = 0

    @property
    def position(self) -> int:
        """Offset of what comes next."""
        return self._base + self._at

    def take(self) -> bytes:
        """What comes next, a block of it; none at the end."""
        if self._at == len(self._held):
            self._read_on()
        block = self._held[self._at :]
        self._at = len(self._held)
        return block

    def look(self, size: int) -> bytes:
        """What comes next, with nothing taken."""
        if len(self._held) - self._at < size:
            self._read_on()
        return self._held[self._at : self._at + size]

    def go_to(self, position: int) -> None:
        """Go back to an offset, or as far as is still held: always the last block taken and the one before."""
        self._at = min(max(0, position - self._base), len(self._held))

    def find(self, sign: bytes) -> bool:
        """Go on to where a sign stands, at once or further on; to the end and False where there is none."""
        while (at := self._held.find(sign, self._at)) < 0:
            self._at = max(self._at, len(self._held) - len(sign) + 1)
            if not self._read_on():
                self._at = len(self._held)
                return False
        self._at = at
        return True

    def pass_zeros(self) -> bool:
        """Go on to what is not zero; False at the end."""
        while block := self.take():
            if left := block.lstrip(b"\0"):
                self.go_to(self.position - len(left))
                return True
        return False

    def _read_on(self) -> bool:
        """Hold a block more; False at the end."""
        fresh = self._stream.read(_BLOCK)
        passed = max(0, self._at - _BLOCK)
        self._held = self._held[passed:] + fresh
        self._base += passed
        self._at -= passed
        return bool(fresh)


class GzipMember(Wrapped):
    """The content of one member."""

    def __init__(self, source: Rewindable) -> None:
        self._source = source
        self._inflater = zlib.decompressobj(wbits=31)
        self.offset = source.position
        self.taken = 0

    @property
    def is_whole(self) -> bool:
        """Whether it was read to its end, and its checksum was right."""
        return self._inflater.eof

    def take(self, size: int) -> bytes:
        """At most `size` bytes; none at the end.

        Raises:
            OSError: it is damaged, cut off, or expands to more than is believed.

        """
        while not self._inflater.eof:
            if not (block := self._source.take()):
                raise OSError(f"the archive is cut off here, after {self._source.position:,} bytes")
            try:
                content = self._inflater.decompress(block, size)
            except zlib.error as error:
                raise OSError(f"the compressed bytes are damaged: {error}") from None
            left = self._inflater.unused_data if self._inflater.eof else self._inflater.unconsumed_tail
            self._source.go_to(self._source.position - len(left))
            check_expansion(self.taken + len(content), self._source.position - self.offset)
            if content:
                return content
        return b""


def read_gzip_members(stream: BinaryIO, begins: bytes) -> Iterator[GzipMember]:
    """The members of a stream; each is read by the caller, to its end or until it raises.

    After one that raises, reading goes on at the next whose content begins as all should. Zeros between members are
    passed over.

    Args:
        stream: the members.
        begins: how their content begins.

    """
    source = Rewindable(stream)
    while source.pass_zeros():
        member = GzipMember(source)
        yield member
        if not member.is_whole:
            source.go_to(member.offset + 1)  # the next may begin within what was read of this one, which was cut short
            while source.find(MAGIC) and not _begins_with(source, begins):
                source.go_to(source.position + 1)


def _begins_with(source: Rewindable, begins: bytes) -> bool:
    with suppress(zlib.error):
        return zlib.decompressobj(wbits=31).decompress(source.look(_LOOK), len(begins)) == begins
    return False
