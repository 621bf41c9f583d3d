"""Given names and surnames, as the tables of persons show them: what tells "Mason Greenwood" from two towns."""

from collections import Counter
from collections.abc import Iterator
from functools import cache

from dragoman.gazetteer.index import fold
from dragoman.gazetteer.persons import TABLES
from dragoman.gazetteer.tables import read_table

_LEAST = 2
"""Persons of the tables that bear a given name; one may be called "Virginia" by chance."""


def _read_full_names() -> Iterator[list[str]]:
    for name in {row["name"] for table in TABLES for row in read_table(table)}:
        words = [fold(word) for word in name.split()]
        if len(words) > 1:
            yield words


@cache
def load_given_names() -> frozenset[str]:
    """The first words, folded, of the full names of two persons or more who held office: "george", "fatma"."""
    counts = Counter(words[0] for words in _read_full_names())
    return frozenset(name for name, count in counts.items() if count >= _LEAST)


@cache
def load_surnames() -> frozenset[str]:
    """The last words, folded, of the full names of persons who held office: "obama", "lincoln"."""
    return frozenset(words[-1] for words in _read_full_names())
