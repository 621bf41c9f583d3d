"""Each kind of damage is found."""

from pathlib import Path

import pytest

from dragoman.store import find_faults
from tests.store.entries import make_entry, open_new, put_all

DAMAGES = [
    ("UPDATE document SET title = 'Another'", "its hash differs"),
    ("UPDATE document SET is_current = 0", "not one current version"),
    ("UPDATE report SET body = json_set(body, '$.actors[0].start', 1)", "does not stand at 1..4"),
    ("UPDATE report SET body = json_set(body, '$.evidence.trigger_end', 6)", "does not stand at 5..6"),
    ("UPDATE report SET event = NULL", "belongs to no event"),
    ("DELETE FROM report", "has no report"),
    ("UPDATE event SET reports = 7", "does not have the 7 reports"),
    ("UPDATE coding SET coder = 99", "refers to a row of coder"),
]


@pytest.mark.parametrize(("damage", "fault"), DAMAGES, ids=[fault for _, fault in DAMAGES])
def test_damage_is_found(tmp_path: Path, damage: str, fault: str) -> None:
    with open_new(tmp_path / "r.db") as record:
        put_all(record, make_entry("a"))
        assert list(find_faults(record)) == []
        record.execute("PRAGMA foreign_keys = OFF")
        record.execute(damage)
        assert any(fault in found for found in find_faults(record)), list(find_faults(record))
