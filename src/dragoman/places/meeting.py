"""Where a statement was made: in the meeting at which it was made, if the text places that."""

from collections.abc import Sequence
from dataclasses import replace

from dragoman.codebook import STATEMENTS
from dragoman.model.codes import EventType, Status
from dragoman.model.coding import Coding
from dragoman.model.event import EventFrame, Party
from dragoman.model.evidence import Evidence
from dragoman.model.place import EventPlace
from dragoman.model.text import Field

REACH = 12
"""How many sentences a meeting carries: about the length of a dispatch on it."""
LESS = 0.6
"""Factor on the score of the meeting's place."""
_GUESSED = frozenset({"places:actor", "places:recipient", "places:discourse"})
"""Rules by which a statement has a place that its own sentence does not name."""


def share_meeting_place(coding: Coding, places: Sequence[EventPlace | None]) -> list[EventPlace | None]:
    """Places with those of statements filled in from the visit or meeting at which they were made.

    "The minister arrived in Oslo on Monday … He called for more trade.": said in Oslo. A first sentence sums up, so
    that its meeting may be told after it. What was said on another day was said elsewhere.

    Args:
        coding: a coding with frames; their dates and the mentions are used where they are there.
        places: one or None for each frame.
    """
    filled = list(places)
    for number, frame in enumerate(coding.frames):
        # A plan has the place of the act announced; a promise without one is made where it is spoken.
        told = frame.status in {Status.OCCURRED, Status.PLANNED} and frame.plan is None
        own = places[number]
        if told and frame.event_type in STATEMENTS and (own is None or own.evidence.rule in _GUESSED):
            meeting = _meeting_place(coding, number, places)
            surer = meeting and (own is None or meeting.evidence.score > own.evidence.score)
            filled[number] = meeting if surer else own
    return filled


def _meeting_place(coding: Coding, number: int, places: Sequence[EventPlace | None]) -> EventPlace | None:
    frame = coding.frames[number]
    for other in _order(number, coding.frames):
        meeting, place = coding.frames[other], places[other]
        present = _find_present(coding, meeting)
        if meeting.mode == "phone" and _codes(frame.actors) & present:
            return None  # two places, and neither is told
        if place is not None and _was_made_at(frame, meeting, present) and _same_time(coding, number, other):
            why = Evidence(
                field="place", rule="places:meeting", score=round(place.evidence.score * LESS, 4), span=place.mention
            )
            return replace(place, evidence=why)
    return None


def _order(number: int, frames: Sequence[EventFrame]) -> list[int]:
    """Meetings within reach: those told before, the last first, then for a headline or first sentence those after."""
    frame = frames[number]
    lead = frame.trigger.field is Field.TITLE or frame.sentence <= 1
    near = [
        k
        for k, m in enumerate(frames)
        if m.event_type is EventType.CONSULT
        and m.status is Status.OCCURRED
        and (lead or m.trigger.field is frame.trigger.field)
        and (lead or abs(m.sentence - frame.sentence) <= REACH)
    ]
    after = [k for k in near if k > number] if lead else []
    return [*reversed([k for k in near if k < number]), *after]


def _find_present(coding: Coding, meeting: EventFrame) -> set[str]:
    """Codes of those who met, and of the body whose meeting it was: "the ASEAN talks in Vientiane"."""
    present = _codes((*meeting.actors, *meeting.recipients))
    if meeting.mode == "multilateral":
        sentence = coding.sentences[meeting.sentence].span
        named = (a.code for m in coding.mentions if sentence.contains(m.span) for a in m.actors)
        present |= {code for code in named if code.startswith("IGO:")}
    return present


def _was_made_at(frame: EventFrame, meeting: EventFrame, present: set[str]) -> bool:
    """Whether those who speak were there, and what they say is said to those there, by a guest, or by a summit."""
    speakers = _codes(frame.actors)
    if not speakers or not speakers <= present or meeting.mode == "third-party":
        return False
    if meeting.mode == "multilateral" or (meeting.mode == "visit" and speakers <= _codes(meeting.actors)):
        return True
    heard = _codes(frame.recipients) or (speakers if frame.reciprocal else set())
    return bool(heard) and heard <= present


def _codes(parties: Sequence[Party]) -> set[str]:
    return {p.actor.code for p in parties}


def _same_time(coding: Coding, number: int, other: int) -> bool:
    if not coding.event_dates:
        return True
    said, met = coding.event_dates[number], coding.event_dates[other]
    return said is None or met is None or (said.first <= met.last and met.first <= said.last)
