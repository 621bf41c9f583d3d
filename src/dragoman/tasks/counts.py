"""Counts that several pages and their charts are made of, one after the other."""

import sqlite3
from collections.abc import Sequence

from dragoman.store import EventCount, EventFilter, count_by_month, keep


def count_months(connection: sqlite3.Connection, wanted: EventFilter) -> Sequence[EventCount]:
    """As `dragoman.store.count_by_month`, asked once as long as no event meant is written.

    Args:
        connection: of the record, within a snapshot.
        wanted: the conditions.

    """
    return keep(
        connection, ("months", wanted), lambda connection: count_by_month(connection, wanted), of=pair_of(wanted)
    )


def pair_of(wanted: EventFilter) -> tuple[str, str] | None:
    """The two sides on whose events alone an answer rests; None where it rests on others or on what was known once."""
    return wanted.dyad if wanted.as_of is None else None
