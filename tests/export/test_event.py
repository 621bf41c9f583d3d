"""The JSON object of an event."""

import pytest

from dragoman.export import JsonObject, event_to_json
from dragoman.export.form import ABSENT, EVENT, Group, Many, Member, Shape
from dragoman.model.actor import Actor
from dragoman.model.event import Party
from tests.export.factories import DOCUMENT, STAMP, find, make_event


@pytest.fixture
def event() -> JsonObject:
    return event_to_json(make_event(), DOCUMENT, STAMP)


def test_an_event_is_the_object_that_the_data_model_describes(event: JsonObject) -> None:
    norway = {
        "code": "NOR",
        "country": "NOR",
        "sectors": ["GOV"],
        "name": None,
        "office": None,
        "mention": "Norway",
        "start": 0,
        "end": 6,
        "field": "title",
    }
    when = {
        "start": "2024-05-17",
        "end": "2024-05-17",
        "granularity": "day",
        "approximate": False,
        "timex": "Friday",
        "start_char": 48,
        "end_char": 54,
    }
    assert event == {
        "event_id": "ev_1",
        "document_id": "oslo",
        "published": "2024-05-15",
        "publisher": "Northern Press",
        "event_type": "AGREE",
        "mode": None,
        "contexts": ["military"],
        "quad_class": "verbal cooperation",
        "cameo": "0332",
        "goldstein": 5.0,
        "actors": [
            {
                "code": "FIN",
                "country": "FIN",
                "sectors": ["GOV", "MIL"],
                "name": None,
                "office": "minister of defence",
                "mention": "The Finnish defence minister",
                "start": 0,
                "end": 28,
            }
        ],
        "recipients": [norway],
        "reciprocal": False,
        "date": when,
        "retold": False,
        "status": "planned",
        "planned": {"event_type": "CONSULT", "mode": "visit", "date": when},
        "attribution": {"speaker": norway, "cue": "said", "outlet": None, "start": 76, "end": 80},
        "place": {
            "name": "Oslo",
            "country": "NOR",
            "admin1": "Oslo",
            "latitude": 59.91,
            "longitude": 10.75,
            "geonames_id": 3143244,
            "kind": "city",
            "mention": "Oslo",
            "start": 40,
            "end": 44,
        },
        "evidence": {
            "text": "The Finnish defence minister will visit Oslo",
            "start": 0,
            "end": 44,
            "trigger": "visit",
            "trigger_start": 34,
            "trigger_end": 39,
        },
        "mentions": [{"text": "host", "start": 10, "end": 14, "field": "title"}],
        "confidence": 0.8765,
        "explanation": [
            {
                "field": "event_type",
                "rule": "model:trigger",
                "score": 0.93,
                "start": 10,
                "end": 14,
                "span_field": "title",
            },
            {
                "field": "mode",
                "rule": "model:mode",
                "score": 0.0,
                "start": None,
                "end": None,
                "reason": "no mode fits an agreement",
            },
        ],
        "coder": {
            "name": "dragoman",
            "version": "0.1.0",
            "codebook": "plover-2.0d",
            "models": {"a": "sha256:1", "b": "sha256:2"},
        },
    }


@pytest.mark.parametrize("field", ["date", "planned", "attribution", "place"])
def test_what_is_unknown_is_null(field: str) -> None:
    assert event_to_json(make_event(**{field: None}), DOCUMENT, STAMP)[field] is None


def test_an_empty_string_never_stands_for_the_unknown() -> None:
    nameless = Party(actor=Actor(code="FIN", name="", office="", country=""), mention=find("Finnish"))
    event = event_to_json(make_event(actors=(nameless,), mode=""), DOCUMENT, STAMP)
    assert event["mode"] is None
    assert [event["actors"][0][name] for name in ("name", "office", "country")] == [None, None, None]


def test_the_form_lists_every_field_in_the_order_of_the_object(event: JsonObject) -> None:
    assert_form(EVENT, event)


def assert_form(shape: Shape, value: object) -> None:
    """The keys of every object are those of its form, in order; only absent ones may be missing."""
    if isinstance(shape, Group) and isinstance(value, dict):
        assert list(value) == [m.name for m in shape.fields if m.name in value]
        assert set(value) >= {m.name for m in shape.fields if m.may != ABSENT}
        for member in shape.fields:
            assert_member(member, value.get(member.name))
    if isinstance(shape, Many) and isinstance(value, list):
        for item in value:
            assert_form(shape.item, item)


def assert_member(member: Member, value: object) -> None:
    assert value is not None or member.may, member.name
    assert_form(member.shape, value)
