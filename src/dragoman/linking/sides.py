"""Who did it to whom: whether the sides of two reports can be those of one event."""

from enum import Enum
from functools import lru_cache
from typing import Final, NamedTuple

_MEET: Final = -0.5
"""Value above which two sides may be one."""


class Sides(NamedTuple):
    """The sides of a report, and what says how to compare them."""

    is_meeting: bool
    is_fight: bool
    is_statement: bool
    is_directed_visit: bool
    reciprocal: bool
    is_domestic: bool
    """Whether all are of one country: such sides tell little."""
    actors: frozenset[str]
    recipients: frozenset[str]


class Verdict(Enum):
    """Whether two reports' sides can be those of one event."""

    NO = "no"
    IF_ELSE_ALIKE = "if else alike"
    """The same actors and other recipients. Who was hit, or against whom one marched, is told in many ways."""
    YES = "yes"


class Judgement(NamedTuple):
    """How the sides of two reports compare."""

    verdict: Verdict
    actors: float
    recipients: float


def compare_codes(one: frozenset[str], other: frozenset[str], *, domestic: bool = False) -> float:
    """How well two sides agree.

    Args:
        one: codes of a side of one report.
        other: codes of the same side of the other.
        domestic: whether all of it is within one country, which tells less.

    Returns:
        1 for the same states; less where one names only some of them ("the USA and Britain struck", "the USA struck");
        a little against where one names nobody and the other somebody; -1 for others altogether.

    """
    if not one or not other:
        return 0.0 if one == other else -0.3
    if one == other:
        vague = all(":OTHER" in code for code in one)
        return 0.5 if domestic or vague else 1.0
    if one <= other or other <= one:
        share = min(len(one), len(other)) / max(len(one), len(other))
        # Two of six at a summit may as well have met by themselves.
        return share - 0.6 if share < 0.5 else share / 2 if domestic else share
    if one & other:
        # "Seven ministers met" and another list of seven, of which five are the same.
        share = len(one & other) / len(one | other)
        return share - 0.5 if len(one & other) >= 3 else -0.8
    return -1.0


@lru_cache(maxsize=1 << 17)
def judge_sides(one: Sides, other: Sides) -> Judgement:
    """How the sides of two reports compare: the same few pairs come back many times in a day.

    Args:
        one: of a report.
        other: of another, of the same type.

    """
    domestic = one.is_domestic and other.is_domestic
    if _is_mutual(one, other):
        return _judge_mutual(one, other, domestic=domestic)
    actors = compare_codes(one.actors, other.actors, domestic=domestic)
    recipients = compare_codes(one.recipients, other.recipients, domestic=domestic)
    if _is_reversed(one, other):
        verdict = Verdict.YES
    elif not (one.actors | one.recipients) & (other.actors | other.recipients):
        verdict = Verdict.NO
    elif min(actors, recipients) > _MEET:
        verdict = Verdict.YES
    else:
        verdict = Verdict.IF_ELSE_ALIKE if actors > 0 else Verdict.NO
    return Judgement(verdict, actors, recipients)


def _judge_mutual(one: Sides, other: Sides, *, domestic: bool) -> Judgement:
    value = compare_codes(one.actors | one.recipients, other.actors | other.recipients, domestic=domestic)
    verdict = Verdict.YES if value > _MEET else Verdict.NO
    if one.is_statement and not one.actors & other.actors:
        verdict = Verdict.NO  # "Peru and Chile agreed" and "Kenya welcomed that Peru and Chile agreed"
    if one.is_statement and one.reciprocal != other.reciprocal:
        value /= 2  # "the two agreed on trade" and "he invited his host"
    return Judgement(verdict, value, value)


def _is_mutual(one: Sides, other: Sides) -> bool:
    """Whether who acts on whom does not count: in a meeting all meet, but a visit and the visit returned are two."""
    if one.is_meeting:
        return not (one.is_directed_visit and other.is_directed_visit)
    return one.reciprocal or other.reciprocal


def _is_reversed(one: Sides, other: Sides) -> bool:
    """Whether two reports of a clash differ in who began it."""
    return (
        one.is_fight
        and bool(one.actors)
        and one.actors != one.recipients
        and one.actors == other.recipients
        and one.recipients == other.actors
    )
