"""The axis of months that the charts of a page share."""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import count
from typing import TYPE_CHECKING, Any

from dragoman.pages.need import need

if TYPE_CHECKING:
    import altair as alt

_STEPS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 6000, 12000)
_MONTHS = range(12, 10_000 * 12)
"""All months that the calendar has, from January of the year 1 to December of 9999."""

_SHORTEST = 6
"""Months an axis has at least; three bars over the whole width would look like much."""


@dataclass(frozen=True, slots=True)
class MonthAxis:
    """The months from the first to the last, as numbers: years times twelve and the month from 0."""

    first: int
    last: int

    @property
    def months(self) -> int:
        """How many."""
        return self.last - self.first + 1

    def bar(self, width: int) -> float:
        """Pixels of a bar where the plot has so many."""
        return self._fit(width, 0.8, (1.5, 26))

    def disc(self, width: int, *, each: int = 1) -> float:
        """Square pixels of the largest disc, where one stands for so many months: a few may overlap, not many."""
        return math.pi * self._fit(width * each, 1.2, (3.5, 14)) ** 2

    def _fit(self, width: int, share: float, limits: tuple[float, float]) -> float:
        return max(limits[0], min(limits[1], width / self.months * share))

    def settings(self, width: int) -> dict[str, Any]:
        """The settings of `encode_months` for a plot of so many pixels, with no more words than fit."""
        step = next((s for s in _STEPS if self.months / s <= max(3, width // 70)), _STEPS[-1])
        begin = next(month for month in count(self.first) if month % step == 0)
        return {
            "begin": to_milliseconds(self.first),
            "end": to_milliseconds(self.last + 1),
            "ticks": [to_milliseconds(month) for month in range(begin, self.last + 2, step)],
            "form": "%Y" if step % 12 == 0 else "%Y-%m",
        }


def encode_months() -> "alt.X":
    """The axis of a chart whose rows have the `middle` of their month or year."""
    altair = need("altair")
    axis = altair.Axis(
        values=altair.expr("ticks"), labelExpr="utcFormat(datum.value, form)", labelOverlap=True, grid=False
    )
    scale = altair.Scale(
        type="utc", domainMin=altair.expr("begin"), domainMax=altair.expr("end"), nice=False, padding=14
    )
    encoded: alt.X = altair.X("middle:T", scale=scale, axis=axis, title=None)
    return encoded


def find_axis(months: Iterable[str]) -> MonthAxis | None:
    """The axis for some months; None without any.

    Args:
        months: "2025-10".

    """
    numbers = sorted(map(number_month, months))
    if not numbers:
        return None
    missing = max(0, _SHORTEST - (numbers[-1] - numbers[0] + 1))
    return MonthAxis(max(_MONTHS.start, numbers[0] - (missing + 1) // 2), min(_MONTHS[-1], numbers[-1] + missing // 2))


def number_month(month: str) -> int:
    """A month as one number: of "2025-10" 2025 times twelve and 9."""
    return int(month[:4]) * 12 + int(month[5:7]) - 1


def to_milliseconds(month: int) -> float:
    """The beginning of a month, as charts count time: milliseconds since 1970 began in UTC."""
    # After the calendar's last month there is no other.
    month = min(month, _MONTHS[-1])
    return datetime(month // 12, month % 12 + 1, 1, tzinfo=UTC).timestamp() * 1000


def place_month(month: str) -> dict[str, Any]:
    """Where a month stands on the axis."""
    return _place(number_month(month), 1)


def place_year(year: str) -> dict[str, Any]:
    """Where a year stands on the axis."""
    return _place(int(year) * 12, 12)


def _place(first: int, months: int) -> dict[str, Any]:
    return {"middle": (to_milliseconds(first) + to_milliseconds(first + months)) / 2}
