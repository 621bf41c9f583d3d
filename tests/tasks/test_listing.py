"""Listing and searching a record."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from dragoman.codebook import label_for
from dragoman.errors import InputError, RecordError
from dragoman.model.codes import EventType
from dragoman.store import EventFilter
from dragoman.tasks.listing import cut_snippet, list_events, make_filter, search_record
from dragoman.tasks.opening import find_id, load_named, open_record
from dragoman.tasks.sides import name_side, resolve_country, resolve_side
from tests.tasks.records import ELSEWHERE, FIRST, OLD, SECOND, id_of, make_record


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return make_record(tmp_path / "r.db")


def test_a_list_says_how_many_there_are_and_gives_a_page(path: Path) -> None:
    with open_record(path) as record:
        listing = list_events(record, EventFilter(), limit=2, offset=1)
    assert (listing["total"], listing["offset"], len(listing["events"])) == (5, 1, 2)
    assert json.loads(json.dumps(listing)) == listing


def test_an_event_in_short_says_who_reported_it_and_how_many_voices_that_are(path: Path) -> None:
    with open_record(path) as record:
        (line,) = list_events(record, EventFilter(types=(EventType.SUPPORT,), code="IRN"))["events"]
    assert line["event_id"] == id_of(FIRST)
    assert (line["reports"], line["publishers"]) == (2, ["The Harbour Post", "The Lighthouse"])
    assert line["published"] == {"first": "2025-10-02", "last": "2025-10-09"}
    assert line["date"] == {"start": "2025-10-01", "end": "2025-10-01", "granularity": "day", "approximate": False}
    assert (line["dated_by"], line["label"], line["plover"]) == ("thanked", label_for("050"), 5.0)
    assert line["place"]["name"] == "Ankara"
    assert [side["words"] for side in line["actors"]] == ["Iran"]


@pytest.mark.parametrize(
    ("given", "field", "value"),
    [
        ({"side": "iran"}, "code", "IRN"),
        ({"dyad": ("Turkey", "irn")}, "dyad", ("TUR", "IRN")),
        ({"place": "Türkiye"}, "country", "TUR"),
        ({"place": "Ankara"}, "place", "Ankara"),
        ({"speaker": "IGO:UN"}, "speaker", "IGO:UN"),
        ({"modes": ["Visit"]}, "modes", ("visit",)),
        ({"contexts": ["MILITARY"]}, "contexts", ("military",)),
        ({"as_of": date(2025, 1, 1)}, "as_of", date(2025, 1, 1)),
    ],
)
def test_conditions_are_read_as_people_write_them(given: dict[str, Any], field: str, value: object) -> None:
    assert getattr(make_filter(**given), field) == value


@pytest.mark.parametrize(
    "given",
    [
        {"modes": ["viisit"]},
        {"contexts": ["x"]},
        {"side": "Narnia"},
        {"first": date(2025, 2, 1), "last": date(2025, 1, 1)},
        # As a script asks whose variable is not set: not for the events of everybody.
        {"side": ""},
        {"speaker": ""},
        {"place": " "},
        {"person": ""},
    ],
)
def test_a_condition_that_no_event_can_meet_is_refused(given: dict[str, Any]) -> None:
    with pytest.raises(InputError):
        make_filter(**given)


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ("IRN", "IRN"),
        ("irn", "IRN"),
        (" Iran ", "IRN"),
        ("Türkiye", "TUR"),
        ("turkiye", "TUR"),
        ("United States", "USA"),
        ("the United States", "USA"),
        ("The Netherlands", "NLD"),
        ("United Nations", "IGO:UN"),
        ("igo:eu", "IGO:EU"),
        ("NSA:Hezbollah/lbn", "NSA:HEZBOLLAH/LBN"),
    ],
)
def test_codes_and_names_mean_the_same_side(given: str, code: str) -> None:
    assert resolve_side(given) == code


def test_an_unknown_side_is_refused_with_the_nearest() -> None:
    with pytest.raises(InputError, match="Nearest: Iran, IRN"):
        resolve_side("Irann")
    with pytest.raises(InputError, match="Give a code: IRN, IGO:UN"):
        resolve_side("GR")
    with pytest.raises(InputError, match="is no country"):
        resolve_country("IGO:UN")
    assert (name_side("IRN"), name_side("IGO:UN")) == ("Iran", "IGO:UN")


def test_words_are_found_in_documents_and_in_quotes(path: Path) -> None:
    with open_record(path) as record:
        found = search_record(record, "thanked Turkey")
    assert {d["document_id"] for d in found["documents"]} == {"a", "b"}
    assert [p["text"] for p in found["documents"][0]["snippet"] if p["sought"]] == ["thanked", "Turkey"]
    assert [(e["event_id"], found["total"]) for e in found["events"]] == [(id_of(FIRST), 1)]


@pytest.mark.parametrize(
    ("snippet", "pieces"),
    [
        ("a \x02b\x03 c", [("a ", False), ("b", True), (" c", False)]),
        ("\x02b\x03\x02c\x03", [("b", True), ("c", True)]),
        ("\x03 \x02", [("", True), (" ", False)]),
        ("", []),
    ],
)
def test_a_snippet_is_cut_where_the_words_stand(snippet: str, pieces: list[tuple[str, bool]]) -> None:
    told = [(piece["text"], piece["sought"]) for piece in cut_snippet(snippet)]
    assert told == [piece for piece in pieces if piece[0]]


def test_an_event_is_named_by_its_beginning_or_by_a_report(path: Path) -> None:
    with open_record(path) as record:
        assert find_id(record, id_of(ELSEWHERE)[:12]) == id_of(ELSEWHERE)
        assert load_named(record, id_of(SECOND))["event_id"] == id_of(FIRST)


@pytest.mark.parametrize(("given", "fault"), [("ev_nope", "no event or report"), ("ev_", "no event or report")])
def test_an_id_that_names_nothing_is_refused(path: Path, given: str, fault: str) -> None:
    with open_record(path) as record, pytest.raises(RecordError, match=fault):
        find_id(record, given)


def test_an_id_that_names_several_is_refused_with_more_of_each(path: Path) -> None:
    with open_record(path) as record, pytest.raises(InputError, match=f"Give more of it: .*{id_of(OLD)}"):
        find_id(record, id_of(OLD)[:4])
