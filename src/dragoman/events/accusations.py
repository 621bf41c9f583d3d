"""Whoever says that another did violence accuses them of it.

"Peru says Chile shelled two villages": beside the claimed act there is Peru's accusation. Of the labelled claims of
hostile acts two in three have their accusation marked (118 of 174).
"""

from collections.abc import Sequence
from dataclasses import replace

from dragoman.events.claims import TOLD_FIRST_HAND
from dragoman.model.codes import EventType, Status
from dragoman.model.event import EventFrame
from dragoman.model.evidence import Evidence
from dragoman.model.text import Span

RULE = "claims:accuse"
_HOSTILE = frozenset({EventType.ASSAULT, EventType.COERCE, EventType.MOBILIZE, EventType.SANCTION})


def supply_accusations(frames: Sequence[EventFrame]) -> list[EventFrame]:
    """The frames, and behind each claim of a hostile act that has no accusation in its sentence the ACCUSE it implies.

    Args:
        frames: of a whole document, in order of position.
    """
    supplied: list[EventFrame] = []
    moved: list[int] = []
    for frame in frames:
        moved.append(len(supplied))
        supplied.append(frame if frame.same_as is None else replace(frame, same_as=moved[frame.same_as]))
        accusation = _accuse(frame)
        if accusation is not None and not any(_covers(other, accusation) for other in (*frames, *supplied)):
            supplied.append(accusation)
    return supplied


def _accuse(frame: EventFrame) -> EventFrame | None:
    """The accusation that a claimed act implies; None where its speaker or its doer is unknown, or they are one."""
    said = frame.attribution
    if frame.status is not Status.CLAIMED or frame.event_type not in _HOSTILE or said is None or said.speaker is None:
        return None
    doers = tuple(p for p in frame.actors if p.actor.code != said.speaker.actor.code)
    if not doers or len(doers) < len(frame.actors) or not said.cue:
        return None
    span = Span(min(said.span.start, frame.clause.start), max(said.span.end, frame.clause.end), frame.clause.field)
    reason = f"who says this of {doers[0].actor.code} accuses them"
    return EventFrame(
        sentence=frame.sentence,
        trigger=said.span,
        clause=span,
        event_type=EventType.ACCUSE,
        mode="allege",
        contexts=frame.contexts,
        actors=(said.speaker,),
        recipients=doers,
        reciprocal=False,
        status=Status.OCCURRED,
        plan=None,
        attribution=said,
        score=frame.score,
        evidence=tuple(
            Evidence(field=field, rule=RULE, score=round(frame.score, 3), span=said.span, reason=reason)
            for field in ("event_type", "actors", "recipients", "status", "mode")
        ),
    )


def _covers(other: EventFrame, accusation: EventFrame) -> bool:
    """Whether another frame of the sentence already holds what its speaker says against somebody."""
    mine = {p.actor.code for p in accusation.actors}
    return (
        other.sentence == accusation.sentence
        and other.event_type in TOLD_FIRST_HAND
        and not mine.isdisjoint(p.actor.code for p in other.actors)
        and (other.event_type is EventType.ACCUSE or other.trigger.overlaps(accusation.trigger))
    )
