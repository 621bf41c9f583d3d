"""A document with what was found in it."""

from typing import Any

from dragoman.desk.reference.shapes.base import Day, EventId, Line, Shape


class Meaning(Shape):
    """Whom an actor's words stand for."""

    code: str
    country: str | None
    sectors: list[str]
    name: str | None
    office: str | None


class Mark(Shape):
    """Words in which something was found. What it has after `text` depends on `mark`; the rest it lacks."""

    mark: str
    """actor, trigger, timex, place or quotation."""
    field: str
    """title or text."""
    start: int
    end: int
    """In code points."""
    text: str | None = None
    kind: str | None = None
    """Of an actor's words (name, pronoun, …) or of a place (city, country, …)."""
    actors: list[Meaning] | None = None
    antecedent: dict[str, Any] | None = None
    """Where the words stand that a pronoun refers back to."""
    event_type: str | None = None
    """Of a trigger, as what follows."""
    mode: str | None = None
    event_id: EventId | None = None
    """The event that it tells of."""
    report_id: EventId | None = None
    type: str | None = None
    """Of a timex, as what follows: TIMEX3's type and value, and the days that it covers."""
    value: str | None = None
    first: Day | None = None
    last: Day | None = None
    name: str | None = None
    """Of a place, as what follows; null where it could not be resolved."""
    country: str | None = None
    admin1: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    geonames_id: int | None = None
    role: str | None = None
    """What the name does in the text."""
    rule: str | None = None
    score: float | None = None
    reason: str | None = None


class Version(Shape):
    """A version of a document."""

    version: int
    published: Day
    added: str
    is_current: int


class DocumentEvent(Line):
    """An event that a document tells of."""

    report_id: EventId
    """The document's own report of it."""


class DocumentTold(Shape):
    """A document."""

    document_id: str
    version: int
    published: Day
    publisher: str
    url: str
    title: str
    text: str | None
    """Null where only its events were imported."""
    added: str
    copy_of: str | None
    """The document that it repeats but for small edits, whose events it tells."""
    copies: list[str]
    """Documents that repeat it."""
    marks: list[Mark]
    """In order of their place."""
    versions: list[Version]
    events: list[DocumentEvent]
