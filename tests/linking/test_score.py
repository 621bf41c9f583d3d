"""Single parts of the comparison of two reports, and what is a plain no."""

from typing import Any

import pytest

from dragoman.linking.score import explain, may_be_one
from dragoman.linking.traits import read_traits
from dragoman.model.report import Report
from tests.linking.factories import make_place, make_report

LIMA, CALLAO = make_place("Lima", "PER", -12.04, -77.03), make_place("Callao", "PER", -12.05, -77.12)
CUSCO, PERU = make_place("Cusco", "PER", -13.52, -71.98), make_place("Peru", "PER", -10.0, -76.0, kind="country")
ARICA = make_place("Arica", "CHL", -18.48, -70.33)
ROJAS = {"code": "CHL", "name": "Pablo Rojas", "office": "president"}
VEGA = {"code": "CHL", "name": "Ana Vega", "office": "minister of defence"}


def told(report_id: str, **fields: Any) -> Report:
    return make_report(report_id, **{"actors": "CHL", "recipients": "PER", "day": "2024-05-14", **fields})


def value(part: str, one: dict[str, Any], other: dict[str, Any]) -> float:
    joint = explain(read_traits(told("a", **one)), read_traits(told("b", **other)))
    return next((found.value for found in joint.parts if found.name == part), 0.0)


VALUES = [
    ("mode", {"mode": "aerial"}, {"mode": "aerial"}, 1.0),
    ("mode", {"mode": "aerial"}, {"mode": "drone"}, -0.2),
    ("mode", {"mode": "aerial"}, {}, 0.0),
    ("actors", {}, {}, 1.0),
    ("actors", {}, {"actors": "CHL USA"}, 0.5),
    ("actors", {}, {"actors": ""}, -0.3),
    ("date", {}, {}, 1.0),
    ("date", {}, {"day": None, "published": "2024-05-14"}, 0.6),
    ("date", {}, {"day": None, "published": "2024-05-15"}, 0.2),
    ("date", {"day": ("2024-05-01", "2024-05-31")}, {}, -0.2),
    ("date", {"day": ("2024-01-01", "2024-12-31")}, {}, -0.8),
    ("place", {"place": LIMA}, {"place": LIMA}, 1.0),
    ("place", {"place": LIMA}, {"place": CALLAO}, 0.4),
    ("place", {"place": LIMA}, {"place": PERU}, 0.2),
    ("place", {"place": LIMA}, {}, 0.0),
    ("place", {"place": LIMA}, {"place": CUSCO}, -1.0),
    ("scale", {"trigger": "invasion"}, {"trigger": "war"}, 0.5),
    ("scale", {"trigger": "invasion"}, {"trigger": "shot", "mode": "firearms"}, -1.0),
    (
        "persons",
        {"recipients": [{"code": "PER", "name": "Luis Paz"}]},
        {"recipients": [{"code": "PER", "name": "Paz"}]},
        1.0,
    ),
    ("persons", {"actors": [ROJAS]}, {"actors": [ROJAS]}, 0.3),
    ("persons", {"actors": [ROJAS]}, {"actors": [VEGA]}, -0.8),
    (
        "sectors",
        {"actors": [{"code": "CHL", "sectors": ["COP"]}]},
        {"actors": [{"code": "CHL", "sectors": ["CIV"]}]},
        -0.5,
    ),
]


@pytest.mark.parametrize(("part", "one", "other", "expected"), VALUES)
def test_a_part_says_how_well_two_reports_agree(
    part: str, one: dict[str, Any], other: dict[str, Any], expected: float
) -> None:
    assert value(part, one, other) == pytest.approx(expected)
    assert value(part, other, one) == pytest.approx(expected)


def test_words_count_that_are_not_those_of_any_attack() -> None:
    bridge, depot = {"quote": "shells hit the old stone bridge"}, {"quote": "missiles struck a fuel depot"}
    assert value("words", bridge, {"quote": "the stone bridge was struck"}) > 0 > value("words", bridge, depot)
    assert value("words", {"quote": "an attack"}, {"quote": "the attack"}) == 0


POSSIBLE = [
    ({}, {"actors": "CHL USA"}),
    ({}, {"actors": "PER", "recipients": "CHL"}),
    ({"event_type": "CONSULT"}, {"event_type": "CONSULT", "actors": "PER CHL", "recipients": "", "reciprocal": True}),
    ({"place": LIMA}, {"place": LIMA, "recipients": "ECU"}),
    ({"event_type": "ACCUSE", "place": LIMA}, {"event_type": "ACCUSE", "place": ARICA}),
    (
        {"event_type": "CONSULT", "mode": "visit", "place": LIMA},
        {"event_type": "CONSULT", "mode": "visit", "place": CUSCO},
    ),
    ({"actors": [ROJAS]}, {"actors": [VEGA]}),  # the dead of one attack are named one by one, and so are its planners
]


@pytest.mark.parametrize(("one", "other"), POSSIBLE)
def test_reports_that_may_tell_one_event(one: dict[str, Any], other: dict[str, Any]) -> None:
    assert may_be_one(read_traits(told("a", **one)), read_traits(told("b", **other)))
    assert may_be_one(read_traits(told("b", **other)), read_traits(told("a", **one)))


VISIT = {"event_type": "CONSULT", "mode": "visit"}
IMPOSSIBLE = [
    ({}, {"recipients": "ECU"}),
    ({}, {"actors": "ECU"}),
    ({}, {"day": "2024-05-15"}),
    ({"place": LIMA}, {"place": ARICA}),
    (VISIT, {**VISIT, "actors": "PER", "recipients": "CHL"}),
    ({**VISIT, "actors": [ROJAS]}, {**VISIT, "actors": [VEGA]}),
    (
        {"event_type": "COERCE", "recipients": [{"code": "PER", "name": "Luis Paz"}]},
        {"event_type": "COERCE", "recipients": [{"code": "PER", "name": "Ines Sol"}]},
    ),
    ({"actors": [{"code": "MNC:OTHER", "name": "Streamly"}]}, {"actors": [{"code": "MNC:OTHER", "name": "Renard"}]}),
    (
        {"event_type": "SUPPORT", "actors": "PER CHL", "recipients": "", "reciprocal": True},
        {"event_type": "SUPPORT", "actors": "KEN", "recipients": "PER CHL"},
    ),
    (
        {"event_type": "AGREE", "status": "planned", "planned": {"event_type": "AID"}},
        {"event_type": "AGREE", "status": "planned", "planned": {"event_type": "CONSULT"}},
    ),
]


@pytest.mark.parametrize(("one", "other"), IMPOSSIBLE)
def test_reports_that_contradict_each_other(one: dict[str, Any], other: dict[str, Any]) -> None:
    assert not may_be_one(read_traits(told("a", **one)), read_traits(told("b", **other)))
    assert not may_be_one(read_traits(told("b", **other)), read_traits(told("a", **one)))


LONG = "shells hit the bridge, the market, the school and the harbour of the town before dawn"


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        ("shells fell on the bridge", "the market burned at dawn", "no word in common"),
        ("the attack killed 143", "a raid left 143 dead", "shared numbers: 143"),
        ("shells hit the bridge", "the bridge was hit", "shared beginnings of words: bridg"),
        (LONG, LONG, "nearly the same words"),
        ("shells hit the market, school and harbour", LONG, "shared beginnings of words: harbou, market, school"),
    ],
)
def test_the_words_that_speak_for_one_event_are_told(one: str, other: str, reason: str) -> None:
    joint = explain(read_traits(told("a", quote=one)), read_traits(told("b", quote=other)))
    assert next(part.reason for part in joint.parts if part.name == "words").startswith(reason)


def test_the_score_is_the_logistic_of_the_points() -> None:
    joint = explain(
        read_traits(told("a", quote="shells hit the bridge")), read_traits(told("b", quote="the bridge was hit"))
    )
    points = sum(part.value * part.weight for part in joint.parts)
    assert joint.score == pytest.approx(1 / (1 + 2.718281828459045**-points))
    assert all(part.reason for part in joint.parts)


@pytest.mark.parametrize("code", ["ARG", "BOL", "COL", "ECU", "PER", "VEN"])
def test_of_several_persons_the_one_that_tells_most_counts_in_full(code: str) -> None:
    # An actor's minister tells less than a recipient's; the codes' order in a set must not decide which counts.
    sides = {"actors": [ROJAS], "recipients": [{**VEGA, "code": code}]}
    assert value("persons", sides, sides) == pytest.approx(1.1)


def test_that_neither_report_names_a_recipient_is_said() -> None:
    shaken = {"actors": "CHL PER", "recipients": "", "reciprocal": True}
    joint = explain(read_traits(told("a", **shaken)), read_traits(told("b", **shaken)))
    assert next(part.reason for part in joint.parts if part.name == "recipients") == "both name nobody"
