"""What stood in feeds is kept: each entry once, until it is settled."""

import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from dragoman.store import (
    FeedState,
    Outcome,
    SeenEntry,
    add_feeds,
    find_next_waiting,
    list_waiting,
    load_feeds,
    postpone_entry,
    put_look,
    read_revision,
    settle_entry,
)
from tests.store.entries import open_new

URL, OTHER = "https://harbour.example/feed", "https://wire.example/feed"
NOON = datetime(2025, 10, 9, 12, tzinfo=UTC)


@pytest.fixture
def record(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    with open_new(tmp_path / "r.db") as connection:
        add_feeds(connection, [URL, OTHER])
        yield connection


def entry(number: int, *, keys: tuple[str, ...] = (), words: str = "words", left_out: str = "") -> SeenEntry:
    keys = keys or (f"guid {number}", f"link {number}")
    return SeenEntry(keys=keys, document_id=f"d{number}", fingerprint=words, body={"text": words}, left_out=left_out)


def look(record: sqlite3.Connection, *entries: SeenEntry, url: str = URL) -> int:
    return put_look(record, url, entries, lambda new: FeedState(url=url, new=new)).new


def waiting(record: sqlite3.Connection, now: datetime = NOON) -> dict[str, str]:
    return {found.document_id: found.body["text"] for found in list_waiting(record, now, limit=10)}


def test_all_of_a_state_comes_back(record: sqlite3.Connection) -> None:
    state = FeedState(
        url=URL, name="The Harbour Post", etag='"1"', modified="then", interval=600.5, suggested=900.0, tried=NOON,
        good=NOON, due=NOON + timedelta(hours=1), failures=2, fault="HTTP 500", entries=7, new=3,
    )  # fmt: skip
    put_look(record, URL, [], lambda _: state)
    assert load_feeds(record) == [state, FeedState(url=OTHER)]


def test_an_entry_waits_until_it_is_settled(record: sqlite3.Connection) -> None:
    assert look(record, entry(1), entry(2), entry(3, left_out="in French")) == 3
    assert waiting(record) == {"d1": "words", "d2": "words"}
    settle_entry(record, "d1", Outcome.CODED)
    settle_entry(record, "d2", Outcome.REJECTED, "it is empty")
    assert waiting(record) == {} and find_next_waiting(record) is None
    assert load_feeds(record)[0].outcomes == {Outcome.CODED: 1, Outcome.REJECTED: 1, Outcome.LEFT_OUT: 1}


@pytest.mark.parametrize("keys", [("guid 1",), ("link 1",), ("guid 1", "another"), ("another", "link 1")])
def test_any_key_makes_it_the_same_entry_which_is_known_by_all_of_them_then(
    record: sqlite3.Connection, keys: tuple[str, ...]
) -> None:
    look(record, entry(1))
    assert look(record, entry(2, keys=keys)) == 0
    assert look(record, entry(3, keys=(keys[0], "third"))) == 0
    assert look(record, entry(4, keys=("third",))) == 0


def test_changed_words_are_to_be_coded_anew_where_the_same_feed_has_them(record: sqlite3.Connection) -> None:
    look(record, entry(1))
    settle_entry(record, "d1", Outcome.CODED)
    look(record, entry(1, words="other words"), url=OTHER)
    assert waiting(record) == {}
    look(record, entry(1, words="other words"))
    assert waiting(record) == {"d1": "other words"}


def test_what_is_postponed_waits_for_its_time(record: sqlite3.Connection) -> None:
    look(record, entry(1))
    postpone_entry(record, "d1", NOON + timedelta(hours=1))
    assert waiting(record) == {} and find_next_waiting(record) == NOON + timedelta(hours=1)
    (found,) = list_waiting(record, NOON + timedelta(hours=2), limit=10)
    assert (found.tries, found.feed) == (1, URL)


def test_a_look_that_cannot_be_noted_leaves_no_trace(record: sqlite3.Connection) -> None:
    with pytest.raises(ZeroDivisionError):
        put_look(record, URL, [entry(1)], lambda _: FeedState(url=str(1 // 0)))
    assert waiting(record) == {} and look(record, entry(1)) == 1


def test_answers_to_questions_hold_while_feeds_are_looked_at(record: sqlite3.Connection) -> None:
    before = read_revision(record)
    look(record, entry(1))
    assert read_revision(record) == before
