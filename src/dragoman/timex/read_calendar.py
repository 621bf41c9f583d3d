"""Readers of calendar dates, months, years, decades, centuries and quarters."""

import re

from dragoman.timex import periods
from dragoman.timex.context import Context, NoReferenceError, Reading, dated, lasting, recurring
from dragoman.timex.find import Candidate
from dragoman.timex.lexicon import fold, named_days, number_of, words
from dragoman.timex.read_clock import time_suffix
from dragoman.timex.tense import Tense


def read_calendar_date(found: Candidate, context: Context) -> Reading | None:
    """For "28 May 2023", "May 28", "Aug. 2 at 5 p.m."; without a year, the nearest that the tense allows."""
    named = found.group("m", "m2")
    first = _figure(found.group("mm"))
    number = words("months")[fold(named)] if named else first
    of_month = _figure(found.group("d", "d2"))
    if not named and number > 12 and of_month <= 12 and len(found.group("y")) != 4:
        number, of_month = of_month, number
    if not named and number > 12 >= of_month:
        number, of_month = of_month, number  # 28/05/2023
    year = _stated_year(found, context)
    if year is None:
        try:
            year = _year_of_day(found, context, number, of_month)
        except NoReferenceError:
            return Reading(dated(periods.day(_LEAP)).type, f"XXXX-{number:02d}-{of_month:02d}")
    when = periods.make_date(year, number, of_month)
    return dated(periods.day(when), time_suffix(found)) if when else None


_LEAP = periods.make_date(2000, 1, 1) or NotImplemented


def _figure(text: str) -> int:
    digits = "".join(c for c in text if c.isdecimal())
    return int(digits) if digits else 0


def _stated_year(found: Candidate, context: Context) -> int | None:
    stated = found.group("y", "y3", "y2", "y4", "y5")
    if stated:
        year = _figure(stated)
        # Two figures: up to 30 years ahead is this century ("3/22/13", "'98").
        return year if year > 99 else year + (1900 if year > 49 else 2000)
    return relative_year(found.group("ry", "ry2"), context)


def relative_year(text: str, context: Context) -> int | None:
    """The year of "last year", "this year", "that year", "the following year"; None for other words."""
    relation = fold(text).removeprefix("of ").removesuffix(" year")
    if not relation:
        return None
    if relation in {"that", "the same", "the"} and context.history:
        return context.history[-1].first.year
    if relation in {"the previous", "the following"} and context.history:
        return context.history[-1].first.year + (1 if relation == "the following" else -1)
    return context.today.year + {"last": -1, "next": 1, "the previous": -1, "the following": 1}.get(relation, 0)


def _year_of_day(found: Candidate, context: Context, number: int, of_month: int) -> int:
    today = context.today
    days = [d for y in (-1, 0, 1, 2) if (d := periods.make_date(today.year + y, number, of_month))]
    if not days:
        return today.year
    if fold(found.group("rel")) in {"last", "past", "this past", "previous"}:
        return max((d for d in days if d < today), default=days[0]).year
    tense = context.tense(found.match.start(), found.match.end())
    past = max((d for d in days if d <= today), default=days[0])
    ahead = min((d for d in days if d >= today), default=days[-1])
    if tense is Tense.FUTURE and (ahead - today).days < 300:
        return ahead.year
    # "declared a dividend, payable Dec. 15" on 26 October: the past one lies ten months back.
    if (today - past).days > 300 and (ahead - today).days < 60:
        return ahead.year
    if tense is Tense.UNKNOWN and (ahead - today).days * 2 < (today - past).days:
        return ahead.year
    return past.year


def read_month(found: Candidate, context: Context) -> Reading | None:
    """For "March 2013", "early June", "last May", "October"; without a year, the nearest that the tense allows."""
    number = words("months")[fold(found.group("m"))]
    year = _stated_year(found, context)
    if year is None:
        try:
            year = _year_of_month(found, context, number)
        except NoReferenceError:
            return Reading(dated(periods.month(2000, 1)).type, f"XXXX-{number:02d}")
    return dated(periods.month(year, number))


def _year_of_month(found: Candidate, context: Context, number: int) -> int:
    today = context.today
    relation = fold(found.group("rel")).removeprefix("the ")
    if relation in {"last", "past", "this past", "previous", "preceding"}:
        return today.year - (number >= today.month)
    if relation in {"next", "coming", "this coming", "following"}:
        return today.year + (number <= today.month)
    if relation == "this":
        return today.year
    if context.tense(found.match.start(), found.match.end()) is Tense.FUTURE:
        return today.year + (number < today.month)
    return today.year - (number > today.month)


def read_year(found: Candidate, _context: Context) -> Reading | None:
    """For "1998", "fiscal 1989", "the end of 1990"."""
    return dated(periods.whole_year(int(found.group("y"))))


def read_spoken_year(found: Candidate, _context: Context) -> Reading | None:
    """For "nineteen ninety-six", "two thousand and two", as broadcasts are written down."""
    if found.group("c"):
        rest = number_of(found.group("t").replace("oh ", ""))
        start = {"nineteen": 1900, "eighteen": 1800, "seventeen": 1700}[fold(found.group("c"))]
    else:
        rest, start = number_of(found.group("t2")) if found.group("t2") else 0.0, 2000
    if rest is None or rest > 99:
        return None
    year = start + int(rest)
    if found.group("m"):
        return dated(periods.month(year, words("months")[fold(found.group("m"))]))
    return dated(periods.whole_year(year))


def read_decade(found: Candidate, _context: Context) -> Reading | None:
    """For "the 1990s", "the '90s", "the nineties"."""
    if found.group("y"):
        return dated(periods.decade(int(found.group("y"))))
    tens = int(found.group("t")) if found.group("t") else words("decades")[fold(found.group("w"))]
    return dated(periods.decade(190 + tens))


def read_century(found: Candidate, _context: Context) -> Reading | None:
    """For "the 20th century"."""
    number = _figure(found.group("n")) or words("ordinals")[found.group("o").lower().replace(" ", "-")]
    return dated(periods.century(number - 1)) if 1 < number <= 99 else None


def read_quarter(found: Candidate, context: Context) -> Reading | None:
    """For "the third quarter", "Q3 2013", "this year's third quarter"; without a year, the latest begun."""
    ordinal = fold(found.group("o"))
    number = _figure(found.group("n")) or words("ordinals").get(ordinal, 0)
    if not 1 <= number <= 4:
        return None
    year = _stated_year(found, context)
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
    if ahead == 1 and context.tense(found.match.start(), found.match.end()) is Tense.FUTURE:
        return today.year
    return today.year - 1


def read_half(found: Candidate, context: Context) -> Reading | None:
    """For "the first half of 2013", "first two quarters of 1990"."""
    year = _stated_year(found, context) or context.today.year
    return dated(periods.half(year, 1 if fold(found.group("o")) == "first" else 2))


def read_same_quarter(found: Candidate, context: Context) -> Reading | None:
    """For "the quarter", "the latest period": the last one named, else the last completed."""
    if "current" in fold(found.match[0]):
        return dated(periods.unit_of("Q", context.today))
    if context.quarter is None:
        completed = periods.unit_of("Q", periods.shift_months(context.today, -3))
        return dated(completed) if "latest" in fold(found.match[0]) else lasting("P1Q")
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
    stated = _stated_year(found, context)
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


def read_year_end(_found: Candidate, context: Context) -> Reading | None:
    """For "year end", "year's end"."""
    return dated(periods.whole_year(context.today.year))


def read_named_day(found: Candidate, _context: Context) -> Reading | None:
    """For "9/11", "the October 7 attack": the day that goes by that name."""
    text, end = found.match.string, found.match.start()
    for when, pattern in named_days():
        if re.compile(pattern, re.IGNORECASE).match(text, end):
            return dated(periods.day(when))
    return None


def read_every(found: Candidate, _context: Context) -> Reading | None:
    """For "every July", "Mondays", "each Friday night", "every morning"."""
    part = words("dayparts").get(fold(found.group("dp")), "")
    suffix = f"T{part}" if part else ""
    if found.group("m"):
        return recurring(f"XXXX-{words('months')[fold(found.group('m'))]:02d}")
    weekday = fold(found.group("wd", "wds"))
    if weekday:
        number = words("weekdays").get(weekday) or words("weekdays")[weekday.removesuffix("s")]
        return recurring(f"XXXX-WXX-{number}{suffix}")
    return recurring(f"XXXX-XX-XX{suffix}")
