"""From a place in the original to the place in its copy where the same words stand."""

from collections.abc import Mapping
from typing import Any, TypeAlias

from dragoman.copies.align import align
from dragoman.copies.words import read_words
from dragoman.model.text import Document

JsonObject: TypeAlias = dict[str, Any]
Place: TypeAlias = tuple[int, int]
"""Offsets of the first letter and behind the last one."""


class Carrier:
    """Brings words of the original to where the copy has them."""

    def __init__(self, original: Document, copy: Document) -> None:
        """Put both texts and both titles side by side.

        Args:
            original: the document that is repeated.
            copy: the one that repeats it.

        """
        self.original, self.copy = original, copy
        self._text = _Pair(original.text, copy.text)
        self._title = _Pair(original.title, copy.title)

    def move(self, start: int, end: int, field: str | None) -> Place | None:
        """Where the copy has the words that stand in the original from `start` to `end` of the text or the title."""
        return (self._title if field == "title" else self._text).move(start, end)

    def move_words(self, given: Mapping[str, Any], words: str = "") -> JsonObject | None:
        """An object with `start`, `end` and perhaps `field`, at its place in the copy; None where that lacks its words.

        Args:
            given: as it stands in an event of the original.
            words: the key under which it has its words, if it has them; they become the copy's.

        """
        at = self.move(given["start"], given["end"], given.get("field"))
        if at is None:
            return None
        moved = dict(given) | {"start": at[0], "end": at[1]}
        return moved | {words: self.quote(at, given.get("field"))} if words in given else moved

    def quote(self, at: Place, field: str | None) -> str:
        """The copy's words at a place."""
        text = self.copy.title if field == "title" else self.copy.text
        return text[at[0] : at[1]]


class _Pair:
    """A field of both documents."""

    def __init__(self, old: str, new: str) -> None:
        self._old, self._new = read_words(old), read_words(new)
        self._places = align(self._old, self._new).places

    def move(self, start: int, end: int) -> Place | None:
        """Where the same words stand without a gap."""
        inside = [at for at, (begin, stop) in enumerate(self._old.spans) if begin < end and start < stop]
        places = [self._places[at] for at in inside]
        if not places or -1 in places or places[-1] - places[0] != len(places) - 1:
            return None
        begin = self._move_edge(start, self._old.spans[inside[0]], self._new.spans[places[0]], 0)
        stop = self._move_edge(end, self._old.spans[inside[-1]], self._new.spans[places[-1]], 1)
        return None if begin is None or stop is None else (begin, stop)

    def _move_edge(self, edge: int, old: Place, new: Place, side: int) -> int | None:
        """One end of a span: at a word's own end, within the word, or outside it with the marks around it."""
        from_word = edge - old[side]
        if from_word and old[0] <= edge <= old[1]:
            return new[side] + from_word if old[1] - old[0] == new[1] - new[0] else None  # "US" of "USA"
        if from_word:
            mine = self._old.text[min(edge, old[side]) : max(edge, old[side])]
            at = new[side] + from_word
            theirs = self._new.text[max(min(at, new[side]), 0) : max(at, new[side])]
            is_alike = [c.isspace() for c in mine] == [c.isspace() for c in theirs] and not any(
                map(str.isalnum, theirs)
            )
            return at if is_alike else new[side]
        return new[side]
