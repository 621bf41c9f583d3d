"""Events of a record that meet conditions, and where words stand in it."""

import sqlite3
from collections.abc import Sequence
from datetime import date
from typing import Any

from dragoman.codebook import load_codebook, load_contexts
from dragoman.errors import InputError
from dragoman.export import JsonObject
from dragoman.model.codes import EventType, QuadClass, Status
from dragoman.store import (
    EventFilter,
    FoundDocument,
    count_events,
    count_quotes,
    find_counted,
    find_events,
    keep,
    search_documents,
)
from dragoman.tasks.counts import pair_of
from dragoman.tasks.lines import line_of
from dragoman.tasks.sides import resolve_country, resolve_side

COMMON = 30_000
"""Reports that quote some words, from which on the events are not counted: to look all of them up takes seconds."""


def make_filter(
    *,
    types: Sequence[EventType] = (),
    modes: Sequence[str] = (),
    contexts: Sequence[str] = (),
    quad_classes: Sequence[QuadClass] = (),
    statuses: Sequence[Status] = (),
    side: str | None = None,
    dyad: tuple[str, str] | None = None,
    place: str | None = None,
    speaker: str | None = None,
    person: str | None = None,
    first: date | None = None,
    last: date | None = None,
    **others: Any,
) -> EventFilter:
    """The conditions that people ask for, names of states read as their codes.

    Args:
        types: any of them, as of each of the following.
        modes: as the codebook names them.
        contexts: as the codebook names them.
        quad_classes: of the event type.
        statuses: of the event.
        side: code or name, on either side.
        dyad: codes or names of both.
        place: a country's code or name, or the name of a place.
        speaker: code or name.
        person: name, as the record spells it.
        first: events that ended before are left out.
        last: events that began after are left out.
        others: further fields of `EventFilter`.

    Raises:
        InputError: a side that is not known, a mode or context that the codebook does not have, a name that is empty,
            or a period that ends before it begins.

    """
    _check_names(place=place, person=person)
    check_period(first, last)
    country = _find_country(place) if place else None
    return EventFilter(
        types=tuple(types),
        modes=tuple(_check(mode.lower(), list_modes(), "mode") for mode in modes),
        contexts=tuple(_check(context.lower(), tuple(load_contexts()), "context") for context in contexts),
        quad_classes=tuple(quad_classes),
        statuses=tuple(statuses),
        # An empty word, as of a variable that was never set, is no wish for everything.
        code=None if side is None else resolve_side(side),
        dyad=(resolve_side(dyad[0]), resolve_side(dyad[1])) if dyad else None,
        country=country,
        place=None if country else place,
        speaker=None if speaker is None else resolve_side(speaker),
        name=person,
        first=first,
        last=last,
        **others,
    )


def check_period(first: date | None, last: date | None) -> None:
    """Make sure that a period does not end before it begins.

    Raises:
        InputError: it does.

    """
    if first and last and last < first:
        raise InputError(f"the period ends on {last}, before it begins on {first}", remedy="Turn the days round.")


def _check_names(**given: str | None) -> None:
    for option, name in given.items():
        if name is not None and not name.strip():
            raise InputError("it is empty", place=f"--{option}", remedy="Give a name, or leave the option out.")


def _find_country(place: str) -> str | None:
    try:
        return resolve_country(place)
    except InputError:
        return None


def list_modes() -> tuple[str, ...]:
    """All modes of the codebook, whatever their type."""
    return tuple(dict.fromkeys(mode for entry in load_codebook().types.values() for mode in entry.modes))


def _check(given: str, known: Sequence[str], what: str) -> str:
    if given not in known:
        raise InputError(f"{given!r} is no {what} of the codebook", remedy=f"One of: {', '.join(known)}.")
    return given


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
        "total": keep(
            connection,
            ("total", wanted),
            lambda connection: count_events(connection, wanted),
            of=pair_of(wanted),
            may_lag=True,
        ),
        "offset": offset,
        "events": [line_of(event) for event in found],
    }


def search_record(
    connection: sqlite3.Connection, words: str, *, as_of: date | None = None, limit: int = 20, offset: int = 0
) -> JsonObject:
    """Documents, and events by their quoted words, that have all the words.

    Args:
        connection: of the record.
        words: in any order; those in quotation marks together. Without any nothing is found.
        as_of: only what had been published by that day.
        limit: at most so many of each.
        offset: how many of each to pass over first.

    Returns:
        `documents`, the best matches first, each with `snippet` in pieces; and `events` with their `total`, the
        latest first. Where more than `COMMON` reports quote the words, `total` is that number, and `is_more` is true.

    """
    if not words.strip():
        return {
            "words": "",
            "as_of": as_of and as_of.isoformat(),
            "total": 0,
            "is_more": False,
            "offset": 0,
            "events": [],
            "documents": [],
        }
    documents = search_documents(connection, words, as_of=as_of, limit=limit, offset=offset)
    is_common = count_quotes(connection, words, most=COMMON + 1) > COMMON
    wanted = EventFilter(words=words, as_of=as_of, are_common=is_common)
    if is_common:
        total, events = COMMON, list(find_events(connection, wanted, limit=limit, offset=offset, newest_first=True))
    else:
        total, events = find_counted(connection, wanted, limit=limit, offset=offset, newest_first=True)
    return {
        "words": words,
        "as_of": as_of and as_of.isoformat(),
        "total": total,
        "is_more": is_common,
        "offset": offset,
        "events": [line_of(event) for event in events],
        "documents": [_tell_document(document) for document in documents],
    }


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
