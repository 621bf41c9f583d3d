"""Tag a text: find the expressions, leave out what is no time, read the rest left to right."""

import re
from collections.abc import Callable
from datetime import date
from types import MappingProxyType
from typing import Final

from dragoman.model.codes import Granularity
from dragoman.model.evidence import Evidence
from dragoman.model.text import Field, Span
from dragoman.model.timex import Timex, TimexType
from dragoman.timex import read_calendar, read_clock, read_days, read_nth, read_quarters, read_seasons, read_spans
from dragoman.timex.context import Context, NoReferenceError, Reading
from dragoman.timex.exclude import is_time
from dragoman.timex.find import Candidate, find_candidates
from dragoman.timex.ranges import read_day_after, read_day_before
from dragoman.timex.tense import Tense, tense_around

Reader = Callable[[Candidate, Context], Reading | None]

READERS: Final[MappingProxyType[str, Reader]] = MappingProxyType(
    {
        name.removeprefix("read_"): function
        for module in (read_calendar, read_clock, read_days, read_nth, read_quarters, read_seasons, read_spans)
        for name, function in vars(module).items()
        if name.startswith("read_") and callable(function)
    }
)
"""Every reader, by the name that `data/patterns.toml` calls it."""

_TRIM: Final = " \t\n\r,"
_ADJECTIVAL: Final = frozenset({"duration", "unit-long", "century"})


def tag_times(
    text: str,
    published: date | None,
    *,
    field: Field = Field.TEXT,
    tense: Callable[[int, int], Tense] | None = None,
) -> list[Timex]:
    """All time expressions of a text, in order.

    Args:
        text: any text; never altered.
        published: the date of publication that relative expressions count from; None leaves them unresolved.
        field: which field of a document the text is, for the spans.
        tense: the tense of the words at `[start, end)` (code points), where a parse knows it better than the
            words around do.

    Returns:
        Timexes that do not overlap; `first` and `last` are set where the value names a stretch of the calendar.

    """
    context = Context(text, published, tense or (lambda start, end: tense_around(text, start, end)))
    out: list[Timex] = []
    free = 0
    for found in find_candidates(text):
        if found.match.start() < free or not is_time(text, found):
            continue
        reading = _read(found, context)
        if reading is None:
            continue
        before, after = read_day_before(text, found, reading), read_day_after(text, found, reading)
        for start, end, meaning in filter(None, (before, (*_trimmed(found), reading), after)):
            if start >= free:
                out.append(_timex(Span(start, end, field), meaning, found.rule.name))
                context.remember(meaning)
                free = end
    return out


def _read(found: Candidate, context: Context) -> Reading | None:
    try:
        return READERS[found.rule.reader](found, context)
    except NoReferenceError:
        return Reading(TimexType.DATE, "XXXX-XX-XX")


_ARTICLE: Final = re.compile(
    r"(?:an?|the|its|their|his|her|our)\s+(?=(?!one\b|half\b|an?\b|quarter\b|hundred\b|dozen\b|[a-z]+\s)\S+(?<!\b1)[\s-]"
    r"(?:second|minute|hour|day|night|week|weekend|month|year|decade)$|\w+[\s-]?long$|\S+-century$|(?:one|half)-\w+$)",
    re.IGNORECASE,
)
"""The article before a length that says more of a noun is the noun's: "a [three-year] war", but "[a year]"."""


def _trimmed(found: Candidate) -> tuple[int, int]:
    words_found, (start, end) = found.match[0], found.match.span()
    if found.rule.name in _ADJECTIVAL:
        article = _ARTICLE.match(words_found)
        start += article.end() if article else 0
        words_found = words_found[article.end() :] if article else words_found
    start += len(words_found) - len(words_found.lstrip(_TRIM))
    end -= len(words_found) - len(words_found.rstrip(_TRIM))
    return start, end


def _timex(span: Span, reading: Reading, rule: str) -> Timex:
    evidence = Evidence(field="timex", rule=f"timex:{rule}", score=1.0, span=span)
    period = reading.period
    if period is None:
        return Timex(span=span, type=reading.type, value=reading.value, evidence=(evidence,))
    granularity = Granularity.HOUR if ":" in reading.value else period.granularity
    return Timex(
        span=span,
        type=reading.type,
        value=reading.value,
        first=period.first,
        last=period.last,
        granularity=granularity,
        evidence=(evidence,),
    )
