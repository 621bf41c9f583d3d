"""What a reader knows when it gives words a meaning: the date of publication and what was read before."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from dragoman.model.timex import TimexType
from dragoman.timex.periods import Period
from dragoman.timex.tense import Tense


class NoReferenceError(Exception):
    """Words that need a date of publication, where none is known. Never leaves the package."""


@dataclass(frozen=True, slots=True)
class Reading:
    """The meaning of an expression: its TIMEX3 type and value, and the days it covers where it names any."""

    type: TimexType
    value: str
    period: Period | None = None


@dataclass(slots=True)
class Context:
    """State of reading one text, left to right."""

    text: str
    published: date | None
    tense: Callable[[int, int], Tense]
    """Tense of the words at the given offsets."""
    anchor: date | None = None
    """Last day read from an expression: what "the next day" and "two days later" count from."""
    quarter: Period | None = None
    """Last quarter read: what "a year ago" and "the quarter" mean in a report of earnings."""
    months: int = 0
    """Length of the last stretch of months read ("the nine months"): then "a year earlier" is a year."""
    weekdays: dict[int, date] = field(default_factory=dict)
    """The day last meant by each weekday (ISO number)."""
    month_years: dict[int, int] = field(default_factory=dict)
    """The year last meant by each month."""
    history: list[Period] = field(default_factory=list)

    @property
    def today(self) -> date:
        """The date of publication."""
        if self.published is None:
            raise NoReferenceError
        return self.published

    def remember(self, reading: Reading) -> None:
        """Note what an expression meant, for those after it."""
        if reading.period is None:
            return
        self.history.append(reading.period)
        if reading.period.granularity in {"day", "hour"}:
            self.anchor = reading.period.first


def dated(period: Period, suffix: str = "") -> Reading:
    """A DATE, or, with the code of a part of the day or a clock time ("NI", "22:00"), a TIME."""
    if suffix:
        return Reading(TimexType.TIME, f"{period.value}T{suffix}", period)
    return Reading(TimexType.DATE, period.value, period)


def lasting(value: str) -> Reading:
    """A DURATION."""
    return Reading(TimexType.DURATION, value)


def recurring(value: str) -> Reading:
    """A SET."""
    return Reading(TimexType.SET, value)


def referring(value: str) -> Reading:
    """A DATE without a place in the calendar: "PAST_REF"."""
    return Reading(TimexType.DATE, value)
