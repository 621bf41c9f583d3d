import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given

from dragoman.codebook import cameo_for, goldstein_for
from dragoman.errors import InputError
from dragoman.linking import compose_event, find_leaders, read_joint
from dragoman.model.codes import EventType
from dragoman.model.report import Report, read_report
from tests.linking.factories import make_place, make_report
from tests.linking.strategies import collections

LIMA = make_place("Lima", "PER", -12.04, -77.03)


def told(report_id: str, **given: Any) -> Report:
    return make_report(report_id, **{"actors": "CHL", "recipients": "PER", "quote": "shells hit the bridge", **given})


def test_the_event_has_the_fields_of_the_report_that_tells_most() -> None:
    thin, full = told("a", published="2024-05-15", recipients=""), told("b", day="2024-05-14", place=LIMA)
    event = compose_event([full, thin])
    assert event["event_id"] == "a"
    assert event["document_id"] == full.document_id
    assert (event["recipients"], event["date"], event["taken_from"]) == (full.body["recipients"], full.body["date"], {})


def test_what_it_lacks_is_taken_from_the_next_and_said_so() -> None:
    full = told("a", published="2024-05-15", mode="aerial")
    placed, dated = (
        told("b", place=LIMA, recipients="", actors=""),
        told("c", day="2024-05-14", recipients="", actors=""),
    )
    event = compose_event([full, placed, dated])
    assert event["document_id"] == full.document_id
    assert event["taken_from"] == {"place": "b", "date": "c"}
    assert (event["place"], event["date"]) == (placed.body["place"], dated.body["date"])


def test_a_mode_taken_over_changes_what_follows_from_it() -> None:
    event = compose_event([told("a", day="2024-05-14"), told("b", mode="aerial", actors="")])
    assert (event["mode"], event["taken_from"]["mode"]) == ("aerial", "b")
    assert event["cameo"] == "195"


def test_all_reports_stand_beside_it_in_order_of_publication_with_their_voices() -> None:
    late, early = told("a", publisher="Post"), told("b", published="2024-05-15", publisher="Mail", quote="guns heard")
    event = compose_event([late, early])
    assert [report["report_id"] for report in event["reports"]] == ["b", "a"]
    assert [report["voice"] for report in event["reports"]] == [1, 2]
    assert (event["voices"], event["publishers"]) == (2, ["Mail", "Post"])
    assert event["reports"][1]["quote"] == "shells hit the bridge"


def test_a_report_with_a_day_leads_before_an_earlier_one_without() -> None:
    wide = told("a", day=("2024-05-01", "2024-05-31"), published="2024-05-02")
    day = told("b", day="2024-05-14")
    assert compose_event([wide, day])["event_id"] == "b"
    assert compose_event([wide, day], leader="a")["event_id"] == "a"


def test_joints_are_shown_and_read_back() -> None:
    reports = [told("a", day="2024-05-14"), told("b", day="2024-05-14")]
    joint = find_leaders(reports)["b"].joint
    assert joint is not None
    event = compose_event(reports, [joint])
    shown = json.loads(json.dumps(event["joined"]))
    assert shown == [joint.to_json()]
    assert read_joint(shown[0]).to_json() == joint.to_json()
    assert {part["name"]: part["reason"] for part in shown[0]["parts"]}["actors"] == "both CHL"


@given(collections(8))
def test_any_event_is_a_valid_one_and_the_order_of_its_reports_does_not_count(reports: list[Report]) -> None:
    if not reports:
        return
    event = compose_event(reports)
    read_report(event)
    assert compose_event(reports[::-1]) == event
    assert event["event_id"] == min(reports, key=lambda r: (r.published, r.report_id)).report_id
    assert 1 <= event["voices"] <= len(reports) == len(event["reports"])


def test_an_event_without_reports_is_refused() -> None:
    with pytest.raises(ValueError, match="needs a report"):
        compose_event([])


CORRECTIONS = [
    ("event_type", "COERCE", {"event_type": "COERCE", "quad_class": "material conflict", "cameo": "170"}),
    ("mode", "aerial", {"mode": "aerial", "cameo": "195"}),
    ("mode", None, {"mode": None}),
    ("status", "claimed", {"status": "claimed"}),
    ("reciprocal", "true", {"reciprocal": True}),
    ("contexts", "military, terrorism", {"contexts": ["military", "terrorism"]}),
    ("place", None, {"place": None}),
    ("date", None, {"date": None}),
]


@pytest.mark.parametrize(("field", "value", "set_fields"), CORRECTIONS)
def test_a_person_sets_fields_and_what_follows_from_them(field: str, value: Any, set_fields: dict[str, Any]) -> None:
    event = compose_event([told("a", day="2024-05-14", place=LIMA)], [], {field: value})
    assert {key: event[key] for key in set_fields} == set_fields
    assert event["corrected"] == [field]


def test_a_person_sets_a_date_a_place_and_sides_in_words() -> None:
    given_values = {"date": "2024-05-10/2024-05-12", "place": "Cusco, PER", "actors": "CHL ECU", "attribution": "PER"}
    event = compose_event([told("a")], [], {**given_values, "planned": "CONSULT"})
    assert (event["date"]["start"], event["date"]["end"]) == ("2024-05-10", "2024-05-12")
    assert (event["place"]["name"], event["place"]["country"]) == ("Cusco", "PER")
    assert [side["code"] for side in event["actors"]] == ["CHL", "ECU"]
    assert event["attribution"]["speaker"]["code"] == "PER" and event["planned"]["event_type"] == "CONSULT"
    assert read_report(event).country == "PER"
    assert compose_event([told("a")], [], {"place": "PER"})["place"]["kind"] == "country"


def test_a_side_given_by_its_code_keeps_what_is_known_of_it() -> None:
    general = {"code": "CHL", "name": "Pablo Rojas", "office": "general", "mention": "General Rojas"}
    event = compose_event([told("a", actors=[general])], [], {"recipients": ["CHL"], "actors": ["PER"]})
    assert event["recipients"][0]["name"] == "Pablo Rojas"


def test_codes_follow_from_contexts_and_the_announced_act_too() -> None:
    agreed = told("a", event_type="AGREE", cameo="030", goldstein=4.0, quad_class="verbal cooperation")
    event = compose_event([agreed], [], {"planned": "AID"})
    assert event["cameo"] == cameo_for(EventType.AGREE, None, planned=EventType.AID) != "030"
    assert event["goldstein"] == goldstein_for(event["cameo"])


WRONG = [
    ("colour", "red", "cannot be set"),
    ("event_type", "PARTY", "event_type cannot be 'PARTY'"),
    ("status", "maybe", "status cannot be"),
    ("date", "last week", "date cannot be"),
    ("date", "2024-05-12/2024-05-10", "its end comes before its start"),
    ("reciprocal", "perhaps", "it is true or false"),
]


@pytest.mark.parametrize(("field", "value", "message"), WRONG)
def test_what_cannot_be_set_is_refused_with_the_reason(field: str, value: Any, message: str) -> None:
    with pytest.raises(InputError, match=message):
        compose_event([told("a")], [], {field: value})


def test_old_news_is_what_every_report_tells_as_such() -> None:
    plain = make_report("a")
    old = replace(plain, report_id="ev_b", document_id="b", body={**plain.body, "event_id": "ev_b", "retold": True})
    assert compose_event([old])["retold"] is True
    assert compose_event([plain, old])["retold"] is False
    unmarked = replace(plain, body={name: value for name, value in plain.body.items() if name != "retold"})
    assert compose_event([unmarked])["retold"] is False
