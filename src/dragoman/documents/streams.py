"""Streams around streams: what reading needs of a file, a pipe, a member of an archive or a remote file."""

import io
import tempfile
from typing import BinaryIO

BLOCK = 1 << 20
"""Bytes read at a time where a stream is only passed through."""

_SPOOL = 16_000_000  # bytes held in memory before they go to a temporary file


class Wrapped(io.RawIOBase):
    """A raw view of a stream, which it leaves open at its end; it counts what was read.

    Its kinds read otherwise, or say more when reading fails.
    """

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self.taken = 0
        """Bytes read through this view."""

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        """Fill a buffer with what is there."""
        block = self.take(len(buffer))
        buffer[: len(block)] = block
        self.taken += len(block)
        return len(block)

    def take(self, size: int) -> bytes:
        """At most `size` bytes; none at the end."""
        read1 = getattr(self._stream, "read1", self._stream.read)
        return bytes(read1(size))


def buffered(raw: io.RawIOBase) -> io.BufferedReader:
    """A stream that can be looked into ahead and read by lines."""
    return io.BufferedReader(raw, buffer_size=1 << 16)


def pass_over(stream: BinaryIO, size: int) -> int:
    """Read on by some bytes, holding few of them; how many there were."""
    passed = 0
    while passed < size and (block := stream.read(min(size - passed, BLOCK))):
        passed += len(block)
    return passed


def spool(stream: BinaryIO) -> BinaryIO:
    """The stream if it can be read twice, else a temporary copy of it."""
    if stream.seekable():
        return stream
    copy = tempfile.SpooledTemporaryFile(max_size=_SPOOL)  # noqa: SIM115 - the caller closes it
    while block := stream.read(BLOCK):
        copy.write(block)
    copy.seek(0)
    return copy  # type: ignore[return-value]  # a binary stream in all but its declared type
