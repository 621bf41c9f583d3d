"""Readers of seasons and feasts."""

import re
from functools import cache
from typing import Final

from dragoman.timex import periods
from dragoman.timex.context import Context, Reading, dated
from dragoman.timex.feasts import feasts_in
from dragoman.timex.find import Candidate
from dragoman.timex.lexicon import feasts, fold, independence_days, words
from dragoman.timex.read_calendar import relative_year
from dragoman.timex.tense import Tense


def read_season(found: Candidate, context: Context) -> Reading | None:
    """For "last fall", "this summer", "the spring of 2013"; without a year, the latest begun."""
    code = words("seasons")[fold(found.group("s", "s2", "s3", "s4"))]
    stated = found.group("y", "y2", "y3")
    year = int(stated) if stated else relative_year(found.group("ry"), context)
    if year is None:
        year = _year_of_season(found, context, code)
    return dated(periods.season(year, code))


def _year_of_season(found: Candidate, context: Context, code: str) -> int:
    today = context.today
    relation = fold(found.group("rel")).removeprefix("the ").removeprefix("that ")
    here = periods.season(today.year, code)
    if code == "WI" and today.month <= 2:
        here = periods.season(today.year - 1, code)
    if relation in {"last", "past", "previous", "this past"}:
        return here.first.year - (here.last >= today)
    if relation in {"next", "coming", "this coming", "following"}:
        return here.first.year + (here.first <= today)
    future = context.tense(found.match.start(), found.match.end()).ahead
    if here.first > today and not future and relation != "this" and not found.group("s4"):
        return here.first.year - 1
    return here.first.year + (here.last < today and future)


def read_feast(found: Candidate, context: Context) -> Reading | None:
    """For "Christmas", "Good Friday", "New Year's Eve", "Easter week", "the eve of Nowruz"."""
    name = fold_name(found.group("f"))
    kind, rules = feasts()[name]
    if name == "independence day":
        rules = _independence_day(context.text, found.match.span()) or rules
    year = int(found.group("y")) if found.group("y") else relative_year(found.group("ry"), context)
    years = [year] if year else _years(context)
    dates = sorted(feasts_in(years, kind, rules), key=lambda p: p.first)
    period = _pick(dates, found, context) if year is None else (dates[0] if dates else None)
    if period is None:
        return None
    if found.match[0].lower().startswith(("eve", "the eve")):
        return dated(periods.day(periods.shift(period.first, -1, "D")))
    part = fold(found.group("part"))
    if part == "week":
        return dated(periods.week(period.first))
    if part == "weekend":
        return dated(periods.weekend(period.first))
    return dated(period)


_NEAR: Final = 100
"""How many characters away a country may be named whose Independence Day is meant."""


def _independence_day(text: str, place: tuple[int, int]) -> tuple[int, int] | None:
    """Month and day by the country named next to the words: "Ukraine's Independence Day"; None where none is."""
    start, end = place
    named = _countries().finditer(text, max(0, start - _NEAR), end + _NEAR)
    nearest = min(named, key=lambda country: abs(country.start() - start), default=None)
    return independence_days()[nearest[0]] if nearest else None


@cache
def _countries() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(sorted(independence_days(), key=len, reverse=True))})")


def read_new_year(_found: Candidate, context: Context) -> Reading | None:
    """For "the new year": the one at hand, or the next from July on."""
    return dated(periods.whole_year(context.today.year + (context.today.month >= _MIDYEAR)))


_MIDYEAR: Final = 7


def fold_name(text: str) -> str:
    """A feast's name as the table holds it."""
    folded = text.replace("’", "'").lower()
    return folded if folded in feasts() else next((n for n in feasts() if fold(n) == fold(text)), folded)


def _years(context: Context) -> list[int]:
    return [context.today.year + step for step in (-1, 0, 1)]


def _pick(dates: list[periods.Period], found: Candidate, context: Context) -> periods.Period | None:
    today, relation = context.today, fold(found.group("rel"))
    past = [p for p in dates if p.first <= today]
    ahead = [p for p in dates if p.last >= today]
    if relation in {"last", "this past", "past", "previous", "preceding"} and past:
        return past[-1]
    if relation in {"next", "this coming", "coming", "following"} and ahead:
        return ahead[0]
    if not past or not ahead:
        near = past or ahead
        return near[-1] if near else None
    tense = context.tense(found.match.start(), found.match.end())
    near_ahead = (ahead[0].first - today).days
    near_past = (today - past[-1].first).days
    if tense is Tense.PLANNED and near_past < 30 and near_ahead > 240:
        return past[-1]  # "the Easter joke could cost them", in April
    if tense.ahead or (near_ahead < near_past and tense is Tense.UNKNOWN):
        return ahead[0]
    # "before Christmas" in mid-December: the one at hand.
    return ahead[0] if near_ahead < 30 and near_past > 240 else past[-1]
