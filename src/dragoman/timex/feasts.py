"""The day a feast falls on in a given year."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Any, Final

from dragoman.model.codes import Granularity
from dragoman.timex.hebrew import hebrew
from dragoman.timex.periods import Period, day, make_date, month, nearest_weekday

_ISLAMIC_EPOCH: Final = 227014
"""Ordinal of 16 July 622 (Julian), the first day of the Islamic era, civil reckoning."""


def easter(year: int) -> date:
    """Western Easter Sunday by the anonymous Gregorian algorithm (Meeus, Astronomical Algorithms, ch. 8)."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    k = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * k) // 451
    number, rest = divmod(h + k - 7 * m + 114, 31)
    return date(year, number, rest + 1)


def orthodox_easter(year: int) -> date:
    """Orthodox Easter Sunday in the Gregorian calendar (Meeus's Julian algorithm; exact for 1900 to 2099)."""
    d = (19 * (year % 19) + 15) % 30
    e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
    number, rest = divmod(d + e + 114, 31)
    return date(year, number, rest + 1) + timedelta(days=13)


def islamic(year: int, number: int, day_of_month: int) -> date:
    """A day of the tabular Islamic calendar in the Gregorian one; a sighting can differ by a day."""
    days = day_of_month - 1 + (59 * (number - 1) + 1) // 2 + (year - 1) * 354 + (3 + 11 * year) // 30 + _ISLAMIC_EPOCH
    return date.fromordinal(days)


def feasts_in(years: Iterable[int], kind: str, figures: Any) -> Iterator[Period]:
    """The days of a feast in Gregorian years from 1700 to 2299, by its rule in `feasts.toml` or its table."""
    for year in years:
        if 1700 <= year <= 2299:
            rules = figures if kind == "islamic" else [figures]
            yield from (found for rule in rules if (found := _feast_in(year, kind, rule)))


def _feast_in(year: int, kind: str, figures: Any) -> Period | None:
    match kind:
        case "fixed":
            when = make_date(year, figures[0], figures[1])
        case "nth_weekday":
            when = _nth_weekday(year, *figures)
        case "election_day":
            when = _nth_weekday(year, 11, 1, 1) + timedelta(days=1)
        case "easter":
            when = easter(year) + timedelta(days=figures)
        case "orthodox_easter":
            when = orthodox_easter(year) + timedelta(days=figures)
        case "easter_span":
            return _span(*(easter(year) + timedelta(days=step) for step in figures))
        case "tabled":
            when = next((d for d in figures if d.year == year), None)
        case "hebrew":
            when = hebrew(year + (3761 if figures[0] < 4 else 3760), *figures)
        case _:
            return _islamic_in(year, *figures)
    return day(when) if when else None


def _nth_weekday(year: int, number: int, weekday: int, nth: int) -> date:
    whole = month(year, number)
    if nth < 0:
        return nearest_weekday(whole.last, weekday, ahead=False)
    return nearest_weekday(whole.first, weekday, ahead=True) + timedelta(weeks=nth - 1)


def _islamic_in(year: int, number: int, day_of_month: int) -> Period | None:
    for islamic_year in range((year - 622) * 33 // 32 - 1, (year - 622) * 33 // 32 + 3):
        first = islamic(islamic_year, number, max(day_of_month, 1))
        if first.year == year:
            if day_of_month:
                return day(first)
            return _span(first, islamic(islamic_year, number, 29))
    return None


def _span(first: date, last: date) -> Period:
    """Days that no calendar unit names, by the first of them."""
    granularity = Granularity.MONTH if (last - first).days > 7 else Granularity.WEEK
    return Period(first.isoformat(), first, last, granularity)
