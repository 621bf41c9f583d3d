"""Events counted in groups, from which figures of a relation are made."""

import sqlite3
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from dragoman.model.codes import EventType, QuadClass, Status
from dragoman.store.conditions import EventFilter, settled_condition
from dragoman.store.events import dyads_of
from dragoman.store.meeting import asks_only, ids_condition
from dragoman.store.questions import find_spread

_BESIDE_SIDES = ("dyad", "first", "last", "types", "modes", "quad_classes", "statuses", "as_of")
"""Conditions that the rows of two sides answer."""


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
    source, tested, values = _settled(wanted)
    rows = connection.execute(
        f"SELECT CASE WHEN substr(event.first, 1, 7) = substr(event.last, 1, 7) THEN substr(event.first, 1, 7) END, "  # noqa: S608
        f"event.quad_class, event.event_type, event.mode, event.cameo, event.status, way, count(*) "
        f"FROM {source} WHERE {tested} GROUP BY 1, 2, 3, 4, 5, 6, 7",
        values,
    )
    counts = Counter[tuple[Any, ...]]()
    for *group, events in rows:
        counts[tuple(group)] += events
    for event in find_spread(connection, wanted):
        counts[_group(event, tuple(sorted(wanted.dyad or ("", ""))))] += 1
    return [_read(group, events) for group, events in sorted(counts.items(), key=_order)]


def _settled(wanted: EventFilter) -> tuple[str, str, Sequence[Any]]:
    """The tables of settled events with the `way` between the sides asked for, what is tested of each, and values."""
    if wanted.dyad is None:
        ids, values = ids_condition(wanted)
        return "event CROSS JOIN (SELECT NULL AS way)", f"event.id IN {ids}", values
    if asks_only(wanted, *_BESIDE_SIDES) and wanted.dyad[0] != wanted.dyad[1]:
        # Their index has all that is counted, in order: nothing is sorted, and no event looked up.
        tested, tests = settled_condition(replace(wanted, dyad=None, with_rejected=True))
        tested = f"counts = 1 AND one = ? AND other = ? AND {tested}"
        return "dyad AS event INDEXED BY dyad_kinds", tested, (*sorted(wanted.dyad), *tests)
    bounds = [("last >= ?", wanted.first), ("first <= ?", wanted.last)]
    within = " AND ".join(["one = ? AND other = ?", *(sql for sql, day in bounds if day)])
    days = [day.isoformat() for _, day in bounds if day]
    tested, tests = settled_condition(replace(wanted, dyad=None, first=None, last=None))
    # An event in which both act on both has a row for each direction.
    pair = (
        "SELECT event, CASE count(*) WHEN 1 THEN max(direction) ELSE 0 END AS way "  # noqa: S608
        f"FROM dyad WHERE {within} GROUP BY event"
    )
    source = f"({pair}) AS pair CROSS JOIN event ON event.id = pair.event"
    return source, tested, (*sorted(wanted.dyad), *days, *tests)


def _order(counted: tuple[tuple[Any, ...], int]) -> tuple[Any, ...]:
    (month, quad_class, event_type, mode, cameo, status, direction), _ = counted
    return month or "", quad_class, event_type, mode or "", cameo, status, direction or 0


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
