"""Events and documents of a record that meet conditions."""

import heapq
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import TypeAlias

from dragoman.store.conditions import EventFilter, settled_condition, spread_condition, write_match
from dragoman.store.events import JsonObject, compose_known
from dragoman.store.matching import meets

_Place: TypeAlias = tuple[str | None, str]
"""First day and id of an event: where it stands in order."""


def count_events(connection: sqlite3.Connection, wanted: EventFilter) -> int:
    """How many events meet the conditions."""
    condition, values = settled_condition(wanted)
    (count,) = connection.execute(f"SELECT count(*) FROM event WHERE {condition}", values).fetchone()  # noqa: S608
    return int(count) + len(find_spread(connection, wanted))


def find_events(
    connection: sqlite3.Connection,
    wanted: EventFilter,
    *,
    limit: int | None = None,
    offset: int = 0,
    newest_first: bool = False,
) -> Iterator[JsonObject]:
    """Composed events that meet the conditions, in order of their first day (without one: last), then of their id.

    Args:
        connection: of the record.
        wanted: the conditions.
        limit: at most so many; None for all.
        offset: how many to pass over first.
        newest_first: the order turned round, those without a day still last.

    Yields:
        Events in the form of docs/data-model.md, made of the reports published by `wanted.as_of`.

    """
    condition, values = settled_condition(wanted)
    order = "DESC" if newest_first else "ASC"
    settled: Iterator[_Place] = (
        (first, event_id)
        for first, event_id in connection.execute(
            f"SELECT first, event_id FROM event WHERE {condition} "  # noqa: S608
            f"ORDER BY first IS NULL, first {order}, event_id {order} LIMIT ?",
            (*values, -1 if limit is None else offset + limit),
        )
    )
    spread = {_place(event): event for event in find_spread(connection, wanted)}

    def rank(place: _Place) -> tuple[bool, str, str]:
        return (place[0] is None) is not newest_first, place[0] or "", place[1]

    placed = sorted(spread, key=rank, reverse=newest_first)
    merged = heapq.merge(settled, placed, key=rank, reverse=newest_first)
    for place in islice(merged, offset, None if limit is None else offset + limit):
        event = spread.get(place) or compose_known(connection, place[1], as_of=wanted.as_of)
        if event is not None:
            yield event


def _place(event: JsonObject) -> _Place:
    return (event["date"] or {}).get("start"), event["event_id"]


def find_spread(connection: sqlite3.Connection, wanted: EventFilter) -> list[JsonObject]:
    """Of the events with reports before and after `as_of` those that meet the conditions by the earlier ones.

    Without `as_of` there are none: the columns of an event tell it as it is known today.
    """
    if wanted.as_of is None:
        return []
    condition, values = spread_condition(wanted)
    rows = connection.execute(f"SELECT event_id FROM event WHERE {condition}", values).fetchall()  # noqa: S608
    events = (compose_known(connection, event_id, as_of=wanted.as_of) for (event_id,) in rows)
    return [event for event in events if event is not None and meets(event, wanted)]


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundDocument:
    """A document in which words were found."""

    document_id: str
    published: str
    publisher: str
    title: str
    snippet: str
    """Words around the first place, the words sought between \\x02 and \\x03."""


def search_documents(
    connection: sqlite3.Connection, words: str, *, as_of: date | None = None, limit: int = 20, offset: int = 0
) -> list[FoundDocument]:
    """Current documents with all the words, the best matches first (BM25)."""
    rows = connection.execute(
        """
        SELECT document_id, published, publisher, document.title AS title,
               snippet(document_words, -1, char(2), char(3), '…', 24) AS snippet
        FROM document_words JOIN document ON document.id = document_words.rowid
        WHERE document_words MATCH ? AND is_current = 1 AND published <= ?
        ORDER BY rank, published DESC, document_id LIMIT ? OFFSET ?
        """,
        (write_match(words), (as_of or date.max).isoformat(), limit, offset),
    )
    return [FoundDocument(**dict(row)) for row in rows]
