"""Expressions that give the earliest day rather than the day: "since the vote on 28 May", "after Monday's raid"."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Final

from dragoman.model.codes import Granularity
from dragoman.model.evidence import Evidence
from dragoman.model.text import Sentence, Span
from dragoman.model.timex import AFTER_DAY, EventDate, Timex
from dragoman.timex.attach import clause_of

_OPENERS: Final = frozenset({"since", "after", "following"})
_EXACT: Final = frozenset({Granularity.DAY, Granularity.HOUR})
BOUND_DAYS: Final = 7
"""A day of the last week is news itself: "after Monday's raid" tells of Monday as often as of a later day."""


def is_lower_bound(sentence: Sentence, trigger: Span, timex: Span) -> bool:
    """Whether "since" or "after" stands between an event and the expression, which then tells of what came before."""
    when, event = sentence.head_of(timex), sentence.head_of(trigger)
    if when is None or event is None:
        return False
    above_event = {event.i, *sentence.ancestors(event.i)}
    for index in (when.i, *sentence.ancestors(when.i)):
        if index in above_event:
            return False
        if _opens(sentence, index):
            return True
    return False


def compose_bound_date(
    sentence: Sentence, trigger: Span, timexes: Sequence[Timex], published: date
) -> EventDate | None:
    """The day after the one that an event is said to follow, up to `published`; None in the week of publication.

    Args:
        sentence: the sentence that states the event.
        trigger: the words that state it.
        timexes: the document's expressions.
        published: the day of publication.

    """
    bound = _find_lower_bound(sentence, trigger, timexes)
    if bound is None or bound.last is None or (published - bound.last).days <= BOUND_DAYS:
        return None
    reason = "on or shortly after the day named"
    return EventDate(
        first=bound.last + timedelta(days=1),
        last=published,
        granularity=Granularity.DAY,
        timex=bound.span,
        approximate=True,
        evidence=Evidence(field="date", rule=AFTER_DAY, score=0.4, span=bound.span, reason=reason),
    )


def _find_lower_bound(sentence: Sentence, trigger: Span, timexes: Sequence[Timex]) -> Timex | None:
    """The day after which an event happened: "after the election, she called the man who won on 28 May".

    The event's clause, or one above it, must hold a phrase with "after", "since" or "following"; the day stands in
    that phrase or in a clause that says more of someone.
    """
    event = sentence.head_of(trigger)
    if event is None:
        return None
    openers = [i for verb in _clauses_above(sentence, event.i) for i in sentence.children[verb] if _opens(sentence, i)]
    if not openers or any(event.i in set(sentence.subtree(i)) for i in openers):
        return None
    within = {i for opener in openers for i in sentence.subtree(opener)}
    for timex in timexes:
        head = sentence.head_of(timex.span)
        if head is None or timex.granularity not in _EXACT or not sentence.span.contains(timex.span):
            continue
        if head.i in within or sentence.tokens[clause_of(sentence, head.i)].dep == "relcl":
            return timex
    return None


def _clauses_above(sentence: Sentence, index: int) -> Iterator[int]:
    clause = clause_of(sentence, index)
    yield clause
    yield from (i for i in sentence.ancestors(clause) if sentence.tokens[i].pos in {"VERB", "AUX"})


def _opens(sentence: Sentence, index: int) -> bool:
    token = sentence.tokens[index]
    if token.text.lower() in _OPENERS and token.dep in {"prep", "mark"}:
        return True
    return any(
        sentence.tokens[c].dep == "mark" and sentence.tokens[c].text.lower() in _OPENERS
        for c in sentence.children[index]
    )
