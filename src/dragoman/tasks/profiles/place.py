"""One place: where it is, and what happened there."""

import sqlite3
from collections.abc import Mapping
from typing import Any

from dragoman.errors import NotInRecordError
from dragoman.export import JsonObject
from dragoman.gazetteer.places import load_places
from dragoman.store import EventFilter, compose_known, find_days_at, find_latest_at, find_pairs_at
from dragoman.tasks.listing import list_events
from dragoman.tasks.profiles.publisher import name_pairs
from dragoman.tasks.sides import name_side

LOOKED_AT = 5000
"""Events at a place, the latest, whose relations are counted."""

_RELATIONS = 10
_FIELDS = ("name", "country", "admin1", "latitude", "longitude", "geonames_id", "kind")


def tell_place(connection: sqlite3.Connection, geonames_id: int, *, limit: int = 20, offset: int = 0) -> JsonObject:
    """A place of the gazetteer or of the record, with its events.

    Args:
        connection: of the record.
        geonames_id: of the place.
        limit: at most so many events.
        offset: how many to pass over first.

    Returns:
        `place` with `name`, `kind`, `country` and its `country_name`, `admin1`, `latitude`, `longitude` and
        `geonames_id`; days on which the `first` and the `last` event there began; the `relations` with most of the
        latest events, so many as `looked_at` says at most; `total`, `offset` and `events`, the latest first.

    Raises:
        NotInRecordError: no place has that id.

    """
    place = _find_place(connection, geonames_id)
    if place is None:
        raise NotInRecordError(f"no place has the GeoNames id {geonames_id}", remedy="Search for its name.")
    first, last = find_days_at(connection, geonames_id)
    wanted = EventFilter(geonames_id=geonames_id)
    return {
        "place": {**place, "country_name": name_side(place["country"]) if place["country"] else None},
        "first": first,
        "last": last,
        "looked_at": LOOKED_AT,
        "relations": list(name_pairs(find_pairs_at(connection, geonames_id, latest=LOOKED_AT, limit=_RELATIONS))),
        **list_events(connection, wanted, limit=limit, offset=offset, newest_first=True),
    }


def _find_place(connection: sqlite3.Connection, geonames_id: int) -> JsonObject | None:
    """As the shipped gazetteer has it; a record coded with another knows places that this one does not."""
    entry = load_places().by_geonames_id(geonames_id)
    if entry is not None:
        return {name: getattr(entry, name) for name in _FIELDS}
    event_id = find_latest_at(connection, geonames_id)
    event = compose_known(connection, event_id) if event_id else None
    known: Mapping[str, Any] = (event or {}).get("place") or {}
    return {name: known.get(name) for name in _FIELDS} if known else None
