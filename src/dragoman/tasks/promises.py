"""Commitments of a record, and what became of them."""

import sqlite3
from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import date

from dragoman.commitments import ENDERS, Commitment, Fate, follow_up
from dragoman.export import JsonObject
from dragoman.model.codes import EventType
from dragoman.store import EventFilter, find_deeds, keep
from dragoman.tasks.counts import pair_of
from dragoman.tasks.surroundings import tell_commitments

MAKERS = (EventType.AGREE, EventType.THREATEN)
"""The types of events that make commitments."""


RECENT = 200
"""Events that make commitments, the latest, that are followed up where a page asks for all of a record."""


def list_commitments(
    connection: sqlite3.Connection,
    dyad: tuple[str, str] | None = None,
    *,
    on: date | None = None,
    as_of: date | None = None,
    only_open: bool = False,
    latest: int | None = None,
) -> JsonObject:
    """The commitments between two sides, or of all, as they stand on a day.

    Args:
        connection: of the record.
        dyad: codes of two sides.
        on: the day; without one `as_of`, or today.
        as_of: only what had been published by that day.
        only_open: leave out those that were kept, broken or have lapsed.
        latest: at most so many events that make commitments, those of the latest days; None for all.

    Returns:
        `on`, counts by status, and `commitments` in order of the day they were made.

    """
    found, told = _look(connection, dyad, on=on, as_of=as_of, latest=latest)
    return {**told, "commitments": [c.to_json() for c in found if c.fate is Fate.OPEN or not only_open]}


def _look(
    connection: sqlite3.Connection,
    dyad: tuple[str, str] | None,
    *,
    on: date | None,
    as_of: date | None,
    latest: int | None,
) -> tuple[list[Commitment], JsonObject]:
    """The commitments, and what is told of all of them together."""
    day = on or as_of or date.today()
    found = follow(connection, EventFilter(dyad=dyad, as_of=as_of), day, latest=latest)
    counted = Counter(c.fate for c in found)
    counts = {fate.value: counted[fate] for fate in Fate if fate is not Fate.REPEATED}
    told = {"dyad": dyad and list(dyad), "on": day.isoformat(), "as_of": as_of and as_of.isoformat(), "counts": counts}
    return found, told


def page_commitments(
    connection: sqlite3.Connection,
    dyad: tuple[str, str] | None = None,
    *,
    fates: Collection[Fate] = (),
    on: date | None = None,
    as_of: date | None = None,
    limit: int = 50,
    offset: int = 0,
) -> JsonObject:
    """Some of the commitments, the latest first.

    Args:
        connection: of the record.
        dyad: codes of two sides.
        fates: any of them; without any all.
        on: the day; without one `as_of`, or today.
        as_of: only what had been published by that day.
        limit: at most so many.
        offset: how many to pass over first.

    Returns:
        As `list_commitments`, each with the words `around` its quotation (see `tell_commitments`), with the `total` of
        those meant and the `offset`; `latest` says how many events that make commitments were followed up at most, None
        where all were.

    """
    latest = None if dyad else RECENT
    found, told = _look(connection, dyad, on=on, as_of=as_of, latest=latest)
    meant = [c for c in reversed(found) if not fates or c.fate in fates]
    page = list(tell_commitments(connection, meant[offset : offset + limit]))
    return {**told, "commitments": page, "latest": latest, "total": len(meant), "offset": offset}


def follow(
    connection: sqlite3.Connection, wanted: EventFilter, on: date, *, latest: int | None = None
) -> list[Commitment]:
    """The commitments of the events that meet conditions, followed up to a day.

    Args:
        connection: of the record.
        wanted: the conditions.
        on: the day.
        latest: at most so many events that make commitments, those of the latest days; None for all.

    """
    asked = ("follow", wanted, on, latest)
    return keep(
        connection,
        asked,
        lambda connection: _follow(connection, wanted, on, latest),
        of=pair_of(wanted),
        may_lag=latest is not None,
    )


def _follow(connection: sqlite3.Connection, wanted: EventFilter, on: date, latest: int | None) -> list[Commitment]:
    deeds = list(find_deeds(connection, replace(wanted, types=MAKERS), limit=latest, newest_first=True))
    commitments = [deed.commitment for deed in deeds if deed.commitment]
    others = tuple(t for t in _find_types(commitments) if t not in MAKERS)
    if others:
        first = min(commitment.made_on for commitment in commitments) if len(deeds) == latest else None
        deeds += find_deeds(connection, replace(wanted, types=others, first=first))
    return follow_up(commitments, (deed.act for deed in deeds if deed.act), on)


def _find_types(commitments: Iterable[Commitment]) -> list[EventType]:
    """The types of events that can end commitments, in the codebook's order."""
    promised = [commitment.what for commitment in commitments]
    return [t for t in EventType if t in promised or (promised and t in ENDERS)]
