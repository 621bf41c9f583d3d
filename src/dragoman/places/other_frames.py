"""What the places of a document's other events say about an event's place.

A story names the town once and then tells on: "Gunmen attacked a hotel in Beira. … They killed six guests."
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from dragoman.model.codes import EventType, Status
from dragoman.model.event import EventFrame

_ENOUGH = 3
"""Placed events below which a document has no main place."""


def find_frame_features(frames: Sequence[EventFrame], areas: Sequence[str | None], number: int) -> dict[str, set[str]]:
    """For each area in which another frame was placed: what that frame has in common with this one.

    Args:
        frames: of one document.
        areas: where each was placed at first reading; None where nowhere.
        number: the frame asked about.
    """
    found: dict[str, set[str]] = {}
    counts: Counter[str] = Counter()
    for other, area in enumerate(areas):
        if other != number and area is not None:
            counts[area] += 1
            found.setdefault(area, set()).update(_in_common(frames, number, other))
    for area, count in counts.items():
        share = count / counts.total()
        if share == 1:
            found[area].add("all frames here")
        if counts.total() >= _ENOUGH:
            found[area].add("most frames here" if share > 0.5 else "some frames here")
    return found


def _in_common(frames: Sequence[EventFrame], number: int, other: int) -> Iterator[str]:
    this, that = frames[number], frames[other]
    when = _whereabouts(this, that)
    actors = {p.actor.code for p in this.actors}
    mine, theirs = _codes(this), _codes(that)
    if mine & theirs and this.event_type is that.event_type:
        yield f"same type and a side {when}"
    if mine == theirs:
        yield f"same sides {when}"
    elif actors & theirs:
        yield f"actor {when}"
    if that.event_type is EventType.CONSULT and that.mode != "phone" and that.status is Status.OCCURRED:
        if mine & theirs:
            yield f"meeting of a side {when}"
        if actors and actors <= theirs:
            yield f"meeting of the actors {when}"
        if mine and mine <= theirs:
            yield f"meeting of all {when}"
    if when != "in other field" and abs(this.sentence - that.sentence) <= 1:
        yield f"next frame {when}"
    first = number if this.same_as is None else this.same_as
    if first in (other, that.same_as):
        yield "same happening"


def _whereabouts(this: EventFrame, that: EventFrame) -> str:
    if this.trigger.field is not that.trigger.field:
        return "in other field"
    distance = that.sentence - this.sentence
    return "in sentence" if distance == 0 else "before" if distance < 0 else "after"


def _codes(frame: EventFrame) -> set[str]:
    return {p.actor.code for p in (*frame.actors, *frame.recipients)}
