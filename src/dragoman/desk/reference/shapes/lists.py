"""Lists."""

from typing import Any

from dragoman.desk.reference.shapes.base import Commitment, Day, Line, Shape


class EventsTold(Shape):
    """Events that meet the conditions."""

    as_of: Day | None
    total: int
    """How many meet them."""
    offset: int
    """How many were passed over."""
    events: list[Line]


class Piece(Shape):
    """A piece of a snippet."""

    text: str
    sought: bool
    """Whether it is one of the words searched for."""


class FoundDocument(Shape):
    """A document that has all the words."""

    document_id: str
    published: Day
    publisher: str
    title: str
    snippet: list[Piece]


class NamedToo(Shape):
    """What is called by the words that were searched for."""

    persons: list[dict[str, Any]]
    offices: list[dict[str, Any]]
    places: list[dict[str, Any]]
    publishers: list[dict[str, Any]]


class FoundTold(EventsTold):
    """Documents with all the words, the best matches first, and events that quote them, the latest first."""

    words: str
    documents: list[FoundDocument]
    is_more: bool
    """Whether more events quote them than `total`, which is counted so far only."""
    named: NamedToo


class Fates(Shape):
    """How many commitments have which status."""

    open: int
    kept: int
    broken: int
    lapsed: int


class CommitmentsTold(Shape):
    """Commitments, the latest first."""

    dyad: list[str] | None
    """Codes of both sides."""
    on: Day
    """The day on which they are looked at."""
    as_of: Day | None
    counts: Fates
    commitments: list[Commitment]
    latest: int | None
    """They are those of so many latest events that make any; null where they are all."""
    total: int
    offset: int
