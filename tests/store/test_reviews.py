"""What people say of events holds until they take it back, whatever is coded anew."""

import json
import sqlite3
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from dragoman.errors import RecordError
from dragoman.model.report import read_report
from dragoman.store import (
    Action,
    Entry,
    find_faults,
    list_reviews,
    load_event,
    put_review,
    relink,
    transaction,
    undo_review,
)
from tests.store.entries import dump_tables, list_events, make_entry, open_new, put_all

DAY = date(2025, 10, 1)
ONE, OTHER = make_entry("a", day=DAY), make_entry("b", day=DAY, publisher="The Lighthouse")
NEWER = {"name": "dragoman", "version": "2", "codebook": "plover-2.0d", "models": {}}

OFFSETS = {"start", "end", "trigger_start", "trigger_end", "start_char", "end_char"}


def id_of(entry: Entry) -> str:
    return entry.reports[0].report_id


def review(record: sqlite3.Connection, action: Action, *ids: str, **more: object) -> int:
    with transaction(record):
        number = put_review(record, action, ids, by="Ada", because="read it", **more)  # type: ignore[arg-type]
    relink(record)
    return number


def undo(record: sqlite3.Connection, number: int) -> None:
    with transaction(record):
        undo_review(record, number, by="Ada", because="a slip")
    relink(record)


def test_a_split_report_is_an_event_of_its_own_until_it_is_undone(tmp_path: Path) -> None:
    with open_new(tmp_path / "r.db") as record:
        put_all(record, ONE, OTHER)
        before = dump_tables(record)
        number = review(record, Action.SPLIT, id_of(OTHER))
        assert list_events(record) == sorted([(id_of(ONE), 1), (id_of(OTHER), 1)])
        undo(record, number)
        assert dump_tables(record) == before


def test_joined_events_are_one_until_it_is_undone(tmp_path: Path) -> None:
    with open_new(tmp_path / "r.db") as record:
        third = make_entry("c", actor="PER", recipient="CHL", published=date(2025, 10, 9))
        put_all(record, ONE, OTHER, third)
        before = dump_tables(record)
        assert len(list_events(record)) == 2
        number = review(record, Action.JOIN, id_of(third), id_of(OTHER))
        assert [reports for _, reports in list_events(record)] == [3]
        assert list(find_faults(record)) == []
        undo(record, number)
        assert dump_tables(record) == before


def test_a_chain_of_joins_holds_where_its_middle_stays(tmp_path: Path) -> None:
    with open_new(tmp_path / "r.db") as record:
        third = make_entry("c", actor="PER", recipient="CHL", published=date(2025, 10, 9))
        fourth = make_entry("d", actor="CHL", recipient="PER", published=date(2025, 11, 9))
        put_all(record, ONE, third, fourth)
        first = review(record, Action.JOIN, id_of(ONE), id_of(third))
        review(record, Action.JOIN, id_of(third), id_of(fourth))
        assert list_events(record)[0][1] == 3
        undo(record, first)
        assert sorted(reports for _, reports in list_events(record)) == [1, 2]


def test_an_event_does_not_bear_the_id_of_a_joined_report_that_has_gone(tmp_path: Path) -> None:
    with open_new(tmp_path / "r.db") as record:
        month = make_entry("m", day=date(2025, 9, 1), last=date(2025, 9, 30), published=date(2025, 9, 30))
        put_all(record, ONE, month)
        review(record, Action.JOIN, id_of(ONE), id_of(month))
        assert list_events(record) == [(id_of(month), 2)]
        put_all(record, replace(month, text="Nothing happened.", reports=[], marks=[]))
        assert list_events(record) == [(id_of(ONE), 1)]


def test_a_field_set_by_a_person_is_that_of_the_event(tmp_path: Path) -> None:
    with open_new(tmp_path / "r.db") as record:
        put_all(record, ONE)
        number = review(record, Action.SET, id_of(ONE), set_field="recipients", value="OMN")
        event = load_event(record, id_of(ONE))
        assert event is not None and [side["code"] for side in event["recipients"]] == ["OMN"]
        assert event["corrected"] == ["recipients"]
        assert [tuple(r) for r in record.execute("SELECT one, other FROM dyad")] == [("IRN", "OMN")]
        undo(record, number)
        event = load_event(record, id_of(ONE))
        assert event is not None and [side["code"] for side in event["recipients"]] == ["TUR"]


def test_the_last_of_confirmations_and_rejections_counts(tmp_path: Path) -> None:
    with open_new(tmp_path / "r.db") as record:
        put_all(record, ONE)
        review(record, Action.REJECT, id_of(ONE))
        assert record.execute("SELECT is_rejected FROM event").fetchone()[0] == 1
        review(record, Action.CONFIRM, id_of(ONE))
        assert record.execute("SELECT is_rejected FROM event").fetchone()[0] == 0


def test_reviews_find_their_report_again_after_recoding(tmp_path: Path) -> None:
    with open_new(tmp_path / "r.db") as record:
        put_all(record, ONE)
        review(record, Action.SET, id_of(ONE), set_field="recipients", value="OMN")
        recoded = make_entry("a", day=DAY, stamp=NEWER, event_type="AGREE")
        put_all(record, recoded)
        event = load_event(record, id_of(recoded))
        assert event is not None and [side["code"] for side in event["recipients"]] == ["OMN"]
        assert len(list_events(record)) == 1


def move(entry: Entry, before: str) -> Entry:
    """The document with words before its text, coded alike."""
    body = json.loads(json.dumps(entry.reports[0].body))
    for span in (body["evidence"], *body["actors"], *body["recipients"], body["date"]):
        span |= {k: v + len(before) for k, v in span.items() if k in OFFSETS and isinstance(v, int)}
    report = read_report(body | {"event_id": "ev_moved"})
    return replace(entry, text=f"{before}{entry.text}", reports=[report], marks=[])


def test_reviews_follow_their_words_into_a_changed_text(tmp_path: Path) -> None:
    with open_new(tmp_path / "r.db") as record:
        put_all(record, ONE)
        review(record, Action.REJECT, id_of(ONE))
        put_all(record, move(ONE, "Peru. "))
        assert list_reviews(record)[0].present == ("ev_moved",)


def test_reviews_do_not_fall_on_other_words_that_stand_there_now(tmp_path: Path) -> None:
    with open_new(tmp_path / "r.db") as record:
        put_all(record, ONE)
        review(record, Action.REJECT, id_of(ONE))
        put_all(record, make_entry("a", day=DAY, verb="shelled", event_type="ASSAULT"))
        assert list_reviews(record)[0].present == ()


def test_a_reviewed_report_that_is_no_longer_coded_is_kept(tmp_path: Path) -> None:
    with open_new(tmp_path / "r.db") as record:
        put_all(record, ONE)
        review(record, Action.CONFIRM, id_of(ONE))
        empty = Entry(
            document_id="a", published=ONE.published, publisher=ONE.publisher, url="", title="", text=ONE.text,
            stamp=NEWER, reports=[],
        )  # fmt: skip
        assert put_all(record, empty) == ["recoded"]
        assert list_events(record) == [(id_of(ONE), 1)]
        assert put_all(record, empty) == ["unchanged"]
        assert list(find_faults(record)) == []


def test_the_history_is_told_and_never_changed(tmp_path: Path) -> None:
    with open_new(tmp_path / "r.db") as record:
        put_all(record, ONE, OTHER)
        number = review(record, Action.CONFIRM, id_of(OTHER))
        undo(record, number)
        history = list_reviews(record, id_of(ONE))
        assert [(r.action, r.is_undone) for r in history] == [(Action.CONFIRM, True), (Action.UNDO, False)]
        assert list_reviews(record) == history
        for statement in ("UPDATE review SET by = 'x'", "DELETE FROM review"):
            with pytest.raises(sqlite3.IntegrityError, match="only added"):
                record.execute(statement)


@pytest.mark.parametrize("number", [1, 2, 9])
def test_only_a_review_that_holds_can_be_undone(tmp_path: Path, number: int) -> None:
    with open_new(tmp_path / "r.db") as record:
        put_all(record, ONE)
        undo(record, review(record, Action.CONFIRM, id_of(ONE)))
        with pytest.raises(RecordError, match=r"no review|undone before"):
            undo(record, number)


def test_a_review_of_nothing_is_refused(tmp_path: Path) -> None:
    with open_new(tmp_path / "r.db") as record, pytest.raises(RecordError, match="no event or report is called ev_0"):
        review(record, Action.CONFIRM, "ev_0")
