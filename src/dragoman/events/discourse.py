"""What the sentence leaves out and the text supplies: the counterpart of a statement made in a meeting or a call."""

from collections.abc import Sequence
from dataclasses import replace

from dragoman.model.codes import EventType
from dragoman.model.event import EventFrame, Party
from dragoman.model.evidence import Evidence

ADDRESSED = frozenset({EventType.AGREE, EventType.SUPPORT, EventType.REQUEST})
"""Types that one says to a counterpart: "he also called for more trade" in a report of a meeting."""
REACH = 8
"""How many sentences after a meeting its talk is still taken to be addressed to the other side."""
COUNTERPART_SCORE = 0.5


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
