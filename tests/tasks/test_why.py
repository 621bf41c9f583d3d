"""What stands behind an event."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from dragoman.errors import RecordError
from dragoman.store import Action
from dragoman.tasks.opening import open_record
from dragoman.tasks.reviewing import review_event
from dragoman.tasks.why import explain_event
from tests.store.entries import make_entry, open_new, put_all
from tests.tasks.records import EXPLAINED, FIRST, SECOND, id_of, make_record


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return make_record(tmp_path / "r.db")


def ask(path: Path, event_id: str, as_of: date | None = None) -> dict[str, Any]:
    with open_record(path) as record:
        why = explain_event(record, event_id, as_of=as_of)
    assert json.loads(json.dumps(why)) == why
    return why


def fields_of(why: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {field["field"]: field for field in why["fields"]}


def test_each_field_has_its_words_rule_and_score(path: Path) -> None:
    fields = fields_of(ask(path, id_of(FIRST), as_of=date(2025, 10, 5)))
    assert list(fields) == ["event_type", "date", "place"]
    assert (fields["event_type"]["value"], fields["event_type"]["words"]) == ("SUPPORT", "thanked")
    assert (fields["event_type"]["rule"], fields["event_type"]["score"]) == ("model:trigger", 0.9)
    assert (fields["place"]["value"], fields["place"]["reason"]) == (None, "no place is named")


def test_every_report_stands_there_with_the_reason_why_it_was_joined(path: Path) -> None:
    why = ask(path, id_of(SECOND))
    assert [r["report_id"] for r in why["reports"]] == [id_of(FIRST), id_of(SECOND)]
    assert [r["publisher"] for r in why["reports"]] == ["The Harbour Post", "The Lighthouse"]
    (joint,) = why["joined"]
    assert {joint["report_id"], joint["other_id"]} == {id_of(FIRST), id_of(SECOND)}
    assert all(part["reason"] for part in joint["parts"])


def test_a_field_set_by_a_person_says_so_and_why(path: Path) -> None:
    review_event(path, id_of(FIRST), Action.SET, by="Ada", because="it was Tuesday", field="date", value="2025-09-30")
    why = ask(path, id_of(FIRST))
    field = fields_of(why)["date"]
    assert (field["value"], field["rule"], field["reason"], field["review"]) == (
        "2025-09-30", "review", "it was Tuesday", 1,
    )  # fmt: skip
    assert [(r["action"], r["by"], r["undone"]) for r in why["reviews"]] == [("set", "Ada", False)]


def test_before_anything_was_published_there_is_no_event(path: Path) -> None:
    with open_record(path) as record, pytest.raises(RecordError, match="The first is of 2025-10-02"):
        explain_event(record, id_of(FIRST), as_of=date(2025, 10, 1))


def test_an_event_without_its_text_still_shows_the_words_it_holds(tmp_path: Path) -> None:
    bare = make_entry("x", text=None, explanation=EXPLAINED)
    with open_new(tmp_path / "bare.db") as record:
        put_all(record, bare)
        why = explain_event(record, id_of(bare))
    assert fields_of(why)["event_type"]["words"] == "thanked"


def test_a_review_from_outside_a_listed_field_is_told_too(path: Path) -> None:
    review_event(path, id_of(FIRST), Action.SET, by="Ada", because="in uniform", field="contexts", value="military")
    assert fields_of(ask(path, id_of(FIRST)))["contexts"]["value"] == "military"
