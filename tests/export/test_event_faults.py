"""What is no event is told by its field, and what is one passes."""

from collections.abc import Callable
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import InputError
from dragoman.export import JsonObject, check_event, event_to_json
from tests.export.factories import DOCUMENT, STAMP, make_event


def make() -> JsonObject:
    return event_to_json(make_event(), DOCUMENT, STAMP)


def at(path: str, value: Any) -> Callable[[JsonObject], None]:
    """Sets a field: "actors.0.code"."""

    def change(event: JsonObject) -> None:
        *way, last = [int(step) if step.isdigit() else step for step in path.split(".")]
        inner: Any = event
        for step in way:
            inner = inner[step]
        inner[last] = value

    return change


def without(path: str) -> Callable[[JsonObject], None]:
    """Takes a field out."""

    def change(event: JsonObject) -> None:
        *way, last = [int(step) if step.isdigit() else step for step in path.split(".")]
        inner: Any = event
        for step in way:
            inner = inner[step]
        del inner[last]

    return change


def test_an_event_as_it_is_written_passes() -> None:
    check_event(make())
    older = make()
    del older["retold"]  # as an earlier version wrote it
    older["event_type"], older["mode"], older["quad_class"] = "ASSAULT", "assassinate", "material conflict"
    check_event(older | {"a field of yours": [1, None]})


DAMAGE = [
    (without("goldstein"), "goldstein is missing"),
    (without("cameo"), "cameo is missing"),
    (without("date"), "date is missing"),
    (without("evidence.trigger"), "evidence.trigger is missing"),
    (without("actors.0.sectors"), "actors[0].sectors is missing"),
    (without("coder"), "coder is missing"),
    (at("goldstein", None), "goldstein is null"),
    (at("goldstein", "5"), "goldstein is '5', not a number"),
    (at("goldstein", True), "goldstein is True, not a number"),
    (at("goldstein", 11), "goldstein is 11, not between -10 and 10"),
    (at("goldstein", float("nan")), "goldstein is nan, not a number"),
    (at("confidence", 1.5), "confidence is 1.5, not between 0 and 1"),
    (at("confidence", 10**400), "confidence is a number too large, not a number"),
    (at("reciprocal", 0), "reciprocal is 0, not true or false"),
    (at("actors", {}), "actors is an object, not a list"),
    (at("actors.0", "FIN"), "actors[0] is 'FIN', not an object"),
    (at("evidence", []), "evidence is a list, not an object"),
    (at("coder.models", {"b": 2}), "coder.models.b is 2, not text"),
    (at("event_id", 7), "event_id is 7, not text"),
    (at("document_id", " "), "document_id is empty"),
    (at("event_type", "VISIT"), "event_type cannot be 'VISIT'"),
    (at("status", "happened"), "status cannot be 'happened'"),
    (at("mode", "dance"), "mode of AGREE cannot be 'dance'"),
    (at("planned.mode", "dance"), "planned.mode of CONSULT cannot be 'dance'"),
    (at("contexts", ["weather"]), "contexts cannot be 'weather'"),
    (at("quad_class", "material conflict"), "quad_class of AGREE cannot be 'material conflict'"),
    (at("cameo", "999"), "cameo cannot be '999'"),
    (at("actors.0.sectors", ["GVT"]), "actors[0].sectors cannot be 'GVT'"),
    (at("actors.0.code", "FIM"), "actors[0].code 'FIM' is no code of an actor"),
    (at("actors.0.code", "IGO:"), "actors[0].code 'IGO:' is no code of an actor"),
    (at("actors.0.code", "NSA:OTHER/XXA"), "actors[0].code 'NSA:OTHER/XXA' is no code of an actor"),
    (at("recipients.0.country", "Norway"), "recipients[0].country 'Norway' is no code of a state"),
    (at("place.country", "NO"), "place.country 'NO' is no code of a state"),
    (at("place.latitude", 91), "place.latitude is 91, not between -90 and 90"),
    (at("attribution.speaker.code", "NORWAY"), "attribution.speaker.code 'NORWAY' is no code of an actor"),
    (at("published", "15 May 2024"), "published is '15 May 2024', not a day as YYYY-MM-DD"),
    (at("published", "20240515"), "published is '20240515', not a day as YYYY-MM-DD"),
    (at("date.end", "2024-02-30"), "date.end is '2024-02-30', not a day as YYYY-MM-DD"),
    (at("date.end", "2024-01-01"), "date ends before it begins"),
    (at("date.granularity", "fortnight"), "date.granularity cannot be 'fortnight'"),
    (at("evidence.end", 4), "evidence offsets are 0 and 4 for"),
    (at("evidence.trigger_start", -2), "trigger offsets are -2 and"),
    (at("actors.0.start", 2.0), "actors[0].start is 2.0, not a whole number"),
    (at("recipients.0.end", 90), "recipients[0] offsets are 0 and 90 for 6 characters"),
    (at("mentions.0.start", 10**9), "mentions[0] offsets are 1000000000 and"),
    (at("evidence.text", "\ud800" * 44), "half of a surrogate pair"),
    (at("note", {"score": float("inf")}), "cannot be written as JSON again"),
]


@pytest.mark.parametrize(("damage", "fault"), DAMAGE, ids=[fault for _, fault in DAMAGE])
def test_damage_is_told_by_its_field_with_a_remedy(damage: Callable[[JsonObject], None], fault: str) -> None:
    event = make()
    damage(event)
    with pytest.raises(InputError) as caught:
        check_event(event)
    assert fault in caught.value.fault
    assert caught.value.remedy


def test_a_code_that_is_nearly_right_is_named() -> None:
    with pytest.raises(InputError, match=r"Nearest: CONSULT\."):
        check_event(make() | {"event_type": "CONSULTS"})


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=4),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=4), inner, max_size=2),
    max_leaves=4,
)


@given(st.sampled_from(sorted(make())), json_values)
def test_no_value_of_any_field_escapes_as_another_error(name: str, value: Any) -> None:
    with suppress(InputError):
        check_event(make() | {name: value})
