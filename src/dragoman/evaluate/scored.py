"""Events as they are compared: the few things that count, in one form for both sides."""

from collections.abc import Iterable
from dataclasses import dataclass

from dragoman.codebook import announce
from dragoman.model.codes import EventType, Status
from dragoman.model.text import Span

EARLIER_NAMES = {
    "YIELD": EventType.CONCEDE,
    "DEMAND": EventType.REQUEST,
    "DISAPPROVE": EventType.ACCUSE,
    "INVESTIGATE": EventType.ACCUSE,
    "FIGHT": EventType.ASSAULT,
}
"""Types of earlier PLOVER drafts, which older gold still has (README and manual draft 1.0), and what they became."""

UNNAMED = ":OTHER"
"""Ending of a code that says the kind of actor alone: "NSA:OTHER" is compared as "NSA"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """The words that state an event."""

    text: str
    span: Span | None = None
    """Where they stand, where that was given."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoredEvent:
    """One event of the gold, or one predicted."""

    event_type: EventType
    """As coded; `root` is what it counts as."""
    actors: tuple[str, ...]
    """Codes as written: "NSA:HEZBOLLAH/LBN"."""
    recipients: tuple[str, ...] = ()
    reciprocal: bool = False
    date: str = ""
    """ISO, the first day; empty where it has none."""
    dates: frozenset[str] | None = None
    """All that are right, the empty string for none; None where the gold leaves dates out."""
    status: str = ""
    mode: str = ""
    place: str = ""
    """The country's code."""
    speaker: str = ""
    """Code of whoever says so."""
    evidence: Quote = Quote(text="")
    optional: bool = False
    """Of low confidence in the gold: finding it is right, missing it is not wrong."""
    confidence: float | None = None
    """The coder's own, from 0 to 1."""

    @property
    def root(self) -> EventType:
        """The type it counts as: of an announced act AGREE or THREATEN, of a RETREAT CONCEDE."""
        announced = announce(self.event_type) if self.status == Status.PLANNED else None
        root = announced or self.event_type
        return EventType.CONCEDE if root is EventType.RETREAT else root

    @property
    def sides(self) -> tuple[frozenset[str], frozenset[str]]:
        """The codes compared, of actors and of recipients."""
        return split_codes(self.actors), split_codes(self.recipients)


ROOTS = tuple(t for t in EventType if t is not EventType.RETREAT)
"""The types that events count as, in the codebook's order."""


def split_codes(codes: Iterable[str]) -> frozenset[str]:
    """The parts that are compared: "NSA:HEZBOLLAH/LBN" is the group and the country, and either will do."""
    parts = (part for code in codes for part in code.split("/"))
    return frozenset(part.removesuffix(UNNAMED) for part in parts if part not in {"", "None", "null"})
