"""Who has events with whom, counted for a network."""

import sqlite3
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from dragoman.model.codes import QuadClass
from dragoman.store.conditions import Condition, EventFilter
from dragoman.store.events import dyads_of
from dragoman.store.meeting import asks_only, ids_condition
from dragoman.store.questions import find_spread

_Sides: TypeAlias = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Tie:
    """Two sides, the code that sorts first before the other, and their events by quad class."""

    one: str
    other: str
    by_class: Mapping[QuadClass, int]

    @property
    def events(self) -> int:
        """All of them."""
        return sum(self.by_class.values())


@dataclass(frozen=True, slots=True)
class Ties:
    """The pairs of sides with most events, and how many there are beside them."""

    busiest: tuple[Tie, ...]
    pairs: int
    """All that have events."""
    events: int
    """Of all pairs; an event of three sides counts for each pair of them."""


def count_ties(
    connection: sqlite3.Connection, wanted: EventFilter, *, limit: int, admits: Callable[[str], bool]
) -> Ties:
    """Events that meet conditions, counted by the two sides and the quad class.

    Args:
        connection: of the record.
        wanted: the conditions.
        limit: at most so many pairs are told.
        admits: whether the side of a code is to be counted.

    """
    if asks_only(wanted, "first", "last", "quad_classes", "statuses"):
        totals = _count_pairs(connection, wanted)
        return _choose(totals, admits, limit, lambda one, other: _count_classes(connection, wanted, one, other))
    kinds = _count_kinds(connection, wanted)
    totals = Counter[_Sides]()
    for (one, other, _), events in kinds.items():
        totals[one, other] += events
    return _choose(totals, admits, limit, lambda one, other: {q: kinds[one, other, q] for q in QuadClass})


def _choose(
    totals: Counter[_Sides],
    admits: Callable[[str], bool],
    limit: int,
    count_classes: Callable[[str, str], Mapping[QuadClass, int]],
) -> Ties:
    codes = {code for sides in totals for code in sides}
    known = {code for code in codes if admits(code)}
    meant = {sides: events for sides, events in totals.items() if known.issuperset(sides)}
    busiest = sorted(meant, key=lambda sides: (-meant[sides], sides))[:limit]
    ties = tuple(Tie(one, other, count_classes(one, other)) for one, other in busiest)
    return Ties(ties, pairs=len(meant), events=sum(meant.values()))


def _count_pairs(connection: sqlite3.Connection, wanted: EventFilter) -> Counter[_Sides]:
    """Along one index in its order: nothing is sorted, and no event looked up."""
    condition, values = _dyad_condition(wanted)
    rows = connection.execute(
        f"SELECT one, other, count(*) FROM dyad INDEXED BY dyad_counted WHERE {condition} GROUP BY one, other",  # noqa: S608
        values,
    )
    return Counter({(one, other): events for one, other, events in rows})


def _count_classes(
    connection: sqlite3.Connection, wanted: EventFilter, one: str, other: str
) -> Mapping[QuadClass, int]:
    condition, values = _dyad_condition(wanted)
    rows = connection.execute(
        f"SELECT quad_class, count(*) FROM dyad INDEXED BY dyad_counted "  # noqa: S608
        f"WHERE one = ? AND other = ? AND {condition} GROUP BY quad_class",
        (one, other, *values),
    )
    return {QuadClass(quad_class): events for quad_class, events in rows}


def _dyad_condition(wanted: EventFilter) -> Condition:
    bounds = (("last >= ?", wanted.first), ("first <= ?", wanted.last))
    lists = (("quad_class", wanted.quad_classes), ("status", wanted.statuses))
    days = [(sql, [day.isoformat()]) for sql, day in bounds if day]
    kinds = [(f"{name} IN ({','.join('?' * len(kept))})", list(map(str, kept))) for name, kept in lists if kept]
    parts = [*days, *kinds]
    return " AND ".join(["counts = 1", *(sql for sql, _ in parts)]), [value for _, values in parts for value in values]


def _count_kinds(connection: sqlite3.Connection, wanted: EventFilter) -> Counter[tuple[str, str, str]]:
    source, values = _list_dyads(wanted)
    # Of an event that was rejected no row counts, and where both act on both there are two.
    counted = "count(DISTINCT event)" if wanted.with_rejected else "count(*)"
    rows = connection.execute(
        f"SELECT one, other, quad_class, {counted} FROM {source} GROUP BY one, other, quad_class",  # noqa: S608
        values,
    )
    counts = Counter({(one, other, quad_class): events for one, other, quad_class, events in rows})
    for event in find_spread(connection, wanted):
        counts.update({(one, other, event["quad_class"]) for one, other, _ in dyads_of(event) if one != other})
    return counts


def _list_dyads(wanted: EventFilter) -> Condition:
    """The rows of the events that meet conditions, to stand after FROM."""
    ids, asked = ids_condition(wanted)
    if asks_only(wanted, "first", "last", "quad_classes", "statuses", "min_confidence", "as_of"):
        # Of so many events the rows are read from one index in its order: none is looked up, and nothing sorted.
        condition, values = _dyad_condition(wanted)
        return f"dyad INDEXED BY dyad_counted WHERE {condition} AND event IN {ids}", (*values, *asked)
    return f"dyad WHERE {'one != other' if wanted.with_rejected else 'counts = 1'} AND event IN {ids}", asked
