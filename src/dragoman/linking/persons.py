"""Whether the persons whom two reports name are the same."""

from typing import Final

from dragoman.linking.traits import Names, Traits
from dragoman.linking.words import are_same_person
from dragoman.model.codes import EventType


def compare_persons(one: Traits, other: Traits) -> float:
    """Named people: above 0 for the same ones, below for different persons or offices of one state.

    A private person tells most: who was arrested, who was freed. A minister whom both name tells little, since he does
    much in a day, unless it is a meeting: he seldom meets the same state twice.
    """
    shared, apart = [], 0.0
    for code in one.names.keys() & other.names.keys():
        if share_person(one.names[code], other.names[code]):
            shared.append(_tell_worth(code, one, other))
        else:
            apart = 0.6
    if shared:
        # Of several the one that tells most counts in full, whichever code a set gives first.
        return min(max(shared) + 0.5 * (len(shared) - 1), 1.5) - apart
    met = 0.0
    for code in one.offices.keys() & other.offices.keys():
        if one.offices[code] & other.offices[code]:
            met = 0.6 if one.kind == "meeting" else 0.2
        else:
            apart = 0.8
    return met - apart


def _tell_worth(code: str, one: Traits, other: Traits) -> float:
    if one.kind == "meeting" or (code not in one.official_names and code not in other.official_names):
        return 1.0
    return 0.3 if code in one.sides.actors else 0.6


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
