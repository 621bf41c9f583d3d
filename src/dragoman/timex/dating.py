"""The date of each event: from its clause, its sentence, what was told before, or the day of publication."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from dragoman.model.codes import Granularity, Status
from dragoman.model.coding import Coding
from dragoman.model.event import EventFrame
from dragoman.model.evidence import Evidence
from dragoman.model.text import Sentence, SentenceKind, Span
from dragoman.model.timex import EventDate, Timex
from dragoman.timex.attach import FAR, attachment
from dragoman.timex.background import background_reason
from dragoman.timex.bounds import find_lower_bound, is_lower_bound
from dragoman.timex.discourse import continues, in_present
from dragoman.timex.distance import find_distant_day
from dragoman.timex.lexicon import words

_REACH: Final = 4.0
"""Highest cost of attachment at which an expression still dates an event."""
_QUOTED: Final = 3.0
"""Cost of reaching into, or out of, a quotation: a speaker's "last week" dates what the speaker tells."""

_NEWS_DAYS: Final = 7
"""How far back a day may lie to be what the report is about."""
_MAIN: Final = 1.2
"""Highest cost at which an expression dates a sentence's main clause."""
_COARSE: Final = 2.5
"""Highest cost at which a week, month or year still dates an event: they drift further from their verbs."""

_FOLLOW_UPS: Final = frozenset(words("occasions")["follow_ups"])

Dates = list[EventDate | None]
Told = dict[int, tuple[EventDate, int]]


def date_events(coding: Coding, timexes: Sequence[Timex]) -> tuple[EventDate | None, ...]:
    """One date for each of `coding.frames`, None where no day can be supported.

    In order: an expression of the frame's own clause or, failing that, of its sentence; another frame that tells
    the same happening; for a headline, the lead; what the sentence continues; the dateline; the day of publication.
    """
    own = [_own_date(coding, frame, timexes) for frame in coding.frames]
    dates = _share(coding, own)
    told = _told_days(coding, timexes)
    unstated = _dateline_day(coding, timexes) or _published(coding)
    for i, frame in enumerate(coding.frames):
        if dates[i] is None:
            dates[i] = _from_lead(coding, frame, own) or _default(coding, frame, told, unstated)
    return tuple(dates)


def _own_date(coding: Coding, frame: EventFrame, timexes: Sequence[Timex]) -> EventDate | None:
    sentence = coding.sentences[frame.sentence]
    distant = find_distant_day(sentence, frame.trigger, timexes, coding.document.published)
    if distant:
        return _distant_date(*distant)
    best, lowest = None, _REACH
    for timex in timexes:
        if timex.first is None or not sentence.span.contains(timex.span):
            continue
        cost = _cost(coding, sentence, frame, timex)
        exact = timex.granularity in {Granularity.DAY, Granularity.HOUR}
        if cost < lowest and (exact or cost < _COARSE):
            best, lowest = timex, cost
    if best is None or is_lower_bound(sentence, frame.trigger, best.span):
        return _bound_date(coding, sentence, frame.trigger, timexes)
    return _clipped(_event_date(best, 1.0 - lowest / 8), frame, coding.document.published)


def _distant_date(when: date, measure: Timex) -> EventDate:
    evidence = Evidence(field="date", rule="timex:distance", score=0.8, span=measure.span)
    return EventDate(first=when, last=when, granularity=Granularity.DAY, timex=measure.span, evidence=evidence)


def _bound_date(coding: Coding, sentence: Sentence, trigger: Span, timexes: Sequence[Timex]) -> EventDate | None:
    """The day after the one that an event is said to follow; none in the week of publication, which is news."""
    bound = find_lower_bound(sentence, trigger, timexes)
    published = coding.document.published
    if bound is None or bound.last is None or (published - bound.last).days <= _NEWS_DAYS:
        return None
    evidence = Evidence(
        field="date", rule="timex:after", score=0.4, span=bound.span, reason="on or shortly after the day named"
    )
    return EventDate(
        first=bound.last + timedelta(days=1),
        last=published,
        granularity=Granularity.DAY,
        timex=bound.span,
        approximate=True,
        evidence=evidence,
    )


def _cost(coding: Coding, sentence: Sentence, frame: EventFrame, timex: Timex) -> float:
    cost = attachment(sentence, frame.trigger, timex.span)
    if cost >= FAR or _is_follow_up(sentence, frame, timex):
        return FAR
    for quotation in coding.quotations:
        if quotation.span.contains(timex.span) != quotation.span.contains(frame.trigger):
            cost += _QUOTED
    if timex.granularity not in {Granularity.DAY, Granularity.HOUR}:
        cost += 0.6
    distance = min(abs(timex.span.start - frame.trigger.end), abs(frame.trigger.start - timex.span.end))
    cost += min(distance, 400) / 1000
    ahead = timex.first is not None and timex.first > coding.document.published
    if ahead and frame.status is Status.OCCURRED and frame.plan is None:
        cost += 2.0  # what has happened did not happen on a day to come
    if timex.first is not None and timex.first < coding.document.published and frame.status is Status.PLANNED:
        cost += 0.3
    return cost


def _is_follow_up(sentence: Sentence, frame: EventFrame, timex: Timex) -> bool:
    """Whether a day known by name only says what an inquiry is about: "the January 6 hearings"."""
    if all(e.rule != "timex:named-day" for e in timex.evidence):
        return False
    head, when = sentence.head_of(frame.trigger), sentence.head_of(timex.span)
    return head is None or when is None or sentence.tokens[when.head].lemma.lower() in _FOLLOW_UPS or head.pos == "VERB"


def _event_date(timex: Timex, score: float) -> EventDate | None:
    if timex.first is None or timex.last is None:
        return None
    granularity = Granularity.DAY if timex.granularity is Granularity.HOUR else timex.granularity
    return EventDate(
        first=timex.first,
        last=timex.last,
        granularity=granularity,
        timex=timex.span,
        approximate=granularity is not Granularity.DAY,
        evidence=Evidence(field="date", rule="timex:clause", score=max(0.1, min(score, 1.0)), span=timex.span),
    )


def _clipped(when: EventDate | None, frame: EventFrame, published: date) -> EventDate | None:
    """What has happened "this week" did so by the day of publication; what is planned for it comes after."""
    if when is None or not when.first <= published <= when.last:
        return when
    if frame.status is Status.PLANNED:
        return replace(when, first=published)
    return replace(when, last=published)


def _share(coding: Coding, own: Dates) -> Dates:
    """Frames that tell one happening share the first date stated for it."""
    root = list(range(len(own)))
    for i, frame in enumerate(coding.frames):
        if frame.same_as is not None and 0 <= frame.same_as < i:
            root[i] = root[frame.same_as]
    stated: dict[int, EventDate] = {}
    for i, when in enumerate(own):
        if when is not None and when.timex is not None and any(q.span.contains(when.timex) for q in coding.quotations):
            continue  # a speaker's "today" does not date what the report tells of him
        if when is not None and (root[i] not in stated or (stated[root[i]].approximate and not when.approximate)):
            stated[root[i]] = when
    return [when or _because(stated.get(root[i]), "timex:same-event") for i, when in enumerate(own)]


def _because(when: EventDate | None, rule: str) -> EventDate | None:
    if when is None:
        return None
    evidence = Evidence(field="date", rule=rule, score=when.evidence.score * 0.9, span=when.timex)
    return replace(when, evidence=evidence)


def _from_lead(coding: Coding, frame: EventFrame, own: Dates) -> EventDate | None:
    """A headline's event takes the day its lead states for an event of the same type: headlines name no days."""
    if coding.sentences[frame.sentence].kind is not SentenceKind.HEADLINE:
        return None
    body = [s for s in range(len(coding.sentences)) if coding.sentences[s].kind is SentenceKind.BODY][:3]
    for sentence in body:
        for other, when in zip(coding.frames, own, strict=True):
            if other.sentence == sentence and when and _akin(frame, other):
                return _because(when, "timex:lead")
    return None


def _akin(one: EventFrame, other: EventFrame) -> bool:
    if one.event_type is not other.event_type:
        return False
    sides = [{p.actor.country or p.actor.code for p in (*f.actors, *f.recipients)} for f in (one, other)]
    return bool(sides[0] & sides[1]) or not all(sides)


def _default(coding: Coding, frame: EventFrame, told: Told, unstated: EventDate) -> EventDate | None:
    """What the text goes on telling of, the day of publication, or nothing for a mention in passing."""
    sentence = coding.sentences[frame.sentence]
    day, anchor = told.get(frame.sentence, (None, -1))
    if day is not None and continues(coding, frame, anchor):
        return _because(day, "timex:discourse")
    return None if background_reason(sentence, frame) else unstated


def _told_days(coding: Coding, timexes: Sequence[Timex]) -> Told:
    """For each sentence, the day the report is about there, where an earlier one (or, for a headline, the lead) says.

    A main clause with a day of the week before publication sets it ("both ministers met on Wednesday night"), and
    it holds until another does.
    """
    told: Told = {}
    current: tuple[EventDate, int] | None = None
    for index, sentence in enumerate(coding.sentences):
        if sentence.kind is SentenceKind.HEADLINE:
            continue
        day = _main_day(coding, sentence, timexes)
        current = (day, index) if day else current
        if current:
            told[index] = current
    return told


def _main_day(coding: Coding, sentence: Sentence, timexes: Sequence[Timex]) -> EventDate | None:
    root = next((t for t in sentence.tokens if t.head == t.i), None)
    if root is None or in_present(sentence, root):
        return None  # "Today all countries agree": no happening told
    published = coding.document.published
    for timex in timexes:
        if timex.first is None or not sentence.span.contains(timex.span):
            continue
        near = 0 <= (published - timex.first).days <= _NEWS_DAYS
        day = timex.granularity in {Granularity.DAY, Granularity.HOUR}
        quoted = any(q.span.contains(timex.span) for q in coding.quotations)
        if near and day and not quoted:
            main = sentence.token_span(root.i, root.i)
            if attachment(sentence, main, timex.span) < _MAIN and not is_lower_bound(sentence, main, timex.span):
                return _event_date(timex, 0.6)
    return _bound_date(coding, sentence, sentence.token_span(root.i, root.i), timexes)


def _dateline_day(coding: Coding, timexes: Sequence[Timex]) -> EventDate | None:
    """The day in "BRUSSELS, February 10 (Xinhua) --"."""
    if coding.dateline is None or coding.dateline.date is None:
        return None
    for timex in timexes:
        if timex.granularity is Granularity.DAY and timex.span.overlaps(coding.dateline.date):
            return _because(_event_date(timex, 0.6), "timex:dateline")
    return None


def _published(coding: Coding) -> EventDate:
    day = coding.document.published
    evidence = Evidence(field="date", rule="timex:published", score=0.5, reason="the text names no day for it")
    return EventDate(first=day, last=day, granularity=Granularity.DAY, evidence=evidence)
