"""Predictions against gold, all figures at once."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dragoman.evaluate.confusion import Confusion, count_confusion
from dragoman.evaluate.figures import Counts, Share, count_fields, count_types
from dragoman.evaluate.findings import ERRORS, Finding, Kind, find_findings
from dragoman.evaluate.gold import GoldDocument
from dragoman.evaluate.match import Judgement, judge, same_type, same_type_and_sides
from dragoman.evaluate.scored import ScoredEvent
from dragoman.model.codes import EventType

Predictions = Mapping[str, Sequence[ScoredEvent]]
"""Events by the id of their document."""

STEPS = 20
"""Thresholds of confidence tried: 0, 0.05, 0.1, …"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """Figures of one way to compare."""

    types: Mapping[EventType, Counts]

    @property
    def total(self) -> Counts:
        """Over all types."""
        return sum(self.types.values(), Counts())


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentResult:
    """What became of the events of one document."""

    document: GoldDocument
    findings: tuple[Finding, ...]

    def count(self, *kinds: Kind) -> int:
        """How many findings are of some kinds."""
        return sum(finding.kind in kinds for finding in self.findings)

    @property
    def errors(self) -> int:
        """How many findings are errors."""
        return self.count(*ERRORS)


@dataclass(frozen=True, slots=True, kw_only=True)
class SweepPoint:
    """The figures of events of at least some confidence."""

    threshold: float
    counts: Counts


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluation:
    """All that `dragoman evaluate` tells."""

    by_type: Level
    """Where an event of the right type is right."""
    by_sides: Level
    """Where type and both sides must be right: the headline."""
    fields: Mapping[str, Share]
    """Of the events matched by type and sides."""
    confusion: Confusion
    sweep: tuple[SweepPoint, ...]
    """By type and sides; empty where the predictions say no confidence."""
    documents: tuple[DocumentResult, ...]


def evaluate(gold: Iterable[GoldDocument], predicted: Predictions, *, min_confidence: float = 0) -> Evaluation:
    """Compare predicted events with gold.

    Args:
        gold: see `read_gold`.
        predicted: see `read_predictions`.
        min_confidence: predicted events of less are left out, from 0 to 1; those that say none stay.

    """
    documents = tuple(gold)
    kept = {document.id: keep_sure(predicted.get(document.id, ()), min_confidence) for document in documents}
    by_sides = judge_all(documents, kept, by_sides=True)
    results = tuple(
        DocumentResult(document=document, findings=find_findings(judgement))
        for document, judgement in zip(documents, by_sides, strict=True)
    )
    return Evaluation(
        by_type=Level(types=count_types(judge_all(documents, kept, by_sides=False))),
        by_sides=Level(types=count_types(by_sides)),
        fields=count_fields(by_sides),
        confusion=count_confusion(finding for result in results for finding in result.findings),
        sweep=tuple(sweep(documents, kept)),
        documents=results,
    )


def keep_sure(events: Iterable[ScoredEvent], threshold: float) -> tuple[ScoredEvent, ...]:
    """The events of at least some confidence, and those that say none."""
    return tuple(event for event in events if event.confidence is None or event.confidence >= threshold)


def judge_all(documents: Iterable[GoldDocument], predicted: Predictions, *, by_sides: bool) -> list[Judgement]:
    """Match document by document, by type alone or by type and sides."""
    same = same_type_and_sides if by_sides else same_type
    return [judge(document.events, predicted.get(document.id, ()), same) for document in documents]


def sweep(documents: Sequence[GoldDocument], predicted: Predictions) -> list[SweepPoint]:
    """The figures at rising thresholds, each that leaves out more than the one before, as long as events are left."""
    points: list[SweepPoint] = []
    left = 0
    if all(event.confidence is None for events in predicted.values() for event in events):
        return points
    for step in range(STEPS):
        threshold = step / STEPS
        kept = {document_id: keep_sure(events, threshold) for document_id, events in predicted.items()}
        count = sum(map(len, kept.values()))
        if count and (not points or count < left):
            judged = judge_all(documents, kept, by_sides=True)
            points.append(SweepPoint(threshold=threshold, counts=Level(types=count_types(judged)).total))
        left = count
    return points
