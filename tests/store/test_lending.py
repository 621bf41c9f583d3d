"""Connections that are lent are good ones, whatever became of the record meanwhile."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from dragoman.errors import RecordError
from dragoman.store import create_record, lend, read_revision
from dragoman.store.lending import MOST_IDLE, close_idle
from tests.store.entries import make_entry, open_new, put_all

COUNT = "SELECT count(*) FROM event"


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Path]:
    close_idle()
    path = tmp_path / "r.db"
    with open_new(path) as connection:
        put_all(connection, make_entry("a"))
    yield path
    close_idle()


def count(path: Path) -> int:
    with lend(path) as connection:
        return int(connection.execute(COUNT).fetchone()[0])


def test_a_connection_is_lent_again_also_to_another_thread(record: Path) -> None:
    lent: list[int] = []

    def borrow() -> None:
        with lend(record) as connection:
            lent.append(id(connection))

    borrow()
    thread = threading.Thread(target=borrow)
    thread.start()
    thread.join()
    assert len(lent) == 2 and len(set(lent)) == 1


def test_within_a_loan_all_is_as_at_the_first_question_and_the_next_sees_more(record: Path) -> None:
    from dragoman.store import connect

    with lend(record) as connection:
        before = read_revision(connection)
        writer = connect(record, write=True)
        put_all(writer, make_entry("b", actor="PER", recipient="CHL"))
        writer.close()
        assert connection.execute(COUNT).fetchone()[0] == 1
        assert read_revision(connection) == before
    assert count(record) == 2
    with lend(record) as connection:
        assert read_revision(connection) != before


def test_another_file_in_its_place_is_another_record(record: Path, tmp_path: Path) -> None:
    assert count(record) == 1
    other = tmp_path / "other.db"
    create_record(other)
    for ending in ("-wal", "-shm"):
        record.with_name(record.name + ending).unlink(missing_ok=True)
    other.replace(record)
    assert count(record) == 0
    record.unlink()
    with pytest.raises(RecordError, match="no such record"), lend(record):
        pass


def test_a_connection_on_which_something_failed_is_not_lent_again(record: Path) -> None:
    with pytest.raises(ZeroDivisionError), lend(record) as first:
        raise ZeroDivisionError
    with lend(record) as second:
        assert second is not first


def test_few_wait(record: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from contextlib import ExitStack

    from dragoman.store import lending

    with ExitStack() as stack:
        for _ in range(MOST_IDLE + 3):
            stack.enter_context(lend(record))
    assert len(lending._idle) == MOST_IDLE
