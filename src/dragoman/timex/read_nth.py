"""Readers of days picked out by number: "the first Monday of May", "the 22nd", "a week from Tuesday"."""

from datetime import date

from dragoman.model.codes import Granularity
from dragoman.timex import periods
from dragoman.timex.context import Context, Reading, dated
from dragoman.timex.find import Candidate
from dragoman.timex.lexicon import fold, number_of, words
from dragoman.timex.read_calendar import read_calendar_date, read_month


def read_nth_in_period(found: Candidate, context: Context) -> Reading | None:
    """For "the first Monday of May", "the last week of 2022", "the second day of the month"."""
    whole = _period(found, context)
    if whole is None:
        return None
    last = fold(found.group("o")) in {"last", "final"}
    nth = -1 if last else words("ordinals")[fold(found.group("o"))] - 1
    if found.group("wd"):
        when = _nth_weekday(whole, words("weekdays")[fold(found.group("wd"))], nth)
        return dated(periods.day(when)) if when else None
    unit = fold(found.group("u"))
    if unit == "weekend":
        saturday = _nth_weekday(whole, 6, nth)
        return dated(periods.weekend(saturday)) if saturday else None
    if unit == "month":
        number = 12 if last else nth + 1
        return dated(periods.month(whole.first.year, number)) if whole.granularity is Granularity.YEAR else None
    step = 1 if unit == "day" else 7
    when = whole.last if last else periods.shift(whole.first, nth * step, "D")
    return dated(periods.day(when) if unit == "day" else periods.week(when))


def _period(found: Candidate, context: Context) -> periods.Period | None:
    if found.group("m"):
        reading = read_month(found, context)
        return reading.period if reading else None
    if found.group("y2"):
        return periods.whole_year(int(found.group("y2")))
    unit = words("units")[fold(found.group("mu"))]
    step = {"last": -1, "next": 1}.get(fold(found.group("mrel")), 0)
    return periods.unit_of(unit, periods.shift(context.today, step, unit))


def _nth_weekday(whole: periods.Period, weekday: int, nth: int) -> date | None:
    if nth < 0:
        return periods.nearest_weekday(whole.last, weekday, ahead=False)
    when = periods.shift(periods.nearest_weekday(whole.first, weekday, ahead=True), nth, "W")
    return when if when <= whole.last else None


def read_weeks_from_weekday(found: Candidate, context: Context) -> Reading | None:
    """For "a week from Tuesday", "two weeks ago Monday", "Tuesday week"."""
    weekday = words("weekdays")[fold(found.group("wd", "wd2"))]
    amount = number_of(found.group("n")) if found.group("n") else 1.0
    ahead = fold(found.group("dir")) != "ago"
    near = periods.nearest_weekday(context.today, weekday, ahead=ahead)
    return dated(periods.day(periods.shift(near, (amount or 1.0) * (1 if ahead else -1), "W")))


def read_day_of_month(found: Candidate, context: Context) -> Reading | None:
    """For "on the 22nd", "on the 5th of last month": of the month at hand, or the nearest that the tense allows.

    "On the 22nd and 23rd of May" lends its month to the first day.
    """
    if found.group("m"):
        return read_calendar_date(found, context)
    number, today = int(found.group("d")), context.today
    relation = fold(found.group("rel"))
    if relation:
        steps = [{"last": -1, "next": 1}.get(relation, 0)]
    elif context.tense(found.match.start(), found.match.end()).ahead:
        steps = [0, 1, 2] if number >= today.day else [1, 2]
    else:
        steps = [0, -1, -2] if number <= today.day else [-1, -2]
    for step in steps:
        month = periods.shift_months(today.replace(day=1), step)
        when = periods.make_date(month.year, month.month, number)
        if when:
            return dated(periods.day(when))
    return None
