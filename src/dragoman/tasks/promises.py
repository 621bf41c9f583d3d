"""Commitments of a record, and what became of them."""

import sqlite3
from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import date

from dragoman.commitments import ENDERS, Commitment, Fate, find_commitments, follow_commitments
from dragoman.export import JsonObject
from dragoman.model.codes import EventType
from dragoman.store import EventFilter, find_events

MAKERS = (EventType.AGREE, EventType.THREATEN)
"""The types of events that make commitments."""


RECENT = 200
"""Events that make commitments, the latest, that are followed up where a page asks for all of a record: half a
millisecond each."""


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
    day = on or as_of or date.today()
    found = follow(connection, EventFilter(dyad=dyad, as_of=as_of), day, latest=latest)
    counts = {fate.value: sum(c.fate is fate for c in found) for fate in Fate if fate is not Fate.REPEATED}
    return {
        "dyad": dyad and list(dyad),
        "on": day.isoformat(),
        "as_of": as_of and as_of.isoformat(),
        "counts": counts,
        "commitments": [c.to_json() for c in found if c.fate is Fate.OPEN or not only_open],
    }


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
        As `list_commitments`, with the `total` of those meant and the `offset`; `latest` says how many events that make
        commitments were followed up at most, None where all were.

    """
    latest = None if dyad else RECENT
    listed = list_commitments(connection, dyad, on=on, as_of=as_of, latest=latest)
    meant = [c for c in reversed(listed["commitments"]) if not fates or c["status"] in fates]
    page = {"total": len(meant), "offset": offset, "commitments": meant[offset : offset + limit]}
    return {**listed, "latest": latest, **page}


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
    made = list(find_events(connection, replace(wanted, types=MAKERS), limit=latest, newest_first=True))
    commitments = list(find_commitments(made))
    others = tuple(t for t in _find_types(commitments) if t not in MAKERS)
    if not others:
        return follow_commitments(made, on)
    first = min(commitment.made_on for commitment in commitments) if len(made) == latest else None
    return follow_commitments([*made, *find_events(connection, replace(wanted, types=others, first=first))], on)


def _find_types(commitments: Iterable[Commitment]) -> list[EventType]:
    """The types of events that can end commitments, in the codebook's order."""
    promised = [commitment.what for commitment in commitments]
    return [t for t in EventType if t in promised or (promised and t in ENDERS)]
