"""Readers of durations, distances ("ten days ago") and periods by relation ("last month")."""

import re
from datetime import date
from typing import Final

from dragoman.timex import periods
from dragoman.timex.context import Context, Reading, dated, lasting, recurring, referring
from dragoman.timex.find import Candidate
from dragoman.timex.lexicon import fold, number_of, words

_GEOLOGICAL: Final = 5000
"""So many years ago lead out of the calendar, whatever the day of publication."""
_DEICTIC: Final = ("current", "present", "coming", "upcoming")
_BACK: Final = frozenset({"last", "past", "this past", "previous", "preceding", "prior"})
_ON: Final = frozenset({"next", "coming", "this coming", "following", "ensuing", "upcoming"})


def read_this_unit(found: Candidate, context: Context) -> Reading | None:
    """For "last month", "this year", "the following day", "that week", "the same year"."""
    relation = fold(found.group("rel"))
    unit = words("units")[fold(found.group("u"))]
    if _is_length(found, context, relation, unit):
        return lasting(_iso(1, unit))
    told = relation.startswith(("the ", "that", "its ", "their ")) and not relation.endswith(_DEICTIC)
    relation = relation.removeprefix("the ").removeprefix("its ").removeprefix("their ").removeprefix("that ")
    base = _told_of(context, unit) if told else context.today
    if unit == "WE":
        return dated(_weekend(base, relation, context, found))
    step = -1 if relation in _BACK else 1 if relation in _ON else 0
    return dated(periods.unit_of(unit, periods.shift(base, step, "D" if unit == "D" else unit)))


def _is_length(found: Candidate, context: Context, relation: str, unit: str) -> bool:
    """Whether "the next year" is a length: after "over" or "within"; the next decade always is."""
    if relation not in {"the next", "the coming"}:
        return False
    before = context.text[: found.match.start()].rstrip().rpartition(" ")[2].lower()
    return unit in {"DE", "CE"} or (unit in {"W", "M", "Y"} and before in {"over", "within", "during", "throughout"})


def _told_of(context: Context, unit: str) -> date:
    """What "the same week" counts from: the day last named; for months and years whatever was named last."""
    if context.history and (unit in periods.MONTHS_OF_UNIT or context.anchor is None):
        return context.history[-1].first
    return context.anchor or context.today


def _weekend(base: date, relation: str, context: Context, found: Candidate) -> periods.Period:
    if relation in _BACK:
        return periods.weekend(periods.shift(periods.week(base).first, -1, "D"))
    if relation in _ON:
        return periods.weekend(periods.shift(base, 1, "W")) if relation == "next" else periods.weekend(base)
    # "this weekend" on a Monday or Tuesday is told of the one just over, unless the verb looks ahead.
    behind = base.isoweekday() <= 2 and not context.tense(found.match.start(), found.match.end()).ahead
    return periods.weekend(periods.shift(base, -1, "W") if behind else base)


def read_past_unit(found: Candidate, context: Context) -> Reading | None:
    """For "the past year", "the last decade": as long as the unit, up to now."""
    unit = words("units")[fold(found.group("u", "u2"))]
    if unit == "WE":
        return dated(_weekend(context.today, "last", context, found))
    if (
        "last" in fold(found.match[0]).split()
        and unit in {"W", "M", "Y"}
        and not fold(found.match[0]).startswith("the")
    ):
        return dated(periods.unit_of(unit, periods.shift(context.today, -1, unit)))
    return lasting(_iso(1, unit))


def read_the_unit(found: Candidate, context: Context) -> Reading | None:
    """For "the weekend", "the week", "the year", "the end of the month": the one spoken of."""
    unit = words("units")[fold(found.group("u", "u2", "u3", "u4"))]
    if unit == "D":  # "earlier in the day"
        return dated(periods.day(context.anchor or context.today))
    if found.has("ended") or _is_stretch_since(context.text, found.match.span()):
        return lasting(_iso(1, unit))  # "the year ended 31 March", "the decade since": a stretch of its own
    if unit == "WE":
        behind = context.today.isoweekday() <= 5
        future = context.tense(found.match.start(), found.match.end()).ahead
        return dated(periods.weekend(periods.shift(context.today, -1, "W") if behind and not future else context.today))
    return dated(periods.unit_of(unit, context.today))


_SINCE: Final = re.compile(r"\ssince\b")
_IN: Final = re.compile(r"\b(?:in|over|during)\s$", re.IGNORECASE)


def _is_stretch_since(text: str, place: tuple[int, int]) -> bool:
    """Whether "since" tells where a stretch begins: "in the month since the vote", not "the worst year since 1970"."""
    start, end = place
    return bool(_SINCE.match(text, end) and _IN.search(text[max(0, start - 8) : start]))


def read_day_before(found: Candidate, context: Context) -> Reading | None:
    """For "the day before", "a week later", "a day earlier": counted from the day last told of."""
    unit = words("units")[fold(found.group("u", "u2"))]
    direction = fold(found.group("dir", "dir2"))
    if direction == "ago":
        return dated(_at_distance(context.today, -1, unit))
    if direction == "later" and not context.history:
        return lasting(_iso(1, unit))
    step = 1 if direction in {"after", "later"} else -1
    return dated(_at_distance(_told_of(context, unit), step, unit))


def _at_distance(base: date, amount: float, unit: str) -> periods.Period:
    """Days and weeks away is a day; months away a month; years away a year."""
    when = periods.shift(base, amount, unit)
    if unit in {"DE", "CE"}:
        return periods.whole_year(when.year)
    return periods.unit_of(unit, when) if unit in periods.MONTHS_OF_UNIT else periods.day(when)


def read_ago(found: Candidate, context: Context) -> Reading | None:
    """For "ten days ago", "five months from now", "several years ago"."""
    amount, unit = _amount(found), words("units")[fold(found.group("u"))]
    years = (amount or 0) * periods.MONTHS_OF_UNIT.get(unit, 0) / 12
    if years >= (context.published.year if context.published else _GEOLOGICAL):
        return referring("PAST_REF")  # "113 million years ago"
    if amount is not None and "and a half" in fold(found.match[0]) and "and a half" not in fold(found.group("n")):
        amount += 0.5
    ahead = fold(found.group("dir")) in {"hence", "from now", "from today"}
    if amount is None:
        return referring("FUTURE_REF" if ahead else "PAST_REF")
    if found.group("sharp"):  # "ten years ago today", "a year ago this week"
        finer = words("units").get(fold(found.group("sharp")).removeprefix("this "), "D")
        return dated(periods.unit_of(finer, periods.shift(context.today, -amount, unit)))
    return dated(_at_distance(context.today, amount if ahead else -amount, unit))


def read_later(found: Candidate, context: Context) -> Reading | None:
    """For "two days later", "three months earlier": counted from the day last told of.

    A length where none was told of: "Seventy years later, they meet again".
    """
    amount, unit = _amount(found), words("units")[fold(found.group("u"))]
    later = fold(found.group("dir")) == "later"
    if amount is None or unit in {"TH", "TM", "TS"} or (later and not context.history):
        return lasting(_iso(amount, unit))
    step = amount if later else -amount
    return dated(_at_distance(_told_of(context, unit), step, unit))


def read_ahead(found: Candidate, context: Context) -> Reading | None:
    """For "in three weeks' time"."""
    amount, unit = _amount(found), words("units")[fold(found.group("u"))]
    if amount is None:
        return referring("FUTURE_REF")
    return dated(_at_distance(context.today, amount, unit))


def read_duration(found: Candidate, context: Context) -> Reading | None:
    """For "three days", "more than a decade", "the past few weeks", "months"."""
    unit = words("units")[fold(found.group("u", "u2", "u3"))]
    amount = _amount(found)
    if amount == 1 and _QUALIFIED.search(found.match[0]):
        return None  # "a devastating day", "a wedding day": what it was like, not how long it took
    if _ONE_DAY.fullmatch(found.match[0]) and _is_some_day(found, context):
        return referring("FUTURE_REF")
    if (
        _ONE_UNIT.match(context.text, found.match.start())
        and found.match[0].count(" ") == 1
        and _RATE.search(context.text[max(0, found.match.start() - 60) : found.match.start()])
    ):
        return recurring(_iso(1, unit))
    if amount is not None and unit == "M":
        context.months = int(amount)
    if amount is not None and fold(found.match[0]).endswith("and a half"):
        amount += 0.5
    value = _iso(amount, unit)
    if found.group("u2") and amount is not None:
        second = number_of(found.group("n2"))
        value += (
            _iso(second, words("units")[fold(found.group("u2"))])
            .removeprefix("P")
            .removeprefix("T" if "T" in value else "")
        )
    return lasting(value)


_RATE: Final = re.compile(
    r"(?:[$£€]\s?\d[\d,.]*|(?<![\d-])\d(?:[\d,.]*\d)?%?|\bonce|\btwice|\btimes)"
    r"(?:\s?(?:thousand|million|billion|trillion|m|bn|k|percent|per\scent))?"
    r"(?: (?!(?:in|for|after|over|about|within|of|and|than|just|by|to|with|on|at|from|as|into|since"
    r"|until|during|is|was)\b)[a-z]+){0,2} $"
)
"""An amount right before "a day" makes it a rate: "$5 a month", "1,400 deaths a year"."""
_QUALIFIED: Final = re.compile(r"(?:[a-z](?:ing|ous|ful|less)|\bfinal)[\s-]\w+$", re.IGNORECASE)
_ONE_DAY: Final = re.compile(r"one\sday", re.IGNORECASE)
_ONE_UNIT: Final = re.compile(
    r"an?\s(?:minute|hour|day|night|week|month|year)(?! (?:after|before|later|earlier|ago|late|into|in which)\b)"
)


_POSSIBLE: Final = re.compile(r"\b(?:may|might|could|can|(?:hopes?|dreams?|dreamt|dreamed) of)\s$")


def _is_some_day(found: Candidate, context: Context) -> bool:
    """Whether "one day" is some day to come: "will one day return", not "for one day" nor "one day later"."""
    text, (start, end) = context.text, found.match.span()
    if text[end : end + 8].lstrip().lower().startswith(("after", "before", "of", "each", "earl", "late")):
        return False
    if _POSSIBLE.search(text[max(0, start - 20) : start]):
        return True
    before = text[:start].rstrip().rpartition(" ")[2].lower()
    if before in {"for", "in", "within", "after", "only", "just", "than", "of", "at", "every"}:
        return False
    return context.tense(start, end).ahead


def read_age_of_thing(found: Candidate, _context: Context) -> Reading | None:
    """For "two-year-old" before "truce", "decades-old": how long something that is no person has been there."""
    word, number = fold(found.group("u", "u2", "u3")), found.group("n", "n2")
    amount = number_of(number) if number else None if word.endswith("s") else 1
    return lasting(_iso(amount, words("units")[word]))


def read_these_days(_found: Candidate, _context: Context) -> Reading | None:
    """For "these days": now."""
    return referring("PRESENT_REF")


def read_some_time(_found: Candidate, _context: Context) -> Reading | None:
    """For "a while", "some time": of unknown length."""
    return lasting("PXX")


def read_unit_long(found: Candidate, _context: Context) -> Reading | None:
    """For "day-long", "yearlong", "months-long"."""
    word = fold(found.group("u"))
    return lasting(_iso(None if word.endswith("s") else 1, words("units")[word]))


def read_every_unit(found: Candidate, _context: Context) -> Reading | None:
    """For "every day", "each year", "every two weeks"."""
    amount = number_of(found.group("n")) if found.group("n") else 2 if found.group("other") else 1
    return recurring(_iso(amount, words("units")[fold(found.group("u", "u2"))]))


def read_reference(found: Candidate, _context: Context) -> Reading | None:
    """For "now", "recently", "the future"."""
    return referring(words("references")[fold(found.group("r"))])


_HALVED: Final = {"TH": ("TM", 60), "D": ("TH", 24), "Y": ("M", 12)}
"""Half an hour is thirty minutes, half a day twelve hours, half a year six months."""


def _amount(found: Candidate) -> float | None:
    vague = fold(found.group("v"))
    if "couple" in vague:
        return 2
    return None if vague else number_of(found.group("n0", "n"))


def _iso(amount: float | None, unit: str) -> str:
    """An ISO 8601 duration; X for an unknown amount: "P3D", "PT36H", "PXW"."""
    if unit == "FN":
        unit, amount = "W", None if amount is None else amount * 2
    if amount is not None and unit in {"DE", "CE"}:
        unit, amount = "Y", amount * (10 if unit == "DE" else 100)
    if unit in _HALVED and amount is not None and amount < 1:
        unit, amount = _HALVED[unit][0], amount * _HALVED[unit][1]
    clock = unit.startswith("T")
    text = "X" if amount is None else f"{amount:g}" if amount < 1e6 else f"{amount:.0f}"
    return f"P{'T' if clock else ''}{text}{unit.removeprefix('T') if clock else unit}"
