"""A record at a glance, and what the desk asks besides."""

from datetime import date
from pathlib import Path

import pytest

from dragoman.errors import NotInRecordError
from dragoman.store import Action
from dragoman.tasks.documents import tell_document
from dragoman.tasks.opening import load_named, open_record, open_snapshot
from dragoman.tasks.overview import MONTHS, look_over
from dragoman.tasks.promises import RECENT, page_commitments
from dragoman.tasks.reviewable import find_neighbours, list_choices, tell_reviewable
from dragoman.tasks.reviewing import review_event
from tests.store.entries import make_entry, open_new, put_all
from tests.tasks.records import CLAIM, ELSEWHERE, FIRST, INVITATION, SECOND, id_of, make_record


@pytest.fixture
def record(tmp_path: Path) -> Path:
    return make_record(tmp_path / "record.db")


def test_it_is_told_what_the_record_holds(record: Path) -> None:
    with open_record(record) as connection:
        held = look_over(connection, date(2025, 12, 1))["holdings"]
    assert held == {
        "documents": 6, "publishers": 2, "published_first": "2024-06-01", "published_last": "2025-10-20", "events": 5,
        "rejected": 0, "reviews": 0, "first": "2024-06-01", "last": "2025-10-20",
    }  # fmt: skip


def test_relations_are_compared_over_the_last_months_on_record(record: Path) -> None:
    with open_record(record) as connection:
        told = look_over(connection, date(2030, 1, 1))
    assert (len(told["months"]), told["months"][-1]) == (MONTHS, "2025-10")
    assert [[side["code"] for side in r["sides"]] for r in told["relations"]] == [["IRN", "TUR"], ["CHL", "PER"]]
    first = told["relations"][0]
    assert first["events"] == 4 == sum(m["cooperation"] + m["conflict"] for m in first["months"])
    assert first["months"][-1] == {"month": "2025-10", "cooperation": 2, "conflict": 1}


def test_what_is_announced_for_years_to_come_does_not_empty_the_comparison(tmp_path: Path) -> None:
    with open_new(tmp_path / "far.db") as connection:
        put_all(connection, FIRST, make_entry("far", day=date(2060, 1, 1), published=date(2025, 10, 2)))
        assert look_over(connection, date(2025, 12, 1))["months"][-1] == "2025-10"


def test_the_latest_published_come_first_and_rejected_ones_not_at_all(record: Path) -> None:
    review_event(record, id_of(ELSEWHERE), Action.REJECT, by="Ada", because="a film")
    with open_record(record) as connection:
        told = look_over(connection, date(2025, 12, 1))
    assert [line["event_id"] for line in told["newest"]][:2] == [id_of(CLAIM), id_of(INVITATION)]
    assert told["holdings"]["rejected"] == 1 and told["holdings"]["events"] == 4
    assert [[side["code"] for side in r["sides"]] for r in told["relations"]] == [["IRN", "TUR"]]


def test_open_commitments_that_name_a_day_come_before_others(tmp_path: Path) -> None:
    due = {"start": "2025-12-01", "end": "2025-12-01", "timex": "in December"}
    planned = {"event_type": "CONSULT", "mode": "visit", "date": due}
    dated = make_entry("dated", verb="invited", event_type="AGREE", published=date(2025, 1, 3), planned=planned)
    with open_new(tmp_path / "due.db") as connection:
        put_all(connection, INVITATION, dated)
        told = look_over(connection, date(2025, 11, 1))
    assert [c["commitment_id"] for c in told["promises"]] == [id_of(dated), id_of(INVITATION)]
    assert (told["dated"], told["open"]) == (1, 2)


def test_an_empty_record_is_told_as_such(tmp_path: Path) -> None:
    with open_new(tmp_path / "empty.db") as connection:
        told = look_over(connection, date(2025, 12, 1))
    assert (told["months"], told["relations"], told["newest"], told["promises"]) == ([], [], [], [])


def test_commitments_come_page_by_page_the_latest_first(record: Path) -> None:
    with open_record(record) as connection:
        whole = page_commitments(connection)
        assert (whole["latest"], page_commitments(connection, ("IRN", "TUR"))["latest"]) == (RECENT, None)
        past = page_commitments(connection, offset=5)
    assert [c["commitment_id"] for c in whole["commitments"]] == [id_of(INVITATION)]
    assert (past["total"], past["commitments"]) == (1, [])


def test_a_document_has_its_marks_and_the_words_that_tell_events(record: Path) -> None:
    with open_record(record) as connection:
        told = tell_document(connection, "b")
        with pytest.raises(NotInRecordError):
            tell_document(connection, "none")
    actor, trigger = told["marks"]
    assert (actor["mark"], actor["start"], actor["end"], actor["code"]) == ("actor", 0, 4, "IRN")
    assert told["text"][trigger["start"] : trigger["end"]] == "thanked"
    assert trigger["event_id"] == told["events"][0]["event_id"] and trigger["report_id"] == id_of(SECOND)


def test_neighbours_are_of_one_type_and_sides_and_near_in_time(tmp_path: Path) -> None:
    days = [date(2025, 10, 1), date(2025, 10, 6), date(2025, 10, 30)]
    near = [
        make_entry(f"n{k}", day=day, published=day, verb=("thanked", "praised")[k % 2]) for k, day in enumerate(days)
    ]
    with open_new(tmp_path / "near.db") as connection:
        put_all(connection, *near, make_entry("o", recipient="OMN", day=days[0]))
        told = tell_reviewable(connection, id_of(near[0]))
        assert [line["event_id"] for line in told["neighbours"]] == [id_of(near[1])]
        assert find_neighbours(connection, told["event"] | {"date": None}) == []
        edge = {**told["event"], "date": {"start": "0001-01-01", "end": "9999-12-31"}}
        assert len(find_neighbours(connection, edge)) == 2


def test_choices_are_those_of_the_codebook_for_the_type(record: Path) -> None:
    with open_record(record) as connection:
        choices = list_choices(load_named(connection, id_of(CLAIM)))
    assert "aerial" in (choices["mode"] or []) and "visit" not in (choices["mode"] or [])
    assert choices["date"] is None and "claimed" in (choices["status"] or [])


def test_a_snapshot_stays_as_it_was(record: Path) -> None:
    with open_snapshot(record) as connection:
        assert not load_named(connection, id_of(CLAIM))["confirmed"]
        review_event(record, id_of(CLAIM), Action.CONFIRM, by="Ada", because="so")
        assert not load_named(connection, id_of(CLAIM))["confirmed"]
    with open_snapshot(record) as connection:
        assert load_named(connection, id_of(CLAIM))["confirmed"]
