"""Lists: events, commitments, what was found."""

from dragoman.desk.asking import AskedDyad, AskedEvents, AskedPage, AsOf, Day, Fates, Record, Words
from dragoman.export import JsonObject
from dragoman.tasks.listing import list_events
from dragoman.tasks.named import search_names_too
from dragoman.tasks.opening import open_snapshot
from dragoman.tasks.promises import page_commitments


def tell_events(record: Record, wanted: AskedEvents, page: AskedPage, order: Words = None) -> JsonObject:
    """Events that meet the conditions, the latest first unless the oldest are asked for first."""
    with open_snapshot(record) as connection:
        return list_events(
            connection, wanted, limit=page.limit or 50, offset=page.offset, newest_first=order != "oldest"
        )


def tell_commitments(
    record: Record,
    dyad: AskedDyad,
    page: AskedPage,
    status: Fates = [],  # noqa: B006 - FastAPI copies it
    on: Day = None,
    as_of: AsOf = None,
) -> JsonObject:
    """Commitments and what became of them, the latest first."""
    with open_snapshot(record) as connection:
        return page_commitments(
            connection, dyad, fates=status, on=on, as_of=as_of, limit=page.limit or 50, offset=page.offset
        )


def tell_found(record: Record, page: AskedPage, words: Words = None, as_of: AsOf = None) -> JsonObject:
    """Documents and events with all the words, and what is called so."""
    with open_snapshot(record) as connection:
        return search_names_too(connection, words or "", as_of=as_of, limit=page.limit or 20, offset=page.offset)
