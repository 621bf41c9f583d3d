"""Readers of quarters, halves, and "a year ago" as reports of earnings mean them."""

from dragoman.timex import periods
from dragoman.timex.context import Context, Reading, dated, lasting
from dragoman.timex.find import Candidate
from dragoman.timex.lexicon import fold, words
from dragoman.timex.read_calendar import figure, stated_year


def read_quarter(found: Candidate, context: Context) -> Reading | None:
    """For "the third quarter", "Q3 2013", "this year's third quarter"; without a year, the latest begun."""
    ordinal = fold(found.group("o"))
    number = figure(found.group("n", "n2")) or words("ordinals").get(ordinal, 0)
    number = 4 if found.group("fin") else number
    if not 1 <= number <= 4:
        return None
    year = stated_year(found, context)
    if year is None:
        year = _year_of_quarter(found, context, number)
    period = periods.quarter(year - bool(found.group("ago")), number)
    if context.quarter is None or period.last <= context.today or context.quarter.last > context.today:
        context.quarter, context.months = period, 0
    return dated(period)


def _year_of_quarter(found: Candidate, context: Context, number: int) -> int:
    today = context.today
    current = (today.month + 2) // 3
    if number <= current:
        return today.year
    ahead = number - current
    if ahead == 1 and context.tense(found.match.start(), found.match.end()).ahead:
        return today.year
    return today.year - 1


def read_half(found: Candidate, context: Context) -> Reading | None:
    """For "the first half of 2013", "first two quarters of 1990"."""
    year = stated_year(found, context) or context.today.year
    return dated(periods.half(year, 1 if fold(found.group("o")) == "first" else 2))


def read_same_quarter(found: Candidate, context: Context) -> Reading | None:
    """For "the quarter", "the latest period": the last one named, else the last completed."""
    text = fold(found.match[0])
    if "current" in text or (text.startswith("this") and context.quarter is None):
        return dated(periods.unit_of("Q", context.today))
    if context.quarter is None:
        completed = periods.unit_of("Q", periods.shift_months(context.today, -3))
        return dated(completed) if "latest" in text else lasting("P1Q")
    return dated(context.quarter)


def read_next_quarter(found: Candidate, context: Context) -> Reading | None:
    """For "last quarter", "the following quarter"."""
    relation = fold(found.group("rel"))
    near = relation in {"last", "next", "coming"}
    base = context.quarter.first if context.quarter and not near else context.today
    steps = 3 if relation in {"next", "following", "coming"} else -3
    return dated(periods.unit_of("Q", periods.shift_months(base, steps)))


def read_year_ago(found: Candidate, context: Context) -> Reading | None:
    """For "a year ago", "the year-earlier period": with the granularity of what it is compared with.

    A report of earnings sets a quarter against "a year ago", and means that quarter of the year before.
    """
    text = fold(found.match[0])
    stated = stated_year(found, context)
    if context.quarter is not None and not context.months:
        quarter = context.quarter
        year = stated or quarter.first.year - 1
        return dated(periods.quarter(year, (quarter.first.month + 2) // 3))
    if "month" in text or "week" in text:
        return dated(periods.unit_of("M", periods.shift_months(context.today, -12)))
    return dated(periods.whole_year(stated or context.today.year - 1))


def read_year_period(found: Candidate, context: Context) -> Reading | None:
    """For "the 1988 period", "the 1988 second quarter"."""
    year, ordinal = int(found.group("y")), fold(found.group("o"))
    if ordinal:
        return dated(periods.quarter(year, words("ordinals")[ordinal]))
    if context.quarter is not None and not context.months:
        return dated(periods.quarter(year, (context.quarter.first.month + 2) // 3))
    return dated(periods.whole_year(year))
