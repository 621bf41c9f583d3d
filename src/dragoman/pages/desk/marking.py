"""A text cut into the words that were marked in it, one within the other, and those between."""

import heapq
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

Mark = Mapping[str, Any]

KINDS = ("quotation", "actor", "trigger", "timex", "place")

PART = 50_000
"""Characters of a text on one page: a line of a megabyte would be slow to read and to lay out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Words of a text; marked ones say as what, and hold further pieces."""

    words: str = ""
    """Of a piece without marks; "" of any other."""
    kinds: tuple[str, ...] = ()
    """Of `KINDS`; empty where nothing is marked."""
    notes: tuple[str, ...] = ()
    """What was found in the words: codes, days, coordinates."""
    event_id: str = ""
    """The event that the words tell of, where they hold no other mark that has notes."""
    number: int = 0
    """Of pieces with notes, from 1 in each field."""
    parts: tuple["Piece", ...] = ()


@dataclass(slots=True)
class _Node:
    start: int
    end: int
    marks: Sequence[Mark]
    inner: list["_Node"] = field(default_factory=list)


def mark_words(words: str, marks: Iterable[Mark], *, start: int = 0, end: int | None = None) -> list[Piece]:
    """The pieces of a field of a document, or of a part of it.

    Args:
        words: the whole field.
        marks: of this field, each with `mark`, `start` and `end`; those that reach beyond the words are left out.
        start: of the part, in code points.
        end: of the part; None for the end of the field.

    """
    end = len(words) if end is None else end
    spans: dict[tuple[int, int], list[Mark]] = {}
    for mark in marks:
        if 0 <= mark["start"] < mark["end"] <= len(words) and mark["start"] < end and mark["end"] > start:
            spans.setdefault((max(start, mark["start"]), min(end, mark["end"])), []).append(mark)
    counter = iter(range(1, 1 << 60))
    return list(_cut(words, _nest(spans), start, end, counter))


def _nest(spans: Mapping[tuple[int, int], Sequence[Mark]]) -> list[_Node]:
    """The spans one within the other; one that reaches beyond the span it begins in is cut in two."""
    roots: list[_Node] = []
    around: list[_Node] = []
    waiting = [(first, -last, number) for number, (first, last) in enumerate(spans)]
    marks = list(spans.values())
    heapq.heapify(waiting)
    while waiting:
        first, minus_last, number = heapq.heappop(waiting)
        last = -minus_last
        while around and around[-1].end <= first:
            around.pop()
        if around and last > around[-1].end:
            heapq.heappush(waiting, (around[-1].end, -last, number))
            last = around[-1].end
        node = _Node(first, last, marks[number])
        (around[-1].inner if around else roots).append(node)
        around.append(node)
    return roots


def _cut(words: str, nodes: Sequence[_Node], start: int, end: int, counter: Iterator[int]) -> Iterator[Piece]:
    at = start
    for node in nodes:
        if at < node.start:
            yield Piece(words=words[at : node.start])
        yield _mark(words, node, counter)
        at = node.end
    if at < end:
        yield Piece(words=words[at:end])


def _mark(words: str, node: _Node, counter: Iterator[int]) -> Piece:
    found = {mark["mark"] for mark in node.marks}
    notes = tuple(dict.fromkeys(note for mark in node.marks for note in say_mark(mark)))
    number = next(counter) if notes else 0
    parts = tuple(_cut(words, node.inner, node.start, node.end, counter))
    events = [mark["event_id"] for mark in node.marks if mark.get("event_id")]
    return Piece(
        kinds=tuple(kind for kind in KINDS if kind in found),
        notes=notes,
        event_id=events[0] if events and not any(part.kinds for part in parts) else "",
        number=number,
        parts=parts,
    )


def say_mark(mark: Mark) -> Iterator[str]:
    """What was found in marked words, in short."""
    match mark["mark"]:
        case "actor":
            for actor in mark.get("actors", ()):
                who = ", ".join(filter(None, (actor["name"], actor["office"])))
                yield f"{actor['code']} {who}".strip()
        case "place" if mark.get("kind") == "country" and mark.get("country"):
            yield mark["country"]
        case "place" if mark.get("name"):
            yield ", ".join(filter(None, dict.fromkeys((mark["name"], mark.get("admin1"), mark.get("country")))))
        case "timex" if mark.get("value"):
            first, last = mark.get("first"), mark.get("last")
            yield mark["value"] if not first or first == last == mark["value"] else f"{first} to {last or '…'}"
        case "trigger":
            yield " ".join(filter(None, (mark["event_type"], mark.get("mode"))))


def find_part(words: str, part: int) -> tuple[int, int]:
    """From where to where a part of a text goes: about so many characters, from space to space where there are any."""
    return _find_cut(words, part - 1), _find_cut(words, part)


def _find_cut(words: str, number: int) -> int:
    at = min(number * PART, len(words))
    if at in (0, len(words)):
        return at
    spaces = [words.rfind(sign, at - PART // 10, at) for sign in (" ", "\n")]
    return max(spaces) + 1 if max(spaces) >= 0 else at


def count_parts(words: str) -> int:
    """How many parts a text has, one at least."""
    return max(1, -(-len(words) // PART))
