"""Events by words that many reports quote: walked in their order until enough are found, instead of gathered first."""

import json
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import islice

from dragoman.store.conditions import EventFilter, write_match
from dragoman.store.walking import Place, walk_events

_FEW, _MANY = 50, 800
"""Events that are looked at together, at first and at most."""


def walk_quoting(connection: sqlite3.Connection, wanted: EventFilter, *, newest_first: bool) -> Iterator[Place]:
    """As `walk_events`, for words that are common."""
    walked = walk_events(connection, replace(wanted, words=None), limit=None, newest_first=newest_first)
    size = _FEW
    while some := list(islice(walked, size)):
        quoting = _find_quoting(connection, [event_id for _, event_id in some], wanted)
        yield from (place for place in some if place[1] in quoting)
        size = min(2 * size, _MANY)


def _find_quoting(connection: sqlite3.Connection, event_ids: Sequence[str], wanted: EventFilter) -> set[str]:
    """Of some events those that a report published by `as_of` tells in the words."""
    rows = connection.execute(
        "SELECT id, leader FROM report WHERE leader IN (SELECT value FROM json_each(?)) AND published <= ?",
        (json.dumps(event_ids), (wanted.as_of or date.max).isoformat()),
    )
    leaders = dict(rows.fetchall())
    # Each of a few is sought in the index of words; for many it is read along, and the sign keeps SQLite from seeking.
    sign = "" if len(event_ids) <= _FEW else "+"
    found = connection.execute(
        f"SELECT rowid FROM quote_words WHERE quote_words MATCH ? AND {sign}rowid IN (SELECT value FROM json_each(?)) "  # noqa: S608
        "AND rowid BETWEEN ? AND ?",
        (write_match(wanted.words or ""), json.dumps(list(leaders)), min(leaders, default=0), max(leaders, default=0)),
    )
    return {leaders[report] for (report,) in found}
