"""The records of a WARC archive, cut apart: one that is damaged costs itself, and reading goes on at the next."""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.documents.gzip_members import MAGIC, read_gzip_members
from dragoman.documents.streams import BLOCK, buffered, pass_over

RECORD_LIMIT = 20_000_000
"""Largest record held in memory, in bytes: a page and the headers it came with."""

_HEAD_LIMIT = 1 << 17
_BEGINS = b"WARC/"
_LENGTH = re.compile(rb"^content-length:[ \t]*(\d{1,18})[ \t]*\r?$", re.IGNORECASE | re.MULTILINE)
_RESPONSE = re.compile(rb"^warc-type:[ \t]*response[ \t]*\r?$", re.IGNORECASE | re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Record:
    """A record of a response, as its archive holds it, decompressed."""

    offset: int
    """Where it begins in the archive; of a compressed one, where the gzip member begins that holds it."""
    content: bytes


@dataclass(frozen=True, slots=True)
class Damage:
    """A place where no record could be read."""

    offset: int
    fault: str

    @classmethod
    def at(cls, offset: int, reason: str) -> "Damage":
        """Damage that names its place."""
        return cls(offset, f"at byte {offset:,}: {reason}")


def read_records(stream: io.BufferedReader) -> Iterator[Record | Damage]:
    """The responses of an archive, with or without gzip; records of other kinds are passed over."""
    if not stream.peek(len(MAGIC)).startswith(MAGIC):
        yield from _Part(stream, 0, is_member=False).read()
        return
    for member in read_gzip_members(stream, _BEGINS):
        yield from _Part(buffered(member), member.offset, is_member=True).read()


class _Part:
    """One gzip member, nearly always one record; or a whole archive that is not compressed."""

    def __init__(self, stream: io.BufferedReader, offset: int, *, is_member: bool) -> None:
        self._stream = stream
        self._offset = offset
        self._is_member = is_member
        self._read = 0
        self._is_lost = False
        """Whether damage was met, and no record after it yet."""

    def _place(self, line: bytes = b"") -> int:
        """Where a line begins that was just read."""
        return self._offset if self._is_member else self._offset + self._read - len(line)

    def read(self) -> Iterator[Record | Damage]:
        """The records; after damage, those from the next line on that begins one."""
        try:
            while line := self._line():
                if line.startswith(_BEGINS):
                    self._is_lost = False
                    yield from self._read_record(line)
                elif line.strip() and not self._is_lost:
                    self._is_lost = True
                    yield Damage.at(self._place(line), "no record begins here")
        except OSError as error:
            yield Damage.at(self._place(), str(error))

    def _read_record(self, first: bytes) -> Iterator[Record | Damage]:
        place = self._place(first)
        head = self._read_head(first)
        length = _LENGTH.search(head)
        if length is None:
            self._is_lost = True
            yield Damage.at(place, "the record does not tell its length")
            return
        size = int(length[1])
        wanted = _RESPONSE.search(head) is not None
        if not wanted or size > RECORD_LIMIT:
            passed = pass_over(self._stream, size)
            self._read += passed
            whole = passed == size
            if wanted and whole:
                yield Damage.at(place, f"the record is over {RECORD_LIMIT // 1_000_000} MB ({size:,} bytes)")
        else:
            block = self._stream.read(size)
            self._read += len(block)
            whole = len(block) == size
            if whole:
                yield Record(place, head + block)
        if not whole:
            yield Damage.at(place, f"the record is cut off: it should have {size:,} bytes")

    def _read_head(self, first: bytes) -> bytes:
        lines = [first]
        size = len(first)
        while size < _HEAD_LIMIT and (line := self._line()):
            lines.append(line)
            size += len(line)
            if not line.strip():
                break
        return b"".join(lines)

    def _line(self) -> bytes:
        line = self._stream.readline(BLOCK)
        self._read += len(line)
        return line
