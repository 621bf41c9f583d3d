"""What a reader makes of inputs, for the tests of each form."""

import io
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from dragoman.documents import DocumentReader, Reject, Sourced, find_inputs
from dragoman.model.text import Document


def read(*names: Path | str, columns: Mapping[str, str] | None = None, stdin: bytes = b"") -> list[Sourced | Reject]:
    """All that some inputs give."""
    inputs = find_inputs([str(name) for name in names])
    return list(DocumentReader(inputs, columns=columns, stdin=io.BytesIO(stdin)))


def documents(items: list[Sourced | Reject]) -> list[Document]:
    """The documents among it; there must be no rejects."""
    assert not [item for item in items if isinstance(item, Reject)]
    return [item.document for item in items if isinstance(item, Sourced)]


def told(items: list[Sourced | Reject]) -> list[str]:
    """The ids of documents and the faults of rejects, in their order."""
    return [item.document.id if isinstance(item, Sourced) else item.fault for item in items]


class Endless(io.RawIOBase):
    """The same line, again and again."""

    def __init__(self, line: bytes) -> None:
        self._line = line
        self.given = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        start = self.given % len(self._line)
        part = self._line[start : start + len(buffer)]
        buffer[: len(part)] = part
        self.given += len(part)
        return len(part)
