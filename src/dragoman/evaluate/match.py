"""Which predicted event is which of the gold."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import TypeAlias

from dragoman.evaluate.scored import ScoredEvent
from dragoman.model.codes import EventType

Same: TypeAlias = Callable[[ScoredEvent, ScoredEvent], bool]
"""Whether a gold event and a predicted one, in this order, are the same."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """What was found of one document. Each event stands in one of the five."""

    pairs: tuple[tuple[ScoredEvent, ScoredEvent], ...]
    """Gold and predicted."""
    missed: tuple[ScoredEvent, ...]
    extra: tuple[ScoredEvent, ...]
    optional: tuple[ScoredEvent, ...]
    """Of the gold, not found, and not needed."""
    pieces: tuple[ScoredEvent, ...]
    """Predicted parts of events that were found: "A hit B" of "A hit B and C". Neither right nor wrong."""


def same_type(gold: ScoredEvent, predicted: ScoredEvent) -> bool:
    """Whether two events count as one type."""
    return gold.root is predicted.root


def same_sides(gold: ScoredEvent, predicted: ScoredEvent) -> bool:
    """Whether both sides share a code. Sides that act on each other have no order, and two of them must be shared.

    A gold event without a recipient matches one whose recipient is the actor's own country ("the court freed the
    editor": a court and an editor of one country), or empty.
    """
    (actors, recipients), (their_actors, their_recipients) = gold.sides, predicted.sides
    if gold.reciprocal or predicted.reciprocal:
        sides = actors | recipients
        return len(sides & (their_actors | their_recipients)) >= min(2, len(sides))
    at_home = not recipients and their_recipients <= actors
    return _meet(actors, their_actors) and (_meet(recipients, their_recipients) or at_home)


def _meet(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one & other) or not (one or other)


def same_type_and_sides(gold: ScoredEvent, predicted: ScoredEvent) -> bool:
    """Whether type and both sides are the same."""
    return same_type(gold, predicted) and same_sides(gold, predicted)


def is_piece(predicted: ScoredEvent, gold: ScoredEvent) -> bool:
    """Whether an event tells a part of a gold event of more sides."""
    told = frozenset().union(*predicted.sides)
    return same_type_and_sides(gold, predicted) and told < frozenset().union(*gold.sides)


def judge(gold: Iterable[ScoredEvent], predicted: Iterable[ScoredEvent], same: Same) -> Judgement:
    """Match the events of one document one to one, firm gold events first, the nearest of those that fit.

    Args:
        gold: of one document.
        predicted: of the same one.
        same: what makes two events the same.

    """
    free = distinct_predicted(predicted)
    pairs: list[tuple[ScoredEvent, ScoredEvent]] = []
    lost: list[ScoredEvent] = []
    for event in sorted(distinct_gold(gold), key=lambda event: event.optional):
        fitting = [index for index, other in enumerate(free) if same(event, other)]
        if fitting:
            nearest = max(fitting, key=lambda index: _nearness(event, free[index]))
            pairs.append((event, free.pop(nearest)))
        else:
            lost.append(event)
    is_part = [any(is_piece(event, whole) for whole, _ in pairs) for event in free]
    return Judgement(
        pairs=tuple(pairs),
        missed=tuple(event for event in lost if not event.optional),
        extra=tuple(event for event, part in zip(free, is_part, strict=True) if not part),
        optional=tuple(event for event in lost if event.optional),
        pieces=tuple(event for event, part in zip(free, is_part, strict=True) if part),
    )


def _nearness(gold: ScoredEvent, predicted: ScoredEvent) -> tuple[bool, int]:
    shared = sum(len(one & other) for one, other in zip(gold.sides, predicted.sides, strict=True))
    return predicted.date == gold.date, shared


Content: TypeAlias = tuple[EventType, tuple[frozenset[str], frozenset[str]], str]


def _content(event: ScoredEvent) -> Content:
    return event.root, event.sides, event.date


def distinct_gold(events: Iterable[ScoredEvent]) -> list[ScoredEvent]:
    """One event for each type, sides and date: the first, firm where any of those is."""
    first: dict[Content, ScoredEvent] = {}
    firm: set[Content] = set()
    for event in events:
        content = _content(event)
        first.setdefault(content, event)
        if not event.optional:
            firm.add(content)
    return [replace(event, optional=content not in firm) for content, event in first.items()]


def distinct_predicted(events: Iterable[ScoredEvent]) -> list[ScoredEvent]:
    """One event for each type, sides and date: the last, in the place of the first."""
    return list({_content(event): event for event in events}.values())
