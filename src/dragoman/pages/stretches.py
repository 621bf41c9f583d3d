"""Counts by type over time, by month or, where a relation is long, by year: a reader takes in no thousand discs."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

LONG: Final = 96
"""Months from which on counts are by year: eight years, of which a month has seven pixels of the chart."""


class Unit(StrEnum):
    """What counts are by."""

    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class TypeCount:
    """Events of one type and status in one month or year."""

    stretch: str | None
    """"2025-10" or "2025"; None where their days are of no one month."""
    event_type: str
    quad_class: str
    status: str
    events: int


@dataclass(frozen=True, slots=True)
class TypeCounts:
    """All of a relation."""

    unit: Unit
    rows: tuple[TypeCount, ...]


def count_types(by_month: Iterable[Mapping[str, Any]]) -> TypeCounts:
    """The counts of a relation by month, as they are or summed up by year.

    Args:
        by_month: as `dragoman.tasks.relation.relate` gives it, in order of time.

    """
    rows = list(by_month)
    unit = Unit.YEAR if len({row["month"] for row in rows}) > LONG else Unit.MONTH
    cut = 4 if unit is Unit.YEAR else 7
    counts: Counter[tuple[str | None, str, str, str]] = Counter()
    for row in rows:
        stretch = row["month"] and row["month"][:cut]
        counts[stretch, row["event_type"], row["quad_class"], row["status"]] += row["events"]
    found = [TypeCount(*key, events) for key, events in counts.items()]
    return TypeCounts(unit, tuple(sorted(found, key=_find_order)))


def _find_order(count: TypeCount) -> tuple[bool, str, str, str]:
    return count.stretch is None, count.stretch or "", count.event_type, count.status
