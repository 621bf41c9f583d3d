"""Where events happened: the places of a map."""

import sqlite3
from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict

from dragoman.export import JsonObject
from dragoman.gazetteer.places import PlaceEntry, load_places
from dragoman.store import EventFilter, Spot, SpotCount, count_spots, find_coordinates, keep
from dragoman.tasks.regions import WORLD, Region, find_region, surround
from dragoman.tasks.spans import Span, narrow, tell_span

PLACES = 300
"""Places on a map, at most: more would hide one another."""


def map_events(
    connection: sqlite3.Connection,
    given: EventFilter,
    *,
    span: Span = Span.THREE,
    around: str | None = None,
    limit: int = PLACES,
) -> JsonObject:
    """Events that meet conditions, counted by place.

    Args:
        connection: of the record.
        given: the conditions.
        span: of the days, where the conditions name none.
        around: a part of the world, see `find_region`; without it what lies around the places that are told.
        limit: at most so many places are told.

    Returns:
        `period`; `region`, its `name`, if it was asked for, and `bounds` in degrees; `total` events that meet the
        conditions, of which `nowhere` name no place, `elsewhere` lie out of the region, and `unmapped` name a place
        that nobody knows;
        `places`, those with most events first, each with `name`, `country`, `geonames_id`, `latitude`, `longitude`,
        `is_country` where no more than the country is known, `events`, and how many of these are `conflict`;
        `left_out`: further `places` of the region and their `events`.

    Raises:
        InputError: the part of the world is none.

    """
    region = find_region(around)
    asked = ("map", given, span, region, limit)
    # Counting a million events takes its time, and a picture of them may be a minute old.
    return keep(connection, asked, lambda connection: _count(connection, given, span, region, limit), may_lag=True)


def _count(connection: sqlite3.Connection, given: EventFilter, span: Span, region: Region, limit: int) -> JsonObject:
    wanted = narrow(connection, given, span)
    counts = count_spots(connection, wanted)
    total = sum(count.events for count in counts)
    placed = [count for count in counts if count.spot != Spot(None, None, None)]
    filled = _fill(connection, placed, region, limit)
    bounds = region.bounds
    if region.name is None:
        bounds = surround((place["latitude"], place["longitude"]) for place in filled["places"])
    return {
        "as_of": wanted.as_of and wanted.as_of.isoformat(),
        "period": tell_span(wanted, given, span),
        "region": {"name": region.name, "bounds": asdict(bounds)},
        "total": total,
        "nowhere": total - sum(count.events for count in placed),
        **filled,
    }


def _fill(connection: sqlite3.Connection, counts: Iterable[SpotCount], region: Region, limit: int) -> JsonObject:
    places: list[JsonObject] = []
    beyond, unmapped, elsewhere = Counter[str](), 0, 0
    for count in counts:
        is_full = len(places) >= limit
        # Where all the world is shown, nobody has to know where those lie that are not.
        is_asked = not is_full or region.bounds != WORLD
        at = _find_place(connection, count.spot) if is_asked else None
        if is_asked and at is None:
            unmapped += count.events
        elif at is not None and not region.holds(*at):
            elsewhere += count.events
        elif is_full:
            beyond.update(places=1, events=count.events)
        elif at is not None:
            places.append(_tell(count, at))
    return {
        "elsewhere": elsewhere,
        "unmapped": unmapped,
        "places": places,
        "left_out": {"places": beyond["places"], "events": beyond["events"]},
    }


def _find_place(connection: sqlite3.Connection, spot: Spot) -> tuple[float, float] | None:
    """Latitude and longitude as events have them; of a place that people named, as the gazetteer does."""
    if found := find_coordinates(connection, spot):
        return found
    named = _find_country(spot) or next(
        (entry for entry in load_places().lookup(spot.name or "") if entry.country == spot.country), None
    )
    return (named.latitude, named.longitude) if named else None


def _find_country(spot: Spot) -> PlaceEntry | None:
    """The country of a place of which no more is known; None for a city in it."""
    country = load_places().country(spot.country) if spot.country else None
    if country is None or (spot.geonames_id or country.geonames_id) != country.geonames_id:
        return None
    return country if spot.geonames_id or spot.name in {None, spot.country, country.name} else None


def _tell(count: SpotCount, at: tuple[float, float]) -> JsonObject:
    spot, country = count.spot, _find_country(count.spot)
    return {
        "name": country.name if country else spot.name,
        "country": spot.country,
        "geonames_id": spot.geonames_id,
        "latitude": at[0],
        "longitude": at[1],
        "is_country": country is not None,
        "events": count.events,
        "conflict": count.conflict,
    }
