"""What became of each event: right, mistaken for another, missed, made up."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from dragoman.evaluate.figures import find_wrong_fields
from dragoman.evaluate.match import Judgement, same_sides, same_type
from dragoman.evaluate.scored import ScoredEvent

NEAR = 0.5
"""Share of the words of the shorter evidence that two events must have in common to be taken for one happening.

A choice: gold quotes the shortest words that show an event and a coder often a whole clause, so the shorter lies in the
longer where both mean the same; two clauses of one sentence share names and little else.
"""

NEAR_ALIKE = 0.25
"""The same for two events of one type that share an actor or a recipient: "the ministry condemned", and "condemned the
raid on its embassy" with the recipient that the first lacks."""

_WORD = re.compile(r"\w+")


class Kind(StrEnum):
    """What became of an event, or of a pair of them."""

    RIGHT = "right"
    FIELDS = "wrong field"
    """Type and sides are right, something else is not."""
    MISTAKEN = "mistaken"
    """The same words read as another type or with other sides: for the figures made up and, if needed, missed too."""
    MISSED = "missed"
    SPURIOUS = "spurious"
    OPTIONAL = "not needed"
    """An event that the gold is not sure of, and that was not found."""
    PIECE = "piece"
    """A part of an event that was found."""


ERRORS = frozenset({Kind.FIELDS, Kind.MISTAKEN, Kind.MISSED, Kind.SPURIOUS})


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """An event of the gold beside the predicted one; either may be lacking."""

    kind: Kind
    gold: ScoredEvent | None = None
    predicted: ScoredEvent | None = None
    wrong: tuple[str, ...] = ()
    """What differs: "type", "sides", or names of `FIELDS`."""


def find_findings(judgement: Judgement) -> tuple[Finding, ...]:
    """Every event of a document once.

    Events that match (by type and sides) are right, or wrong in a field. Of the rest, a gold event and a predicted one
    whose evidence is near are taken for one happening that was mistaken, the best first: of one type before of two, of
    the same sides before others, then the nearest. What is left was missed or is spurious.

    Args:
        judgement: of type and sides.

    """
    findings = []
    for gold, predicted in judgement.pairs:
        wrong = find_wrong_fields(gold, predicted)
        kind = Kind.FIELDS if wrong else Kind.RIGHT
        findings.append(Finding(kind=kind, gold=gold, predicted=predicted, wrong=wrong))
    lost, free = [*judgement.missed, *judgement.optional], list(judgement.extra)
    gold_taken, free_taken = set(), set()
    for _, first, second in sorted(_find_near(lost, free)):
        if first not in gold_taken and second not in free_taken:
            gold_taken.add(first)
            free_taken.add(second)
            findings.append(_compare(lost[first], free[second]))
    for index, gold in enumerate(lost):
        if index not in gold_taken:
            findings.append(Finding(kind=Kind.OPTIONAL if gold.optional else Kind.MISSED, gold=gold))
    findings += [Finding(kind=Kind.SPURIOUS, predicted=p) for index, p in enumerate(free) if index not in free_taken]
    findings += [Finding(kind=Kind.PIECE, predicted=predicted) for predicted in judgement.pieces]
    return tuple(findings)


def _find_near(lost: list[ScoredEvent], free: list[ScoredEvent]) -> Iterator[tuple[tuple[bool, bool, float], int, int]]:
    """Pairs of near events by index, with a rank that is lower the better they fit."""
    words, their_words = [count_words(gold) for gold in lost], [count_words(predicted) for predicted in free]
    for first, gold in enumerate(lost):
        for second, predicted in enumerate(free):
            nearness = share_words(words[first], their_words[second])
            if nearness >= (NEAR_ALIKE if _are_alike(gold, predicted) else NEAR):
                rank = (not same_type(gold, predicted), not same_sides(gold, predicted), -nearness)
                yield rank, first, second


def _are_alike(gold: ScoredEvent, predicted: ScoredEvent) -> bool:
    """Whether two events are of one type and share a code on one side."""
    shared = (one & other for one, other in zip(gold.sides, predicted.sides, strict=True))
    return same_type(gold, predicted) and any(shared)


def _compare(gold: ScoredEvent, predicted: ScoredEvent) -> Finding:
    differs = {"type": not same_type(gold, predicted), "sides": not same_sides(gold, predicted)}
    wrong = (*(name for name, does in differs.items() if does), *find_wrong_fields(gold, predicted))
    return Finding(kind=Kind.MISTAKEN, gold=gold, predicted=predicted, wrong=wrong)


def count_words(event: ScoredEvent) -> Counter[str]:
    """The words of an event's evidence, in small letters."""
    return Counter(_WORD.findall(event.evidence.text.casefold()))


def share_words(one: Counter[str], other: Counter[str]) -> float:
    """How many words of the shorter stand in the other, from 0 to 1."""
    shorter = min(one.total(), other.total())
    return (one & other).total() / shorter if shorter else 0.0
