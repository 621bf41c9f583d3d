"""Counts by type, by month or by year."""

from typing import Any

from dragoman.pages.stretches import LONG, TypeCount, Unit, count_types


def row(month: str | None, event_type: str = "AID", *, status: str = "occurred", events: int = 1) -> dict[str, Any]:
    quad = "material cooperation"
    return {"month": month, "event_type": event_type, "quad_class": quad, "status": status, "events": events}


def list_months(count: int) -> list[str]:
    return [f"{2000 + number // 12}-{number % 12 + 1:02}" for number in range(count)]


def test_a_short_relation_is_counted_by_month() -> None:
    counts = count_types([row("2025-01"), row(None, events=2)])
    assert counts.unit is Unit.MONTH
    assert [(found.stretch, found.events) for found in counts.rows] == [("2025-01", 1), (None, 2)]


def test_a_long_one_by_year_and_nothing_is_lost() -> None:
    months = list_months(LONG + 1)
    rows = [
        row(month, kind, status=status)
        for month in months
        for kind in ("AID", "AGREE")
        for status in ("occurred", "planned")
    ]
    counts = count_types([*rows, row(None, events=5)])
    assert counts.unit is Unit.YEAR
    assert sum(found.events for found in counts.rows) == len(rows) + 5
    assert counts.rows[:2] == (
        TypeCount("2000", "AGREE", "material cooperation", "occurred", 12),
        TypeCount("2000", "AGREE", "material cooperation", "planned", 12),
    )
    assert counts.rows[-1].stretch is None


def test_the_border_lies_between_months_and_years() -> None:
    assert count_types([row(month) for month in list_months(LONG)]).unit is Unit.MONTH


def test_nothing_counts_nothing() -> None:
    assert count_types([]).rows == ()
