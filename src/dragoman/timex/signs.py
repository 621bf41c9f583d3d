"""What speaks for and against each way of dating an event: signs, whose weights `training/dates.py` fits.

Signs are words, so that they can be read where a date is explained: "day last week", "beside after", "cost none".
"""

from collections.abc import Iterator
from typing import Final

from dragoman.model.codes import EventType, Status
from dragoman.model.event import EventFrame
from dragoman.model.text import Sentence, SentenceKind, Token
from dragoman.model.timex import EventDate, Timex
from dragoman.timex.attach import clause_of
from dragoman.timex.background import background_reason
from dragoman.timex.bounds import is_lower_bound
from dragoman.timex.scene import Scene
from dragoman.timex.standing import UNTENSED, VERBAL, find_standing, time_of
from dragoman.timex.told import EXACT

_SAID: Final = frozenset(
    {
        EventType.AGREE,
        EventType.SUPPORT,
        EventType.REQUEST,
        EventType.ACCUSE,
        EventType.REJECT,
        EventType.THREATEN,
    }
)
"""Types that are done by speaking."""
_COSTS: Final = (
    (0.0, "none"),
    (0.8, "noun"),
    (1.2, "one"),
    (2.0, "two"),
    (3.0, "three"),
    (4.5, "four"),
)
"""Upper ends of the classes that costs of attachment fall into."""
_DISTANCES: Final = ((12, "beside"), (50, "near"), (120, "away"))
_BRIEF: Final = 6
"""Most sentences of a news item that is no story."""


def find_time_signs(rule: str, scene: Scene, host: EventFrame, timex: Timex) -> Iterator[str]:
    """Signs of an expression that stands in the sentence of a frame.

    Args:
        rule: "clause" where that frame is to be dated, "same-event" or "lead" where another one is that tells the same.
        scene: the document.
        host: the frame whose sentence holds the expression.
        timex: the expression.

    """
    sentence = scene.sentence_of(host)
    cost = _class_of(scene.cost(host, timex))
    exact = "day" if timex.granularity in EXACT else "longer"
    yield from (rule, f"{rule}, cost {cost}", f"cost {cost}", f"cost {cost}, {exact}")
    if scene.is_quoted(timex.span) != scene.is_quoted(host.trigger):
        yield from ("across a quotation", f"{rule}, across a quotation")
    if is_lower_bound(sentence, host.trigger, timex.span):
        yield "lower bound"
    if not all(e.rule != "timex:named-day" for e in timex.evidence):
        yield "named day"
    when, head = sentence.head_of(timex.span), sentence.head_of(host.trigger)
    if when is not None:
        yield f"as {when.dep}" + (f" of {sentence.tokens[when.head].text.lower()}" if when.dep == "pobj" else "")
    if head is not None:
        yield f"{_part_of(head)}, cost {cost}"
    yield _distance(host, timex)
    yield from _rivals(scene, host, timex)


def find_calendar_signs(scene: Scene, frame: EventFrame, when: EventDate) -> Iterator[str]:
    """Signs of how a date lies to the day of publication, by the footing of the event."""
    if when.first > scene.published:
        far = "ahead"
    elif when.last >= scene.published:
        far = "now"
    else:
        gap = (scene.published - when.last).days
        far = "last week" if gap <= 7 else "last month" if gap <= 31 else "past"
    yield from (when.granularity, far, f"{frame.status} {far}", f"{when.granularity} {far}")


def find_discourse_signs(scene: Scene, frame: EventFrame, number: int, *, last: bool) -> Iterator[str]:
    """Signs of going on with the day that an earlier sentence told.

    Args:
        scene: the document.
        frame: the frame to be dated.
        number: index of that sentence.
        last: whether no later one tells a day.

    """
    day, subjects = scene.told[number].day, scene.told[frame.sentence].subjects
    if day is None:
        return
    gap = frame.sentence - number
    known = subjects & scene.told[number].subjects
    who = "same subject" if known else "other subject" if subjects else "no subject"
    # A day that is only bounded ("after the vote of 28 May, she called …") is what the report is about, however old.
    since = 1 if day.approximate else (scene.published - day.first).days
    yield from ("discourse", f"discourse, {'last' if last else 'earlier'}", f"discourse, {who}")
    yield "discourse, " + ("same sentence" if gap == 0 else "next" if gap == 1 else "near" if gap <= 3 else "far")
    yield "discourse, " + ("today" if since == 0 else "yesterday" if since == 1 else "before")
    yield f"discourse, sides {compare_sides(scene, frame, number)}"
    if gap and frame.actors and any(_doers(frame) & _doers(f) for f in scene.coding.frames if f.sentence == number):
        yield "discourse, same actor"
    if scene.tells_today and since:
        yield f"discourse, today is told too, {who}"
    if number in scene.body[:2]:
        yield "discourse, of the lead"
    yield f"discourse, {'said' if frame.event_type in _SAID else 'done'}"
    sentence = scene.sentence_of(frame)
    head = sentence.head_of(frame.trigger)
    if head is not None:
        yield f"discourse, {_part_of(head)}"
    if scene.is_quoted(frame.trigger):
        yield "discourse, quoted"  # said on the day told of, whatever the tense of the words quoted
    elif head is not None:
        yield f"discourse, {time_of(sentence, telling_verb(sentence, head))}"


def find_absence_signs(scene: Scene, frame: EventFrame) -> Iterator[str]:
    """Signs that the text supports no day: a mention in passing of what is known, a lasting state, a mere thought."""
    sentence = scene.sentence_of(frame)
    yield f"{frame.event_type}"
    if frame.status in {Status.NEGATED, Status.HYPOTHETICAL}:
        yield f"{frame.status}"
    if frame.mode:
        yield f"{frame.event_type}, {frame.mode}"
    yield from (name for name, holds in (("plan", frame.plan), ("attributed", frame.attribution)) if holds)
    if scene.is_quoted(frame.trigger):
        yield "quoted"
    kind = "said" if frame.event_type in _SAID else "done"
    yield f"{kind} {_part_of_story(scene, frame)}"
    background = background_reason(sentence, frame)
    if background:
        yield from ("background", background)
    elif frame.status is not Status.HYPOTHETICAL:
        yield "told as news"
    head = sentence.head_of(frame.trigger)
    if head is None:
        return
    if sentence.kind is SentenceKind.HEADLINE:
        yield from ("headline", f"headline, {_part_of(head)}", f"headline, {head.dep}")
    else:
        yield from find_standing(sentence, head)
    yield from _nesting(scene, frame, sentence, head)


def _part_of_story(scene: Scene, frame: EventFrame) -> str:
    """Background gathers towards the end of a story."""
    length = len(scene.coding.sentences)
    if length <= _BRIEF:
        return "in brief"
    return ("at the head", "in the middle", "at the end")[min(2, 3 * frame.sentence // length)]


def _nesting(scene: Scene, frame: EventFrame, sentence: Sentence, head: Token) -> Iterator[str]:
    """Whether another event's words govern these: "condemned the raid"."""
    above = set(sentence.ancestors(head.i))
    for other in scene.coding.frames:
        if other.sentence == frame.sentence and other.trigger != frame.trigger:
            top = sentence.head_of(other.trigger)
            if top is not None and top.i in above:
                kind = "said" if other.event_type in _SAID else "done"
                yield from ("under another event", f"under another event, {kind}, {_part_of(head)}")
                return


def _rivals(scene: Scene, host: EventFrame, timex: Timex) -> Iterator[str]:
    cost = scene.cost(host, timex)
    rivals = (f for f in scene.coding.frames if f.sentence == host.sentence and f.trigger != host.trigger)
    if any(scene.cost(f, timex) < cost for f in rivals):
        yield "closer to another event"
    others = [scene.cost(host, t) for t in scene.dated[host.sentence] if t is not timex]
    if not others:
        yield "only one"
    elif min(others) > cost:
        yield "closest"
    elif min(others) < cost:
        yield "another is closer"


def telling_verb(sentence: Sentence, head: Token) -> Token:
    """The verb whose tense tells the time.

    For what somebody says, that of saying ("said Peru wants talks"); for a verb without a tense the one above
    ("invited him to come and see").
    """
    verb = sentence.tokens[clause_of(sentence, head.i)]
    while verb.head != verb.i and (verb.dep == "ccomp" or time_of(sentence, verb) == UNTENSED):
        verb = sentence.tokens[clause_of(sentence, verb.head)]
    return verb


def _class_of(cost: float) -> str:
    return next((name for top, name in _COSTS if cost <= top), "more")


def _part_of(head: Token) -> str:
    return "verb" if head.pos in VERBAL else "noun"


def _distance(host: EventFrame, timex: Timex) -> str:
    after = timex.span.start >= host.trigger.end
    gap = timex.span.start - host.trigger.end if after else host.trigger.start - timex.span.end
    return f"{next((name for top, name in _DISTANCES if gap < top), 'far')} {'after' if after else 'before'}"


def compare_sides(scene: Scene, frame: EventFrame, number: int) -> str:
    """Whether the sides of a frame are "shared" with those told from sentence `number` on, "new", or "open"."""
    mine = sides_of(frame)
    before = {s for f in scene.coding.frames if number <= f.sentence < frame.sentence for s in sides_of(f)}
    return "open" if not before or not mine else "shared" if before & mine else "new"


def _doers(frame: EventFrame) -> set[str]:
    return {party.actor.code for party in frame.actors}


def sides_of(frame: EventFrame) -> set[str]:
    """Countries, or else codes, of all sides of an event and of who tells it."""
    parties = [*frame.actors, *frame.recipients]
    if frame.attribution and frame.attribution.speaker:
        parties.append(frame.attribution.speaker)
    return {party.actor.country or party.actor.code for party in parties}
