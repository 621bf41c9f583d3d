"""Counts and the shares made of them."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from dragoman.evaluate.match import Judgement
from dragoman.evaluate.scored import ROOTS, ScoredEvent
from dragoman.model.codes import EventType


@dataclass(frozen=True, slots=True)
class Share:
    """How many of how many."""

    right: int = 0
    of: int = 0

    def __add__(self, other: "Share") -> "Share":
        return Share(self.right + other.right, self.of + other.of)

    @property
    def value(self) -> float | None:
        """Between 0 and 1; None where there was nothing to get right."""
        return self.right / self.of if self.of else None


@dataclass(frozen=True, slots=True)
class Counts:
    """What was found, missed and made up."""

    right: int = 0
    """Events matched, optional ones of the gold among them."""
    firm: int = 0
    """Those of `right` that the gold is sure of."""
    missed: int = 0
    extra: int = 0

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(
            self.right + other.right, self.firm + other.firm, self.missed + other.missed, self.extra + other.extra
        )

    @property
    def precision(self) -> Share:
        """Of the predicted events, which were right."""
        return Share(self.right, self.right + self.extra)

    @property
    def recall(self) -> Share:
        """Of the gold's sure events, which were found."""
        return Share(self.firm, self.firm + self.missed)

    @property
    def f1(self) -> float:
        """The harmonic mean of the two; 0 where either is 0 or undefined."""
        precision, recall = self.precision.value or 0.0, self.recall.value or 0.0
        return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def count_types(judgements: Iterable[Judgement]) -> Mapping[EventType, Counts]:
    """Counts by type, in the codebook's order, for the types that were met."""
    counts: defaultdict[EventType, Counts] = defaultdict(Counts)
    for judgement in judgements:
        for gold, _ in judgement.pairs:
            counts[gold.root] += Counts(right=1, firm=int(not gold.optional))
        for gold in judgement.missed:
            counts[gold.root] += Counts(missed=1)
        for predicted in judgement.extra:
            counts[predicted.root] += Counts(extra=1)
    return {root: counts[root] for root in ROOTS if root in counts}


def is_date_right(gold: ScoredEvent, predicted: ScoredEvent) -> bool | None:
    """Whether the first day is one of those that the gold allows."""
    return None if gold.dates is None else predicted.date in gold.dates


def is_status_right(gold: ScoredEvent, predicted: ScoredEvent) -> bool | None:
    """Whether the status is the gold's."""
    return gold.status == predicted.status if gold.status else None


def is_place_right(gold: ScoredEvent, predicted: ScoredEvent) -> bool | None:
    """Whether the country where it happened is right."""
    return gold.place == predicted.place[:3] if gold.place else None


def is_speaker_right(gold: ScoredEvent, predicted: ScoredEvent) -> bool | None:
    """Whether it is on the word of the right actor, the part before a slash: "NSA:HAMAS" of "NSA:HAMAS/PSE"."""
    return gold.speaker.partition("/")[0] == predicted.speaker.partition("/")[0] if gold.speaker else None


def is_mode_right(gold: ScoredEvent, predicted: ScoredEvent) -> bool | None:
    """Whether the mode is the gold's."""
    return gold.mode == predicted.mode if gold.mode else None


def is_reciprocal_right(gold: ScoredEvent, predicted: ScoredEvent) -> bool:
    """Whether both say, or neither says, that the sides act on each other."""
    return gold.reciprocal == predicted.reciprocal


FIELDS: Mapping[str, Callable[[ScoredEvent, ScoredEvent], bool | None]] = {
    "date": is_date_right,
    "status": is_status_right,
    "place": is_place_right,
    "speaker": is_speaker_right,
    "mode": is_mode_right,
    "reciprocal": is_reciprocal_right,
}
"""What is compared on matched events: right, wrong, or None where the gold has no value to compare with."""


def find_wrong_fields(gold: ScoredEvent, predicted: ScoredEvent) -> tuple[str, ...]:
    """Names of the fields in which a matched event is wrong."""
    return tuple(name for name, is_right in FIELDS.items() if is_right(gold, predicted) is False)


def count_fields(judgements: Iterable[Judgement]) -> Mapping[str, Share]:
    """Over the matched events: how often each field is right, of those where the gold has one."""
    shares = dict.fromkeys(FIELDS, Share())
    for judgement in judgements:
        for gold, predicted in judgement.pairs:
            for name, is_right in FIELDS.items():
                verdict = is_right(gold, predicted)
                if verdict is not None:
                    shares[name] += Share(int(verdict), 1)
    return shares
