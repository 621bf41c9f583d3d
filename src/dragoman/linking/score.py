"""Whether two reports may tell one event, and how likely they do.

After Fellegi and Sunter (A theory for record linkage, 1969): each comparison adds to or takes from the log-odds that
both tell one event. Before that, what would contradict is a plain no, whatever else agrees.
"""

from math import exp
from typing import Final

from dragoman.linking.compare import (
    compare_codes,
    compare_days,
    compare_modes,
    compare_persons,
    compare_places,
    compare_sectors,
    compare_words,
    contradicts_persons,
)
from dragoman.linking.joint import Joint, Part
from dragoman.linking.lists import load_weights
from dragoman.linking.reasons import tell_reason
from dragoman.linking.traits import Traits
from dragoman.model.codes import EventType

THRESHOLD: Final = 0.0
"""Log-odds above which two reports are joined: more likely one event than two."""
PARTS: Final = ("basis", "mode", "actors", "recipients", "date", "place", "words", "persons", "sectors")


def may_be_one(one: Traits, other: Traits) -> bool:
    """Whether nothing contradicts that both tell one event.

    Args:
        one: of a report.
        other: of a report of another document: within one the coder has joined what belongs together.

    """
    a, b = one.report, other.report
    return (
        a.event_type is b.event_type
        and a.status is b.status
        and a.planned_type is b.planned_type
        and a.document_id != b.document_id
        and compare_modes(one, other) > -1.0
        and _sides_meet(one, other)
        and not _places_contradict(one, other)
        and not contradicts_persons(one, other)
    )


def _sides_meet(one: Traits, other: Traits) -> bool:
    if one.report.reciprocal != other.report.reciprocal and one.kind == "statement":
        return False  # "the two agreed on trade" and "he invited his host"
    if _is_mutual(one, other):
        return compare_codes(one.codes, other.codes) > -0.5
    if _is_reversed(one, other):
        return True
    if not one.codes & other.codes:
        return False
    return compare_codes(one.actors, other.actors) > -0.5 and compare_codes(one.recipients, other.recipients) > -0.5


def _is_mutual(one: Traits, other: Traits) -> bool:
    """Whether who acts on whom does not count: in a meeting all meet, but a visit and the visit returned are two."""
    if one.report.event_type is EventType.CONSULT:
        return not (one.mode == other.mode == "visit" and not one.report.reciprocal and not other.report.reciprocal)
    return one.report.reciprocal or other.report.reciprocal


def _is_reversed(one: Traits, other: Traits) -> bool:
    """Whether two reports of a clash differ in who began it."""
    return (
        one.report.event_type is EventType.ASSAULT
        and bool(one.actors)
        and one.actors != one.recipients
        and one.actors == other.recipients
        and one.recipients == other.actors
    )


def _places_contradict(one: Traits, other: Traits) -> bool:
    """Where two places mean two events; a statement's place and a caller's are those of the speaker, if anything."""
    if one.kind == "statement" or "phone" in (one.mode, other.mode):
        return False
    if len(one.codes & other.codes) >= 4:
        return False  # so many states do not meet twice in a day
    return compare_places(one.spot, other.spot) == -1.0


def weigh(one: Traits, other: Traits) -> float:
    """The log-odds that two reports, which do not contradict each other, tell one event."""
    weights = load_weights()[one.kind]
    return sum(value * weights[name] for name, value in zip(PARTS, _compare(one, other), strict=True))


def _compare(one: Traits, other: Traits) -> tuple[float, ...]:
    actors, recipients = _compare_sides(one, other)
    return (
        1.0,
        compare_modes(one, other),
        actors,
        recipients,
        compare_days(one, other),
        compare_places(one.spot, other.spot),
        compare_words(one, other),
        compare_persons(one, other),
        compare_sectors(one, other),
    )


def _compare_sides(one: Traits, other: Traits) -> tuple[float, float]:
    domestic = one.is_domestic and other.is_domestic
    if _is_mutual(one, other):
        value = compare_codes(one.codes, other.codes, domestic=domestic)
        return value, value
    return (
        compare_codes(one.actors, other.actors, domestic=domestic),
        compare_codes(one.recipients, other.recipients, domestic=domestic),
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
