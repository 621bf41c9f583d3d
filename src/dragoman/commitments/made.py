"""The commitments that events make."""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from dragoman.commitments.values import Commitment, Kind, Participant
from dragoman.model.codes import EventType, Status

_INVITES = re.compile(r"\binvit", re.IGNORECASE)
_ACCEPTS = re.compile(r"\b(accept|welcom|took up|taken up)\w*\b[^.]*\binvit", re.IGNORECASE)
"""The guest speaks: "Peru's president accepted an invitation to Santiago"."""
_MAKES = frozenset({Status.OCCURRED, Status.PLANNED})
"""What is only claimed, denied or supposed binds nobody."""


def find_commitments(events: Iterable[Mapping[str, Any]]) -> Iterator[Commitment]:
    """The commitment that each event makes, if it makes one; nothing is said yet of what became of it.

    Invitations, announced and agreed acts (AGREE with `planned`), agreements in general, and threats of a named act.

    Args:
        events: composed events (docs/data-model.md).

    """
    for event in events:
        commitment = _read(event)
        if commitment is not None:
            yield commitment


def _read(event: Mapping[str, Any]) -> Commitment | None:
    event_type, planned = EventType(event["event_type"]), event["planned"]
    if Status(event["status"]) not in _MAKES or not event["actors"]:
        return None
    if event_type is EventType.THREATEN and not planned:
        return None  # a warning of nothing in particular is not followed up
    if event_type not in {EventType.AGREE, EventType.THREATEN}:
        return None
    by = tuple(map(_participant, event["actors"]))
    to = tuple(map(_participant, event["recipients"]))
    kind, what, mode = _sort(event, event_type, is_alone=not to and not event["reciprocal"])
    if kind is Kind.INVITATION and to and _ACCEPTS.search(event["evidence"]["text"]):
        by, to = to, by
    made_on = _day_made(event)
    first, last = _due(event, made_on)
    speaker = (event.get("attribution") or {}).get("speaker") or {}
    return Commitment(
        commitment_id=event["event_id"],
        kind=kind,
        by=by,
        to=to,
        is_mutual=bool(event["reciprocal"]),
        what=what,
        mode=mode,
        made_on=made_on,
        due_first=first,
        due_last=last,
        speaker=speaker.get("code"),
        quote=event["evidence"]["text"],
        document_id=event["document_id"],
        contexts=tuple(event["contexts"]),
    )


def _sort(
    event: Mapping[str, Any], event_type: EventType, *, is_alone: bool
) -> tuple[Kind, EventType | None, str | None]:
    planned = event["planned"]
    if event_type is EventType.AGREE and _INVITES.search(event["evidence"]["trigger"]):
        return Kind.INVITATION, EventType.CONSULT, "visit"
    if not planned:
        return Kind.AGREEMENT, None, None
    what, mode = EventType(planned["event_type"]), planned["mode"]
    if event_type is EventType.THREATEN:
        return Kind.THREAT, what, mode
    if what is EventType.CONSULT:
        return Kind.MEETING, what, mode
    return (Kind.AGREEMENT if event["reciprocal"] and not is_alone else Kind.PLEDGE), what, mode


def _participant(side: Mapping[str, Any]) -> Participant:
    return Participant(code=side["code"], name=side["name"], office=side["office"])


def _published(event: Mapping[str, Any]) -> date:
    return date.fromisoformat(min((r["published"] for r in event.get("reports") or ()), default=event["published"]))


def _day_made(event: Mapping[str, Any]) -> date:
    """The day of the event, or of its first report where the date is that of the act to come."""
    when, published = event["date"], _published(event)
    return min(date.fromisoformat(when["start"]), published) if when else published


def _due(event: Mapping[str, Any], made_on: date) -> tuple[date | None, date | None]:
    """By when: the date of the planned act, or that of the event where it lies ahead of the report."""
    planned = event["planned"] or {}
    for when in (planned.get("date"), event["date"] if event["status"] == Status.PLANNED else None):
        if when and date.fromisoformat(when["end"]) > made_on and when.get("timex"):
            return max(date.fromisoformat(when["start"]), made_on), date.fromisoformat(when["end"])
    return None, None
