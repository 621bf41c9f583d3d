"""Answers that are lists."""

from typing import Annotated

from pydantic import Field

from dragoman.mcp_server.answers.shape import Answer, Commitment, Event, Page, Shape


class EventsAnswer(Page):
    """Events that meet the conditions."""

    as_of: str | None
    events: list[Event]


class CommitmentsAnswer(Page):
    """Commitments, the latest first."""

    on: str
    as_of: str | None
    dyad: list[str] | None
    counts: Annotated[dict[str, int], Field(description="By status, of all that were followed.")]
    latest: Annotated[
        int | None, Field(description="At most so many events that make commitments were followed; null: all were.")
    ]
    commitments: list[Commitment]


class Piece(Shape):
    """A piece of a snippet."""

    text: str
    sought: bool


class Found(Shape):
    """A document that has the words."""

    document_id: str
    published: str
    publisher: str
    title: str
    snippet: list[Piece]


class SearchAnswer(Answer):
    """Documents, the best matches first, and events whose quotes have the words, the latest first."""

    words: str
    as_of: str | None
    offset: int
    documents: list[Found]
    total: Annotated[int, Field(description="Of the events.")]
    events: list[Event]
