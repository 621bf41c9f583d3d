"""An event with all that stands behind it."""

from typing import Any

from dragoman.desk.reference.shapes.base import Day, EventId, Line, Reading, Shape
from dragoman.model.codes import Status


class EventReading(Reading):
    """What one field of an event rests on."""

    report_id: EventId
    """The report it is from."""
    review: int | None
    """Number of the review that set it."""


class Report(Shape):
    """One document's telling of an event."""

    report_id: EventId
    document_id: str
    published: Day
    publisher: str
    copy_of: str | None = None
    """The document that this one repeats; left out for others."""
    quote: str
    date: dict[str, Any] | None
    place: dict[str, Any] | None
    confidence: float
    voice: int
    """Reports of one number are one voice."""
    title: str | None
    url: str | None
    version: int
    """Of the document."""
    status: Status
    held: bool
    """Whether it is kept for a review, though the document, coded anew, has it no longer."""
    coder: dict[str, Any] | None
    fields: list[Reading]


class Part(Shape):
    """A part of the comparison of two reports."""

    name: str
    value: float
    """From -1, against, to 1, for one event."""
    weight: float
    reason: str


class Joint(Shape):
    """Why a report was joined to another."""

    report_id: EventId
    other_id: EventId
    score: float
    parts: list[Part]


class ConflictValue(Shape):
    """What some reports say."""

    value: Any
    reports: list[EventId]


class Conflict(Shape):
    """A field in which reports differ."""

    field: str
    values: list[ConflictValue]


class Anchor(Shape):
    """A report that a review speaks of."""

    report_id: EventId
    present: bool


class Review(Shape):
    """What somebody said of the event."""

    number: int
    at: str
    by: str
    because: str
    action: str
    """confirm, reject, set, join, split or undo."""
    event_id: EventId
    field: str | None
    value: Any
    undoes: int | None
    undone: bool
    reports: list[Anchor]


class EventTold(Shape):
    """An event, and what can be said of it."""

    as_of: Day | None
    event: Line
    shown: EventId
    """The report whose words it has."""
    fields: list[EventReading]
    reports: list[Report]
    joined: list[Joint]
    conflicts: list[Conflict]
    reviews: list[Review]
    """Undone ones too."""
    whole: dict[str, Any]
    """As the record composes it of its reports, with all spans: the form that `dragoman export --to jsonl` writes."""
    neighbours: list[Line]
    """Of the same type and sides within a week."""
    choices: dict[str, list[str] | None]
    """The fields that can be set, each with its values; null where these are no list."""
