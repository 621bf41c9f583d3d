"""Periods that pages offer: those of the months on a chart, and pairs of periods to compare."""

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

_MOST = 24
"""Links below a chart: more would be a list to search in."""

_LABELS = {7: "{}", 4: "{}", 3: "{}0s", 2: "{0}00 to {0}99"}
"""By how many signs of "2025-10" are alike: months, years, decades, centuries."""


@dataclass(frozen=True, slots=True)
class Span:
    """A period with its name."""

    name: str
    first: str
    last: str


@dataclass(frozen=True, slots=True)
class Pair:
    """Two periods to compare, and how a link calls them."""

    words: str
    now: Span
    before: Span


def list_spans(months: Iterable[str]) -> list[Span]:
    """The months, years, decades or centuries of some months, the shortest that are not too many.

    Args:
        months: "2025-10".

    """
    known = sorted(months)
    for length, label in _LABELS.items():
        starts = sorted({month[:length] for month in known})
        if len(starts) <= _MOST:
            return [_span(start, label.format(start)) for start in starts]
    return []


def _span(start: str, name: str) -> Span:
    first, last = f"{start:0<4}"[:4], f"{start:9<4}"[:4]
    begin, end = (start[5:7], start[5:7]) if len(start) > len(first) else ("01", "12")
    first = "0001" if first == "0000" else first  # the calendar has no year 0
    return Span(name, f"{first}-{begin}-01", f"{last}-{end}-{monthrange(int(last), int(end))[1]}")


def list_pairs(last: str) -> list[Pair]:
    """Pairs of periods up to a day, each as long as the other.

    Args:
        last: the day, ISO 8601.

    """
    end = date.fromisoformat(last)
    if end.year < date.min.year + 3:
        return []
    one, two = _years_before(end, 1), _years_before(end, 2)
    month, day = timedelta(days=30), timedelta(days=1)
    return [
        Pair("the last 12 months against the 12 before", _days(one + day, end), _days(two + day, one)),
        Pair(
            f"{end.year} so far against the same days of {one.year}",
            _days(date(end.year, 1, 1), end),
            _days(date(one.year, 1, 1), one),
        ),
        Pair(
            "the last 30 days against the 30 before",
            _days(end - month + day, end),
            _days(end - 2 * month + day, end - month),
        ),
    ]


def _days(first: date, last: date) -> Span:
    return Span("", first.isoformat(), last.isoformat())


def _years_before(day: date, years: int) -> date:
    """The same day of an earlier year; the last of February where it has no 29th."""
    month_end = monthrange(day.year - years, day.month)[1]
    return day.replace(year=day.year - years, day=min(day.day, month_end))
