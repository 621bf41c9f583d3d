"""Which of a city's many names in GeoNames are worth keeping for English news."""

import re
from collections.abc import Iterable

from dragoman.gazetteer.place_names import fold_name, is_abbreviation

# Languages whose own script is not Latin: there the name is a transliteration, and texts differ in theirs.
_OTHER_SCRIPTS = frozenset(
    "ar fa ps ur ku sd ckb he yi ru uk be bg mk sr kk ky tg mn ka hy el hi bn ne mr ta te ml kn gu pa si dz my th lo "
    "km zh ja ko am ti".split()
)
SMALL = 15_000
"""People below which a city's other names are kept only where they are transliterations."""
_LARGE = 500_000
_SHORTEST = 4
# "Kota New York", "Londono" are kept, "n'yuyorka", "London osh", "LON" and "Ankyra (Ankyra)" are not.
_PLAUSIBLE = re.compile(r"[^\W\d_][\w’'ʻ‘.]*(?:[ \-–][\w’'ʻ‘.]+){0,4}")


# There the name is the English one, and other Latin names are those of older days: "Google" for Topeka in Kansas,
# "Brooklyn" for Oshkosh. "Newcastle" for Newcastle upon Tyne and "Vegas" for Las Vegas have a word in common with it.
_ENGLISH_NAMED = frozenset({"AUS", "CAN", "GBR", "IRL", "NZL", "USA"})


def _is_related(other: str, name: str) -> bool:
    one, two = fold_name(other), fold_name(name)
    return one in two or two in one or not set(one.split()).isdisjoint(two.split())


def _is_latin(name: str) -> bool:
    return all(ord(c) < 0x250 or 0x1E00 <= ord(c) < 0x1F00 or c in "’‘ʻ–" for c in name)


def choose_spellings(
    name: str, others: Iterable[str], *, population: int, language: str, country: str
) -> frozenset[str]:
    """The other names of a place that the index keeps.

    Args:
        name: its name.
        others: its other names, in any script.
        population: its people.
        language: the first language of its country, ISO 639: "uk".
        country: its country, ISO 3166-1 alpha-3.

    Returns:
        Names in Latin letters that fold to another key than `name`; of small places only where the name is a
        transliteration, in countries of English names only those that have a word in common with `name`.

    """
    if population < SMALL and language not in _OTHER_SCRIPTS:
        return frozenset()
    shortest = _SHORTEST - 1 if population >= _LARGE else _SHORTEST
    chosen: dict[str, str] = {fold_name(name): ""}
    for other in sorted(others):
        if len(other) < shortest or not other[0].isupper() or is_abbreviation(other) or not _is_latin(other):
            continue
        if country in _ENGLISH_NAMED and not _is_related(other, name):
            continue
        if _PLAUSIBLE.fullmatch(other):
            chosen.setdefault(fold_name(other), other)
    return frozenset(chosen.values()) - {""}
