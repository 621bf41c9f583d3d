"""Whether two reports may tell one event, and how likely they do.

After Fellegi and Sunter (A theory for record linkage, 1969): each comparison adds to or takes from the log-odds that
both tell one event. Before that, what would contradict is a plain no, whatever else agrees.
"""

from math import exp
from typing import Final

from dragoman.linking.compare import (
    compare_days,
    compare_modes,
    compare_scale,
    compare_sectors,
    compare_words,
    is_copy,
)
from dragoman.linking.joint import Joint, Part
from dragoman.linking.lists import load_weights
from dragoman.linking.persons import compare_persons, contradicts_persons
from dragoman.linking.reasons import tell_reason
from dragoman.linking.sides import Verdict, judge_sides
from dragoman.linking.spots import compare_places
from dragoman.linking.traits import Traits

THRESHOLD: Final = 0.0
"""Log-odds above which two reports are joined: more likely one event than two."""
PARTS: Final = ("basis", "mode", "actors", "recipients", "date", "place", "words", "scale", "persons", "sectors")


def may_be_one(one: Traits, other: Traits) -> bool:
    """Whether nothing contradicts that both tell one event.

    Args:
        one: of a report.
        other: of a report of another document: within one the coder has joined what belongs together.

    """
    return (
        one.footing == other.footing
        and one.report.document_id != other.report.document_id
        and _sides_meet(one, other)
        and compare_modes(one, other) > -1.0
        and not _days_contradict(one, other)
        and not _places_contradict(one, other)
        and not contradicts_persons(one, other)
    )


def _sides_meet(one: Traits, other: Traits) -> bool:
    verdict = judge_sides(one.sides, other.sides).verdict
    if verdict is not Verdict.IF_ELSE_ALIKE:
        return verdict is Verdict.YES
    is_one_spot = one.kind == "deed" and compare_places(one.spot, other.spot) == 1.0
    return is_one_spot or is_copy(one.all_words, other.all_words)


def _days_contradict(one: Traits, other: Traits) -> bool:
    """Two days that texts name are two events, but for a visit that lasts and a copy whose day was read otherwise."""
    if one.ordinal == other.ordinal or one.ordinal is None or other.ordinal is None or one.kind == "meeting":
        return False
    return one.report.is_dated and other.report.is_dated and not is_copy(one.all_words, other.all_words)


def _places_contradict(one: Traits, other: Traits) -> bool:
    """Where two places mean two events; a statement's place and a caller's are those of the speaker, if anything."""
    if one.kind == "statement" or "phone" in (one.mode, other.mode):
        return False
    if len(one.codes & other.codes) >= 4:
        return False  # so many states do not meet twice in a day
    return _compare_places(one, other) == -1.0


def _compare_places(one: Traits, other: Traits) -> float:
    value = compare_places(one.spot, other.spot)
    if one.mode == other.mode == "visit" and one.spot and other.spot and one.spot.country == other.spot.country:
        return max(value, 0.0)  # a guest is shown around
    return value


def weigh(one: Traits, other: Traits) -> float:
    """The log-odds that two reports, which do not contradict each other, tell one event."""
    weights = load_weights()[one.kind]
    return sum(value * weights[name] for name, value in zip(PARTS, _compare(one, other), strict=True))


def _compare(one: Traits, other: Traits) -> tuple[float, ...]:
    _, actors, recipients = judge_sides(one.sides, other.sides)
    return (
        1.0,
        compare_modes(one, other),
        actors,
        recipients,
        compare_days(one, other),
        _compare_places(one, other),
        compare_words(one, other),
        compare_scale(one, other),
        compare_persons(one, other),
        compare_sectors(one, other),
    )


def explain(one: Traits, other: Traits) -> Joint:
    """The joint of two reports, with every part that says something.

    Args:
        one: of the report that is joined.
        other: of the report it is joined to.

    """
    weights = load_weights()[one.kind]
    parts = tuple(
        Part(name=name, value=value, weight=weights[name], reason=tell_reason(name, value, one, other))
        for name, value in zip(PARTS, _compare(one, other), strict=True)
        if value
    )
    return Joint(
        report_id=one.report.report_id,
        other_id=other.report.report_id,
        score=1 / (1 + exp(-sum(part.value * part.weight for part in parts))),
        parts=parts,
    )
