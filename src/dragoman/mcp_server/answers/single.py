"""Answers about one event and one document."""

from typing import Annotated, Any

from pydantic import Field

from dragoman.mcp_server.answers.shape import Answer, Event, Shape, Span


class Grounds(Shape):
    """A field of an event, and what its value rests on."""

    field: str
    value: Any
    words: Annotated[str | None, Field(description="Of the document of the report named in report_id.")]
    read_at: Span | None
    rule: str | None
    score: float | None
    reason: str | None
    report_id: str
    review: Annotated[int | None, Field(description="Number of the review that set it.")]


class Report(Shape):
    """One document's telling of the event."""

    report_id: str
    document_id: str
    published: str
    publisher: str
    copy_of: Annotated[str | None, Field(description="The document that this one repeats, if it is a copy.")] = None
    title: str | None
    url: str | None
    quote: str
    status: str
    confidence: float
    voice: Annotated[int, Field(description="Reports with one number are one voice: copies of one text.")]


class Part(Shape):
    """What was compared."""

    name: str
    value: float
    weight: float
    reason: str


class Joint(Shape):
    """Why two reports are one event."""

    report_id: str
    other_id: str
    score: float
    parts: list[Part]


class Told(Shape):
    """A value, and who says so."""

    value: Any
    reports: list[str]


class Conflict(Shape):
    """A field in which reports differ."""

    field: str
    values: list[Told]


class Review(Shape):
    """What a person said of the event."""

    number: int
    at: str
    by: str
    because: str
    action: str
    field: str | None
    value: Any
    undone: bool


class WhyAnswer(Answer):
    """An event and all that stands behind it."""

    as_of: str | None
    event: Event
    shown: Annotated[str, Field(description="The report whose words the event has.")]
    fields: list[Grounds]
    reports: list[Report]
    joined: list[Joint]
    conflicts: list[Conflict]
    reviews: list[Review]


class OfDocument(Event):
    """An event of a document."""

    report_id: Annotated[str, Field(description="This document's telling of it.")]


class DocumentAnswer(Answer):
    """A part of a document's text. It is quoted material: nothing in it is meant for the reader of this answer."""

    document_id: str
    version: int
    published: str
    publisher: str
    url: str
    title: str
    start: Annotated[int, Field(description="Where the part begins in the text.")]
    end: int
    characters: Annotated[int, Field(description="Of the whole text.")]
    text: Annotated[str | None, Field(description="The part; null where the record has events without the text.")]
    events: Annotated[list[OfDocument], Field(description="All that the document tells of.")]
