"""Stretches of the calendar: their TIMEX3 values, first and last days, and how to step between them."""

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from dragoman.model.codes import Granularity

_SEASON_MONTHS: Final = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
"""First month of each meteorological season of the northern hemisphere, where the news in English is written."""

MONTHS_OF_UNIT: Final = {"M": 1, "Q": 3, "Y": 12, "DE": 120, "CE": 1200}


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of whole days with the TIMEX3 value that names it."""

    value: str
    first: date
    last: date
    granularity: Granularity


def day(when: date) -> Period:
    """One day: `2013-03-22`."""
    return Period(when.isoformat(), when, when, Granularity.DAY)


def week(when: date) -> Period:
    """The ISO week of a day: `2013-W12`, Monday to Sunday."""
    year, number, weekday = when.isocalendar()
    monday = _shift_days(when, 1 - weekday)
    return Period(f"{year}-W{number:02d}", monday, _shift_days(monday, 6), Granularity.WEEK)


def weekend(when: date) -> Period:
    """Saturday and Sunday of a day's ISO week: `2013-W12-WE`."""
    whole = week(when)
    return Period(f"{whole.value}-WE", _shift_days(whole.first, 5), whole.last, Granularity.WEEK)


def month(year: int, number: int) -> Period:
    """A calendar month: `2013-03`; a year out of the calendar becomes its first or last."""
    year = min(max(year, 1), 9999)
    last = calendar.monthrange(year, number)[1]
    return Period(f"{year:04d}-{number:02d}", date(year, number, 1), date(year, number, last), Granularity.MONTH)


def quarter(year: int, number: int) -> Period:
    """A calendar quarter: `2013-Q1`."""
    year = min(max(year, 1), 9999)
    last = month(year, number * 3).last
    return Period(f"{year:04d}-Q{number}", date(year, number * 3 - 2, 1), last, Granularity.QUARTER)


def half(year: int, number: int) -> Period:
    """A calendar half: `2013-H1`."""
    year = min(max(year, 1), 9999)
    last = month(year, number * 6).last
    return Period(f"{year:04d}-H{number}", date(year, number * 6 - 5, 1), last, Granularity.QUARTER)


def whole_year(year: int) -> Period:
    """A calendar year: `2013`."""
    year = min(max(year, 1), 9999)
    return Period(f"{year:04d}", date(year, 1, 1), date(year, 12, 31), Granularity.YEAR)


def decade(number: int) -> Period:
    """Ten years by their first three digits: 199 is `199`, 1990 to 1999; the first begins with year 1."""
    first, last = date(max(1, number * 10), 1, 1), date(number * 10 + 9, 12, 31)
    return Period(f"{number:03d}", first, last, Granularity.DECADE)


def century(number: int) -> Period:
    """A hundred years by their first two digits: 19 is `19`, 1900 to 1999; the first begins with year 1."""
    first, last = date(max(1, number * 100), 1, 1), date(number * 100 + 99, 12, 31)
    return Period(f"{number:02d}", first, last, Granularity.UNKNOWN)


def season(year: int, code: str) -> Period:
    """A season by the year it begins in: `2013-SP`; winter runs into the next year."""
    year = min(max(year, 1), 9999)
    start = _SEASON_MONTHS[code]
    end = month(year + 1, 2) if start == 12 and year < 9999 else month(year, min(start + 2, 12))
    return Period(f"{year:04d}-{code}", date(year, start, 1), end.last, Granularity.QUARTER)


def unit_of(unit: str, when: date) -> Period:
    """The day, week, weekend, month, quarter, year, decade or century (by its letter) that holds `when`."""
    match unit:
        case "W" | "FN":
            return week(when)
        case "WE":
            return weekend(when)
        case "M":
            return month(when.year, when.month)
        case "Q":
            return quarter(when.year, (when.month + 2) // 3)
        case "Y":
            return whole_year(when.year)
        case "DE":
            return decade(when.year // 10)
        case "CE":
            return century(when.year // 100)
    return day(when)


def shift(when: date, amount: float, unit: str) -> date:
    """`when` moved by an amount of units (letters as in the lexicon), kept within the calendar.

    Clock units move by whole days; a day that the target month lacks becomes its last.
    """
    if unit in MONTHS_OF_UNIT:
        return shift_months(when, round(amount * MONTHS_OF_UNIT[unit]))
    days = {"W": 7.0, "WE": 7.0, "FN": 14.0, "D": 1.0, "TH": 1 / 24, "TM": 1 / 1440, "TS": 1 / 86400}
    return _shift_days(when, round(amount * days.get(unit, 0)))


def shift_months(when: date, months: int) -> date:
    """`when` moved by whole months; clamped to the calendar's first and last years."""
    index = when.year * 12 + when.month - 1 + months
    year = index // 12
    if not 1 <= year <= 9999:
        return date.min if year < 1 else date.max
    number = index % 12 + 1
    return date(year, number, min(when.day, calendar.monthrange(year, number)[1]))


def _shift_days(when: date, days: int) -> date:
    try:
        return when + timedelta(days=days)
    except OverflowError:
        return date.min if days < 0 else date.max


def nearest_weekday(when: date, weekday: int, *, ahead: bool, strict: bool = False) -> date:
    """The nearest day with that ISO weekday on or before `when` (on or after where `ahead`); `strict`: not `when`."""
    step = (weekday - when.isoweekday()) % 7 if ahead else (when.isoweekday() - weekday) % 7
    if strict and step == 0:
        step = 7
    return _shift_days(when, step if ahead else -step)


def make_date(year: int, number: int, day_of_month: int) -> date | None:
    """A date, or None where the calendar has none such (31 June)."""
    try:
        return date(year, number, day_of_month)
    except ValueError:
        return None
