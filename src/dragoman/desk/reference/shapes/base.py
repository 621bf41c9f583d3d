"""What many answers hold: sides, days, events in short, what went wrong."""

from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field

from dragoman.model.codes import EventType, QuadClass, Status

Day = Annotated[str, Field(examples=["2025-10-02"], json_schema_extra={"format": "date"})]
"""Days are told as strings: the record has them so."""

Month = Annotated[str, Field(examples=["2025-10"], pattern=r"^\d{4}-\d{2}$")]

EventId = Annotated[str, Field(examples=["ev_7b22fc6a39057cd8"])]


class Shape(BaseModel):
    """What objects of answers have in common."""

    model_config = ConfigDict(use_attribute_docstrings=True, use_enum_values=True)


class Fault(Shape):
    """What went wrong."""

    status: int
    """That of the answer."""
    fault: str
    """What is wrong."""
    remedy: str
    """What to do about it; empty where nothing is known."""


class Named(Shape):
    """A side."""

    code: Annotated[str, Field(examples=["TUR"])]
    """A state's ISO 3166-1 alpha-3 code, or one like IGO:UN."""
    name: str
    """Of the state or body."""


class Days(Shape):
    """When something happened."""

    start: Day | None
    end: Day | None
    granularity: str
    """How exactly it is known: hour, day, week, month, …"""
    approximate: bool


class Act(Shape):
    """What is announced."""

    event_type: EventType
    mode: str | None
    date: dict[str, Any] | None = None


class Person(Shape):
    """A side of an event or commitment, with the person or office that stands for it."""

    code: str
    name: str | None
    office: str | None


class Side(Person):
    """A side with the words that name it."""

    words: str | None
    """In the text; null where a review set it."""


class Where(Shape):
    """Where something happened."""

    name: str | None
    country: str | None
    """ISO 3166-1 alpha-3."""
    kind: str | None
    latitude: float | None
    longitude: float | None
    geonames_id: int | None


class Span(Shape):
    """Where words stand, in code points of a document's title or text."""

    field: str
    start: int | None
    end: int | None


class Published(Shape):
    """When an event's reports were published."""

    first: Day
    last: Day


class Line(Shape):
    """An event in short."""

    event_id: EventId
    date: Days | None
    dated_by: str | None
    """The words that say when; "publication" where the day of publication stands in, "review" where a person set it."""
    event_type: EventType
    mode: str | None
    contexts: list[str]
    label: str | None
    """CAMEO's words for its code."""
    quad_class: QuadClass
    cameo: str
    plover: float | None
    """PLOVER's score, from -10 to 10."""
    goldstein: float
    """From -10 to 10."""
    status: Status
    """Whether it occurred, or is planned, claimed, denied ("negated") or supposed ("hypothetical")."""
    planned: Act | None
    """The act that it announces."""
    actors: list[Side]
    recipients: list[Side]
    reciprocal: bool
    """Whether the actors did it to each other."""
    place: Where | None
    quote: str
    """The words that tell it."""
    trigger: str
    """The words of these that tell the act."""
    quoted_at: Span
    document_id: str
    """The document that the words stand in."""
    speaker: Side | None
    """On whose word it is told."""
    cue: str | None
    """The word that says so: said, accused, …"""
    outlet: str | None
    reports: int
    publishers: list[str]
    voices: int
    """Reports but copies of one text counted once."""
    published: Published
    confidence: Annotated[float, Field(ge=0, le=1)]
    conflicts: list[str]
    """Fields in which its reports differ."""
    corrected: list[str]
    """Fields that a review set."""
    confirmed: bool
    rejected: bool


class Change(Shape):
    """Something that became of a commitment."""

    status: str
    on: Day
    event_id: EventId
    because: str


class Around(Shape):
    """What stands around a quotation in its sentence."""

    before: str
    after: str


class Commitment(Shape):
    """Who committed himself to whom, to what."""

    commitment_id: EventId
    """The id of the event that made it."""
    kind: str
    by: list[Person]
    to: list[Person]
    mutual: bool
    what: str | None
    """The type of the act promised."""
    mode: str | None
    contexts: list[str]
    made_on: Day
    due: dict[str, Any] | None
    """The days by which."""
    speaker: str | None
    """Code of the side on whose word."""
    quote: str
    document_id: str
    status: Annotated[str, Field(examples=["open"])]
    """open, kept, broken or lapsed."""
    changes: list[Change]
    """Earliest first."""
    around: Around | None = None
    """In lists of commitments; null where the record has not the document's text."""


class Reading(Shape):
    """What one field of an event was read from."""

    field: str
    value: str | int | float | bool | None
    words: str | None
    """Of the text."""
    read_at: Span | None
    rule: str | None
    """Or model that read it."""
    score: float | None
    reason: str | None
    """Why it is so, or empty."""
