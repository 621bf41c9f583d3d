"""Events of a record that meet conditions, and where words stand in it."""

import sqlite3
from datetime import date

from dragoman.export import JsonObject
from dragoman.store import EventFilter, FoundDocument, count_events, find_events, search_documents
from dragoman.tasks.lines import line_of


def list_events(
    connection: sqlite3.Connection,
    wanted: EventFilter,
    *,
    limit: int | None = 50,
    offset: int = 0,
    newest_first: bool = False,
) -> JsonObject:
    """Events that meet the conditions, in short.

    Args:
        connection: of the record.
        wanted: the conditions.
        limit: at most so many; None for all.
        offset: how many to pass over first.
        newest_first: the latest first.

    Returns:
        `total`, `offset`, and `events` in order of their day.

    """
    found = find_events(connection, wanted, limit=limit, offset=offset, newest_first=newest_first)
    return {
        "as_of": wanted.as_of and wanted.as_of.isoformat(),
        "total": count_events(connection, wanted),
        "offset": offset,
        "events": [line_of(event) for event in found],
    }


def search_record(
    connection: sqlite3.Connection, words: str, *, as_of: date | None = None, limit: int = 20, offset: int = 0
) -> JsonObject:
    """Documents, and events by their quoted words, that have all the words.

    Args:
        connection: of the record.
        words: in any order; those in quotation marks together.
        as_of: only what had been published by that day.
        limit: at most so many of each.
        offset: how many of each to pass over first.

    Returns:
        `documents`, the best matches first, each with `snippet` in pieces; and `events` with their `total`, the
        latest first.

    """
    documents = search_documents(connection, words, as_of=as_of, limit=limit, offset=offset)
    wanted = EventFilter(words=words, as_of=as_of)
    events = list_events(connection, wanted, limit=limit, offset=offset, newest_first=True)
    return {"words": words, **events, "documents": [_tell_document(document) for document in documents]}


def _tell_document(found: FoundDocument) -> JsonObject:
    return {
        "document_id": found.document_id,
        "published": found.published,
        "publisher": found.publisher,
        "title": found.title,
        "snippet": cut_snippet(found.snippet),
    }


def cut_snippet(snippet: str) -> list[JsonObject]:
    """A snippet in pieces, each with whether it is what was sought."""
    pieces: list[JsonObject] = []
    for part in snippet.split("\x02"):
        sought, mark, rest = part.partition("\x03")
        told = ((sought, bool(mark)), (rest, False))
        pieces += [{"text": text, "sought": is_sought} for text, is_sought in told if text]
    return pieces
