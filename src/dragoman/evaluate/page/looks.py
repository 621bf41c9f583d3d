"""How each kind of finding looks: a sign and a word beside the colour, for those who don't see the colours."""

from dataclasses import dataclass
from itertools import count

from dragoman.evaluate.findings import Finding, Kind
from dragoman.evaluate.gold import GoldDocument
from dragoman.evaluate.scored import ScoredEvent
from dragoman.model.text import Field, Span


@dataclass(frozen=True, slots=True)
class Look:
    """How one kind of finding is shown."""

    kind: Kind
    name: str
    """Of its class in the style sheet, where its colour and its line are."""
    sign: str
    meaning: str


LOOKS = {
    look.kind: look
    for look in (
        Look(Kind.MISSED, "missed", "−", "in the gold, not found"),
        Look(Kind.SPURIOUS, "spurious", "+", "predicted, not in the gold"),
        Look(Kind.MISTAKEN, "mistaken", "≠", "the same words, another type or other sides"),
        Look(Kind.FIELDS, "fields", "≈", "type and sides right, something else wrong"),
        Look(Kind.RIGHT, "right", "✓", "all right"),
        Look(Kind.OPTIONAL, "aside", "○", "the gold is not sure of it; not found, and not needed"),
        Look(Kind.PIECE, "aside", "∂", "a part of an event that was found; not counted"),
    )
}
"""In order of weight: where the words of two findings overlap, the earlier one gives the colour."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A finding with its number in the document, and where its words stand."""

    number: int
    finding: Finding
    span: Span | None

    @property
    def look(self) -> Look:
        """How it is shown."""
        return LOOKS[self.finding.kind]


def place_findings(document: GoldDocument, findings: tuple[Finding, ...]) -> tuple[Placed, ...]:
    """Findings in the order of their words, numbered from 1; those whose words are not in the text come last."""

    def find(finding: Finding) -> Span | None:
        events = (event for event in (finding.gold, finding.predicted) if event)
        return next((span for event in events if (span := find_words(document, event))), None)

    placed = [(find(finding), finding) for finding in findings]
    placed.sort(key=lambda pair: (pair[0] is None, pair[0] and (pair[0].field is Field.TEXT, pair[0].start)))
    numbers = count(1)
    return tuple(Placed(number=next(numbers), finding=finding, span=span) for span, finding in placed)


def find_words(document: GoldDocument, event: ScoredEvent) -> Span | None:
    """Where the evidence of an event stands: as it says itself where that is true, else its first place."""
    quote = event.evidence
    if not quote.text:
        return None
    if quote.span and document.field(quote.span.field)[quote.span.start : quote.span.end] == quote.text:
        return quote.span
    for field in (Field.TEXT, Field.TITLE):
        start = document.field(field).find(quote.text)
        if start >= 0:
            return Span(start, start + len(quote.text), field)
    return None
