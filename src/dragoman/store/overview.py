"""What a record holds as a whole: counts, days, the pairs of sides with most events, what was published last."""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from dragoman.store.events import JsonObject, compose_known
from dragoman.store.publishers import find_publishers


@dataclass(frozen=True, slots=True, kw_only=True)
class Holdings:
    """How much a record holds, and of which days."""

    documents: int
    """Current versions."""
    publishers: int
    """Names that differ in more than capitals."""
    published_first: str | None
    published_last: str | None
    events: int
    """Without those that people rejected."""
    rejected: int
    reviews: int
    first: str | None
    """Of the days on which events began."""
    last: str | None
    """Of these days; events announced for later count."""


def count_holdings(connection: sqlite3.Connection) -> Holdings:
    """What the record holds."""

    def ask(question: str) -> tuple[int, ...]:
        return tuple(connection.execute(question).fetchone())

    # Each is answered from one index.
    (documents,) = ask("SELECT count(*) FROM document WHERE is_current = 1")
    publishers = len(find_publishers(connection))
    (events,) = ask("SELECT count(*) FROM event")
    (rejected,) = ask("SELECT count(*) FROM event WHERE is_rejected = 1")
    (reviews,) = ask("SELECT count(*) FROM review")
    days = [
        connection.execute(f"SELECT {edge}({column}) FROM {table}").fetchone()[0]  # noqa: S608
        for table, column in (("document", "published"), ("event", "first"))
        for edge in ("min", "max")
    ]
    return Holdings(
        documents=documents,
        publishers=publishers,
        published_first=days[0],
        published_last=days[1],
        events=events - rejected,
        rejected=rejected,
        reviews=reviews,
        first=days[2],
        last=days[3],
    )


def find_last_day(connection: sqlite3.Connection) -> date | None:
    """The day of the last event that had come when the last document was published; None where there are neither."""
    days = [
        connection.execute(question).fetchone()[0]
        for question in ("SELECT max(first) FROM event", "SELECT max(published) FROM document")
    ]
    return None if None in days else date.fromisoformat(min(days))


def find_busiest(connection: sqlite3.Connection, *, first: date, last: date, limit: int) -> list[tuple[str, str]]:
    """The pairs of sides with most events in a period, the busiest first.

    Args:
        connection: of the record.
        first: day of the period; events that ended before are left out.
        last: day of the period; events that began after are left out.
        limit: at most so many.

    """
    rows = connection.execute(
        # Along one index in its order: nothing is sorted, and no event looked up.
        "SELECT one, other FROM dyad INDEXED BY dyad_counted WHERE counts = 1 AND last >= ? AND first <= ? "
        "GROUP BY one, other ORDER BY count(*) DESC, one, other LIMIT ?",
        (first.isoformat(), last.isoformat(), limit),
    )
    return [(one, other) for one, other in rows]


def find_newest(connection: sqlite3.Connection, *, limit: int) -> Iterator[JsonObject]:
    """Composed events whose first report was published last; rejected ones are left out."""
    rows = connection.execute(
        "SELECT event_id FROM event WHERE is_rejected = 0 ORDER BY since DESC, id DESC LIMIT ?", (limit,)
    )
    for (event_id,) in rows.fetchall():
        event = compose_known(connection, event_id)
        if event is not None:
            yield event
