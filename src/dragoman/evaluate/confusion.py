"""Which type was taken for which."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dragoman.evaluate.findings import Finding, Kind
from dragoman.evaluate.scored import ROOTS
from dragoman.model.codes import EventType

NOTHING = ""
"""Stands for no event: of a missed one on the predicted side, of a spurious one on the gold's."""


@dataclass(frozen=True, slots=True)
class Confusion:
    """How often each type of the gold was read as each type."""

    counts: Mapping[tuple[str, str], int]
    """By gold and predicted type, either of them `NOTHING`."""

    @property
    def types(self) -> tuple[EventType, ...]:
        """The types that were met, in the codebook's order."""
        return tuple(root for root in ROOTS if any(root in pair for pair in self.counts))


def count_confusion(findings: Iterable[Finding]) -> Confusion:
    """The types of events that were taken for one happening (`find_findings`), and those without a counterpart.

    Events with the right type and wrong sides stand on the diagonal: their type was not mistaken. Events that were not
    needed, and pieces of others, are left out.
    """
    counts: Counter[tuple[str, str]] = Counter()
    for finding in findings:
        if finding.kind not in (Kind.OPTIONAL, Kind.PIECE):
            gold = finding.gold.root if finding.gold else NOTHING
            counts[gold, finding.predicted.root if finding.predicted else NOTHING] += 1
    return Confusion(counts)
