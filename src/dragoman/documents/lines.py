"""JSON Lines: one object a line, UTF-8."""

import json
from collections.abc import Iterator
from itertools import count
from typing import BinaryIO

from dragoman.documents.decode import decode_utf8
from dragoman.documents.sources import Fault, Row, unreadable
from dragoman.errors import DocumentError

LINE_LIMIT = 16_000_000
"""Longest line held in memory, in bytes; other keys may weigh more than the text."""

_REMEDY = "Give one JSON object a line."


def read_lines(stream: BinaryIO) -> Iterator[Row | Fault]:
    """The rows of a JSON Lines stream; blank lines are passed over, a bad line is a `Fault`."""
    for number in count(1):
        try:
            line = stream.readline(LINE_LIMIT)
            more = skip_line(stream) if len(line) == LINE_LIMIT and not line.endswith(b"\n") else None
        except OSError as error:
            yield Fault(line=number, error=unreadable(error))
            return
        if not line:
            return
        if more is not None:
            size = len(line) + more
            yield Fault(
                line=number,
                error=DocumentError(f"the line is over 16 MB ({size:,} bytes)", remedy="Split it."),
            )
            continue
        if number == 1:
            line = line.removeprefix(b"\xef\xbb\xbf")
            if converter := find_converter(line.strip()):
                fault = DocumentError("it is JSON, not JSON Lines", remedy=f"jq -c {converter} converts.")
                yield Fault(line=None, error=fault)
                return
        if line.strip():
            yield read_object(number, line)


def find_converter(first: bytes) -> str:
    """What makes lines of a file that is one JSON value, by its first line: a list, or an object over several lines."""
    if first.startswith(b"["):
        return "'.[]'"
    return "." if first.startswith(b"{") and first.endswith((b"{", b",")) else ""


def skip_line(stream: BinaryIO) -> int:
    """Read on to the end of the line, holding little of it; returns the bytes passed over."""
    passed = 0
    while part := stream.readline(1 << 20):
        passed += len(part)
        if part.endswith(b"\n"):
            break
    return passed


def read_object(number: int, line: bytes) -> Row | Fault:
    """The row of one line."""
    try:
        values = json.loads(decode_utf8(line))
    except DocumentError as error:
        return Fault(line=number, error=error)
    except RecursionError:
        return Fault(line=number, error=DocumentError("the JSON is nested too deeply", remedy=_REMEDY))
    except ValueError as error:
        # The decoder counts lines within this one; of a number with too many digits it tells no place.
        told = f"{error.msg} at character {error.pos + 1}" if isinstance(error, json.JSONDecodeError) else str(error)
        return Fault(line=number, error=DocumentError(f"not valid JSON ({told})", remedy=_REMEDY))
    if not isinstance(values, dict):
        kind = type(values).__name__
        return Fault(line=number, error=DocumentError(f"a JSON {kind}, not an object", remedy=_REMEDY))
    return Row(line=number, values=values)
