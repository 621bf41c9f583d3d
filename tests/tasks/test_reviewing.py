"""Reviewing events, and making gold of it."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from dragoman.errors import InputError, RecordError
from dragoman.model.report import read_report
from dragoman.store import Action, EventFilter, list_reviews
from dragoman.tasks import check_record, evaluate_files
from dragoman.tasks.gold import export_gold
from dragoman.tasks.listing import list_events
from dragoman.tasks.opening import load_named, open_record
from dragoman.tasks.reviewing import read_reviews, review_event, take_back
from tests.store.entries import make_body, make_entry, open_new, put_all
from tests.tasks.records import CLAIM, FIRST, INVITATION, OLD, SECOND, id_of, make_record


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return make_record(tmp_path / "r.db")


def say(path: Path, event_id: str, action: Action, **more: Any) -> dict[str, Any]:
    told: dict[str, Any] = review_event(path, event_id, action, by="Ada", because="read it", **more)
    return told


def set_field(path: Path, event_id: str, field: str, value: str) -> dict[str, Any]:
    event: dict[str, Any] = say(path, event_id, Action.SET, field=field, value=value)["event"]
    return event


def load(path: Path, event_id: str) -> dict[str, Any]:
    with open_record(path) as record:
        return load_named(record, event_id)


@pytest.mark.parametrize(
    ("field", "given", "stored"),
    [
        ("event_type", "consult", "CONSULT"),
        ("mode", "null", None),
        ("contexts", "military, economic", ["military", "economic"]),
        ("actors", "OMN IGO:UN", ["OMN", "IGO:UN"]),
        ("recipients", "Saudi Arabia, iran", ["SAU", "IRN"]),
        ("recipients", '[{"code": "PER", "country": "PER", "sectors": [], "name": null, "office": null}]', ["PER"]),
        ("actors", '[{"code": "per"}, "Oman"]', ["PER", "OMN"]),
        ("actors", '{"code": "PER"}', ["PER"]),
        ("contexts", '["Military"]', ["military"]),
        ("status", "Planned", "planned"),
        ("reciprocal", "yes", True),
        ("date", "2025-09-30", "2025-09-30"),
        ("recipients", "null", []),
        ("contexts", "null", []),
        ("reciprocal", "No", False),
        ("date", "none", None),
        ("place", "Van, Turkey", "Van"),
        ("place", "oman", "OMN"),
        ("attribution", "Peru", "PER"),
        ("attribution", '{"speaker": {"code": "PER"}}', "PER"),
        ("place", '{"name": "Van", "country": "TUR", "latitude": 38.5, "longitude": 43.4}', "Van"),
        ("planned", "CONSULT", "CONSULT"),
        ("planned", '{"event_type": "consult", "mode": "visit"}', "CONSULT"),
        ("planned", '{"event_type": "CONSULT", "date": "2025-11-01"}', "CONSULT"),
    ],
)
def test_a_field_is_set_as_people_write_it(path: Path, field: str, given: str, stored: object) -> None:
    set_field(path, id_of(FIRST), field, given)
    value: Any = load(path, id_of(FIRST))[field]
    if field in ("actors", "recipients"):
        value = [side["code"] for side in value]
    elif isinstance(value, dict):
        told = {"date": "start", "place": "name", "planned": "event_type"}
        value = value["speaker"]["code"] if field == "attribution" else value[told[field]]
    assert value == stored
    assert check_record(path) == []
    with open_record(path) as record:
        assert list_events(record, EventFilter())["total"] == 5


@pytest.mark.parametrize(
    ("field", "given", "fault"),
    [
        ("colour", "red", "cannot be set"),
        ("event_type", "FIGHTT", "event_type cannot be"),
        ("mode", "visitt", "mode cannot be"),
        ("contexts", "military weather", "contexts cannot be"),
        ("actors", "Narnia", "no state or organisation"),
        ("actors", "{", "not JSON"),
        ("actors", "[1]", "actors cannot be"),
        ("actors", '["foo"]', "no state or organisation"),
        ("actors", '[{"name": "Ana Vega"}]', "actors cannot be"),
        ("actors", '[{"code": "PER", "sectors": "GOV"}]', "sectors is 'GOV', not a list"),
        ("contexts", '["weather"]', "contexts cannot be"),
        ("mode", '["visit"]', "mode cannot be"),
        ("place", '{"country": "TUR"}', "place cannot be"),
        ("place", '{"name": "Van", "country": 5}', "country is 5, not text"),
        ("attribution", '{"speaker": "PER"}', "attribution cannot be"),
        ("attribution", '{"speaker": {"code": "ZZZ"}}', "no state or organisation"),
        ("place", '{"name": "Nowhere", "country": "XXX"}', "no state or organisation"),
        ("planned", '{"event_type": "CONSULT", "mode": "nonsense"}', "planned cannot be"),
        ("date", "2025-02-30", "date cannot be"),
        ("date", "20250301", "date cannot be"),
        ("date", '{"start": "2025-03-01", "end": "20250302"}', "date cannot be '20250302'"),
        ("date", "2025-03-02/2025-03-01", "date cannot be"),
        ("status", "maybe", "status cannot be"),
        ("reciprocal", "perhaps", "reciprocal cannot be"),
        ("place", "Ankara", "no state or organisation"),
        ("event_id", "x", "cannot be set"),
    ],
)
def test_a_value_that_cannot_be_is_refused_and_nothing_is_stored(
    path: Path, field: str, given: str, fault: str
) -> None:
    with pytest.raises(InputError, match=fault) as error:
        set_field(path, id_of(FIRST), field, given)
    assert error.value.remedy
    assert read_reviews(path)["reviews"] == []


@pytest.mark.parametrize(
    ("field", "given", "remedy"),
    [
        ("date", "yesterday", "2025-10-01/2025-10-03"),
        ("date", "2025-02-30", "2025-10-01/2025-10-03"),
        ("status", "happened", "occurred, planned"),
        ("status", "null", "occurred, planned"),
        ("reciprocal", "null", "yes or no"),
        ("reciprocal", "perhaps", "yes or no"),
        ("planned", "visit", "CONSULT"),
        ("event_type", "null", "CONSULT"),
        ("place", "Ankara", "Ankara, TUR"),
    ],
)
def test_a_refusal_says_how_such_a_value_is_written(path: Path, field: str, given: str, remedy: str) -> None:
    with pytest.raises(InputError) as error:
        set_field(path, id_of(FIRST), field, given)
    assert remedy in error.value.remedy


def test_the_mode_is_one_of_the_type_that_was_set_before(path: Path) -> None:
    set_field(path, id_of(FIRST), "event_type", "CONSULT")
    event = set_field(path, id_of(FIRST), "mode", "visit")
    assert (event["event_type"], event["mode"], event["cameo"]) == ("CONSULT", "visit", "042")
    assert event["corrected"] == ["event_type", "mode"]


def test_what_is_not_told_of_a_side_stays_as_the_event_knows_it(path: Path) -> None:
    set_field(path, id_of(FIRST), "actors", '[{"code": "IRN", "name": "Ana Vega"}]')
    (side,) = load(path, id_of(FIRST))["actors"]
    assert (side["name"], side["mention"], side["sectors"]) == ("Ana Vega", "Iran", ["GOV"])


def test_an_event_without_sides_is_rejected_instead(path: Path) -> None:
    set_field(path, id_of(FIRST), "actors", "[]")
    with pytest.raises(InputError, match="needs a side"):
        set_field(path, id_of(FIRST), "recipients", "[]")


def test_a_rejected_event_leaves_lists_and_comes_back_when_that_is_undone(path: Path) -> None:
    number = say(path, id_of(CLAIM), Action.REJECT)["number"]
    with open_record(path) as record:
        assert list_events(record, EventFilter())["total"] == 4
        assert list_events(record, EventFilter(with_rejected=True))["total"] == 5
    assert take_back(path, number, by="Bob", because="it was so")["undoes"] == number
    with open_record(path) as record:
        assert list_events(record, EventFilter())["total"] == 5
    actions = [(r["action"], r["undone"]) for r in read_reviews(path, id_of(CLAIM)[:9])["reviews"]]
    assert actions == [("reject", True), ("undo", False)]


def test_a_report_is_split_off_and_joined_again(path: Path) -> None:
    assert say(path, id_of(FIRST), Action.SPLIT, other=id_of(SECOND))["event"]["reports"] == 1
    event = say(path, id_of(FIRST), Action.JOIN, other=id_of(SECOND))["event"]
    assert (event["event_id"], event["reports"]) == (id_of(FIRST), 2)


def test_a_review_is_kept_with_the_report_whose_words_are_shown(path: Path) -> None:
    # The event has its id from the first report, and its words from the second, which knows the place.
    assert load(path, id_of(FIRST))["document_id"] == "b"
    say(path, id_of(FIRST), Action.CONFIRM)
    with open_record(path) as record:
        (review,) = list_reviews(record)
    assert review.present == (id_of(SECOND),)


@pytest.mark.parametrize(
    ("action", "more", "fault"),
    [
        (Action.SPLIT, {"other": id_of(CLAIM)}, "no report of this event"),
        (Action.JOIN, {"other": id_of(SECOND)}, "with itself"),
        (Action.CONFIRM, {"by": " "}, "--by"),
        (Action.CONFIRM, {"because": ""}, "--because"),
    ],
)
def test_reviews_that_say_nothing_are_refused(path: Path, action: Action, more: dict[str, Any], fault: str) -> None:
    with pytest.raises(InputError, match=fault):
        review_event(path, id_of(FIRST), action, **({"by": "Ada", "because": "so"} | more))
    assert read_reviews(path)["reviews"] == []


def test_the_only_report_of_an_event_cannot_be_split_off(path: Path) -> None:
    with pytest.raises(InputError, match="only report"):
        say(path, id_of(CLAIM), Action.SPLIT, other=id_of(CLAIM))


@pytest.mark.parametrize(("by", "number"), [("", 1), ("Ada", 7)])
def test_what_cannot_be_undone_is_refused(path: Path, by: str, number: int) -> None:
    say(path, id_of(CLAIM), Action.CONFIRM)
    with pytest.raises((InputError, RecordError)) as error:
        take_back(path, number, by=by, because="so")
    assert "RECORD" not in str(error.value)  # which the commands do not take


def test_gold_does_not_take_the_place_of_its_record(path: Path) -> None:
    with pytest.raises(InputError, match="the record itself would be overwritten"):
        export_gold(path, path)
    assert check_record(path) == []


def test_reviewed_documents_become_gold_that_evaluate_reads(path: Path, tmp_path: Path) -> None:
    say(path, id_of(INVITATION), Action.CONFIRM)
    set_field(path, id_of(OLD), "date", "2024-05-31")
    say(path, id_of(CLAIM), Action.REJECT)
    gold, predicted = tmp_path / "gold.jsonl", tmp_path / "events.jsonl"
    assert export_gold(path, gold) == {"documents": 3, "events": 2, "reviewed": 2}
    documents = {row["id"]: row for row in map(json.loads, gold.read_text(encoding="utf-8").splitlines())}
    assert {name: len(row["events"]) for name, row in documents.items()} == {"c": 1, "d": 1, "e": 0}
    assert documents["c"]["events"][0] == {
        "type": "AGREE", "mode": None, "actor": [{"code": "IRN", "sector": "GOV"}],
        "recipient": [{"code": "TUR", "sector": "GOV"}], "reciprocal": False, "date": "2025-10-03",
        "status": "occurred", "said_by": "IRN", "place": None, "evidence": "Iran invited Turkey.",
        "confidence": "high",
    }  # fmt: skip
    assert documents["d"]["text"] == "Turkey accused Iran."
    assert documents["d"]["events"][0]["date"] == "2024-05-31"
    bodies = [dict(entry.reports[0].body) for entry in (INVITATION, OLD, CLAIM)]
    predicted.write_text("".join(json.dumps(body) + "\n" for body in bodies), encoding="utf-8")
    evaluation = evaluate_files(gold, predicted)
    assert evaluation.by_sides.total.precision.value == pytest.approx(2 / 3)
    assert evaluation.fields["date"].value == 0.5, "the date that was set is not the one that was read"


def test_events_that_nobody_looked_at_are_unsure_gold(tmp_path: Path) -> None:
    one, other = make_body("x", verb="thanked"), make_body("x", verb="invited", event_type="AGREE")
    both = replace(make_entry("x"), text=None, reports=[read_report(one), read_report(other)])
    with open_new(tmp_path / "x.db") as record:
        put_all(record, both)
    say(tmp_path / "x.db", one["event_id"], Action.CONFIRM)
    assert export_gold(tmp_path / "x.db", tmp_path / "gold.jsonl") == {"documents": 1, "events": 2, "reviewed": 1}
    (row,) = [json.loads(line) for line in (tmp_path / "gold.jsonl").read_text(encoding="utf-8").splitlines()]
    assert {e["type"]: e["confidence"] for e in row["events"]} == {"SUPPORT": "high", "AGREE": "low"}
    assert "text" not in row, "the record has only the events"
