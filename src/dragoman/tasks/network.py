"""Who has events with whom: the lines of a network."""

import sqlite3
from collections import Counter
from collections.abc import Callable
from enum import StrEnum

from dragoman.export import JsonObject
from dragoman.model.codes import QuadClass
from dragoman.store import EventFilter, Ties, count_ties, keep
from dragoman.tasks.sides import name_side
from dragoman.tasks.spans import Span, narrow, tell_span

RELATIONS = 60
"""Lines of a network, at most: more would be a tangle."""


class Among(StrEnum):
    """Which sides a network has."""

    STATES = "states"
    ORGANISATIONS = "states and organisations"
    GROUPS = "states and armed groups"
    ALL = "all sides"


_PREFIXES = {
    Among.STATES: ("",),
    Among.ORGANISATIONS: ("", "IGO"),
    Among.GROUPS: ("", "NSA"),
}


def link_sides(
    connection: sqlite3.Connection,
    given: EventFilter,
    *,
    span: Span = Span.THREE,
    among: Among = Among.STATES,
    limit: int = RELATIONS,
) -> JsonObject:
    """Events that meet conditions, counted by the two sides between which they happened.

    Args:
        connection: of the record.
        given: the conditions.
        span: of the days, where the conditions name none.
        among: which sides are meant.
        limit: at most so many relations are told.

    Returns:
        `period`; `among`; `side`, the code of one that the conditions name; `sides`, each with `code`, `name`, and the
        `events` of its relations that are told; these `relations`, those with most events first, each with `one`,
        `other`, `events` and their `quad_classes`; `left_out`: further `relations` and their `events`.

    """
    asked = ("network", given, span, among, limit)
    # As of a map: a picture of many events may be a minute old.
    return keep(connection, asked, lambda connection: _count(connection, given, span, among, limit), may_lag=True)


def _count(connection: sqlite3.Connection, given: EventFilter, span: Span, among: Among, limit: int) -> JsonObject:
    wanted = narrow(connection, given, span)
    ties = count_ties(connection, wanted, limit=limit, admits=_admit(among))
    return {
        "as_of": wanted.as_of and wanted.as_of.isoformat(),
        "period": tell_span(wanted, given, span),
        "side": wanted.code,
        "among": among.value,
        "sides": _list_sides(ties),
        "relations": [
            {
                "one": tie.one,
                "other": tie.other,
                "events": tie.events,
                "quad_classes": {quad_class.value: tie.by_class.get(quad_class, 0) for quad_class in QuadClass},
            }
            for tie in ties.busiest
        ],
        "left_out": {
            "relations": ties.pairs - len(ties.busiest),
            "events": ties.events - sum(tie.events for tie in ties.busiest),
        },
    }


def _admit(among: Among) -> Callable[[str], bool]:
    prefixes = _PREFIXES.get(among)
    return lambda code: prefixes is None or code.rpartition(":")[0] in prefixes


def _list_sides(ties: Ties) -> list[JsonObject]:
    events = Counter[str]()
    for tie in ties.busiest:
        events.update({tie.one: tie.events, tie.other: tie.events})
    ranked = sorted(events, key=lambda code: (-events[code], code))
    return [{"code": code, "name": name_side(code), "events": events[code]} for code in ranked]
