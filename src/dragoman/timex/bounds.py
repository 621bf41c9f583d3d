"""Expressions that give the earliest day rather than the day: "since the vote on 28 May", "after Monday's raid"."""

from collections.abc import Iterator, Sequence
from typing import Final

from dragoman.model.codes import Granularity
from dragoman.model.text import Sentence, Span
from dragoman.model.timex import Timex
from dragoman.timex.attach import clause_of

_OPENERS: Final = frozenset({"since", "after", "following"})
_EXACT: Final = frozenset({Granularity.DAY, Granularity.HOUR})


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


def find_lower_bound(sentence: Sentence, trigger: Span, timexes: Sequence[Timex]) -> Timex | None:
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
