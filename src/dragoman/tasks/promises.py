"""Commitments of a record, and what became of them."""

import sqlite3
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from dragoman.commitments import Commitment, Fate, find_commitments, follow_commitments
from dragoman.export import JsonObject
from dragoman.model.codes import EventType
from dragoman.store import EventFilter, find_events

_MAKERS = (EventType.AGREE, EventType.THREATEN)
_ENDERS = (EventType.REJECT, EventType.ASSAULT)
"""What calls a commitment off, and what breaks a truce, whatever was promised."""


def list_commitments(
    connection: sqlite3.Connection,
    dyad: tuple[str, str] | None = None,
    *,
    on: date | None = None,
    as_of: date | None = None,
    only_open: bool = False,
) -> JsonObject:
    """The commitments between two sides, or of all, as they stand on a day.

    Args:
        connection: of the record.
        dyad: codes of two sides.
        on: the day; without one `as_of`, or today.
        as_of: only what had been published by that day.
        only_open: leave out those that were kept, broken or have lapsed.

    Returns:
        `on`, counts by status, and `commitments` in order of the day they were made.

    """
    day = on or as_of or date.today()
    found = follow(connection, EventFilter(dyad=dyad, as_of=as_of), day)
    counts = {fate.value: sum(c.fate is fate for c in found) for fate in Fate if fate is not Fate.REPEATED}
    return {
        "dyad": dyad and list(dyad),
        "on": day.isoformat(),
        "as_of": as_of and as_of.isoformat(),
        "counts": counts,
        "commitments": [c.to_json() for c in found if c.fate is Fate.OPEN or not only_open],
    }


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
    made = list(find_events(connection, replace(wanted, types=_MAKERS), limit=latest, newest_first=True))
    others = tuple(t for t in _find_types(find_commitments(made)) if t not in _MAKERS)
    if not others:
        return follow_commitments(made, on)
    days = [date.fromisoformat(event["date"]["start"]) for event in made if event["date"]]
    first = min(days) if len(made) == latest else None
    return follow_commitments([*made, *find_events(connection, replace(wanted, types=others, first=first))], on)


def _find_types(commitments: Iterable[Commitment]) -> list[EventType]:
    """The types of events that can end commitments, in the codebook's order."""
    promised = [commitment.what for commitment in commitments]
    return [t for t in EventType if t in promised or (promised and t in _ENDERS)]
