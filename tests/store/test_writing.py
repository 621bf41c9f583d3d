"""What is put into a record stays as it was, once."""

from datetime import date
from pathlib import Path

import pytest

from dragoman.errors import InputError
from dragoman.store import append_reports, find_faults, load_event, put_entry, transaction
from tests.store.entries import dump_tables, list_events, make_entry, open_new, put_all

NEWER = {"name": "dragoman", "version": "2", "codebook": "plover-2.0d", "models": {}}


def test_the_same_document_again_changes_nothing(tmp_path: Path) -> None:
    with open_new(tmp_path / "r.db") as record:
        assert put_all(record, make_entry("a")) == ["added"]
        before = dump_tables(record)
        assert put_all(record, make_entry("a")) == ["unchanged"]
        assert dump_tables(record) == before


def test_a_changed_text_is_a_new_version_and_the_old_is_kept(tmp_path: Path) -> None:
    with open_new(tmp_path / "r.db") as record:
        first, second = make_entry("a"), make_entry("a", verb="praised")
        assert put_all(record, first, second) == ["added", "new version"]
        rows = record.execute("SELECT version, is_current, text FROM document ORDER BY version").fetchall()
        assert [tuple(row) for row in rows] == [(1, 0, "Iran thanked Turkey."), (2, 1, "Iran praised Turkey.")]
        assert list_events(record) == [(second.reports[0].report_id, 1)]


def test_a_text_that_comes_back_is_the_current_one_again(tmp_path: Path) -> None:
    with open_new(tmp_path / "r.db") as record:
        first, second = make_entry("a"), make_entry("a", verb="praised")
        put_all(record, first, second, first)
        rows = record.execute("SELECT version, is_current FROM document ORDER BY version").fetchall()
        assert [tuple(row) for row in rows] == [(1, 1), (2, 0)]
        assert list_events(record) == [(first.reports[0].report_id, 1)]
        assert list(find_faults(record)) == []


def test_another_coder_replaces_the_coding(tmp_path: Path) -> None:
    with open_new(tmp_path / "r.db") as record:
        recoded = make_entry("a", stamp=NEWER, event_type="AGREE")
        assert put_all(record, make_entry("a"), recoded) == ["added", "recoded"]
        assert list_events(record) == [(recoded.reports[0].report_id, 1)]
        assert record.execute("SELECT count(*) FROM coding").fetchone()[0] == 1


def test_a_document_takes_the_place_of_what_was_imported_of_it(tmp_path: Path) -> None:
    with open_new(tmp_path / "r.db") as record:
        given = make_entry("a")
        assert put_all(record, make_entry("a", text=None), given, given) == ["added", "recoded", "unchanged"]
        assert record.execute("SELECT text FROM document").fetchall()[0][0] == "Iran thanked Turkey."
        assert record.execute("SELECT count(*) FROM mention").fetchone()[0] == len(given.marks) == 1
        assert list(find_faults(record)) == []


def test_imported_events_must_quote_the_text_that_the_record_has(tmp_path: Path) -> None:
    with open_new(tmp_path / "r.db") as record:
        put_all(record, make_entry("a"))
        other = make_entry("a", text=None, verb="praised")
        with (
            pytest.raises(InputError, match=r"do not stand where it says \(0 to 20 of the text\)"),
            transaction(record),
        ):
            put_entry(record, other)
        assert list_events(record) == [(make_entry("a").reports[0].report_id, 1)]


def test_further_events_of_an_imported_document_are_added_once(tmp_path: Path) -> None:
    with open_new(tmp_path / "r.db") as record:
        first, more = make_entry("a", text=None), make_entry("a", text=None, event_type="AGREE", verb="praised")
        put_all(record, first)
        for _ in range(2):
            with transaction(record):
                append_reports(record, "a", [*first.reports, *more.reports])
        assert record.execute("SELECT count(*) FROM report").fetchone()[0] == 2


def test_half_a_surrogate_pair_is_refused_with_its_place(tmp_path: Path) -> None:
    with (
        open_new(tmp_path / "r.db") as record,
        pytest.raises(InputError, match="character 4 is half of a surrogate pair"),
        transaction(record),
    ):
        put_entry(record, make_entry("a", text="Iran\ud800 thanked Turkey."))


def test_reports_of_one_day_and_deed_are_one_event_found_by_each_id(tmp_path: Path) -> None:
    with open_new(tmp_path / "r.db") as record:
        day = date(2025, 10, 1)
        one, other = make_entry("a", day=day), make_entry("b", day=day, publisher="The Lighthouse")
        put_all(record, one, other)
        (event,) = list_events(record)
        assert event[1] == 2
        for entry in (one, other):
            found = load_event(record, entry.reports[0].report_id)
            assert found is not None and found["event_id"] == event[0]


def test_an_event_goes_with_its_last_report(tmp_path: Path) -> None:
    with open_new(tmp_path / "r.db") as record:
        day = date(2025, 10, 1)
        one, other = make_entry("a", day=day), make_entry("b", day=day)
        put_all(record, one, other, make_entry("a", actor="PER", recipient="CHL"))
        events = list_events(record)
        assert (other.reports[0].report_id, 1) in events and len(events) == 2
        assert record.execute("SELECT count(*) FROM side").fetchone()[0] == 4
        assert list(find_faults(record)) == []


def test_unknown_ids_name_no_event(tmp_path: Path) -> None:
    with open_new(tmp_path / "r.db") as record:
        assert load_event(record, "ev_0") is None
