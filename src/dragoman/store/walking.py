"""Events that meet conditions, walked in order of their day along the index of the rarest condition.

To sort all events that meet the conditions would take longer the more there are; an index holds them in order already.
"""

import json
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any, TypeAlias

from dragoman.store.conditions import EventFilter, settled_condition

Place: TypeAlias = tuple[str | None, str]
"""First day and id of an event: where it stands in order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Walk:
    """Rows that lead to events."""

    tables: str
    """After FROM; the index is named where there is a choice."""
    condition: str = "1"
    values: Sequence[Any] = ()
    table: str = "event"
    """Which of the tables is walked; its index begins with the condition, then the day."""
    repeats: bool = False
    """Whether it may come to an event several times."""


_BY_DAY = Walk(tables="event INDEXED BY event_first")


def walk_events(
    connection: sqlite3.Connection, wanted: EventFilter, *, limit: int | None, newest_first: bool
) -> Iterator[Place]:
    """The settled events that meet conditions (see `settled_condition`) in order of their day, those without one last.

    Args:
        connection: of the record.
        wanted: the conditions.
        limit: more than so many won't be asked for.
        newest_first: the order turned round, those without a day still last.

    """
    walks, rest = choose_walks(wanted)
    tested, tests = settled_condition(rest)
    order = "DESC" if newest_first else "ASC"
    for dated in ("IS NOT NULL", "IS NULL"):
        parts = [
            f"SELECT event.first AS first, event.event_id AS event_id FROM {walk.tables} "  # noqa: S608
            f"WHERE {walk.condition} AND {walk.table}.first {dated} AND {tested}"
            for walk in walks
        ]
        values = [value for walk in walks for value in (*walk.values, *tests)]
        # One walk along an index needs no sorting but among events of a day; several are merged.
        by = f"{walks[0].table}.first {order}, event.event_id {order}"
        ordered = f"first {order}, event_id {order}" if len(walks) > 1 else by
        repeats = any(walk.repeats for walk in walks)
        most = -1 if limit is None or repeats else limit
        places = connection.cursor()
        places.row_factory = None
        places.execute(f"{' UNION ALL '.join(parts)} ORDER BY {ordered} LIMIT ?", (*values, most))
        yield from (place for place, _ in groupby(places)) if repeats else places


def count_walked(connection: sqlite3.Connection, wanted: EventFilter) -> int:
    """How many settled events meet the conditions."""
    walks, rest = choose_unordered(wanted)
    if not wanted.with_rejected and settled_condition(replace(rest, with_rejected=True))[0] == "1":
        # What else there is to know stands in the index; the few events that were rejected are sought by themselves.
        all_of_them = sum(_count(connection, walk, replace(rest, with_rejected=True)) for walk in walks)
        return all_of_them - _count_rejected(connection, wanted)
    return sum(_count(connection, walk, rest) for walk in walks)


def _count(connection: sqlite3.Connection, walk: Walk, rest: EventFilter) -> int:
    tested, tests = settled_condition(rest)
    tables = walk.tables
    if tested == "1" and walk.table != "event":
        tables = walk.table
    counted = f"FROM {tables} WHERE {walk.condition} AND {tested}"
    if walk.repeats:
        # In the order of the index, so that nothing has to be noted to tell what was seen.
        t = walk.table
        counted = f"FROM (SELECT DISTINCT {t}.first, {t}.last, {t}.event {counted})"
    (count,) = connection.execute(f"SELECT count(*) {counted}", (*walk.values, *tests)).fetchone()
    return int(count)


def _count_rejected(connection: sqlite3.Connection, wanted: EventFilter) -> int:
    tested, tests = settled_condition(replace(wanted, with_rejected=True))
    question = f"SELECT count(*) FROM event INDEXED BY event_rejected WHERE event.is_rejected = 1 AND {tested}"  # noqa: S608
    (count,) = connection.execute(question, tests).fetchone()
    return int(count)


def choose_walks(wanted: EventFilter) -> tuple[tuple[Walk, ...], EventFilter]:
    """Along what to walk, and the conditions that are still to be tested of each event on the way.

    Several walks are for several values of one column, of which each event has one. The order in which conditions are
    tried is that in which they leave few events, as a rule.
    """
    if gathered := _gather(wanted):
        return gathered
    if names := wanted.names or ((wanted.name,) if wanted.name else ()):
        rest = replace(wanted, name=wanted.name if wanted.names else None, names=(), first=None, last=None)
        return tuple(_beside("side", "side.name = ?", [name], wanted) for name in dict.fromkeys(names)), rest
    if wanted.geonames_id is not None:
        return (_along("event_place", "geonames_id = ?", wanted.geonames_id),), replace(wanted, geonames_id=None)
    if wanted.place is not None:
        return (_along("event_place_name", "place = ? COLLATE NOCASE", wanted.place),), replace(wanted, place=None)
    if wanted.dyad:
        rest = replace(wanted, dyad=None, first=None, last=None)
        return (_beside("dyad", "dyad.one = ? AND dyad.other = ?", sorted(wanted.dyad), wanted),), rest
    if wanted.speaker is not None:
        return (_along("event_speaker", "speaker = ?", wanted.speaker),), replace(wanted, speaker=None)
    if wanted.code:
        return (_along_side(wanted, wanted.code),), _without_side(wanted)
    return _walk_columns(wanted)


def _along_side(wanted: EventFilter, code: str) -> Walk:
    """Along the events of one side, of which there may be many: what is often asked of them stands beside it."""
    condition, values = "side.code = ?", [code, *(kind.value for kind in wanted.types)]
    if wanted.types:
        condition += f" AND side.event_type IN ({','.join('?' * len(wanted.types))})"
    if wanted.as_of:
        condition, values = f"{condition} AND side.until <= ?", [*values, wanted.as_of.isoformat()]
    return _beside("side", condition, values, wanted)


def _without_side(wanted: EventFilter) -> EventFilter:
    # The words have to be known by the day too.
    as_of = wanted.as_of if wanted.words is not None else None
    return replace(wanted, code=None, types=(), first=None, last=None, as_of=as_of)


def _walk_columns(wanted: EventFilter) -> tuple[tuple[Walk, ...], EventFilter]:
    if wanted.modes:
        return tuple(_along("event_mode", "mode = ?", m) for m in dict.fromkeys(wanted.modes)), replace(
            wanted, modes=()
        )
    if wanted.country is not None:
        return (_along("event_country", "country = ?", wanted.country),), replace(wanted, country=None)
    if wanted.types:
        types = dict.fromkeys(wanted.types)
        return tuple(_along("event_type", "event_type = ?", t.value) for t in types), replace(wanted, types=())
    if wanted.sector:
        rest = replace(wanted, sector=None, first=None, last=None)
        return (_beside("tag", "tag.tag = ?", [wanted.sector], wanted),), rest
    if len(wanted.contexts) == 1:
        rest = replace(wanted, contexts=(), first=None, last=None)
        return (_beside("tag", "tag.tag = ?", wanted.contexts, wanted),), rest
    if wanted.statuses:
        statuses = dict.fromkeys(wanted.statuses)
        walks = tuple(_along("event_status", "status = ?", s.value) for s in statuses)
        return walks, replace(wanted, statuses=())
    if wanted.quad_classes:
        classes = dict.fromkeys(wanted.quad_classes)
        walks = tuple(_along("event_quad_class", "quad_class = ?", q.value) for q in classes)
        return walks, replace(wanted, quad_classes=())
    return _walk_days(wanted)


def _walk_days(wanted: EventFilter) -> tuple[tuple[Walk, ...], EventFilter]:
    """Along all events, or those of a period: what began before it is looked for only among events of several days."""
    if wanted.first is None:
        return (_BY_DAY,), wanted
    first = wanted.first.isoformat()
    begun = replace(_BY_DAY, condition="event.first >= ?", values=(first,))
    lasting = Walk(
        tables="event INDEXED BY event_long",
        condition="event.first < event.last AND event.first < ? AND event.last >= ?",
        values=(first, first),
    )
    return (begun, lasting), replace(wanted, first=None)


def choose_unordered(wanted: EventFilter) -> tuple[tuple[Walk, ...], EventFilter]:
    """As `choose_walks`, where it is not the day that matters: how sure events are has an index too."""
    if len(wanted.names) > 1:
        # An event may have several of them.
        found = "event.id IN (SELECT event FROM side WHERE name IN (SELECT value FROM json_each(?)))"
        walk = Walk(tables="event NOT INDEXED", condition=found, values=(json.dumps(wanted.names),))
        return (walk,), replace(wanted, names=())
    walks, rest = choose_walks(wanted)
    if wanted.min_confidence and walks == _walk_days(wanted)[0]:
        walks = (_along("event_confidence", "confidence >= ?", wanted.min_confidence),)
        rest = replace(wanted, min_confidence=0.0)
    return walks, rest


def _along(index: str, condition: str, value: Any) -> Walk:
    return Walk(tables=f"event INDEXED BY {index}", condition=f"event.{condition}", values=(value,))


def _beside(table: str, condition: str, values: Sequence[str], wanted: EventFilter) -> Walk:
    """Along the rows beside events. The days stand there too, so that no other events are looked at."""
    bounds = [(f"{table}.last >= ?", wanted.first), (f"{table}.first <= ?", wanted.last)]
    return Walk(
        tables=f"{table} CROSS JOIN event ON event.id = {table}.event",
        condition=" AND ".join([condition, *(sql for sql, day in bounds if day)]),
        values=[*values, *(day.isoformat() for _, day in bounds if day)],
        table=table,
        repeats=table != "tag",
    )


def _gather(wanted: EventFilter) -> tuple[tuple[Walk, ...], EventFilter] | None:
    """Among events found first, by what stands in no index with the day."""
    are_quoted = wanted.words is not None and not wanted.are_common
    if are_quoted or wanted.publisher is not None or wanted.speaker_names:
        return (Walk(tables="event NOT INDEXED"),), wanted  # the conditions on reports name the events
    return None
