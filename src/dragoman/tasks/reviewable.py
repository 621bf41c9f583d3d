"""An event with all that somebody needs to judge it: why it is as it is, its neighbours, what its fields can be."""

import sqlite3
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from dragoman.codebook import load_codebook, load_contexts
from dragoman.export import JsonObject
from dragoman.model.codes import EventType, Status
from dragoman.store import EventFilter, find_events
from dragoman.tasks.lines import line_of
from dragoman.tasks.why import explain_event

_AROUND = timedelta(days=7)
"""Before and after an event: reports farther apart hardly tell of the same."""

_NEIGHBOURS = 8


def tell_reviewable(connection: sqlite3.Connection, event_id: str, *, as_of: date | None = None) -> JsonObject:
    """All that stands behind an event, and what can be said of it.

    Args:
        connection: of the record.
        event_id: of the event or one of its reports, or the beginning of it.
        as_of: only reports published by that day.

    Returns:
        As `explain_event`; `neighbours`, events of the same type and sides within a week, which may be the same one;
        `choices`, the fields that can be set, each with its values, or None where these are no list.

    Raises:
        NotInRecordError: there is no such event, or no report of it had been published.

    """
    told = explain_event(connection, event_id, as_of=as_of)
    neighbours = find_neighbours(connection, told["event"], as_of=as_of)
    return {**told, "neighbours": neighbours, "choices": list_choices(told["event"])}


def find_neighbours(
    connection: sqlite3.Connection, line: Mapping[str, Any], *, as_of: date | None = None
) -> list[JsonObject]:
    """Events in short, of the type and sides of one and within a week of it, itself left out."""
    when = line["date"]
    actors, recipients = ([side["code"] for side in line[role]] for role in ("actors", "recipients"))
    others = recipients or actors[1:]
    if when is None or not (actors or recipients):
        return []
    wanted = EventFilter(
        types=(EventType(line["event_type"]),),
        dyad=(actors[0], others[0]) if actors and others else None,
        code=None if actors and others else (actors or recipients)[0],
        first=_move(when["start"] or when["end"], -_AROUND),
        last=_move(when["end"] or when["start"], _AROUND),
        as_of=as_of,
    )
    found = find_events(connection, wanted, limit=_NEIGHBOURS + 1)
    return [line_of(event) for event in found if event["event_id"] != line["event_id"]][:_NEIGHBOURS]


def _move(day: str, by: timedelta) -> date:
    """A day some days away; the calendar's first or last where it does not reach so far."""
    try:
        return date.fromisoformat(day) + by
    except OverflowError:
        return date.min if by < timedelta(0) else date.max


def list_choices(line: Mapping[str, Any]) -> dict[str, list[str] | None]:
    """The fields of an event that people can set, with the values of those that have a list of them."""
    kind = EventType(line["event_type"])
    return {
        "event_type": [t.value for t in EventType],
        "mode": ["null", *load_codebook().types[kind].modes],
        "contexts": list(load_contexts()),
        "actors": None,
        "recipients": None,
        "reciprocal": ["true", "false"],
        "date": None,
        "place": None,
        "status": [status.value for status in Status],
        "planned": ["null", *(t.value for t in EventType)],
        "attribution": None,
    }
