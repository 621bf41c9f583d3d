"""Gzip members one by one: archives of pages compress each record by itself, so that damage costs no more than one."""

import zlib
from collections.abc import Iterator
from typing import BinaryIO

from dragoman.documents.compressed import check_expansion
from dragoman.documents.streams import Wrapped

MAGIC = b"\x1f\x8b\x08"
"""How a member begins."""

_BLOCK = 1 << 15


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
            fresh = self._stream.read(_BLOCK)
            kept = self._held[-_BLOCK:]
            self._base += len(self._held) - len(kept)
            self._held, self._at = kept + fresh, len(kept)
        block = self._held[self._at :]
        self._at = len(self._held)
        return block

    def go_to(self, position: int) -> None:
        """Go back to an offset, or as far as is still held: always the last block taken and the one before."""
        self._at = min(max(0, position - self._base), len(self._held))

    def find(self, sign: bytes) -> None:
        """Go on to where a sign stands, at once or further on; to the end where there is none."""
        seen = b""
        while block := self.take():
            joined = seen + block
            if (at := joined.find(sign)) >= 0:
                self.go_to(self.position - len(joined) + at)
                return
            seen = joined[1 - len(sign) :]

    def pass_zeros(self) -> bool:
        """Go on to what is not zero; False at the end."""
        while block := self.take():
            if left := block.lstrip(b"\0"):
                self.go_to(self.position - len(left))
                return True
        return False


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


def read_gzip_members(stream: BinaryIO) -> Iterator[GzipMember]:
    """The members of a stream; each is read by the caller, to its end or until it raises.

    After one that raises, reading goes on where the next seems to begin. Zeros between members are passed over.
    """
    source = Rewindable(stream)
    while source.pass_zeros():
        member = GzipMember(source)
        yield member
        if not member.is_whole:
            source.go_to(member.offset + 1)  # the next may begin within what was read of this one, which was cut short
            source.find(MAGIC)
