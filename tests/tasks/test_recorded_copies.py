"""Copies across runs: what a record holds is not coded again, in whatever order documents come."""

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

from dragoman.config import CoderConfig
from dragoman.documents import Sourced
from dragoman.export import CoderStamp
from dragoman.store import Change, connect
from dragoman.tasks import Copies, DocumentCoder, Filling, add_documents, check_record, import_events, init_record
from dragoman.tasks.documents import tell_document
from tests.tasks.fakes import WordCoder, make_word_coder
from tests.tasks.test_copies import OTHER, TEXT, read, run

FIRST, SHORT, NEXT, STRANGE = read(1, TEXT), read(2, TEXT.partition("– ")[2]), read(3, TEXT, day=4), read(4, OTHER)
LATE = read(5, TEXT, day=9)


def make_newer_coder(config: CoderConfig) -> tuple[DocumentCoder, CoderStamp]:
    return WordCoder(config), CoderStamp(version="1", codebook="fake")


@pytest.fixture
def record(tmp_path: Path) -> Path:
    init_record(tmp_path / "r.db")
    return tmp_path / "r.db"


def add(record: Path, *items: Sourced, **options: Any) -> Filling:
    return add_documents(record, items, CoderConfig(), **{"maker": make_word_coder, **options})


def list_copies(record: Path) -> dict[str, str]:
    with closing(sqlite3.connect(record)) as connection:
        rows = connection.execute(
            "SELECT document_id, original_id FROM copy JOIN document ON document.id = document WHERE is_current = 1"
        )
        return dict(rows.fetchall())


def list_reports(record: Path) -> list[tuple[str, str]]:
    with closing(sqlite3.connect(record)) as connection:
        return sorted(connection.execute("SELECT report_id, body FROM report"))


def test_a_copy_is_found_in_a_later_run(record: Path) -> None:
    assert add(record, FIRST, STRANGE).copies == 0
    filling = add(record, SHORT, NEXT, LATE)
    assert (filling.copies, filling.reports) == (2, 6)
    assert list_copies(record) == {"d2": "d1", "d3": "d1"}  # one published a week later is none
    assert check_record(record) == []
    with closing(connect(record)) as connection:
        assert tell_document(connection, "d2")["copy_of"] == "d1"
        assert tell_document(connection, "d1")["copies"] == ["d2", "d3"]


@pytest.mark.parametrize("order", list(permutations((FIRST, SHORT, NEXT))))
def test_adding_again_changes_nothing_in_whatever_order(record: Path, order: Sequence[Sourced]) -> None:
    add(record, FIRST, SHORT, NEXT)
    before = list_reports(record)
    for items in (order, order[:1], order[1:]):
        assert add(record, *items).changes[Change.UNCHANGED] == len(items)
    assert list_reports(record) == before


@pytest.mark.parametrize("order", list(permutations((FIRST, SHORT, NEXT))))
def test_any_order_of_adding_tells_all_and_is_sound(record: Path, order: Sequence[Sourced]) -> None:
    for item in order:
        add(record, item)
    assert len(list_reports(record)) == 6
    assert check_record(record) == []


def test_a_newer_coder_tells_copies_anew_with_their_original(record: Path) -> None:
    add(record, FIRST, SHORT)
    filling = add(record, SHORT, FIRST, maker=make_newer_coder)
    assert (filling.changes[Change.UNCHANGED], filling.changes[Change.RECODED]) == (1, 1)
    assert all('"version":"1"' in body.replace(" ", "") for _, body in list_reports(record))
    assert list_copies(record) == {"d2": "d1"}
    assert check_record(record) == []


def test_a_changed_original_loses_no_copy(record: Path) -> None:
    add(record, FIRST, SHORT)
    changed = replace(FIRST, document=replace(FIRST.document, text=OTHER))
    add(record, changed)
    assert len(list_reports(record)) == 3
    assert check_record(record) == []
    assert add(record, SHORT).copies == 0  # it is nobody's copy now, and coded itself
    assert add(record, FIRST).copies == 1  # the text that came back repeats it in its turn
    assert list_copies(record) == {"d1": "d2"}
    assert check_record(record) == []


def test_a_changed_copy_is_looked_at_anew(record: Path) -> None:
    add(record, FIRST, SHORT)
    changed = replace(SHORT, document=replace(SHORT.document, text=OTHER))
    assert add(record, changed).copies == 0
    assert list_copies(record) == {}
    assert add(record, STRANGE).copies == 1
    assert check_record(record) == []


def test_a_record_of_an_earlier_version_knows_its_documents(record: Path) -> None:
    add(record, FIRST, with_copies=False)  # it has no sketch then
    assert add(record, SHORT).copies == 1


def test_whoever_wants_no_copies_codes_each(record: Path) -> None:
    add(record, FIRST, SHORT)
    assert add(record, SHORT, with_copies=False).changes[Change.RECODED] == 1
    assert list_copies(record) == {}
    assert check_record(record) == []


def test_days_at_the_end_of_the_calendar_are_no_fault(record: Path) -> None:
    last = replace(FIRST, document=replace(FIRST.document, published=FIRST.document.published.max))
    assert add(record, last).documents == 1


def test_imported_copies_are_known_and_documents_that_come_later_take_their_place(record: Path) -> None:
    run(record.parent, [FIRST, SHORT, NEXT], Copies())
    with (record.parent / "out.jsonl").open("rb") as events:
        assert import_events(record, events, "out.jsonl").copies == 2
    copies = {"d2": "d1", "d3": "d1"}
    assert list_copies(record) == copies
    with closing(connect(record)) as connection:
        assert tell_document(connection, "d1")["copies"] == ["d2", "d3"]
    assert add(record, FIRST, maker=make_newer_coder).changes[Change.RECODED] == 1
    assert add(record, SHORT).copies == 1
    assert list_copies(record) == copies
    assert len(list_reports(record)) == 6
    assert check_record(record) == []
