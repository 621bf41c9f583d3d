"""Events told by their distance from another: "surrendered on Tuesday, a day after they issued the warrant"."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Final

from dragoman.model.codes import Granularity
from dragoman.model.text import Sentence, Span
from dragoman.model.timex import Timex, TimexType
from dragoman.timex.attach import attachment, clause_of
from dragoman.timex.periods import shift

_LENGTH: Final = re.compile(r"P(\d+)([DW])$")
_DIRECTION: Final = {"after": -1, "before": 1}
_MAIN: Final = 1.2
"""Highest cost at which an expression dates the clause that the distance is counted from."""


def find_distant_day(
    sentence: Sentence, trigger: Span, timexes: Sequence[Timex], published: date
) -> tuple[date, Timex] | None:
    """The day of an event inside "two days after …" or "a week before …", and the expression that measures it.

    Counted from the day of the clause above, or from `published` where that clause names none.
    """
    event = sentence.head_of(trigger)
    if event is None:
        return None
    for clause in (clause_of(sentence, event.i), event.i):
        for opener in (*sentence.children[clause], sentence.tokens[clause].head):
            step = _DIRECTION.get(sentence.tokens[opener].text.lower())
            measure = _measure_before(sentence, opener, timexes) if step else None
            if measure is None or step is None or sentence.tokens[opener].start > trigger.start:
                continue
            length = _LENGTH.match(measure.value)
            if length is None:
                continue
            above = _day_above(sentence, clause, opener, timexes) or published
            return shift(above, step * int(length[1]), length[2]), measure
    return None


def _measure_before(sentence: Sentence, opener: int, timexes: Sequence[Timex]) -> Timex | None:
    """The duration that ends right before "after" or "before"."""
    start = sentence.tokens[opener].start
    return next(
        (
            t
            for t in timexes
            if t.type is TimexType.DURATION and t.span.field is sentence.span.field and 0 < start - t.span.end <= 1
        ),
        None,
    )


def _day_above(sentence: Sentence, clause: int, opener: int, timexes: Sequence[Timex]) -> date | None:
    inside = set(sentence.subtree(clause))
    above = next((i for i in sentence.ancestors(min(clause, opener)) if sentence.tokens[i].pos == "VERB"), None)
    above = above if above is not None and above not in {clause} else None
    verb = above if above is not None else next((t.i for t in sentence.tokens if t.head == t.i), clause)
    span = sentence.token_span(verb, verb)
    for timex in timexes:
        if timex.first is None or timex.granularity not in {Granularity.DAY, Granularity.HOUR}:
            continue
        head = sentence.head_of(timex.span)
        if head is not None and head.i not in inside and attachment(sentence, span, timex.span) <= _MAIN:
            return timex.first
    return None
