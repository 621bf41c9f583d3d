"""All that the record tells of two sides."""

from typing import Annotated, Any

from pydantic import Field

from dragoman.desk.reference.shapes.base import Commitment, Day, EventId, Line, Month, Named, Shape
from dragoman.desk.reference.shapes.lists import Fates
from dragoman.model.codes import EventType, QuadClass, Status

_FROM = Field(alias="from")

Counts = dict[QuadClass, int]
Means = dict[str, float | None]


class Period(Shape):
    """From when until when; null where it is open."""

    first: Annotated[Day | None, _FROM]
    until: Day | None


class TypeCount(Shape):
    """Events of a month that are alike."""

    month: Month | None
    quad_class: QuadClass
    event_type: EventType
    status: Status
    events: int


class Balance(Shape):
    """Events that occurred, weighed."""

    events: int
    quad_classes: Counts
    means: Means
    """By scale."""


class MonthBalance(Balance):
    """Those of a month."""

    month: Month | None


class Direction(Balance):
    """Those of one side towards the other; null where both act."""

    first: Annotated[str | None, _FROM]
    to: str | None


class Balances(Shape):
    """Cooperation and conflict."""

    method: str
    scales: dict[str, str]
    whole: Balance
    months: list[MonthBalance]
    directions: list[Direction]


class NowAndBefore(Shape):
    """A figure of two periods."""

    now: int
    before: int


class MeanNowAndBefore(Shape):
    """A mean of two periods."""

    now: float | None
    before: float | None


class KindCount(Shape):
    """Events of a kind."""

    event_type: EventType
    mode: str | None
    events: int


class Became(Shape):
    """What became of commitments in a period."""

    made: int
    kept: int
    broken: int
    lapsed: int
    latest: int | None
    """They are those of so many latest events that make any; null where they are all."""


class BecameNowAndBefore(Shape):
    """What became of commitments in two periods."""

    now: Became
    before: Became


class Changes(Shape):
    """The period against another: the one before it, or one that was named."""

    period: Period
    before: Period
    days: NowAndBefore
    """How long both are."""
    events: NowAndBefore
    quad_classes: dict[QuadClass, NowAndBefore]
    types: dict[EventType, NowAndBefore]
    means: dict[str, MeanNowAndBefore]
    appeared: list[KindCount]
    """Kinds that the other period has not."""
    vanished: list[KindCount]
    """Kinds that it alone has."""
    commitments: list[dict[str, Any]]
    """What became of single ones in the period."""
    fates: BecameNowAndBefore | None = None
    """Where a period to compare with was named."""


class Relation(Shape):
    """Figures, chronology and commitments."""

    sides: list[Named]
    period: Period
    as_of: Day | None
    on: Day
    events: int
    chronology: list[Line]
    by_month: list[TypeCount]
    balance: Balances
    open: list[Commitment]
    changes: Changes | None


class Office(Shape):
    """An office that a person held."""

    office: str
    since: str | None
    until: str | None
    certainty: str
    events: int
    """On the days of so many of the events."""


class Acting(Shape):
    """A person of either side."""

    code: str
    name: str
    named_as: list[str]
    events: int
    first: Day | None
    last: Day | None
    offices: list[Office]


class Speaker(Shape):
    """Somebody on whose word events are told."""

    code: str
    name: str | None
    office: str | None
    events: int
    statuses: dict[Status, int]


class Publisher(Shape):
    """Who published reports."""

    publisher: str | None
    documents: int
    events: int
    first: Day
    last: Day


class Source(Shape):
    """A document that events rest on."""

    document_id: str
    published: Day
    publisher: str
    title: str
    url: str
    coder: str
    codebook: str
    events: list[EventId]


class Reviewed(Shape):
    """How many events people spoke of."""

    confirmed: int
    corrected: int
    rejected: int


class RelationTold(Shape):
    """A relation in a period."""

    relation: Relation
    statuses: dict[Status, int]
    commitments: list[Commitment]
    commitment_counts: Fates
    persons: list[Acting]
    speakers: list[Speaker]
    publishers: list[Publisher]
    sources: list[Source]
    reviews: Reviewed
    names: dict[str, str]
    """Of the codes above."""
    coders: list[str]
    codebooks: list[str]
    version: str
