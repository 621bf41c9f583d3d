"""Where a statement was made: in the meeting at which it was made, if the text places that."""

from collections.abc import Sequence
from dataclasses import replace

from dragoman.codebook import STATEMENTS
from dragoman.model.codes import EventType, Status
from dragoman.model.event import EventFrame
from dragoman.model.evidence import Evidence
from dragoman.model.place import EventPlace

REACH = 12
"""How many sentences a meeting carries: about the length of a dispatch on it."""
LESS = 0.6
"""Factor on the score of the meeting's place."""


def share_meeting_place(frames: Sequence[EventFrame], places: Sequence[EventPlace | None]) -> list[EventPlace | None]:
    """Places with those of statements filled in from the last visit or meeting of their speaker.

    "The minister arrived in Oslo on Monday … He called for more trade.": said in Oslo.

    Args:
        frames: of one document, in order.
        places: one or None for each.
    """
    filled = list(places)
    for n, frame in enumerate(frames):
        # A plan has the place of the act announced; a promise without one is made where it is spoken.
        said = (
            frame.event_type in STATEMENTS and frame.status in {Status.OCCURRED, Status.PLANNED} and frame.plan is None
        )
        if places[n] is None and said:
            filled[n] = _meeting_place(frame, frames[:n], places)
    return filled


def _meeting_place(
    frame: EventFrame, before: Sequence[EventFrame], places: Sequence[EventPlace | None]
) -> EventPlace | None:
    own = {p.actor.code for p in frame.actors}
    for k in range(len(before) - 1, -1, -1):
        earlier = before[k]
        if earlier.trigger.field != frame.trigger.field or frame.sentence - earlier.sentence > REACH:
            return None
        if earlier.event_type is not EventType.CONSULT or earlier.status is not Status.OCCURRED:
            continue
        took_part = own & {p.actor.code for p in (*earlier.actors, *earlier.recipients)}
        if earlier.mode == "phone" and took_part:
            return None  # two places, and neither is told
        place = places[k]
        if took_part and place is not None:
            why = Evidence(
                field="place", rule="places:meeting", score=round(place.evidence.score * LESS, 4), span=place.mention
            )
            return replace(place, evidence=why)
    return None
