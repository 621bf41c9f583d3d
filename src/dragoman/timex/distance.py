"""Events told by their distance from another: "surrendered a day after they issued the warrant", "one year since"."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final, NamedTuple

from dragoman.model.codes import Granularity
from dragoman.model.evidence import Evidence
from dragoman.model.text import Sentence, Span, Token
from dragoman.model.timex import EventDate, Timex, TimexType
from dragoman.timex.attach import MAIN, attachment, clause_of
from dragoman.timex.lexicon import fold, number_of, words
from dragoman.timex.periods import Period, day, shift, unit_of

_LENGTH: Final = re.compile(r"P(\d+)([DWMY])$")
_DIRECTION: Final = {"after": -1, "since": -1, "before": 1}
_ANNIVERSARY: Final = re.compile(r"([\w’'-]+?)(?:[ -]years?)?[ -]anniversar(?:y|ies)$", re.IGNORECASE)
_MARKING: Final = frozenset({"mark", "commemorate", "observe", "celebrate", "remember"})
"""Verbs for keeping a day to the day: "on Monday Kyiv marked the second anniversary of the invasion"."""
_VERBAL: Final = frozenset({"VERB", "AUX"})
_GOING_ON: Final = frozenset({"advcl", "conj", "relcl", "acl"})


class _Distance(NamedTuple):
    amount: int
    """Negative: back."""
    unit: str
    """"D", "W", "M" or "Y"."""
    opener: Token
    """"after", "since", "before" or "anniversary"."""
    words: Span


def find_distant_date(sentence: Sentence, trigger: Span, timexes: Sequence[Timex], published: date) -> EventDate | None:
    """The date of an event inside "two days after …", "a week before …", "a year since …", "first anniversary of …".

    Counted from the day of the clause above, or from `published` where that clause names none. Days and weeks are
    counted to the day, and so are years where somebody keeps them; else months and years tell no more than the month or
    the year.

    Args:
        sentence: the sentence that states the event.
        trigger: the words that state it.
        timexes: the document's expressions.
        published: the day of publication.

    """
    event = sentence.head_of(trigger)
    distance = _find_distance(sentence, event, timexes) if event else None
    if distance is None:
        return None
    named = _day_above(sentence, distance.opener, timexes)
    days = _reach(
        sentence, distance, shift(named or published, distance.amount, distance.unit), exact=named is not None
    )
    return EventDate(
        first=days.first,
        last=days.last,
        granularity=days.granularity,
        timex=distance.words,
        approximate=days.granularity is not Granularity.DAY,
        evidence=Evidence(field="date", rule="timex:distance", score=0.8, span=distance.words),
    )


def _find_distance(sentence: Sentence, event: Token, timexes: Sequence[Timex]) -> _Distance | None:
    for opener in _openers(sentence, event):
        if opener.lemma == "anniversary":
            years = _count_years(sentence, opener)
            if years:
                return _Distance(-years, "Y", opener, sentence.token_span(opener.i, opener.i))
            continue
        measure = _measure_before(opener, timexes, sentence)
        length = _LENGTH.match(measure.value) if measure else None
        if measure and length:
            return _Distance(_DIRECTION[opener.text.lower()] * int(length[1]), length[2], opener, measure.span)
    return None


def _count_years(sentence: Sentence, anniversary: Token) -> int | None:
    """How many years "the second anniversary", "the 10th anniversary" or "the one-year anniversary" tells of."""
    before = " ".join(t.text for t in sentence.tokens[: anniversary.i + 1]).replace(" - ", "-")
    match = _ANNIVERSARY.search(before)
    if match is None:
        return None
    ordinal: int | None = words("ordinals").get(fold(match[1]).replace(" ", "-"))
    years = ordinal or number_of(re.sub(r"(?<=\d)(?:st|nd|rd|th)$", "", match[1]))
    return int(years) if years and years == int(years) else None


def _openers(sentence: Sentence, event: Token) -> Iterator[Token]:
    """The words before an event that may say how far it lies from another.

    "After" opens its clause ("a day after he met them"), or stands above it ("a day after the latest of the raids"),
    not beside it: "a day after the vote, he met them".
    """
    clause = sentence.tokens[clause_of(sentence, event.i)]
    marks = [m for verb in _clauses(sentence, clause) for m in _children(sentence, verb) if m.dep == "mark"]
    above = [sentence.tokens[i] for i in sentence.ancestors(event.i)]
    nouns = above[: next((n for n, t in enumerate(above) if t.pos in _VERBAL), len(above))]
    higher = [sentence.tokens[clause.head], *(t for t in above if t.lemma == "anniversary")]
    for token in (*marks, *nouns, *higher):
        if token.start < event.start and (token.text.lower() in _DIRECTION or token.lemma == "anniversary"):
            yield token


def _clauses(sentence: Sentence, clause: Token) -> Iterator[Token]:
    """A clause, and those that it goes on from: "since they attacked the town, killing ten" is since they killed."""
    yield clause
    while clause.dep in _GOING_ON:
        clause = sentence.tokens[clause_of(sentence, clause.head)]
        yield clause


def _children(sentence: Sentence, token: Token) -> Iterator[Token]:
    return (sentence.tokens[i] for i in sentence.children[token.i])


def _reach(sentence: Sentence, distance: _Distance, target: date, *, exact: bool) -> Period:
    """The days that a distance can mean: "five years after" any of a year, "five years since" those of a month."""
    if distance.unit in {"D", "W"}:
        return day(target)
    kept = any(sentence.tokens[i].lemma in _MARKING for i in sentence.ancestors(distance.opener.i))
    if exact and kept:
        return day(target)
    near = distance.opener.lemma == "anniversary" or distance.opener.text.lower() == "since"
    return unit_of("M" if near else distance.unit, target)


def _measure_before(opener: Token, timexes: Sequence[Timex], sentence: Sentence) -> Timex | None:
    """The duration that ends right before "after", "since" or "before"."""
    return next(
        (
            t
            for t in timexes
            if t.type is TimexType.DURATION
            and t.span.field is sentence.span.field
            and 0 < opener.start - t.span.end <= 1
        ),
        None,
    )


def _day_above(sentence: Sentence, opener: Token, timexes: Sequence[Timex]) -> date | None:
    """The day of the clause that the distance is told in."""
    inner = opener.head if opener.dep == "mark" else opener.i  # "after" with all that it opens
    inside = set(sentence.subtree(inner))
    above = (sentence.tokens[i] for i in sentence.ancestors(inner))
    verb = next((t.i for t in above if t.pos == "VERB"), next(t.i for t in sentence.tokens if t.head == t.i))
    span = sentence.token_span(verb, verb)
    for timex in timexes:
        if timex.first is None or timex.granularity not in {Granularity.DAY, Granularity.HOUR}:
            continue
        head = sentence.head_of(timex.span)
        if head is not None and head.i not in inside and attachment(sentence, span, timex.span) <= MAIN:
            return timex.first
    return None
