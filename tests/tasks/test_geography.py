"""Where events happened: what the map shows is what the list of events holds."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from sqlite3 import Connection
from typing import Any

import pytest

from dragoman.errors import InputError
from dragoman.gazetteer.outlines import Bounds
from dragoman.model.codes import EventType, QuadClass, Status
from dragoman.store import EventFilter, count_events, find_events
from dragoman.tasks.geography import map_events
from dragoman.tasks.opening import open_record
from dragoman.tasks.regions import WORLD, Region, surround
from dragoman.tasks.spans import Span
from tests.tasks.overview_records import make_overview


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Connection]:
    path: Path = make_overview(tmp_path_factory.mktemp("map") / "r.db")
    with open_record(path) as connection:
        yield connection


CONDITIONS = [
    {},
    {"first": date(2025, 5, 31)},
    {"first": date(2025, 1, 1), "last": date(2025, 5, 10)},
    {"quad_classes": (QuadClass.MATERIAL_CONFLICT,)},
    {"statuses": (Status.OCCURRED,)},
    {"types": (EventType.SUPPORT, EventType.ASSAULT)},
    {"country": "TUR"},
    {"code": "TUR"},
    {"dyad": ("TUR", "IRN")},
    {"with_rejected": True},
    {"min_confidence": 0.95},
    {"min_confidence": 0.5, "with_rejected": True},
    {"min_confidence": 0.5, "code": "IRN"},
    {"as_of": date(2025, 6, 30), "dyad": ("IRN", "OMN")},
    {"types": (EventType.ASSAULT,), "as_of": date(2025, 6, 30)},
    {"contexts": ("military",)},
    {"contexts": ("military", "diplomatic")},
    {"as_of": date(2025, 5, 3)},
    {"as_of": date(2025, 6, 30)},
]


@pytest.mark.parametrize("conditions", CONDITIONS, ids=str)
def test_each_place_has_the_events_that_a_list_of_them_holds(record: Connection, conditions: dict[str, Any]) -> None:
    wanted = EventFilter(**conditions)
    told = map_events(record, wanted, span=Span.ALL)
    events = list(find_events(record, wanted))
    assert told["total"] == len(events)
    assert told["nowhere"] == sum(event["place"] is None for event in events)
    for place in told["places"]:
        where = (place["country"], place["geonames_id"])
        there = [e for e in events if e["place"] and (e["place"]["country"], e["place"]["geonames_id"]) == where]
        assert place["events"] == len(there), place
        assert place["conflict"] == sum("conflict" in e["quad_class"] for e in there), place
    assert told["total"] == told["nowhere"] + told["unmapped"] + sum(p["events"] for p in told["places"])


def test_no_more_than_a_country_is_told_apart_from_places_in_it(record: Connection) -> None:
    places = {place["name"]: place for place in map_events(record, EventFilter())["places"]}
    assert [name for name, place in places.items() if place["is_country"]] == ["Iran"]
    assert places["Ankara"]["geonames_id"] == 323786


def test_a_place_without_coordinates_lies_where_the_gazetteer_has_it(record: Connection) -> None:
    told = map_events(record, EventFilter())
    (tehran,) = [place for place in told["places"] if place["name"] == "Tehran"]
    assert (round(tehran["latitude"]), round(tehran["longitude"])) == (36, 51)
    assert told["unmapped"] == 1


def test_where_no_days_are_named_the_last_years_are_looked_at(record: Connection) -> None:
    spans = {span: map_events(record, EventFilter(), span=span)["period"] for span in Span}
    assert spans[Span.YEAR] == {"from": "2024-06-01", "until": "2025-05-31", "span": "1 year"}
    assert spans[Span.TEN]["from"] == "2015-06-01"
    assert spans[Span.ALL] == {"from": None, "until": None, "span": "all"}
    named = map_events(record, EventFilter(first=date(2015, 1, 1)), span=Span.YEAR)
    assert named["period"] == {"from": "2015-01-01", "until": None, "span": None}
    before = map_events(record, EventFilter(as_of=date(2016, 2, 10)), span=Span.YEAR)
    assert before["period"]["until"] == "2016-02-29" and before["total"] == 1


def test_a_part_of_the_world_has_its_places_alone(record: Connection) -> None:
    peru = map_events(record, EventFilter(), around="Peru")
    assert [place["name"] for place in peru["places"]] == ["Lima"]
    assert peru["region"]["name"] == "Peru" and peru["elsewhere"] > 0
    america = map_events(record, EventFilter(), around="south america")
    assert america["region"]["name"] == "South America" and america["places"] == peru["places"]
    singapore = map_events(record, EventFilter(), around="SGP")
    assert singapore["places"] == []
    with pytest.raises(InputError, match="Atlantis"):
        map_events(record, EventFilter(), around="Atlantis")


def test_without_a_part_of_the_world_the_map_is_of_what_lies_around_the_events(record: Connection) -> None:
    told = map_events(record, EventFilter(country="TUR"))
    assert told["region"]["name"] is None
    bounds = Bounds(**told["region"]["bounds"])
    assert bounds.west < 32 < bounds.east and bounds.south < 39 < bounds.north
    assert bounds.east - bounds.west < 60 and bounds.north - bounds.south >= 14
    world = map_events(record, EventFilter(country="TUR"), around="world")
    assert world["region"]["name"] == "World" and Bounds(**world["region"]["bounds"]) == WORLD
    assert world["places"] == told["places"]


@pytest.mark.parametrize(
    ("points", "inside", "outside"),
    [
        ([(38.0, 24.0), (40.0, 33.0)], 28, 120),
        ([(-18.0, 178.0), (-14.0, -172.0)], 184, 0),
        ([(60.0, -170.0)], -170, 10),
    ],
)
def test_what_lies_around_places_is_found_across_the_line_of_dates(
    points: list[tuple[float, float]], inside: float, outside: float
) -> None:
    region = Region(None, surround(points))
    assert all(region.holds(*point) for point in points)
    assert region.holds(points[0][0], inside) and not region.holds(points[0][0], outside)


def test_places_all_over_the_world_are_shown_on_all_of_it() -> None:
    assert surround([(0.0, -120.0), (0.0, 0.0), (0.0, 130.0)]) == surround([]) == WORLD


@pytest.mark.parametrize("around", [None, "World", "Asia"])
def test_beyond_the_limit_places_are_counted(record: Connection, around: str | None) -> None:
    whole = map_events(record, EventFilter(), around=around)
    told = map_events(record, EventFilter(), around=around, limit=1)
    assert told["places"] == whole["places"][:1]
    events = sum(place["events"] for place in whole["places"][1:])
    # Of the world it is not asked where the others lie.
    unknown = 0 if around == "Asia" else whole["unmapped"]
    assert told["left_out"]["events"] == events + unknown
    assert count_events(record, replace(EventFilter(), first=date(2022, 6, 1))) == told["total"]
