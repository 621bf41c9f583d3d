"""What the places of a document's other events say about an event's place.

A story names the town once and then tells on: "Gunmen attacked a hotel in Beira. … They killed six guests."
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from dragoman.model.codes import EventType, Status
from dragoman.model.event import EventFrame

_ENOUGH = 3
"""Placed events below which a document has no main place."""


class PlacedFrames:
    """The frames of a document with the areas in which they were placed at first reading.

    Args:
        frames: of one document.
        areas: where each was placed; None where nowhere.

    """

    def __init__(self, frames: Sequence[EventFrame], areas: Sequence[str | None]) -> None:
        self._frames = frames
        self._placed = [(number, area) for number, area in enumerate(areas) if area is not None]
        self._looks = [_Look.of(frame) for frame in frames]

    def find_features(self, number: int) -> dict[str, set[str]]:
        """For each area in which another frame was placed: what that frame has in common with this one.

        Args:
            number: the frame asked about.

        """
        found: dict[str, set[str]] = {}
        counts: Counter[str] = Counter()
        told: set[tuple[str, _Look, str]] = set()
        for other, area in self._placed:
            if other == number:
                continue
            counts[area] += 1
            common = found.setdefault(area, set())
            when = _whereabouts(self._frames[number], self._frames[other])
            # In a long text most frames look like others in the same area.
            alike = (area, self._looks[other], when)
            if alike not in told:
                told.add(alike)
                common.update(_in_common(self._looks[number], self._looks[other], when))
            common.update(_in_place(self._frames, number, other, when))
        for area, count in counts.items():
            share = count / counts.total()
            if share == 1:
                found[area].add("all frames here")
            if counts.total() >= _ENOUGH:
                found[area].add("most frames here" if share > 0.5 else "some frames here")
        return found


class _Look(NamedTuple):
    """What of a frame is compared, wherever it stands."""

    event_type: EventType
    actors: frozenset[str]
    sides: frozenset[str]
    is_meeting: bool

    @classmethod
    def of(cls, frame: EventFrame) -> "_Look":
        actors = frozenset(p.actor.code for p in frame.actors)
        met = frame.event_type is EventType.CONSULT and frame.mode != "phone" and frame.status is Status.OCCURRED
        return cls(frame.event_type, actors, actors | {p.actor.code for p in frame.recipients}, met)


def _in_common(this: _Look, that: _Look, when: str) -> Iterator[str]:
    shared = this.sides & that.sides
    if shared and this.event_type is that.event_type:
        yield f"same type and a side {when}"
    if this.sides == that.sides:
        yield f"same sides {when}"
    elif this.actors & that.sides:
        yield f"actor {when}"
    if that.is_meeting:
        if shared:
            yield f"meeting of a side {when}"
        if this.actors and this.actors <= that.sides:
            yield f"meeting of the actors {when}"
        if this.sides and this.sides <= that.sides:
            yield f"meeting of all {when}"


def _in_place(frames: Sequence[EventFrame], number: int, other: int, when: str) -> Iterator[str]:
    this, that = frames[number], frames[other]
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
