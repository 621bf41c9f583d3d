"""Events by words that many reports quote are those that words find otherwise, in the same order."""

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import islice
from pathlib import Path

import pytest

from dragoman.model.codes import EventType
from dragoman.store import EventFilter, find_events, questions, quoting, search_documents
from tests.store.entries import make_entry, open_new, put_all

FIRST = date(2025, 1, 1)


@pytest.fixture
def record(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    """Forty days with a word of its own every fourth; one event told again on a later day."""
    entries = [
        make_entry(
            f"d{number:02}",
            published=FIRST + timedelta(days=number),
            verb="greeted" if number % 4 else "blamed",
            event_type="SUPPORT" if number % 3 else "ACCUSE",
            actor="PER" if number % 2 else "IRN",
        )
        for number in range(40)
    ]
    again = make_entry("again", published=FIRST + timedelta(days=30), day=FIRST, event_type="ACCUSE", verb="blamed")
    with open_new(tmp_path / "r.db") as connection:
        put_all(connection, *entries, again)
        yield connection


@pytest.mark.parametrize("batches", [(1, 1), (2, 16), (50, 800)])
@pytest.mark.parametrize("newest_first", [True, False])
@pytest.mark.parametrize("as_of", [None, FIRST + timedelta(days=21)])
@pytest.mark.parametrize("words", ["blamed", "turkey", "Iran greeted", "nobody"])
def test_common_words_find_what_others_do(
    record: sqlite3.Connection,
    monkeypatch: pytest.MonkeyPatch,
    batches: tuple[int, int],
    newest_first: bool,
    as_of: date | None,
    words: str,
) -> None:
    monkeypatch.setattr(quoting, "_FEW", batches[0])
    monkeypatch.setattr(quoting, "_MANY", batches[1])
    for types in ((), (EventType.ACCUSE,)):
        wanted = EventFilter(words=words, as_of=as_of, types=types)
        whole = list(find_events(record, wanted, newest_first=newest_first))
        assert bool(whole) is (words != "nobody")
        common = replace(wanted, are_common=True)
        assert list(find_events(record, common, newest_first=newest_first)) == whole
        some = find_events(record, common, limit=2, offset=1, newest_first=newest_first)
        assert list(some) == list(islice(whole, 1, 3))


def test_of_many_documents_with_the_same_words_those_added_last_are_ranked(
    record: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(questions, "RANKED", 3)
    assert {found.document_id for found in search_documents(record, "greeted")} == {"d37", "d38", "d39"}
    known = search_documents(record, "greeted", as_of=FIRST + timedelta(days=6))
    assert {found.document_id for found in known} == {"d03", "d05", "d06"}
