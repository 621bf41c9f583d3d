"""Every earlier version of the schema comes forward with all it holds."""

import random
import sqlite3
from pathlib import Path

import pytest

from dragoman.errors import RecordError
from dragoman.store import Action, connect, find_faults, learn_rest, put_review, relink, transaction
from dragoman.store.migrations import APPLICATION_ID, latest_version, load_migrations, read_version, split_statements
from tests.store.entries import make_entry, open_new, put_all
from tests.store.test_walking import draw_entry


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
    make_version(path, 5)
    old = sqlite3.connect(path, isolation_level=None)
    old.executescript(
        """
        INSERT INTO coder (id, stamp, name, version, codebook) VALUES (1, '{}', '', '', '');
        INSERT INTO coding (id, document, coder, coded) VALUES (1, 1, 1, '2025-10-02T00:00:00+00:00');
        INSERT INTO spelling (id, name) VALUES (1, 'Somebody Else');
        INSERT INTO office_evidence
            (coding, spelling, office, code, published, report_id, field, start, end, words)
            VALUES (1, 1, 'president', 'IRN', '2025-10-02', 'ev_1', 'text', 0, 4, 'Iran');
        """
    )
    old.close()
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


def go_back(path: Path, version: int, target: Path) -> None:
    """What a record holds, as far as an earlier version of the schema has room for it."""
    old = sqlite3.connect(target, isolation_level=None)
    old.execute("PRAGMA journal_mode = WAL")
    for script in load_migrations()[:version]:
        old.executescript(script)
    old.execute("ATTACH ? AS now", (str(path),))
    for table in ("document", "coder", "coding", "mention", "event", "side", "dyad", "report", "review", "anchor"):
        columns = ", ".join(f'"{row[1]}"' for row in old.execute(f"PRAGMA main.table_info({table})"))
        old.execute(f"INSERT INTO main.{table} ({columns}) SELECT {columns} FROM now.{table}")  # noqa: S608
    old.execute("DELETE FROM main.stale")
    old.execute("DELETE FROM main.unlearnt")
    old.execute(f"PRAGMA user_version = {version}")
    old.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    old.close()


def test_what_lists_are_read_from_is_filled_in_as_if_it_were_written_now(tmp_path: Path) -> None:
    chance = random.Random(4)  # noqa: S311
    path = tmp_path / "now.db"
    with open_new(path) as record:
        put_all(record, *(draw_entry(number, chance) for number in range(60)))
        wide = make_entry("w", contexts=['sa"id', "military"], event_type="ASSAULT", mode=None)
        put_all(record, wide, make_entry("v", event_type="AGREE"))
        (event_id,) = record.execute("SELECT event_id FROM event WHERE reports = 1 LIMIT 1").fetchone()
        with transaction(record):
            put_review(record, Action.SET, [event_id], by="a", because="b", set_field="reciprocal", value=True)
        relink(record)
        now = dump_all(record)
    go_back(path, 6, tmp_path / "then.db")
    record = connect(tmp_path / "then.db", write=True)
    relink(record)
    assert dump_all(record) == now
    record.close()


def dump_all(record: sqlite3.Connection) -> dict[str, list[str]]:
    """All columns of the tables beside events, however they are ordered; `changed` is drawn at random."""
    named = "SELECT {0}.*, event_id FROM {0} JOIN event ON event.id = {0}.event"
    asked = {"event": "SELECT * FROM event", **{t: named.format(t) for t in ("side", "dyad", "tag", "commitment")}}
    return {
        table: sorted(
            str(sorted(item for item in dict(row).items() if item[0] != "changed")) for row in record.execute(sql)
        )
        for table, sql in asked.items()
    }
