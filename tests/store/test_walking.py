"""Whatever is asked, events come in order of their day, and as many as are counted."""

import random
import sqlite3
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest

from dragoman.model.codes import EventType, QuadClass, Sector, Status
from dragoman.store import (
    Action,
    EventFilter,
    count_by_month,
    count_events,
    find_events,
    put_review,
    relink,
    transaction,
)
from dragoman.store.matching import meets
from dragoman.store.walking import choose_walks, walk_events
from tests.store.entries import make_entry, make_side, make_text, open_new, put_all

CODES = ("IRN", "TUR", "OMN", "PER", "CHL")
FIRST = date(2025, 1, 1)
PLACE = {
    "name": "Muscat", "country": "OMN", "admin1": None, "latitude": 23.6, "longitude": 58.5, "geonames_id": 287286,
    "kind": "city", "mention": "", "start": 0, "end": 0,
}  # fmt: skip


def draw_entry(number: int, chance: random.Random) -> Any:
    one, other = chance.sample(CODES, 2)
    text = make_text(one, "thanked", other)
    day = FIRST + timedelta(days=chance.randrange(60))
    speaker = make_side(other, text)
    return make_entry(
        f"d{number}",
        actor=one,
        recipient=other,
        published=day + timedelta(days=chance.randrange(9)),
        publisher=chance.choice(("The Harbour Post", "The Lighthouse")),
        event_type=chance.choice(("SUPPORT", "ACCUSE", "AGREE")),
        quad_class=chance.choice(("verbal cooperation", "verbal conflict")),
        mode=chance.choice((None, "visit")),
        contexts=chance.choice(([], ["military"], ["military", "diplomatic"])),
        actors=[
            make_side(one, text) | {"sectors": chance.choice((["GOV"], ["MIL"])), "name": chance.choice((None, "A B"))}
        ],
        recipients=[make_side(other, text) | {"name": chance.choice((None, "C D"))}],
        reciprocal=chance.random() < 0.2,
        status=chance.choice(("occurred", "claimed")),
        place=chance.choice((None, PLACE)),
        attribution=chance.choice((None, {"speaker": speaker, "cue": "said", "outlet": None, "start": 0, "end": 4})),
        confidence=chance.choice((0.5, 0.9)),
        **(
            {"date": None} if chance.random() < 0.1 else {"day": day, "last": day + timedelta(days=chance.randrange(3))}
        ),
    )


def reject_some(connection: sqlite3.Connection) -> None:
    """Reject every ninth event."""
    ids = [event["event_id"] for event in find_events(connection, EventFilter())]
    with transaction(connection):
        for event_id in ids[::9]:
            put_review(connection, Action.REJECT, [event_id], by="a", because="b")
    relink(connection)


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    chance = random.Random(1)  # noqa: S311
    with open_new(tmp_path_factory.mktemp("walking") / "r.db") as connection:
        put_all(connection, *(draw_entry(number, chance) for number in range(120)))
        reject_some(connection)
        yield connection


def draw_filter(chance: random.Random) -> EventFilter:
    """Some conditions, each in one of five."""
    first = FIRST + timedelta(days=chance.randrange(60))
    all_of_them: dict[str, Any] = {
        "types": chance.choice(((EventType.SUPPORT,), (EventType.AGREE, EventType.ACCUSE, EventType.AGREE))),
        "modes": ("visit",),
        "contexts": chance.choice((("military",), ("military", "diplomatic"))),
        "quad_classes": chance.choice(((QuadClass.VERBAL_CONFLICT,), tuple(QuadClass))),
        "statuses": chance.choice(((Status.CLAIMED,), (Status.OCCURRED, Status.CLAIMED))),
        "code": chance.choice(CODES),
        "dyad": tuple(chance.sample(CODES, 2)),
        "sector": chance.choice((Sector("GOV"), Sector("MIL"))),
        "name": "A B",
        "names": ("A B", "C D"),
        "country": "OMN",
        "geonames_id": 287286,
        "place": "mUSCAT",
        "first": first,
        "last": first + timedelta(days=chance.randrange(20)),
        "speaker": chance.choice(CODES),
        "min_confidence": 0.7,
        "with_rejected": True,
        "as_of": first,
    }
    return EventFilter(**{name: value for name, value in all_of_them.items() if chance.random() < 0.12})


@pytest.mark.parametrize("seed", range(300))
def test_a_walk_finds_what_meets_the_conditions(record: sqlite3.Connection, seed: int) -> None:
    wanted = draw_filter(random.Random(seed))  # noqa: S311
    known = list(find_events(record, EventFilter(with_rejected=True, as_of=wanted.as_of)))
    meant = sorted(
        (event for event in known if meets(event, wanted)),
        key=lambda e: ((e["date"] or {}).get("start") or "9999", e["event_id"]),
    )
    ids = [event["event_id"] for event in meant]
    assert [event["event_id"] for event in find_events(record, wanted)] == ids
    assert [event["event_id"] for event in find_events(record, wanted, limit=3, offset=2)] == ids[2:5]
    assert count_events(record, wanted) == len(ids)
    assert sum(count.events for count in count_by_month(record, wanted)) == len(ids)
    turned = sorted(meant, key=lambda e: ((e["date"] or {}).get("start") or "", e["event_id"]), reverse=True)
    found = [event["event_id"] for event in find_events(record, wanted, limit=5, newest_first=True)]
    assert found == [event["event_id"] for event in turned][:5]


@pytest.mark.parametrize(
    "conditions",
    [
        {},
        {"types": (EventType.AGREE,)},
        {"types": (EventType.AGREE, EventType.ACCUSE)},
        {"modes": ("visit",)},
        {"statuses": (Status.OCCURRED,)},
        {"quad_classes": tuple(QuadClass)},
        {"contexts": ("military",)},
        {"sector": Sector("GOV")},
        {"code": "TUR"},
        {"code": "TUR", "types": (EventType.AGREE,)},
        {"dyad": ("IRN", "TUR"), "first": FIRST},
        {"country": "OMN"},
        {"place": "Muscat"},
        {"speaker": "TUR"},
        {"first": FIRST, "last": FIRST},
        {"min_confidence": 0.7},
    ],
)
def test_no_list_is_sorted_beyond_the_events_of_a_day(record: sqlite3.Connection, conditions: dict[str, Any]) -> None:
    """Sorting takes as long as there are events; at a million that is seconds."""
    asked: list[str] = []
    record.set_trace_callback(asked.append)
    try:
        list(walk_events(record, EventFilter(**conditions), limit=3, newest_first=True))
    finally:
        record.set_trace_callback(None)
    for question in asked:
        plan = [row["detail"] for row in record.execute(f"EXPLAIN QUERY PLAN {question}")]
        sorts = [step for step in plan if step.startswith("USE TEMP B-TREE FOR ORDER BY")]
        few = [step for step in plan if "event_long" in step]  # what began before a period and lasts into it
        assert len(sorts) <= len(few), (question, plan)
        assert not [step for step in plan if step.startswith("SCAN event") and "USING" not in step], (question, plan)


def test_each_index_that_is_named_is_there(record: sqlite3.Connection) -> None:
    for wanted in map(draw_filter, map(random.Random, range(100))):
        for walk in choose_walks(wanted)[0]:
            record.execute(f"SELECT 1 FROM {walk.tables} WHERE {walk.condition}", walk.values)  # noqa: S608
