"""Events counted in groups, from which figures of a relation are made."""

import sqlite3
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dragoman.model.codes import EventType, QuadClass, Status
from dragoman.store.conditions import EventFilter
from dragoman.store.events import dyads_of
from dragoman.store.meeting import ids_condition
from dragoman.store.questions import find_spread


@dataclass(frozen=True, slots=True)
class EventCount:
    """How many events are alike in what figures are made of."""

    month: str | None
    """"2025-10"; None where the date is unknown or no one month."""
    quad_class: QuadClass
    event_type: EventType
    mode: str | None
    cameo: str
    status: Status
    direction: int | None
    """Within the dyad asked for: 1 from the code that sorts first to the other, -1 back, 0 towards each other."""
    events: int


@dataclass(frozen=True, slots=True)
class Pair:
    """Two sides, the code that sorts first before the other, and how many events they have."""

    one: str
    other: str
    events: int


def count_by_month(connection: sqlite3.Connection, wanted: EventFilter) -> list[EventCount]:
    """Events that meet the conditions, counted by month and kind, in order of the month; undated ones come first."""
    ids, values = ids_condition(wanted)
    dyad = tuple(sorted(wanted.dyad)) if wanted.dyad else ("", "")
    # An event in which both act on both has a row for each direction.
    ways = "SELECT CASE count(*) WHEN 1 THEN max(direction) WHEN 0 THEN NULL ELSE 0 END FROM dyad"
    rows = connection.execute(
        f"SELECT CASE WHEN substr(first, 1, 7) = substr(last, 1, 7) THEN substr(first, 1, 7) END, "  # noqa: S608
        f"quad_class, event_type, mode, cameo, status, "
        f"({ways} WHERE dyad.event = event.id AND +one = ? AND +other = ?), count(*) "
        f"FROM event WHERE id IN {ids} GROUP BY 1, 2, 3, 4, 5, 6, 7",
        (*dyad, *values),
    )
    counts = Counter[tuple[Any, ...]]()
    for *group, events in rows:
        counts[tuple(group)] += events
    for event in find_spread(connection, wanted):
        counts[_group(event, dyad)] += 1
    found = [_read(group, events) for group, events in counts.items()]
    return sorted(found, key=_order)


def _order(count: EventCount) -> tuple[str, ...]:
    told = (count.month, count.quad_class, count.event_type, count.mode, count.cameo, count.status, count.direction)
    return tuple(str(value or "") for value in (*told, count.events))


def _group(event: Mapping[str, Any], dyad: Sequence[str]) -> tuple[Any, ...]:
    when = event["date"] or {"start": "", "end": "-"}
    month = when["start"][:7] if when["start"][:7] == when["end"][:7] else None
    directions = [direction for one, other, direction in dyads_of(event) if (one, other) == tuple(dyad)]
    direction = None if not directions else directions[0] if len(directions) == 1 else 0
    kind = (event["quad_class"], event["event_type"], event["mode"], event["cameo"], event["status"])
    return month, *kind, direction


def _read(group: Sequence[Any], events: int) -> EventCount:
    month, quad_class, event_type, mode, cameo, status, direction = group
    return EventCount(
        month, QuadClass(quad_class), EventType(event_type), mode, cameo, Status(status), direction, events
    )
