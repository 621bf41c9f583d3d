"""Reading gold and predictions: what is understood, and what is said of faults."""

import json
from pathlib import Path
from typing import Any

import pytest

from dragoman.codebook import has_mode
from dragoman.documents import DocumentReader, Sourced, find_inputs
from dragoman.errors import InputError
from dragoman.evaluate import GoldDocument, Quote, ScoredEvent, read_gold, read_predictions
from dragoman.model.text import Field, Span
from tests.docs.pages import ROOT, find_blocks
from tests.evaluate.factories import gold_row, gold_values, make_event, predicted_values, write_lines


def read_gold_event(folder: Path, **values: Any) -> ScoredEvent:
    path = write_lines(folder / "gold.jsonl", gold_row({"type": "AID", **values}))
    return read_gold(path)[0].events[0]


def read_predicted_event(folder: Path, **values: Any) -> ScoredEvent:
    path = write_lines(folder / "events.jsonl", predicted_values(**values))
    return read_predictions(path, {"d1"})["d1"][0]


def test_both_forms_of_one_event_are_the_same_to_compare(tmp_path: Path) -> None:
    one = read_gold_event(
        tmp_path, **gold_values("CONSULT", mode="visit", place="GHA Accra", said_by="KEN", evidence="visited Accra")
    )
    other = read_predicted_event(
        tmp_path,
        mode="visit",
        place={"country": "GHA"},
        attribution={"speaker": {"code": "KEN"}},
        evidence={"text": "visited Accra"},
        confidence=None,
    )
    assert one == other == make_event("CONSULT", words="visited Accra", mode="visit", place="GHA", speaker="KEN")


@pytest.mark.parametrize(
    ("values", "date", "dates"),
    [
        ({"date": "2024-05-16"}, "2024-05-16", {"2024-05-16"}),
        ({"date": "~2024-05", "date_alt": "2024-05-02"}, "2024-05", {"2024-05", "2024-05-02"}),
        ({"date": None}, "", {""}),
        ({}, "", None),
    ],
)
def test_dates_of_gold(tmp_path: Path, values: dict[str, Any], date: str, dates: set[str] | None) -> None:
    event = read_gold_event(tmp_path, **values)
    assert (event.date, event.dates) == (date, dates)


@pytest.mark.parametrize("parties", [[{"code": "KEN"}], ["KEN"], [{"code": "", "country": "KEN"}]])
def test_parties_are_objects_or_plain_codes(tmp_path: Path, parties: list[Any]) -> None:
    assert read_gold_event(tmp_path, actor=parties).actors == ("KEN",)


def test_types_of_earlier_drafts_are_understood(tmp_path: Path) -> None:
    assert read_gold_event(tmp_path, type="DEMAND").event_type == "REQUEST"


def test_low_confidence_in_gold_makes_an_event_optional(tmp_path: Path) -> None:
    assert read_gold_event(tmp_path, confidence="low").optional
    assert not read_gold_event(tmp_path, confidence="high").optional


def test_the_mode_of_an_announced_act_is_that_of_its_plan(tmp_path: Path) -> None:
    plan = {"event_type": "CONSULT", "mode": "visit", "date": None}
    assert read_predicted_event(tmp_path, mode=None, planned=plan).mode == "visit"


@pytest.mark.parametrize(
    ("place", "span"),
    [
        ({"start": 3, "end": 8}, Span(3, 8)),
        ({"start": 3, "end": 8, "field": "title"}, Span(3, 8, Field.TITLE)),
        ({"start": 8, "end": 3}, None),
        ({"start": "3", "end": None}, None),
        ({}, None),
    ],
)
def test_evidence_keeps_its_place_where_that_is_one(tmp_path: Path, place: dict[str, Any], span: Span | None) -> None:
    assert read_predicted_event(tmp_path, evidence={"text": "words", **place}).evidence == Quote(
        text="words", span=span
    )


def test_predictions_may_be_in_the_form_of_gold(tmp_path: Path) -> None:
    path = write_lines(tmp_path / "second.jsonl", gold_row(gold_values("AID")), predicted_values("ACCUSE"))
    events = read_predictions(path, {"d1"})["d1"]
    assert [(event.event_type, event.confidence) for event in events] == [("AID", None), ("ACCUSE", 0.9)]


def test_ids_may_be_numbers(tmp_path: Path) -> None:
    gold = write_lines(tmp_path / "gold.jsonl", {"id": 7, "events": []})
    predicted = write_lines(tmp_path / "events.jsonl", predicted_values(document_id="7"))
    assert list(read_predictions(predicted, {document.id for document in read_gold(gold)})) == ["7"]


def test_a_file_without_events_is_a_prediction_of_none(tmp_path: Path) -> None:
    assert read_predictions(write_lines(tmp_path / "events.jsonl"), {"d1"}) == {}


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{…", ":1: not valid JSON"),
        ("[]", ": it is JSON, not JSON Lines. jq -c '.[]' converts."),
        ('"words"', ":1: a JSON str, not an object. Give one JSON object a line."),
        ({"events": []}, ':1: it has no "id". Give the id of the document'),
        ({"id": True, "events": []}, ':1: it has no "id"'),
        ({"id": "d1"}, ':1: it has no "events". Give the list of its events, "events": [] where there is none.'),
        ({"id": "d1", "events": {}}, ':1: its "events" is an object, not a list.'),
        (gold_row(text=5), ':1: its "text" is not text but a number. Give a string, or null.'),
        ({"id": "d1", "events": ["AID"]}, ":1, event 1: it is text, not an object."),
        (gold_row(gold_values(), {"actor": []}), ':1, event 2: it has no "type". One of: AGREE, '),
        (gold_row(gold_values("ACUSE")), ":1, event 1: 'ACUSE' is no event type. Nearest: 'ACCUSE'."),
        (gold_row(gold_values(status="done")), ":1, event 1: 'done' is no status. One of: occurred, "),
        (gold_row(gold_values(confidence="sure")), ':1, event 1: its "confidence" is \'sure\'. Give "high" or'),
        (gold_row(gold_values(actor="KEN")), ':1, event 1: its "actor" is text, not a list.'),
        (gold_row(gold_values(actor=[7])), ':1, event 1: a party of its "actor" has no code. Give {"code": "KEN"}'),
        (gold_row(gold_values(reciprocal="no")), ':1, event 1: its "reciprocal" is text, not true or false.'),
        ("", ": it holds no documents. Give one JSON object a line."),
    ],
)
def test_a_fault_in_gold_is_named_with_its_place_and_remedy(tmp_path: Path, line: object, message: str) -> None:
    path = write_lines(tmp_path / "gold.jsonl", line)
    with pytest.raises(InputError) as raised:
        read_gold(path)
    assert str(raised.value).startswith(f"{path}{message}")
    assert raised.value.remedy


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ({"id": "d1"}, 'it has neither "event_type" nor "events". Give the JSON Lines that `dragoman code` writes.'),
        (predicted_values(document_id=None), 'it has no "document_id".'),
        (
            predicted_values(document_id="d9"),
            "the gold has no document 'd9'. Leave its events out, or add it to the gold",
        ),
        (gold_row(id="d9"), "the gold has no document 'd9'."),
        (predicted_values("MEET"), "'MEET' is no event type. Nearest: "),
        (predicted_values(date="2024-05-16"), 'its "date" is text, not an object. Give an object, or null.'),
        (predicted_values(attribution={"speaker": []}), 'its "speaker" is a list, not an object.'),
        (predicted_values(confidence="high"), 'its "confidence" is not a number from 0 to 1.'),
        (predicted_values(confidence=1.5), 'its "confidence" is not a number from 0 to 1.'),
        (predicted_values(confidence=True), 'its "confidence" is not a number from 0 to 1.'),
    ],
)
def test_a_fault_in_predictions_is_named_with_its_place(tmp_path: Path, line: object, message: str) -> None:
    path = write_lines(tmp_path / "events.jsonl", line)
    with pytest.raises(InputError) as raised:
        read_predictions(path, {"d1"})
    assert raised.value.place.startswith(f"{path}:1")
    assert message in str(raised.value)


def test_an_id_given_twice_is_a_fault(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"gold\.jsonl:2: the id 'd1' was given to an earlier document"):
        read_gold(write_lines(tmp_path / "gold.jsonl", gold_row(), gold_row()))


def test_a_missing_file_and_a_folder_are_faults(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"nowhere.jsonl: no such file\. Check the spelling of the path\."):
        read_gold(tmp_path / "nowhere.jsonl")
    with pytest.raises(InputError, match="it cannot be read"):
        read_predictions(tmp_path, {"d1"})


def test_the_form_of_gold_in_the_documentation_is_read(tmp_path: Path) -> None:
    (block,) = (b for b in find_blocks(ROOT / "docs" / "cli.md", "json") if '"events"' in b.body)
    (document,) = read_gold(write_lines(tmp_path / "gold.jsonl", json.dumps(json.loads(block.body))))
    assert document.events[0].place == "PER"


EXAMPLE: tuple[GoldDocument, ...] = read_gold(ROOT / "examples" / "gold.jsonl")


@pytest.mark.parametrize("gold", EXAMPLE, ids=lambda gold: gold.id)
def test_the_gold_among_the_examples_quotes_its_dispatch_and_keeps_to_the_codebook(gold: GoldDocument) -> None:
    sources = DocumentReader(find_inputs([str(ROOT / "examples" / "dispatches")]))
    (text,) = (s.document.text for s in sources if isinstance(s, Sourced) and s.document.id == gold.id)
    for event in gold.events:
        assert event.evidence.text in text
        assert not event.mode or has_mode(event.event_type, event.mode), event
