"""Readers of durations, distances ("ten days ago") and periods by relation ("last month")."""

from datetime import date
from typing import Final

from dragoman.timex import periods
from dragoman.timex.context import Context, Reading, dated, lasting, recurring, referring
from dragoman.timex.find import Candidate
from dragoman.timex.lexicon import fold, number_of, words
from dragoman.timex.tense import Tense

_BACK: Final = frozenset({"last", "past", "this past", "previous", "preceding", "prior"})
_ON: Final = frozenset({"next", "coming", "this coming", "following", "ensuing", "upcoming"})


def read_this_unit(found: Candidate, context: Context) -> Reading | None:
    """For "last month", "this year", "the following day", "that week", "the same year"."""
    relation = fold(found.group("rel"))
    unit = words("units")[fold(found.group("u"))]
    told = relation.startswith(("the ", "that", "its ", "their ")) and not relation.endswith(("current", "present"))
    relation = relation.removeprefix("the ").removeprefix("its ").removeprefix("their ").removeprefix("that ")
    base = context.anchor or (context.history[-1].first if context.history else None) if told else None
    base = base or context.today
    if unit == "WE":
        return dated(_weekend(base, relation, context, found))
    step = -1 if relation in _BACK else 1 if relation in _ON else 0
    return dated(periods.unit_of(unit, periods.shift(base, step, "D" if unit == "D" else unit)))


def _weekend(base: date, relation: str, context: Context, found: Candidate) -> periods.Period:
    if relation in _BACK:
        return periods.weekend(periods.shift(periods.week(base).first, -1, "D"))
    if relation in _ON:
        return periods.weekend(periods.shift(base, 1, "W")) if relation == "next" else periods.weekend(base)
    # "this weekend" on a Monday or Tuesday is told of the one just over, unless the verb looks ahead.
    behind = base.isoweekday() <= 2 and context.tense(found.match.start(), found.match.end()) is not Tense.FUTURE
    return periods.weekend(periods.shift(base, -1, "W") if behind else base)


def read_past_unit(found: Candidate, context: Context) -> Reading | None:
    """For "the past year", "the last decade": as long as the unit, up to now."""
    unit = words("units")[fold(found.group("u"))]
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
    unit = words("units")[fold(found.group("u"))]
    if found.group("ended"):  # "the year ended 31 March": a stretch of its own
        return lasting(_iso(1, unit))
    if unit == "WE":
        behind = context.today.isoweekday() <= 5
        future = context.tense(found.match.start(), found.match.end()) is Tense.FUTURE
        return dated(periods.weekend(periods.shift(context.today, -1, "W") if behind and not future else context.today))
    return dated(periods.unit_of(unit, context.today))


def read_day_before(found: Candidate, context: Context) -> Reading | None:
    """For "the day before", "a week later", "a day earlier": counted from the day last told of."""
    unit = words("units")[fold(found.group("u", "u2"))]
    direction = fold(found.group("dir", "dir2"))
    if direction == "ago":
        return dated(_at_distance(context.today, -1, unit))
    step = 1 if direction in {"after", "later"} else -1
    return dated(_at_distance(context.anchor or context.today, step, unit))


def _at_distance(base: date, amount: float, unit: str) -> periods.Period:
    """Days and weeks away is a day; months away a month; years away a year."""
    when = periods.shift(base, amount, unit)
    if unit in {"DE", "CE"}:
        return periods.whole_year(when.year)
    return periods.unit_of(unit, when) if unit in periods.MONTHS_OF_UNIT else periods.day(when)


def read_ago(found: Candidate, context: Context) -> Reading | None:
    """For "ten days ago", "five months from now", "several years ago"."""
    amount, unit = _amount(found), words("units")[fold(found.group("u"))]
    ahead = fold(found.group("dir")) in {"hence", "from now", "from today"}
    if amount is None:
        return referring("FUTURE_REF" if ahead else "PAST_REF")
    return dated(_at_distance(context.today, amount if ahead else -amount, unit))


def read_later(found: Candidate, context: Context) -> Reading | None:
    """For "two days later", "three months earlier": counted from the day last told of."""
    amount, unit = _amount(found), words("units")[fold(found.group("u"))]
    base = context.anchor or (context.history[-1].first if context.history else context.today)
    if amount is None or unit in {"TH", "TM", "TS"}:
        return lasting(_iso(amount, unit))
    step = amount if fold(found.group("dir")) == "later" else -amount
    return dated(_at_distance(base, step, unit))


def read_ahead(found: Candidate, context: Context) -> Reading | None:
    """For "in three weeks' time"."""
    amount, unit = _amount(found), words("units")[fold(found.group("u"))]
    if amount is None:
        return referring("FUTURE_REF")
    return dated(_at_distance(context.today, amount, unit))


def read_duration(found: Candidate, context: Context) -> Reading | None:
    """For "three days", "more than a decade", "the past few weeks", "months"."""
    unit = words("units")[fold(found.group("u"))]
    amount = _amount(found)
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


def read_these_days(_found: Candidate, _context: Context) -> Reading | None:
    """For "these days": now."""
    return referring("PRESENT_REF")


def read_some_time(_found: Candidate, _context: Context) -> Reading | None:
    """For "a while", "some time": of unknown length."""
    return lasting("PXX")


def read_unit_long(found: Candidate, _context: Context) -> Reading | None:
    """For "day-long", "month-long"."""
    return lasting(_iso(1, words("units")[fold(found.group("u"))]))


def read_every_unit(found: Candidate, _context: Context) -> Reading | None:
    """For "every day", "each year", "every two weeks"."""
    amount = number_of(found.group("n")) if found.group("n") else 2 if found.group("other") else 1
    return recurring(_iso(amount, words("units")[fold(found.group("u"))]))


def read_reference(found: Candidate, _context: Context) -> Reading | None:
    """For "now", "recently", "the future"."""
    return referring(words("references")[fold(found.group("r"))])


def _amount(found: Candidate) -> float | None:
    vague = fold(found.group("v"))
    if vague.startswith("a couple"):
        return 2
    return None if vague else number_of(found.group("n0", "n"))


def _iso(amount: float | None, unit: str) -> str:
    """An ISO 8601 duration; X for an unknown amount: "P3D", "PT36H", "PXW"."""
    if unit == "FN":
        unit, amount = "W", None if amount is None else amount * 2
    if amount is not None and unit in {"DE", "CE"}:
        unit, amount = "Y", amount * (10 if unit == "DE" else 100)
    clock = unit.startswith("T")
    text = "X" if amount is None else f"{amount:g}" if amount < 1e6 else f"{amount:.0f}"
    return f"P{'T' if clock else ''}{text}{unit.removeprefix('T') if clock else unit}"
