"""Answers about the record as a whole, and about two sides."""

from typing import Annotated

from pydantic import Field

from dragoman.mcp_server.answers.shape import Answer, Commitment, Event, Shape


class Named(Shape):
    """A side."""

    code: str
    name: str


class Holdings(Shape):
    """How much the record holds, and of which days."""

    documents: int
    publishers: int
    published_first: str | None
    published_last: str | None
    events: int
    rejected: int
    reviews: int
    first: str | None
    last: str | None


class Busy(Shape):
    """A relation of which much is told."""

    sides: list[Named]
    events: int
    mean: float | None


class OverviewAnswer(Answer):
    """The record at a glance."""

    on: str
    holdings: Holdings
    relations: Annotated[list[Busy], Field(description="Those with most events in the last 36 months it knows of.")]
    newest: Annotated[list[Event], Field(description="Published last.")]
    open: Annotated[int, Field(description="Open commitments.")]
    promises: list[Commitment]


class Stretch(Shape):
    """A period; null: without an end there."""

    first: Annotated[str | None, Field(alias="from")]
    until: str | None


class Weighed(Shape):
    """Events that occurred, by quad class, and their mean on each scale."""

    events: int
    quad_classes: dict[str, int]
    means: dict[str, float | None]


class Month(Weighed):
    """Of one month; null: dates that are no one month."""

    month: str | None


class Direction(Weighed):
    """Of one side towards the other; without both, what they do to each other."""

    source: Annotated[str | None, Field(alias="from")]
    to: str | None


class Balance(Shape):
    """How cooperative or hostile the relation is, as scales of the field weigh it."""

    method: str
    scales: dict[str, str]
    whole: Weighed
    directions: list[Direction]
    months: Annotated[list[Month], Field(description="The latest first.")]


class NowAndBefore(Shape):
    """A figure in the period and in the one before."""

    now: float | None
    before: float | None


class Turn(Shape):
    """A commitment whose standing changed."""

    commitment_id: str
    kind: str
    quote: str
    status: str
    on: str
    event_id: str | None
    because: str


class Changes(Shape):
    """What changed against the period before."""

    period: Stretch
    before: Stretch
    events: NowAndBefore
    quad_classes: dict[str, NowAndBefore]
    types: dict[str, NowAndBefore]
    means: dict[str, NowAndBefore]
    commitments: list[Turn]


class RelationAnswer(Answer):
    """All that the record tells of two sides in a period."""

    sides: list[Named]
    period: Stretch
    as_of: str | None
    on: str
    events: Annotated[int, Field(description="How many there are in all.")]
    chronology: Annotated[list[Event], Field(description="The latest of them, in order of their day.")]
    balance: Balance
    open: list[Commitment]
    changes: Changes | None
