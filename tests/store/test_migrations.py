"""Every earlier version of the schema comes forward with all it holds."""

import sqlite3
from pathlib import Path

import pytest

from dragoman.errors import RecordError
from dragoman.store import connect, find_faults, learn_rest
from dragoman.store.migrations import APPLICATION_ID, latest_version, load_migrations, read_version, split_statements
from tests.store.entries import make_entry, make_side, open_new, put_all


def make_version(path: Path, version: int) -> None:
    """A record as an earlier program left it, with a document and a report."""
    old = sqlite3.connect(path, isolation_level=None)
    old.execute("PRAGMA journal_mode = WAL")
    for script in load_migrations()[:version]:
        old.executescript(script)
    entry = make_entry("a")
    old.execute(
        "INSERT INTO document "
        "(id, document_id, sha256, version, is_current, published, publisher, url, title, text, added) "
        "VALUES (1, 'a', ?, 1, 1, '2025-10-02', 'The Harbour Post', '', '', ?, '2025-10-02T00:00:00+00:00')",
        (entry.sha256, entry.text),
    )
    old.execute(f"PRAGMA user_version = {version}")
    old.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    old.close()


@pytest.mark.parametrize("version", range(1, latest_version() + 1))
def test_records_of_each_version_come_forward(tmp_path: Path, version: int) -> None:
    make_version(tmp_path / "r.db", version)
    record = connect(tmp_path / "r.db", write=True)
    assert read_version(record) == latest_version()
    assert put_all(record, make_entry("a"), make_entry("b")) == ["recoded", "added"]
    assert list(find_faults(record)) == []
    record.close()


def test_what_was_learnt_of_offices_by_an_earlier_reading_is_learnt_anew(tmp_path: Path) -> None:
    path = tmp_path / "r.db"
    with open_new(path) as record:
        text = "Iran's bank president Reza Pakdel thanked Turkey."
        side = make_side("IRN", text) | {"name": "Reza Pakdel", "office": "president", "mention": text[:34], "end": 34}
        put_all(record, make_entry("a", text=None, actors=[side]))
        record.execute("INSERT INTO spelling (name) VALUES ('Somebody Else')")
        record.execute(
            "INSERT INTO office_evidence "
            "(coding, spelling, office, code, published, report_id, field, start, end, words) "
            "SELECT coding.id, spelling.id, 'president', 'IRN', '2025-10-02', 'ev_1', 'text', 0, 34, ? "
            "FROM coding, spelling WHERE name = 'Somebody Else'",
            (text[:34],),
        )
        record.execute("PRAGMA user_version = 5")
    record = connect(path, write=True)
    learn_rest(record)
    assert record.execute("SELECT count(*) FROM office_evidence").fetchone()[0] == 0
    assert record.execute("SELECT count(*) FROM unlearnt").fetchone()[0] == 0
    record.close()


@pytest.mark.parametrize("version", range(1, latest_version()))
def test_a_reader_asks_for_an_earlier_record_to_be_brought_up_to_date(tmp_path: Path, version: int) -> None:
    make_version(tmp_path / "r.db", version)
    with pytest.raises(RecordError, match="dragoman record check"):
        connect(tmp_path / "r.db")


def test_a_script_is_cut_between_statements_only() -> None:
    script = "CREATE TABLE a (x);\nCREATE TRIGGER b AFTER INSERT ON a BEGIN\n  DELETE FROM a;\nEND;\n"
    assert [s.split()[1] for s in split_statements(script)] == ["TABLE", "TRIGGER"]
