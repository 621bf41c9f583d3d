"""Single comparisons of two reports, each from -1 (against) over 0 (nothing to say) to 1 (for)."""

from math import asin, cos, radians, sin, sqrt
from typing import Final

from dragoman.linking.lists import load_lists
from dragoman.linking.traits import Names, Spot, Traits
from dragoman.linking.words import are_same_person
from dragoman.model.codes import EventType

AGAINST: Final = -1.0
_EARTH: Final = 6371.0
"""Mean radius, kilometres."""
_ONE_CITY: Final = 30.0
"""Kilometres within which two points are one city and its suburbs."""
_OTHER_CITY: Final = 60.0
"""Kilometres from which on they are two."""
_COPY_WORDS: Final = 6
"""Words that a quote needs before being repeated says that it was copied."""
_COPY_SHARE: Final = 0.75


def compare_modes(one: Traits, other: Traits) -> float:
    """Equal 1, one unknown 0, alike -0.2, different -1."""
    if one.mode is None or other.mode is None:
        return 0.0
    if one.mode == other.mode:
        return 1.0
    near = load_lists().near_modes.get((one.report.event_type, one.mode), frozenset())
    return -0.2 if other.mode in near else AGAINST


def compare_codes(one: frozenset[str], other: frozenset[str], *, domestic: bool = False) -> float:
    """How well two sides agree.

    Args:
        one: codes of a side of one report.
        other: codes of the same side of the other.
        domestic: whether all of it is within one country, which tells less.

    Returns:
        1 for the same states; less where one names only some of them ("the USA and Britain struck", "the USA struck");
        0 where one names nobody; -1 for others altogether.

    """
    if not one or not other:
        return 0.0
    if one == other:
        vague = all(":OTHER" in code for code in one)
        return 0.5 if domestic or vague else 1.0
    if one <= other or other <= one:
        share = min(len(one), len(other)) / max(len(one), len(other))
        return share if not domestic else share / 2
    if one & other:
        # "Seven ministers met" and another list of seven, of which five are the same.
        share = len(one & other) / len(one | other)
        return share - 0.5 if len(one & other) >= 3 else -0.8
    return AGAINST


def compare_days(one: Traits, other: Traits) -> float:
    """Both dated by their words on one day 1; less where a day of publication stands in, or days lie apart."""
    if one.ordinal is None or other.ordinal is None:
        return _compare_intervals(one, other)
    apart = abs(one.ordinal - other.ordinal)
    dated = one.report.is_dated + other.report.is_dated
    if apart == 0:
        return (0.3, 0.6, 1.0)[dated]
    if dated == 2:
        return AGAINST
    return {1: 0.2, 2: -0.4}.get(apart, AGAINST)


def _compare_intervals(one: Traits, other: Traits) -> float:
    """The wider the interval, the more may have happened in it."""
    width = max(_width(one), _width(other))
    if width < 0:
        apart = abs((one.report.published - other.report.published).days)
        return -0.3 if apart <= 3 else AGAINST
    if width <= 8:
        return 0.5
    return -0.2 if width <= 31 else -0.8


def _width(traits: Traits) -> int:
    """Days of the interval; -1 where nothing is known."""
    first, last = traits.report.first, traits.report.last
    return (last - first).days + 1 if first and last else -1


def compare_places(one: Spot | None, other: Spot | None) -> float:
    """One city 1, one province 0.7, one country 0.2, unknown 0, different places -1."""
    if one is None or other is None:
        return 0.0
    if one.country and other.country and one.country != other.country:
        return AGAINST
    if one.kind == "city" and other.kind == "city":
        apart = 0.0 if one.name == other.name and one.admin1 == other.admin1 else _kilometres(one, other)
        return 1.0 if apart <= _ONE_CITY else AGAINST if apart >= _OTHER_CITY else -0.3
    if _province(one) and _province(other):
        return 0.7 if _province(one) == _province(other) else -0.6
    return 0.2


def _province(spot: Spot) -> str:
    return spot.admin1 or (spot.name if spot.kind == "admin1" else "")


def _kilometres(one: Spot, other: Spot) -> float:
    a, b = radians(one.latitude), radians(other.latitude)
    across = sin(radians(other.longitude - one.longitude) / 2) ** 2
    return 2 * _EARTH * asin(sqrt(min(1.0, sin((b - a) / 2) ** 2 + cos(a) * cos(b) * across)))


def compare_words(one: Traits, other: Traits) -> float:
    """How much the quotes say the same, the sides' names aside.

    Returns:
        1 for a copy, -0.5 for no word in common; nearer 0 where a quote has only a word or two to compare.

    """
    if is_copy(one.all_words, other.all_words):
        return 1.0
    least = min(len(one.words), len(other.words))
    if not least:
        return 0.0
    share = len(one.words & other.words) / least
    value = 1.5 * share - 0.5
    return value if least >= 3 else value * least / 3


def is_copy(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two quotes are one text with small edits at most.

    Args:
        one: all words of a quote.
        other: all words of the other.

    """
    if min(len(one), len(other)) < _COPY_WORDS:
        return False
    return len(one & other) >= _COPY_SHARE * len(one | other)


def compare_persons(one: Traits, other: Traits) -> float:
    """The same person named 1 (a second one, too, 1.5 in all); different persons or offices of one state below 0."""
    met = apart = 0.0
    for code in one.names.keys() & other.names.keys():
        if share_person(one.names[code], other.names[code]):
            met += 1.0 if not met else 0.5
        else:
            apart = 0.6
    if met:
        return min(met, 1.5) - apart
    for code in one.offices.keys() & other.offices.keys():
        if one.offices[code] & other.offices[code]:
            met = 0.6
        else:
            apart = 0.8
    return met - apart


def contradicts_persons(one: Traits, other: Traits) -> bool:
    """Whether a side is two different people: the generals' call is not the presidents' call."""
    if one.report.event_type is EventType.ASSAULT:
        mine: Names = {code: one.official_names[code] for code in one.official_names if ":OTHER" in code}
        theirs: Names = {code: other.official_names[code] for code in other.official_names if ":OTHER" in code}
    elif one.report.event_type in _BY_NAME:
        mine, theirs = one.names, other.names
    else:
        mine, theirs = one.official_names, other.official_names
    return any(not share_person(mine[code], theirs[code]) for code in mine.keys() & theirs.keys())


_BY_NAME: Final = frozenset({EventType.COERCE, EventType.SANCTION, EventType.RETREAT})
"""Done to people by name: the arrest of one is not the arrest of another."""


def share_person(mine: frozenset[tuple[str, ...]], theirs: frozenset[tuple[str, ...]]) -> bool:
    """Whether two lists of names have one in common: a surname alone is enough."""
    return any(are_same_person(one, other) for one in mine for other in theirs)


def compare_sectors(one: Traits, other: Traits) -> float:
    """-1 where both say what sort of people acted, or were acted on, and not the same."""
    value = 0.0
    for mine, theirs in zip(one.sectors, other.sectors, strict=True):
        if mine and theirs:
            value += 0.5 if mine & theirs else -0.5
    return value
