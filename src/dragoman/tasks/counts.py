"""Counts that several pages and their charts are made of, one after the other."""

import sqlite3
from collections.abc import Sequence

from dragoman.store import EventCount, EventFilter, count_by_month
from dragoman.tasks.keeping import keep


def count_months(connection: sqlite3.Connection, wanted: EventFilter) -> Sequence[EventCount]:
    """As `dragoman.store.count_by_month`, asked once as long as nothing is written.

    Args:
        connection: of the record, within a snapshot.
        wanted: the conditions.

    """
    return keep(connection, ("months", wanted), lambda: count_by_month(connection, wanted))
