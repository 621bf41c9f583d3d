"""The first page."""

from dragoman.desk.reference.shapes.base import Commitment, Day, Line, Month, Named, Shape


class Holdings(Shape):
    """How much a record holds, and of which days."""

    documents: int
    publishers: int
    published_first: Day | None
    published_last: Day | None
    events: int
    rejected: int
    reviews: int
    first: Day | None
    last: Day | None


class MonthCount(Shape):
    """Events of a month."""

    month: Month
    cooperation: int
    conflict: int


class BusyRelation(Shape):
    """A relation with many events."""

    sides: list[Named]
    events: int
    mean: float | None
    """Of PLOVER's scores of what occurred."""
    months: list[MonthCount]


class HomeTold(Shape):
    """The record at a glance."""

    on: Day
    holdings: Holdings
    months: list[Month]
    """Those compared."""
    relations: list[BusyRelation]
    newest: list[Line]
    followed: int
    """Commitments are those of so many latest events that make any."""
    open: int
    dated: int
    promises: list[Commitment]
