"""Figures of two sides are the same whichever way they are counted."""

import random
import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import combinations
from typing import Any

import pytest

from dragoman.model.codes import EventType, QuadClass, Status
from dragoman.store import EventFilter, count_by_month, find_events
from tests.store.entries import make_entry, make_side, make_text, open_new, put_all
from tests.store.test_walking import CODES, draw_entry, reject_some

CONDITIONS: list[dict[str, Any]] = [
    {},
    {"first": date(2025, 1, 20), "last": date(2025, 2, 10)},
    {"types": (EventType.SUPPORT, EventType.AGREE), "modes": ("visit",)},
    {"quad_classes": (QuadClass.VERBAL_CONFLICT,), "statuses": (Status.OCCURRED,)},
    {"as_of": date(2025, 1, 25)},
]


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    chance = random.Random(5)  # noqa: S311
    text = make_text("IRN", "thanked", "TUR")
    each_other = [make_side("IRN", text), make_side("TUR", text)]
    with open_new(tmp_path_factory.mktemp("counting") / "r.db") as connection:
        drawn = [draw_entry(number, chance) for number in range(120)]
        put_all(connection, *drawn, make_entry("both", actors=each_other, recipients=each_other))
        reject_some(connection)
        yield connection


@pytest.mark.parametrize("conditions", CONDITIONS, ids=lambda conditions: " ".join(conditions) or "none")
def test_the_index_of_sides_tells_what_the_events_do(record: sqlite3.Connection, conditions: dict[str, Any]) -> None:
    counted = 0
    for dyad in combinations(CODES, 2):
        wanted = EventFilter(dyad=dyad, **conditions)
        # All events are surer than that, which no index of sides knows.
        by_events = count_by_month(record, replace(wanted, min_confidence=0.001))
        assert count_by_month(record, wanted) == by_events
        counted += len(by_events)
    assert counted > 5


def test_an_event_in_which_both_act_on_both_is_counted_once_as_mutual(record: sqlite3.Connection) -> None:
    (both,) = (e for e in find_events(record, EventFilter(dyad=("IRN", "TUR"))) if len(e["recipients"]) == 2)
    wanted = EventFilter(dyad=("IRN", "TUR"), first=date.fromisoformat(both["date"]["start"]))
    assert {"IRN", "TUR"} == {side["code"] for side in both["actors"]}
    assert [c.events for c in count_by_month(record, wanted) if c.month == "2025-10" and c.direction == 0] == [1]


def test_figures_of_two_sides_are_counted_in_the_order_of_an_index(record: sqlite3.Connection) -> None:
    asked: list[str] = []
    record.set_trace_callback(asked.append)
    count_by_month(record, EventFilter(dyad=("IRN", "TUR"), first=date(2025, 1, 2)))
    record.set_trace_callback(None)
    (question,) = asked
    plan = [row["detail"] for row in record.execute(f"EXPLAIN QUERY PLAN {question}")]
    assert [line.split(" (")[0] for line in plan] == ["SEARCH event USING INDEX dyad_kinds"]
