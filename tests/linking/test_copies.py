"""Reports of documents that are copies of one text, as `dragoman.copies` tells them."""

from typing import Any

from dragoman.linking import compose_event, find_leaders
from dragoman.linking.score import explain
from dragoman.linking.traits import read_traits
from dragoman.model.report import Report
from tests.linking.factories import make_report

SAID: dict[str, Any] = {"event_type": "ACCUSE", "actors": "CHL", "recipients": "PER", "quote": "Chile blamed Peru"}
ORIGINAL = make_report("ev_a", document_id="wire", published="2024-05-16", **SAID)
COPY = make_report("ev_b", copy_of="wire", published="2024-05-17", date=ORIGINAL.body["date"], **SAID)
FURTHER = make_report("ev_c", copy_of="wire", published="2024-05-18", date=ORIGINAL.body["date"], **SAID)


def test_they_tell_one_event() -> None:
    leaders = find_leaders([ORIGINAL, COPY, FURTHER])
    assert {leader.report_id for leader in leaders.values()} == {"ev_a"}


def test_the_reason_says_so() -> None:
    assert tell_words(COPY, ORIGINAL) == "the same words: doc-ev_b is a copy of wire"
    assert tell_words(ORIGINAL, COPY) == "the same words: doc-ev_b is a copy of wire"
    assert tell_words(COPY, FURTHER) == "the same words: doc-ev_b and doc-ev_c are copies of wire"


def test_another_quote_of_the_same_text_is_another_event() -> None:
    other = make_report("ev_d", copy_of="wire", **{**SAID, "quote": "it was blamed for the flood"})
    assert not tell_words(other, ORIGINAL).startswith("the same words")


def test_an_event_says_of_its_reports_which_are_copies() -> None:
    event = compose_event([COPY, ORIGINAL])
    assert "copy_of" not in event
    assert [report.get("copy_of") for report in event["reports"]] == [None, "wire"]
    assert event["voices"] == 1


def tell_words(one: Report, other: Report) -> str:
    joint = explain(read_traits(one), read_traits(other))
    return next((part.reason for part in joint.parts if part.name == "words"), "")
