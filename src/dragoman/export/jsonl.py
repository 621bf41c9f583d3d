"""JSON Lines: one event a line, UTF-8."""

import json
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from dragoman.export.event import JsonObject


def dump_line(row: JsonObject) -> bytes:
    """One object as a line, keys in the order they have."""
    return json.dumps(row, ensure_ascii=False, allow_nan=False).encode() + b"\n"


class LinesWriter:
    """Writes events as they come."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream

    def write(self, events: Iterable[JsonObject]) -> None:
        """Write some events."""
        for event in events:
            self._stream.write(dump_line(event))

    def finish(self) -> None:
        """Nothing is left to write."""
        self._stream.flush()


def read_lines(stream: BinaryIO) -> Iterator[JsonObject]:
    """The events of a JSON Lines file."""
    for line in stream:
        if line.strip():
            yield json.loads(line)
