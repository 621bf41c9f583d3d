"""Where events happened, counted for a map."""

import sqlite3
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from dragoman.model.codes import QuadClass
from dragoman.store.conditions import EventFilter, settled_condition
from dragoman.store.meeting import asks_only, ids_condition
from dragoman.store.questions import find_spread

CONFLICT = (QuadClass.VERBAL_CONFLICT, QuadClass.MATERIAL_CONFLICT)

_COLUMNS = "country, geonames_id, place, count(*), sum(quad_class IN (?, ?))"


@dataclass(frozen=True, slots=True)
class Spot:
    """A place as events tell of it. All three are None where they tell of none."""

    country: str | None
    geonames_id: int | None
    name: str | None


@dataclass(frozen=True, slots=True)
class SpotCount:
    """How many events happened at a place, and how many of them are conflict."""

    spot: Spot
    events: int
    conflict: int


def count_spots(connection: sqlite3.Connection, wanted: EventFilter) -> list[SpotCount]:
    """Events that meet conditions, counted by place, the place with most events first."""
    events, conflict = Counter[Spot](), Counter[Spot]()
    for country, geonames_id, place, count, conflicts in _group(connection, wanted):
        spot = Spot(country, geonames_id, place)
        events[spot] += count
        conflict[spot] += conflicts
    for event in find_spread(connection, wanted):
        spot = _spot_of(event)
        events[spot] += 1
        conflict[spot] += event["quad_class"] in CONFLICT
    counted = [SpotCount(spot, count, conflict[spot]) for spot, count in events.items()]
    return sorted(counted, key=lambda c: (-c.events, c.spot.name or "", c.spot.country or "", c.spot.geonames_id or 0))


def _group(connection: sqlite3.Connection, wanted: EventFilter) -> sqlite3.Cursor:
    if asks_only(wanted, "first", "last", "country", "quad_classes", "statuses", "min_confidence", "as_of"):
        # One index in its order: nothing is sorted, and no event looked up.
        condition, values = settled_condition(wanted)
        source = f"event INDEXED BY event_spot WHERE {condition}"
    else:
        ids, values = ids_condition(wanted)
        source = f"event WHERE id IN {ids}"
    return connection.execute(
        f"SELECT {_COLUMNS} FROM {source} GROUP BY country, geonames_id, place",  # noqa: S608
        (*CONFLICT, *values),
    )


def _spot_of(event: Mapping[str, Any]) -> Spot:
    place = event["place"] or {}
    return Spot(place.get("country"), place.get("geonames_id"), place.get("name"))


def find_coordinates(connection: sqlite3.Connection, spot: Spot) -> tuple[float, float] | None:
    """Latitude and longitude that an event has for a place; None where none has any."""
    row = connection.execute(
        "SELECT latitude, longitude FROM event WHERE country IS ? AND geonames_id IS ? AND place IS ? "
        "AND latitude IS NOT NULL AND longitude IS NOT NULL AND is_rejected = 0 LIMIT 1",
        (spot.country, spot.geonames_id, spot.name),
    ).fetchone()
    return (row["latitude"], row["longitude"]) if row else None
