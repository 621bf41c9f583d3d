"""Answers are kept as long as they hold, and no longer."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from dragoman.store import Action, connect, keep, keeping, lend, put_review, relink, transaction
from tests.store.entries import make_entry, open_new, put_all


class Clock:
    """Goes on only when told."""

    def __init__(self) -> None:
        self.now = 100.0

    def monotonic(self) -> float:
        return self.now

    thread_time = monotonic


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(keeping, "time", clock)
    return clock


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Path]:
    keeping._kept.clear()
    with open_new(tmp_path / "r.db") as connection:
        put_all(connection, make_entry("a"))
    yield tmp_path / "r.db"
    keeping._kept.clear()


def write(record: Path) -> None:
    connection = connect(record, write=True)
    put_all(connection, make_entry("b", actor="PER", recipient="CHL"))
    connection.close()


def count(record: Path, clock: Clock, took: float = 0.0, *, may_lag: bool = False) -> int:
    def ask(connection: sqlite3.Connection) -> int:
        clock.now += took
        (events,) = connection.execute("SELECT count(*) FROM event").fetchone()
        return int(events)

    with lend(record) as connection:
        return keep(connection, "count", ask, may_lag=may_lag)


def test_a_question_is_asked_once_until_something_is_written(record: Path, clock: Clock) -> None:
    assert count(record, clock) == 1
    kept = clock.now
    assert count(record, clock, took=9) == 1 and clock.now == kept
    write(record)
    assert count(record, clock) == 2


@pytest.mark.parametrize(("took", "late"), [(0.06, 0.06 * keeping.TIMES_AS_LONG), (5.0, 60.0)])
def test_what_took_long_may_lag_where_that_is_allowed_and_not_for_long(
    record: Path, clock: Clock, took: float, late: float
) -> None:
    assert count(record, clock, took=took, may_lag=True) == 1
    write(record)
    clock.now += late - 0.1
    assert count(record, clock, may_lag=True) == 1
    clock.now += 0.2
    assert count(record, clock, may_lag=True) == 2


@pytest.mark.parametrize(("took", "may_lag"), [(9.0, False), (0.01, True)])
def test_nothing_else_lags(record: Path, clock: Clock, took: float, may_lag: bool) -> None:
    assert count(record, clock, took, may_lag=may_lag) == 1
    write(record)
    assert count(record, clock, took, may_lag=may_lag) == 2


@pytest.mark.parametrize(
    ("idle", "asked_anew"),
    [
        (50.0, True),  # its minute is about to end, and somebody wanted it in it
        (20.0, False),
        (keeping.LATELY + 1, False),
    ],
)
def test_what_may_lag_is_asked_anew_before_it_is_too_old(
    record: Path, clock: Clock, idle: float, asked_anew: bool
) -> None:
    count(record, clock, took=5, may_lag=True)
    write(record)
    clock.now += idle
    before = clock.now
    keeping.refresh()
    assert (clock.now > before) is asked_anew
    if asked_anew:
        before = clock.now
        assert count(record, clock, took=5, may_lag=True) == 2 and clock.now == before


def test_nothing_is_asked_anew_of_a_record_that_stayed_as_it_was(record: Path, clock: Clock) -> None:
    assert count(record, clock, took=5, may_lag=True) == 1
    clock.now += 50
    before = clock.now
    keeping.refresh()
    assert clock.now == before
    write(record)
    clock.now += 50  # a minute after it was right, not after it was asked
    assert count(record, clock, may_lag=True) == 1


def test_a_record_that_is_gone_is_not_asked(record: Path, clock: Clock) -> None:
    count(record, clock, took=5, may_lag=True)
    record.unlink()
    clock.now += 50
    keeping.refresh()


def test_what_rests_on_two_sides_is_kept_while_others_are_written(record: Path) -> None:
    asked: list[tuple[str, str]] = []

    def ask(one: str, other: str) -> None:
        with lend(record) as connection:
            keep(connection, "sides", lambda _: asked.append((one, other)), of=(one, other))

    ask("TUR", "IRN")
    write(record)  # of Peru and Chile
    ask("TUR", "IRN")
    assert len(asked) == 1
    connection = connect(record, write=True)
    (event_id,) = connection.execute(
        "SELECT event_id FROM event JOIN dyad ON dyad.event = event.id WHERE one = 'IRN'"
    ).fetchone()
    for number, action in enumerate((Action.CONFIRM, Action.REJECT), start=2):
        with transaction(connection):
            put_review(connection, action, [event_id], by="a", because="b")
        relink(connection)
        ask("IRN", "TUR")
        assert len(asked) == number
    connection.close()


def test_a_copy_of_a_record_is_another(record: Path, clock: Clock, tmp_path: Path) -> None:
    from dragoman.store import backup_record

    assert count(record, clock) == 1
    connection = connect(record)
    backup_record(connection, tmp_path / "copy.db")
    connection.close()
    before = clock.now
    assert count(tmp_path / "copy.db", clock, took=1) == 1 and clock.now > before


def test_few_are_kept(record: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeping, "MOST", 3)
    with lend(record) as connection:
        for number in range(9):
            assert keep(connection, number, lambda _, number=number: number) == number  # type: ignore[misc]
    assert len(keeping._kept) == 3
