"""Days that share the month of a date beside them: "April 24 and 25", "3–5 May"."""

import re
from typing import Final

from dragoman.timex.context import Reading, dated
from dragoman.timex.find import Candidate
from dragoman.timex.periods import day, make_date

_AFTER: Final = re.compile(
    r"(?:\s*,\s*|\s+(?:and|or|to|through|until)\s+|\s*[-–]\s*)(?P<d>\d{1,2})(?:st|nd|rd|th)?\b(?:,?\s(?P<y>(?:1[5-9]|20)\d\d)\b)?"
    r"(?![:%,.]?\d|\s*%|\s+[a-z]+s\b)"
)
_BEFORE: Final = re.compile(r"\b(?P<d>\d{1,2})(?:st|nd|rd|th)?(?:\s+(?:and|or|to|through|until)\s+|\s*[-–/]\s*)$")
_REACH: Final = 14

Ranged = tuple[int, int, Reading]
"""Start and end of the words, and what they mean."""


def read_day_after(text: str, found: Candidate, reading: Reading) -> Ranged | None:
    """The "25" of "April 24 and 25", with the year where it stands there ("May 3-5, 2023")."""
    if found.rule.name != "month-day" or found.group("y", "ry", "h", "dp") or reading.period is None:
        return None
    more = _AFTER.match(text, found.match.end())
    if more is None:
        return None
    first = reading.period.first
    when = make_date(first.year, first.month, int(more["d"]))
    return (more.start("d"), more.end(), dated(day(when))) if when and when > first else None


def read_day_before(text: str, found: Candidate, reading: Reading) -> Ranged | None:
    """The "3" of "from 3 to 5 May" and "3–5 May 2023"."""
    if found.rule.name != "day-month" or reading.period is None:
        return None
    offset = max(0, found.match.start() - _REACH)
    less = _BEFORE.search(text[offset : found.match.start()])
    if less is None:
        return None
    last = reading.period.first
    when = make_date(last.year, last.month, int(less["d"]))
    return (offset + less.start("d"), offset + less.end("d"), dated(day(when))) if when and when < last else None
