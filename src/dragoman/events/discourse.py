"""What the sentence leaves out and the text supplies: the counterpart of a statement made in a meeting or a call."""

from collections.abc import Sequence
from dataclasses import replace

from dragoman.model.codes import EventType, Status
from dragoman.model.event import EventFrame, Party
from dragoman.model.evidence import Evidence
from dragoman.model.text import Sentence

ADDRESSED = frozenset({EventType.AGREE, EventType.SUPPORT, EventType.REQUEST})
"""Types that one says to a counterpart: "he also called for more trade" in a report of a meeting."""
REACH = 8
"""How many sentences after a meeting its talk is still taken to be addressed to the other side."""
COUNTERPART_SCORE = 0.5
_BEGINNING = frozenset("be begin come follow happen last occur open resume run start take".split())
"""Verbs by which a visit is still to come: "the visit will begin in May", "their talks will take place"."""
_KNOWN = frozenset({"the", "this", "these"})
_OTHER = frozenset(
    {"another", "coming", "first", "future", "latest", "new", "next", "other", "planned", "second", "upcoming"}
)


def supply_counterparts(frames: Sequence[EventFrame]) -> list[EventFrame]:
    """Frames with the recipient filled in where a statement made in a meeting names none.

    "The ministers of Peru and Chile met in Lima. The Peruvian minister stressed the need for more trade.": said to
    Chile. Only for a frame whose one actor took part in the last meeting or call told before it, with exactly one
    other side, and whose recipient no words name but those for the actor's own side.
    """
    filled: list[EventFrame] = []
    for frame in frames:
        party = _counterpart(frame, filled) if _lacks_recipient(frame) else None
        if party is None:
            filled.append(frame)
            continue
        why = Evidence(
            field="recipients", rule="discourse:counterpart", score=COUNTERPART_SCORE, span=party.mention,
            reason="the other side of the meeting or call in which this was said",
        )  # fmt: skip
        kept = tuple(e for e in frame.evidence if e.field != "recipients")
        filled.append(replace(frame, recipients=(party,), evidence=(*kept, why)))
    return filled


def _lacks_recipient(frame: EventFrame) -> bool:
    """Whether a statement names no addressee, or only the speaker's own side ("his country's readiness")."""
    if frame.event_type not in ADDRESSED or len(frame.actors) != 1 or frame.reciprocal:
        return False
    if frame.recipients:
        return {p.actor.code for p in frame.recipients} == {frame.actors[0].actor.code}
    return any(e.field == "recipients" and e.span is None for e in frame.evidence)


def _counterpart(frame: EventFrame, before: Sequence[EventFrame]) -> Party | None:
    own = frame.actors[0].actor.code
    for earlier in reversed(before):
        if earlier.event_type is not EventType.CONSULT or earlier.trigger.field != frame.trigger.field:
            continue
        if frame.sentence - earlier.sentence > REACH:
            return None
        others = {p.actor.code: p for p in (*earlier.actors, *earlier.recipients) if p.actor.code != own}
        took_part = any(p.actor.code == own for p in (*earlier.actors, *earlier.recipients))
        if took_part and len(others) == 1:
            return next(iter(others.values()))
    return None


def recall_meetings(frames: Sequence[EventFrame], sentences: Sequence[Sentence]) -> list[EventFrame]:
    """Frames in which what is said to come of a meeting already told is that meeting, not a plan for another.

    "The minister arrived in Lima. “This visit will serve our ties,” she said": the visit has begun. Not "the next
    visit", nor "the visit will begin in May".

    Args:
        frames: of a document, in order.
        sentences: of the document.
    """
    recalled: list[EventFrame] = []
    for number, frame in enumerate(frames):
        # Only a frame that stands alone: what others are tied to keeps its type.
        alone = frame.same_as is None and all(later.same_as != number for later in frames[number + 1 :])
        told = _meeting_told(frame, recalled) if alone and _points_back(frame, sentences) else None
        if told is None or frame.plan is None:
            recalled.append(frame)
            continue
        reason = "a meeting that the text has told of"
        mode = frame.plan.mode
        evidence = tuple(
            Evidence(field=field, rule="discourse:recalled", score=COUNTERPART_SCORE, span=frame.trigger, reason=reason)
            for field in ("status", *(["mode"] if mode else []))
        )
        kept = tuple(e for e in frame.evidence if e.field not in {"status", "mode"})
        recalled.append(
            replace(
                frame, event_type=frame.plan.event_type, mode=mode, status=Status.OCCURRED, plan=None, same_as=told,
                evidence=(*kept, *evidence),
            )
        )  # fmt: skip
    return recalled


def _points_back(frame: EventFrame, sentences: Sequence[Sentence]) -> bool:
    """Whether a planned meeting is one that is known and that does something: "this visit will serve our ties"."""
    if frame.plan is None or frame.plan.event_type is not EventType.CONSULT:
        return False
    sentence = sentences[frame.sentence]
    noun = sentence.head_of(frame.trigger)
    if noun is None or noun.pos != "NOUN" or noun.dep != "nsubj":
        return False
    before = [sentence.tokens[c] for c in sentence.children[noun.i] if c < noun.i]
    known = any(t.dep == "poss" or t.text.lower() in _KNOWN for t in before)
    begins = sentence.tokens[noun.head].lemma in _BEGINNING
    return known and not begins and not any(t.text.lower() in _OTHER for t in before)


def _meeting_told(frame: EventFrame, before: Sequence[EventFrame]) -> int | None:
    """The last meeting told before a frame, within reach, between the same sides."""
    sides = {p.actor.code for p in (*frame.actors, *frame.recipients)}
    for number in range(len(before) - 1, -1, -1):
        earlier = before[number]
        if earlier.event_type is not EventType.CONSULT or earlier.status is not Status.OCCURRED:
            continue
        if earlier.trigger.field == frame.trigger.field and frame.sentence - earlier.sentence > REACH:
            return None
        if sides and sides == {p.actor.code for p in (*earlier.actors, *earlier.recipients)}:
            return number if earlier.same_as is None else earlier.same_as
    return None
