"""The rows that the network is counted from."""

from pathlib import Path
from sqlite3 import Connection
from typing import Any

import pytest

from dragoman.store import EventFilter, connect, count_spots, count_ties
from dragoman.store.migrations import load_migrations, split_statements
from tests.tasks.overview_records import make_overview

DYADS = "SELECT event, one, other, direction, quad_class, status, counts FROM dyad ORDER BY 1, 2, 3, 4"


@pytest.fixture
def record(tmp_path: Path) -> Connection:
    return connect(make_overview(tmp_path / "r.db"), write=True)


def test_rows_of_an_earlier_version_are_filled_as_new_ones_are(record: Connection) -> None:
    written = [tuple(row) for row in record.execute(DYADS)]
    assert {row[-1] for row in written} == {0, 1}
    record.execute("UPDATE dyad SET quad_class = NULL, status = NULL, counts = 0")
    (fill,) = [s for script in load_migrations() for s in split_statements(script) if "UPDATE dyad SET (quad" in s]
    record.execute(fill)
    assert [tuple(row) for row in record.execute(DYADS)] == written
    record.close()


@pytest.mark.parametrize(
    "conditions",
    [{}, {"quad_classes": ("material conflict",)}, {"statuses": ("occurred",)}, {"min_confidence": 0.5}],
    ids=str,
)
def test_counting_reads_one_index_in_its_order(record: Connection, conditions: dict[str, Any]) -> None:
    asked: list[str] = []
    record.set_trace_callback(asked.append)
    wanted = EventFilter(**conditions)
    count_spots(record, wanted)
    count_ties(record, wanted, limit=5, admits=str.isascii)
    record.set_trace_callback(None)
    plans = [" ".join(row["detail"] for row in record.execute(f"EXPLAIN QUERY PLAN {sql}")) for sql in asked]
    assert any("event_spot" in plan for plan in plans) and any("dyad_counted" in plan for plan in plans)
    assert not [plan for plan in plans if "TEMP B-TREE" in plan]
    record.close()
