"""Records open, or say why not and what to do."""

import errno
import os
import sqlite3
from pathlib import Path
from threading import Event, Thread

import pytest

from dragoman.errors import RecordError
from dragoman.store import backup_record, connect, create_record, explain_faults, find_faults, transaction
from dragoman.store.migrations import latest_version
from tests.store.entries import dump_tables, make_entry, open_new, put_all


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    create_record(tmp_path / "r.db")
    with pytest.raises(RecordError, match="there is something already"):
        create_record(tmp_path / "r.db")


@pytest.mark.parametrize("ending", ["-wal", "-shm"])
def test_the_log_of_a_deleted_record_does_not_come_into_the_next(tmp_path: Path, ending: str) -> None:
    with open_new(tmp_path / "r.db") as record:
        (tmp_path / f"new.db{ending}").write_bytes(b"what a killed process left")
        with pytest.raises(RecordError, match=f"new.db{ending}: there is something already"):
            create_record(tmp_path / "new.db")
        with pytest.raises(RecordError, match=f"new.db{ending}: there is something already"):
            backup_record(record, tmp_path / "new.db")


def test_a_missing_folder_or_record_is_named(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match=r"mkdir -p"):
        create_record(tmp_path / "no" / "r.db")
    with pytest.raises(RecordError, match=r"dragoman record init"):
        connect(tmp_path / "r.db")


def test_a_folder_is_called_one(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match=r"it is a folder\. Name the record's file"):
        connect(tmp_path)


def test_a_reader_who_has_gone_is_no_fault_of_the_record(tmp_path: Path) -> None:
    with pytest.raises(BrokenPipeError), explain_faults(tmp_path / "r.db"):
        raise BrokenPipeError(errno.EPIPE, os.strerror(errno.EPIPE))


def test_other_files_are_no_records(tmp_path: Path) -> None:
    (tmp_path / "text.db").write_text("Peru thanked Chile. " * 400)
    with pytest.raises(RecordError, match="Name a record made by"):
        connect(tmp_path / "text.db")
    other = sqlite3.connect(tmp_path / "other.db")
    other.execute("CREATE TABLE t (x)")
    other.close()
    with pytest.raises(RecordError, match="not a record"):
        connect(tmp_path / "other.db")


def test_a_record_of_a_later_program_is_left_alone(tmp_path: Path) -> None:
    with open_new(tmp_path / "r.db") as record:
        record.execute(f"PRAGMA user_version = {latest_version() + 1}")
    with pytest.raises(RecordError, match="later dragoman"):
        connect(tmp_path / "r.db", write=True)


def test_readers_see_the_last_whole_state_while_a_writer_writes(tmp_path: Path) -> None:
    with open_new(tmp_path / "r.db") as record:
        put_all(record, make_entry("a"))
        reader = connect(tmp_path / "r.db")
        with transaction(record):
            record.execute("DELETE FROM document")
            assert reader.execute("SELECT count(*) FROM document").fetchone()[0] == 1
        assert reader.execute("SELECT count(*) FROM document").fetchone()[0] == 0
        reader.close()


def test_a_reader_writes_nothing(tmp_path: Path) -> None:
    create_record(tmp_path / "r.db")
    reader = connect(tmp_path / "r.db")
    with pytest.raises(RecordError, match=r"Make the file and its folder writable"), explain_faults(tmp_path / "r.db"):
        reader.execute("DELETE FROM document")
    reader.close()


def test_a_full_disk_is_explained_and_costs_nothing_added_before(tmp_path: Path) -> None:
    with open_new(tmp_path / "r.db") as record:
        put_all(record, make_entry("a"))
        before = dump_tables(record)
        # SQLite's own limit of pages fails just as a full disk does.
        (pages,) = record.execute("PRAGMA page_count").fetchone()
        record.execute(f"PRAGMA max_page_count = {pages}")
        many = [make_entry(f"b{number}") for number in range(500)]
        with pytest.raises(RecordError, match="Make room on the disk"), explain_faults(tmp_path / "r.db"):
            put_all(record, *many)
        record.execute("PRAGMA max_page_count = 1000000")
        assert [row for row in dump_tables(record)["document"] if row[0] == "a"] == before["document"]
        put_all(record)
        assert list(find_faults(record)) == []


def test_a_backup_ends_though_somebody_writes_all_the_time(tmp_path: Path) -> None:
    create_record(tmp_path / "r.db")
    ended = Event()

    def write() -> None:
        writer = connect(tmp_path / "r.db", write=True)
        while not ended.wait(0.005):
            writer.execute("INSERT INTO filler VALUES (1)")
        writer.close()

    def back_up() -> None:
        reader = connect(tmp_path / "r.db")
        backup_record(reader, tmp_path / "copy.db")
        reader.close()

    record = connect(tmp_path / "r.db", write=True)
    record.execute("CREATE TABLE filler (x)")
    record.execute("INSERT INTO filler VALUES (zeroblob(40000000))")  # several thousand pages
    record.close()
    writing, copying = Thread(target=write), Thread(target=back_up)
    writing.start()
    copying.start()
    copying.join(20)
    is_done = not copying.is_alive()
    ended.set()
    writing.join()
    copying.join()
    assert is_done


def test_a_backup_says_what_the_record_said(tmp_path: Path) -> None:
    with open_new(tmp_path / "r.db") as record:
        put_all(record, make_entry("a"), make_entry("b"))
        backup_record(record, tmp_path / "copy.db")
        with pytest.raises(RecordError, match="there is something already"):
            backup_record(record, tmp_path / "copy.db")
        copy = connect(tmp_path / "copy.db")
        assert dump_tables(copy) == dump_tables(record)
        copy.close()


def test_a_backup_names_where_it_could_not_write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path, *_: object, **__: object) -> None:
        raise OSError(errno.EROFS, "Read-only file system", str(path))

    with open_new(tmp_path / "r.db") as record:
        monkeypatch.setattr(Path, "replace", refuse)
        monkeypatch.setattr(Path, "unlink", refuse)
        with pytest.raises(RecordError, match="Read-only file system") as caught:
            backup_record(record, tmp_path / "copy.db")
    assert caught.value.place == str(tmp_path / "copy.db")
