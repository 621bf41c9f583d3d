"""Events and documents of a record that meet conditions."""

import heapq
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice

from dragoman.store.conditions import EventFilter, spread_condition, write_match
from dragoman.store.events import JsonObject, compose_all
from dragoman.store.keeping import keep
from dragoman.store.matching import meets
from dragoman.store.quoting import walk_quoting
from dragoman.store.walking import Place, count_walked, walk_events

RANKED = 10_000
"""Documents with the same words, those added last, among which the best matches are sought: each takes its time."""

_AT_ONCE = 100
"""Events that are composed together."""


def count_events(connection: sqlite3.Connection, wanted: EventFilter) -> int:
    """How many events meet the conditions."""
    return count_walked(connection, wanted) + len(find_spread(connection, wanted))


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
    placed = place_events(connection, wanted, limit=limit, offset=offset, newest_first=newest_first)
    yield from _compose_placed(connection, placed, wanted.as_of)


def find_counted(
    connection: sqlite3.Connection, wanted: EventFilter, *, limit: int, offset: int = 0, newest_first: bool = False
) -> tuple[int, list[JsonObject]]:
    """How many events meet the conditions, and what `find_events` gives: found once, for what takes long to find."""
    placed = list(place_events(connection, wanted, limit=None, newest_first=newest_first))
    return len(placed), list(_compose_placed(connection, iter(placed[offset : offset + limit]), wanted.as_of))


def _compose_placed(
    connection: sqlite3.Connection, placed: Iterator[tuple[str, JsonObject | None]], as_of: date | None
) -> Iterator[JsonObject]:
    while some := list(islice(placed, _AT_ONCE)):
        settled = [event_id for event_id, event in some if event is None]
        composed = compose_all(connection, settled, as_of=as_of)
        for event_id, event in some:
            if found := event or composed.get(event_id):
                yield found


def place_events(
    connection: sqlite3.Connection, wanted: EventFilter, *, limit: int | None, offset: int = 0, newest_first: bool
) -> Iterator[tuple[str, JsonObject | None]]:
    """The ids of events in the order of `find_events`, each with the event where it had to be composed for that."""
    most = None if limit is None else offset + limit
    if wanted.words is not None and wanted.are_common:
        settled = walk_quoting(connection, wanted, newest_first=newest_first)
    else:
        settled = walk_events(connection, wanted, limit=most, newest_first=newest_first)
    spread = {_place(event): event for event in find_spread(connection, wanted)}
    if not spread:
        return ((event_id, None) for _, event_id in islice(settled, offset, most))

    def rank(place: Place) -> tuple[bool, str, str]:
        return (place[0] is None) is not newest_first, place[0] or "", place[1]

    placed = sorted(spread, key=rank, reverse=newest_first)
    merged = heapq.merge(settled, placed, key=rank, reverse=newest_first)
    return ((place[1], spread.get(place)) for place in islice(merged, offset, most))


def _place(event: JsonObject) -> Place:
    return (event["date"] or {}).get("start"), event["event_id"]


def find_spread(connection: sqlite3.Connection, wanted: EventFilter) -> list[JsonObject]:
    """Of the events with reports before and after `as_of` those that meet the conditions by the earlier ones.

    Without `as_of` there are none: the columns of an event tell it as it is known today.
    """
    if wanted.as_of is None:
        return []
    may_meet = EventFilter(
        as_of=wanted.as_of,
        code=wanted.code,
        dyad=wanted.dyad,
        publisher=wanted.publisher,
        speaker_names=wanted.speaker_names,
        words=wanted.words,
        are_common=wanted.are_common,
    )
    if wanted.dyad or wanted.code:
        # They are few, and the parts of a page ask for the same with other conditions.
        events = keep(connection, ("spread", may_meet), lambda connection: _compose_spread(connection, may_meet))
    else:
        events = _compose_spread(connection, may_meet)
    return [event for event in events if meets(event, wanted)]


def _compose_spread(connection: sqlite3.Connection, wanted: EventFilter) -> list[JsonObject]:
    condition, values = spread_condition(wanted)
    rows = connection.execute(f"SELECT event_id FROM event WHERE {condition}", values).fetchall()  # noqa: S608
    return list(compose_all(connection, [event_id for (event_id,) in rows], as_of=wanted.as_of).values())


def count_quotes(connection: sqlite3.Connection, words: str, *, most: int) -> int:
    """How many reports quote all the words, counted no further than some number."""
    (count,) = connection.execute(
        "SELECT count(*) FROM (SELECT 1 FROM quote_words WHERE quote_words MATCH ? LIMIT ?)", (write_match(words), most)
    ).fetchone()
    return int(count)


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
    """Current documents with all the words, the best matches first (BM25) of the `RANKED` that were added last."""
    rows = connection.execute(
        """
        SELECT document_id, published, publisher, document.title AS title,
               snippet(document_words, -1, char(2), char(3), '…', 24) AS snippet
        FROM document_words JOIN document ON document.id = document_words.rowid
        WHERE document_words MATCH :words AND is_current = 1 AND published <= :day AND document_words.rowid >= (
            SELECT coalesce(min(id), 0) FROM (
                SELECT document.id AS id FROM document_words JOIN document ON document.id = document_words.rowid
                WHERE document_words MATCH :words AND is_current = 1 AND published <= :day
                ORDER BY document_words.rowid DESC LIMIT :ranked
            )
        )
        ORDER BY rank, published DESC, document_id LIMIT :limit OFFSET :offset
        """,
        {
            "words": write_match(words),
            "day": (as_of or date.max).isoformat(),
            "ranked": RANKED,
            "limit": limit,
            "offset": offset,
        },
    )
    return [FoundDocument(**dict(row)) for row in rows]
