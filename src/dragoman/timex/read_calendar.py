"""Readers of calendar dates, months, years, decades and centuries."""

import re

from dragoman.model.timex import TimexType
from dragoman.timex import periods
from dragoman.timex.context import Context, NoReferenceError, Reading, dated, recurring
from dragoman.timex.find import Candidate
from dragoman.timex.lexicon import fold, named_days, number_of, words
from dragoman.timex.read_clock import time_suffix
from dragoman.timex.tense import Tense


def read_calendar_date(found: Candidate, context: Context) -> Reading | None:
    """For "28 May 2023", "May 28", "Aug. 2 at 5 p.m."; without a year, the nearest that the tense allows."""
    named = found.group("m", "m2")
    first = figure(found.group("mm"))
    number = words("months")[fold(named)] if named else first
    of_month = figure(found.group("d", "d2")) or words("ordinals").get(fold_ordinal(found.group("od", "od2")), 0)
    day_first = not named and (number > 12 or (found.group("sep") == "/" and _DAY_FIRST.search(context.text)))
    if of_month <= 12 and (day_first or found.group("sep") == "."):
        number, of_month = of_month, number  # 28/05/2023, 3/4/2022 beside it, and 5.6.2013
    year = stated_year(found, context) or year_beyond(found, number)
    if year is None:
        try:
            year = _year_of_day(found, context, number, of_month)
        except NoReferenceError:
            return Reading(dated(periods.day(_LEAP)).type, f"XXXX-{number:02d}-{of_month:02d}")
    when = periods.make_date(year, number, of_month)
    if when and found.group("eve"):
        when = periods.shift(when, -1, "D")
    return dated(periods.day(when), time_suffix(found)) if when else None


def read_week_of_date(found: Candidate, context: Context) -> Reading | None:
    """For "the week of March 4": the week that holds the day."""
    reading = read_calendar_date(found, context)
    return dated(periods.week(reading.period.first)) if reading and reading.period else reading


_DAY_FIRST = re.compile(r"\b(?:1[3-9]|2\d|3[01])/(?:0?[1-9]|1[0-2])/\d\d")
"""A date in figures that can be only day and month, as outside America."""
_LEAP = periods.make_date(2000, 1, 1) or NotImplemented


def figure(text: str) -> int:
    """The digits of a text as a number ("28th" is 28); 0 where it has none."""
    digits = "".join(c for c in text if c.isdecimal())
    return int(digits) if digits else 0


def stated_year(found: Candidate, context: Context) -> int | None:
    """The year that the words name, in figures or by relation ("last year"); None where they name none."""
    stated = found.group("y", "y3", "y2", "y4", "y5")
    if stated:
        year = figure(stated)
        # Two figures: up to 30 years ahead is this century ("3/22/13", "'98").
        return year if year > 99 else year + (1900 if year > 49 else 2000)
    return relative_year(found.group("ry", "ry2"), context)


_BEYOND = re.compile(
    rf"\s*(?:to|and|or|through|until|[-–/])\s*(?:\d{{1,2}}(?:st|nd|rd|th)?\s)?(?P<m>{'|'.join(words('months'))})\b\.?"
    r"(?:\s\d{1,2}(?:st|nd|rd|th)?\b)?,?\s(?P<y>(?:1[5-9]|20)\d\d)\b",
    re.IGNORECASE,
)


def year_beyond(found: Candidate, number: int) -> int | None:
    """The year stated for the end of a range or list: of "January" in "January to March 2013"."""
    beyond = _BEYOND.match(found.match.string, found.match.end())
    if beyond is None or not found.group("m")[:1].isupper():
        return None
    return int(beyond["y"]) - int(number > words("months")[beyond["m"].lower()])


def fold_ordinal(text: str) -> str:
    """A spelled-out ordinal as the list holds it: "twenty-first"."""
    return fold(text).replace(" ", "-")


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


_YEARS_AROUND = range(-4, 5)
"""So many years hold a 29 February."""


def _year_of_day(found: Candidate, context: Context, number: int, of_month: int) -> int:
    today = context.today
    days = [d for y in _YEARS_AROUND if (d := periods.make_date(today.year + y, number, of_month))]
    if not days:
        return today.year
    if fold(found.group("rel")) in {"last", "past", "this past", "previous"}:
        return max((d for d in days if d < today), default=days[0]).year
    tense = context.tense(found.match.start(), found.match.end())
    past = max((d for d in days if d <= today), default=days[0])
    ahead = min((d for d in days if d >= today), default=days[-1])
    if tense is Tense.PLANNED and is_premodifier(found):
        return past.year if (today - past).days <= (ahead - today).days else ahead.year
    if tense.ahead and (ahead - today).days < 300:
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
    year = stated_year(found, context) or year_beyond(found, number)
    if year is None:
        try:
            year = _year_of_month(found, context, number)
        except NoReferenceError:
            return Reading(dated(periods.month(2000, 1)).type, f"XXXX-{number:02d}")
    context.month_years[number] = year
    return dated(periods.month(year, number))


def _year_of_month(found: Candidate, context: Context, number: int) -> int:
    today = context.today
    if found.group("told") and context.history:
        return context.history[-1].first.year  # "was sentenced that August", of a year named before
    relation = fold(found.group("rel")).removeprefix("the ")
    if relation in {"last", "past", "this past", "previous", "preceding"}:
        return today.year - (number >= today.month)
    if relation in {"next", "coming", "this coming", "following"}:
        return today.year + (number <= today.month)
    if relation == "this":
        return today.year
    if number in context.month_years and possessed(context.text, found.match.end()):
        return context.month_years[number]  # "expires in October. … before October's talks"
    behind, ahead = (today.month - number) % 12, (number - today.month) % 12
    tense = _tense_of_month(found, context, behind, ahead)
    # "would leave in February", written in March, and "opens in October", written in May.
    if tense is Tense.FUTURE or (tense is Tense.PLANNED and ahead <= _PLANNED_MONTHS):
        return today.year + (number < today.month)
    return today.year - (number > today.month)


def _tense_of_month(found: Candidate, context: Context, behind: int, ahead: int) -> Tense:
    """Where a month lies that is so many months behind and ahead: where the verb looks, unless one is much nearer."""
    before = context.text[max(0, found.match.start() - 24) : found.match.start()]
    premodifier = is_premodifier(found)
    if is_of_happening(context.text, found.match.end()):
        return Tense.PAST
    told = _TELLS.search(before) or _TOLD.match(context.text, found.match.end())
    if 0 < ahead <= _NEAR_MONTHS and not told:
        return Tense.FUTURE  # "named the squad for June's games", written in May: the past June would be "last June"
    if ahead >= 12 - _NEAR_MONTHS and premodifier:
        return Tense.PAST  # "will stay below July's record", written in August
    tense = context.tense(found.match.start(), found.match.end())
    if premodifier and tense is not Tense.FUTURE:
        # "doubts about the February vote would grow", written in June: the nearer one, whatever the verb.
        return Tense.PAST if behind <= ahead or tense is Tense.PAST else Tense.PLANNED
    return tense


_PLANNED_MONTHS = 9
_NEAR_MONTHS = 2
"""A month so near at hand is meant, whatever the verb."""
_TELLS = re.compile(
    rf"(?:\b(?:since|after|from|an?)|\b(?:[a-z]{{2,}}ed|{'|'.join(words('past_forms')['words'])})\sin"
    r"|(?:^|[.!?\n][\"”’']*\s*)[A-Z][a-z]+)\s$"
)
"""Before a month told of: "since June", "on a June night", "won in June"; at the head of a sentence, "In June, …"."""
_TOLD = re.compile(rf"\s(?:[a-z]{{2,}}ed|{'|'.join(set(words('past_forms')['words']) - {'says', 'has', 'have'})})\b")
"""After a month told of: "sales in June rose"."""
_POSSESSED = re.compile(r"['’]s\s[A-Za-z]")
_MODIFIED = re.compile(
    r"(?:['’]s)?\s(?!(?:and|to|or|of|in|at|when|after|before|with|for|by|on|was|were|is|are|has|had|have|will|would|as|that"
    r"|but|from|through|the|an?|said|says|told|while|until|since|it|he|she|they|we|his|her|its|their|which|who|where|than"
    r"|because|over|under|if|without|amid|during|despite|about|against|following|into|not|last|this|next)\b)[a-z]"
)


def possessed(text: str, end: int) -> bool:
    """Whether "'s" and a noun follow: what is so named was mostly told of before."""
    return bool(_POSSESSED.match(text, end))


_HAPPENING = re.compile(
    rf"(?:['’]s)?\s(?:(?!(?:an?|he|she|it|they|{'|'.join(words('function_words')['words'])})\b)[\w-]+\s){{0,2}}"
    rf"(?:{'|'.join(words('happenings')['nouns'])})(?:e?s)?\b",
    re.IGNORECASE,
)


def is_of_happening(text: str, end: int) -> bool:
    """Whether what is so named is of a kind that nobody announces: "Friday's crash", "the December uprising"."""
    return bool(_HAPPENING.match(text, end))


def is_premodifier(found: Candidate) -> bool:
    """Whether the noun behind it is what the words say more of: "the February vote", "October's talks"."""
    return bool(_MODIFIED.match(found.match.string, found.match.end()))


def read_year(found: Candidate, _context: Context) -> Reading | None:
    """For "1998", "fiscal 1989", "FY24", "the end of 1990"."""
    return dated(periods.whole_year(int(found.group("y") or "20" + found.group("y2"))))


def read_era_year(found: Candidate, _context: Context) -> Reading | None:
    """For "44 BC", "AD 70": years before our era lie outside the calendar here."""
    year = int(found.group("y", "y2"))
    if fold(found.group("era")).startswith("b"):
        return Reading(TimexType.DATE, f"BC{year:04d}")
    return dated(periods.whole_year(year)) if year else None


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
    if found.group("y", "y2"):
        return dated(periods.decade(int(found.group("y", "y2"))))
    figures = found.group("t", "t2")
    tens = int(figures) if figures else words("decades")[fold(found.group("w"))]
    return dated(periods.decade(190 + tens))


def read_century(found: Candidate, _context: Context) -> Reading | None:
    """For "the 20th century"."""
    number = figure(found.group("n")) or words("ordinals")[fold_ordinal(found.group("o"))]
    if fold(found.group("era")).startswith("b"):
        return Reading(TimexType.DATE, f"BC{number - 1:02d}")
    return dated(periods.century(number - 1)) if 1 < number <= 99 else None


def read_year_end(found: Candidate, context: Context) -> Reading | None:
    """For "year end", "year's end", "week's end"."""
    unit = words("units")[fold(found.group("u"))] if found.group("u") else "Y"
    return dated(periods.unit_of(unit, context.today))


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
    if found.group("we", "we2"):
        return recurring("XXXX-WXX-WE")
    if found.group("m"):
        return recurring(f"XXXX-{words('months')[fold(found.group('m'))]:02d}")
    weekday = fold(found.group("wd", "wds"))
    if weekday:
        number = words("weekdays").get(weekday) or words("weekdays")[weekday.removesuffix("s")]
        return recurring(f"XXXX-WXX-{number}{suffix}")
    return recurring(f"XXXX-XX-XX{suffix}")
