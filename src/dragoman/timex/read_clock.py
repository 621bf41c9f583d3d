"""Reader of clock times, and the time of day that goes with a date."""

from typing import Final

from dragoman.timex import periods
from dragoman.timex.context import Context, Reading, dated
from dragoman.timex.find import Candidate
from dragoman.timex.lexicon import fold, words

_NAMED: Final = {"noon": "12:00", "midday": "12:00", "midnight": "24:00"}
_NAMED_PARTS: Final = {"midmorning": "MO", "mid morning": "MO", "midafternoon": "AF", "mid afternoon": "AF"}


def time_suffix(found: Candidate) -> str:
    """What follows the T of a TIME: "22:00", "NI"; empty where no time of day is named."""
    part = words("dayparts").get(fold(found.group("dp", "dp2")), "")
    named = fold(found.group("noon"))
    if named:
        return _NAMED.get(named) or _NAMED_PARTS[named]
    if not found.group("h", "hw"):
        text = fold(found.match[0])
        return part or ("MO" if "early hours" in text or "small hours" in text else "")
    spelled = found.group("hw")
    hour = int(words("cardinals")[fold(spelled)]) if spelled else int(found.group("h"))
    minute = int(found.group("mi") or 0)
    half, of = fold(found.group("ap")), fold(found.group("of", "of2"))
    # "5 o'clock this afternoon"
    later = part in {"AF", "EV", "NI"} or of.endswith(("afternoon", "evening", "night"))
    if (half.startswith("p") or (not half and later)) and hour < 12:
        hour += 12
    elif hour == 12 and (half.startswith("a") or of.endswith(("morning", "at night"))):
        hour = 0
    return f"{hour:02d}:{minute:02d}"


def read_clock(found: Candidate, context: Context) -> Reading | None:
    """For "10 p.m.", "14:30 GMT", "midnight": of the day last named, else of publication."""
    suffix = time_suffix(found) or _NAMED.get(fold(found.match[0])) or _NAMED_PARTS.get(fold(found.match[0]), "")
    when = context.anchor or context.today
    of = fold(found.group("of", "of2"))
    if of.startswith("this"):
        when = context.today
    elif of.startswith(("the next", "the following")):
        when = periods.shift(when, 1, "D")
    return dated(periods.day(when), suffix) if suffix else None
