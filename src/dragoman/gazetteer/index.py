"""Names looked up over token n-grams: one dictionary probe a length, however many names there are."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Generic, TypeVar

V = TypeVar("V")

# Letters that Unicode does not decompose into a base letter and a mark: "Erdoğan" decomposes, "Łukasz" does not.
_PLAIN = str.maketrans(
    {"ı": "i", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "ə": "a"}
)
_DROPPED = re.compile(r"[.'’‘`ʻʼ´\u0300-\u036f]")
_HYPHENS = re.compile(r"[\s\-‐‑‒–—/]+")


@lru_cache(maxsize=200_000)
def fold(word: str) -> str:
    """A word without case, diacritics, full stops and apostrophes: "Güler" and "Guler" meet, "U.S." and "US"."""
    if word.isascii() and word.isalpha():
        return word.lower()
    plain = unicodedata.normalize("NFKD", word.casefold().translate(_PLAIN))
    return _DROPPED.sub("", plain)


def split_name(name: str) -> tuple[str, ...]:
    """The folded pieces of a name, divided at spaces, hyphens and slashes: "Guinea-Bissau" has two."""
    return tuple(piece for piece in (fold(p) for p in _HYPHENS.split(name)) if piece)


class NameIndex(Generic[V]):
    """Values by names of one or more words; the longest name at a position wins.

    Several values may share a name; they are returned in the order in which they were added.
    """

    __slots__ = ("_lengths", "_values")

    def __init__(self, pairs: Iterable[tuple[str, V]] = ()) -> None:
        self._values: dict[tuple[str, ...], list[V]] = {}
        self._lengths: dict[str, tuple[int, ...]] = {}
        for name, value in pairs:
            self.add(name, value)

    def __len__(self) -> int:
        return len(self._values)

    def add(self, name: str, value: V) -> None:
        """File `value` under `name`; a name without letters or digits is ignored."""
        key = split_name(name)
        if not key:
            return
        self._values.setdefault(key, []).append(value)
        lengths = self._lengths.get(key[0], ())
        if len(key) not in lengths:
            self._lengths[key[0]] = tuple(sorted((*lengths, len(key)), reverse=True))

    def get(self, name: str) -> Sequence[V]:
        """The values filed under a name, written in any case and with any diacritics."""
        return self._values.get(split_name(name), ())

    def matches(self, pieces: Sequence[str], at: int) -> Iterator[tuple[int, Sequence[V]]]:
        """All names that begin with piece `at`, the longest first.

        Args:
            pieces: folded words of a sentence, as `split_name` gives them.
            at: position of the first word.

        Yields:
            Number of pieces covered, and the values.

        """
        for length in self._lengths.get(pieces[at], ()):
            if at + length <= len(pieces):
                values = self._values.get(tuple(pieces[at : at + length]))
                if values:
                    yield length, values
