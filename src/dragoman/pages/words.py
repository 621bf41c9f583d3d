"""How values are worded on pages: days, acts, scores, quotations. Each function is a filter of the templates."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

Line = Mapping[str, Any]

DASH = "–"
"""Stands where there is no value."""

LONGEST = 700
"""Characters of a quotation that are shown; a line of a megabyte would be the whole page."""

_DAY = re.compile(r"(?<!\d)(\d{4}-\d{2}(?:-\d{2})?)(?![\d-])")
"""A day or a month, as the record writes them."""

_MONTHS = "January February March April May June July August September October November December".split()

_WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()

_STATUSES = {
    "planned": "planned",
    "claimed": "claimed",
    "negated": "denied",
    "hypothetical": "supposed",
}

_FOOTINGS = {
    "occurred": "told as a fact by those who report it",
    "planned": "announced; not said to have happened",
    "claimed": "somebody's word; not established",
    "negated": "said not to have happened",
    "hypothetical": "spoken of as possible only",
}


_CERTAINTIES = {
    "stated": "a document of that day says so",
    "seeded": "a table says so",
    "inferred": "inferred; nothing says so for that very day",
}

_MEETINGS = {
    "spelling": "another spelling",
    "order": "the names in another order",
    "part": "part of the name",
    "script": "by the consonants of another script",
}


class Quotation(NamedTuple):
    """A quotation in three parts, the words in the middle being those that tell the act."""

    before: str
    trigger: str
    after: str


def cut_quote(quote: str, trigger: str = "") -> Quotation:
    """A quotation cut where it is too long, around the words that tell the act."""
    quote, trigger = " ".join(quote.split()), " ".join(trigger.split())
    start = quote.find(trigger) if 0 < len(trigger) <= LONGEST else -1
    if start < 0:
        return Quotation(quote if len(quote) <= LONGEST else f"{quote[:LONGEST]}…", "", "")
    before, after = quote[:start], quote[start + len(trigger) :]
    room = (LONGEST - len(trigger)) // 2
    if len(quote) > LONGEST:
        before = before if len(before) <= room else f"…{before[len(before) - room :]}"
        after = after if len(after) <= room else f"{after[:room]}…"
    return Quotation(before, trigger, after)


def say_days(when: Line | None) -> str:
    """One day, or the first and the last; "…" where a stretch is open."""
    if when is None:
        return "no date"
    first, last = when["start"], when["end"]
    about = "about " if when.get("approximate") else ""
    return about + (first if first and first == last else f"{first or '…'} to {last or '…'}")


def split_days(words: str) -> list[tuple[str, bool]]:
    """Words cut at the days in them, each piece with whether it is a day, which no line may break: "2025-10-01"."""
    pieces = _DAY.split(words)
    return [(piece, at % 2 == 1) for at, piece in enumerate(pieces) if piece]


def name_weekday(day: str) -> str:
    """The weekday of a day: of "2025-10-02" "Thursday"; "" of a month or a year."""
    try:
        return _WEEKDAYS[date.fromisoformat(day).weekday()]
    except ValueError:
        return ""


def say_moment(moment: str) -> str:
    """A time of day that the record noted, to the minute: of "2025-10-02T08:30:00+00:00" "2025-10-02 08:30 UTC"."""
    return f"{moment[:10]} {moment[11:16]} UTC"


def say_month(month: str | None) -> str:
    """A month in words: of "2025-10" "October 2025"."""
    return f"{_MONTHS[int(month[5:7]) - 1]} {int(month[:4])}" if month else "Without a date"


def say_mean(value: float | None) -> str:
    """A mean with its sign; a true minus, which reads as one aloud too."""
    return DASH if value is None else f"{value:+z.2f}".replace("-", "−")


def say_change(value: int) -> str:
    """A difference of counts with its sign."""
    return f"{value:+,}".replace("-", "−") if value else "0"


def plural(count: int, noun: str, many: str = "") -> str:
    """A count with its noun: "1 event", "2,000 events"."""
    return f"{count:,} {noun if count == 1 else many or noun + 's'}"


def name_status(status: str) -> str:
    """The word for a status."""
    return _STATUSES.get(status, status)


def explain_status(status: str) -> str:
    """What a status means for somebody who reads of it."""
    return _FOOTINGS.get(status, "")


def say_certainty(certainty: str) -> str:
    """How sure it is that somebody held an office on a day."""
    return _CERTAINTIES.get(certainty, certainty)


def say_meeting(how: str) -> str:
    """In which way a name that was asked for is a person's."""
    return _MEETINGS.get(how, "")


def name_act(act: Line) -> str:
    """Type and mode: "CONSULT, visit"."""
    return ", ".join(filter(None, (act.get("event_type") or act.get("what"), act.get("mode"))))


def head_act(line: Line) -> str:
    """Type and mode in plain words, as a heading has them: "Consult, visit", "Threaten: sanction"."""
    told = name_act(line).capitalize().replace("-", " ")
    planned = name_act(line.get("planned") or {}).lower().replace("-", " ")
    return f"{told}: {planned}" if planned else told


def class_of(quad_class: str) -> str:
    """The name by which styles know a quad class: "verbal-cooperation"."""
    return quad_class.replace(" ", "-")


def tells_more(words: str, name: str) -> bool:
    """Whether words of a text say more of a side than its name: "the neighbours" does of Iran, "Iranian" does not."""
    return bool(words) and (" " in words.strip() or not words.lower().startswith(name.lower()[:3]))


def join_words(words: list[str]) -> str:
    """Words as one lists them: "a", "a and b", "a, b and c"."""
    return " and ".join(filter(None, (", ".join(words[:-1]), words[-1]))) if words else ""


def begin_large(words: str) -> str:
    """A clause as a sentence begins: the first letter large, the others as they are."""
    return words[:1].upper() + words[1:]
