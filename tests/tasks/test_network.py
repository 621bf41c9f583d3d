"""Between whom events happened: what lines stand for is what the list of events holds."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from sqlite3 import Connection
from typing import Any

import pytest

from dragoman.store import EventFilter, find_events
from dragoman.store.events import dyads_of
from dragoman.tasks.network import Among, link_sides
from dragoman.tasks.opening import open_record
from dragoman.tasks.spans import Span
from tests.store.entries import make_entry, open_new, put_all
from tests.tasks.overview_records import make_overview
from tests.tasks.test_geography import CONDITIONS


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Connection]:
    path: Path = make_overview(tmp_path_factory.mktemp("network") / "r.db")
    with open_record(path) as connection:
        yield connection


@pytest.mark.parametrize("conditions", CONDITIONS, ids=str)
def test_each_relation_has_the_events_that_a_list_of_them_holds(record: Connection, conditions: dict[str, Any]) -> None:
    wanted = EventFilter(**conditions)
    counts = Counter[tuple[str, str, str]]()
    for event in find_events(record, wanted):
        counts.update({(one, other, event["quad_class"]) for one, other, _ in dyads_of(event)})
    told = link_sides(record, wanted, span=Span.ALL)["relations"]
    assert {
        (r["one"], r["other"], quad_class): events
        for r in told
        for quad_class, events in r["quad_classes"].items()
        if events
    } == {key: events for key, events in counts.items() if key[0] != key[1]}
    assert all(relation["events"] == sum(relation["quad_classes"].values()) for relation in told)
    assert [r["events"] for r in told] == sorted((r["events"] for r in told), reverse=True)


def test_an_event_in_which_both_act_on_both_is_one(tmp_path: Path) -> None:
    side = make_entry("x").reports[0].body["actors"][0]
    sides = [side, {**side, "code": "TUR", "country": "TUR"}]
    with open_new(tmp_path / "r.db") as connection:
        put_all(connection, make_entry("x", actors=sides, recipients=sides))
        told = link_sides(connection, EventFilter())
        assert [(r["one"], r["other"], r["events"]) for r in told["relations"]] == [("IRN", "TUR", 1)]
        assert [(s["code"], s["name"], s["events"]) for s in told["sides"]] == [
            ("IRN", "Iran", 1),
            ("TUR", "Turkey", 1),
        ]


@pytest.mark.parametrize(
    ("among", "sides"),
    [
        (Among.STATES, set()),
        (Among.ORGANISATIONS, {"IGO:UN", "IRN"}),
        (Among.GROUPS, {"IRN", "NSA:OTHER/YEM"}),
        (Among.ALL, {"IGO:UN", "IRN", "NGO:OTHER", "NSA:OTHER/YEM"}),
    ],
)
def test_a_network_has_the_kinds_of_sides_that_are_meant(tmp_path: Path, among: Among, sides: set[str]) -> None:
    side = make_entry("x").reports[0].body["recipients"][0]
    with open_new(tmp_path / "r.db") as connection:
        codes = ("IGO:UN", "NSA:OTHER/YEM", "NGO:OTHER")
        put_all(connection, *(make_entry(c[:3], recipients=[{**side, "code": c, "country": None}]) for c in codes))
        told = link_sides(connection, EventFilter(), among=among)
    assert {side["code"] for side in told["sides"]} == sides


def test_beyond_the_limit_relations_are_counted(record: Connection) -> None:
    whole = link_sides(record, EventFilter(), span=Span.ALL)
    told = link_sides(record, EventFilter(), span=Span.ALL, limit=1)
    others = whole["relations"][1:]
    assert told["relations"] == whole["relations"][:1]
    assert told["left_out"] == {"relations": len(others), "events": sum(r["events"] for r in others)}
    assert {side["code"] for side in told["sides"]} == {told["relations"][0][end] for end in ("one", "other")}


def test_the_side_that_is_asked_for_is_told(record: Connection) -> None:
    told = link_sides(record, EventFilter(code="OMN", first=date(2025, 1, 1)))
    assert told["side"] == "OMN"
    assert all("OMN" in (relation["one"], relation["other"]) for relation in told["relations"])
