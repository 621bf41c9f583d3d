"""Readers of weekdays, "today" and the like, and parts of the day."""

from datetime import date

from dragoman.model.timex import TimexType
from dragoman.timex import periods
from dragoman.timex.context import Context, NoReferenceError, Reading, dated, recurring
from dragoman.timex.find import Candidate
from dragoman.timex.lexicon import fold, words
from dragoman.timex.read_calendar import is_of_happening, possessed
from dragoman.timex.read_clock import time_suffix
from dragoman.timex.tense import Tense


def read_weekday(found: Candidate, context: Context) -> Reading | None:
    """For "Wednesday", "on Wednesday night", "last Friday", "Sunday at noon".

    The day of publication when it is that weekday; else the last one, or the next where the verb looks ahead.
    """
    weekday = words("weekdays")[fold(found.group("wd"))]
    suffix = time_suffix(found)
    try:
        when = _weekday_near(found, context, weekday)
        context.weekdays[weekday] = when
        when = periods.shift(when, -1, "D") if found.group("eve") else when
    except NoReferenceError:
        kind = TimexType.TIME if suffix else TimexType.DATE
        return Reading(kind, f"XXXX-WXX-{weekday}" + (f"T{suffix}" if suffix else ""))
    return dated(periods.day(when), suffix)


def _weekday_near(found: Candidate, context: Context, weekday: int) -> date:
    relation, today = fold(found.group("rel")), context.today
    whole_week = fold(found.group("week"))
    if whole_week:
        monday = periods.week(today).first
        base = periods.shift(monday, {"last": -1, "next": 1}.get(whole_week, 0), "W")
        return periods.shift(base, weekday - 1, "D")
    if relation.startswith("the ") and context.anchor:
        ahead = relation.removeprefix("the ") in {"following", "coming"}
        return periods.nearest_weekday(context.anchor, weekday, ahead=ahead, strict=True)
    relation = relation.removeprefix("the ")
    if relation in {"last", "past", "previous", "this past", "preceding"}:
        return periods.nearest_weekday(today, weekday, ahead=False, strict=True)
    if relation in {"next", "coming", "this coming", "following"}:
        return periods.nearest_weekday(today, weekday, ahead=True, strict=True)
    tense = context.tense(found.match.start(), found.match.end())
    future = tense.ahead
    if relation == "this":
        here = periods.shift(periods.week(today).first, weekday - 1, "D")
        return periods.shift(here, 1, "W") if future and here < today else here
    told, owning = context.weekdays.get(weekday), possessed(context.text, found.match.end())
    if told and not future and owning and abs((told - today).days) < 7:
        return told  # "will meet on Tuesday. … No minister was sure that Tuesday's talks …"
    if owning and is_of_happening(context.text, found.match.end()):
        return periods.nearest_weekday(today, weekday, ahead=False)
    return _nearer(periods.nearest_weekday(today, weekday, ahead=future), today, tense, owning=owning)


def _nearer(when: date, today: date, tense: Tense, *, owning: bool) -> date:
    """The day a week on or back where it is much nearer and the tense says little.

    "The parties meet on Friday", on a Thursday; "Friday's talks will go down in history", on a Saturday.
    """
    away = (when - today).days
    if (away == -6 and (owning or tense is Tense.UNKNOWN)) or (away == -5 and owning):
        return periods.shift(when, 1, "W")
    if (away == 6 and (owning or tense is Tense.PLANNED)) or (away == 5 and owning):
        return periods.shift(when, -1, "W")
    return when


def read_deictic_day(found: Candidate, context: Context) -> Reading | None:
    """For "today", "yesterday evening", "tonight", "the day after tomorrow"."""
    word = fold(found.group("dd"))
    offset = words("deictic_days")[word]
    offset += {"day before": -1, "day after": 1}.get(fold(found.group("off")), 0)
    suffix = time_suffix(found) or ("NI" if word == "tonight" else "")
    return dated(periods.day(periods.shift(context.today, offset, "D")), suffix)


def read_this_daypart(found: Candidate, context: Context) -> Reading | None:
    """For "this morning", "last night", "that evening", "the next morning"."""
    relation = fold(found.group("rel", "rel2"))
    suffix = words("dayparts")[fold(found.group("dp", "dp2"))]
    told = context.anchor or context.today
    if found.group("last"):
        told = periods.shift(context.today, -1, "D")
    when = {
        "this": context.today,
        "last": periods.shift(context.today, -1, "D"),
        "that": told,
        "the same": told,
        "the previous": periods.shift(told, -1, "D"),
        "before": periods.shift(told, -1, "D"),
    }.get(relation, periods.shift(told, 1, "D"))
    return dated(periods.day(when), suffix)


def read_part_of_day(found: Candidate, context: Context) -> Reading | None:
    """For "in the morning", "at dawn", "the early hours": of the day last told of."""
    part = fold(found.group("dp", "dp3"))
    if part and context.anchor is None:
        return None  # "gets up in the morning"
    suffix = "MO" if found.group("small") else words("dayparts")[part or fold(found.group("dp2"))]
    return dated(periods.day(context.anchor or context.today), suffix)


def read_overnight(found: Candidate, context: Context) -> Reading | None:
    """For "overnight", the night into the day of publication, dated by its morning; "overnight Monday"."""
    weekday = words("weekdays").get(fold(found.group("wd")))
    when = _weekday_near(found, context, weekday) if weekday else context.today
    return dated(periods.day(when), "NI")


def read_frequency(found: Candidate, _context: Context) -> Reading | None:
    """For "daily", "annually"."""
    return recurring(words("frequencies")[fold(found.group("f"))])
