import csv
import os
import re
from pathlib import Path

import pytest

from dragoman.codebook import (
    cameo_for,
    goldstein_for,
    load_codebook,
    load_contexts,
    load_crosswalk,
    quad_class_for,
    score_for,
)
from dragoman.codebook.load import load_leaves
from dragoman.errors import CodebookError
from dragoman.model.codes import EventType

HERE = Path(__file__).parent
SHARED = Path(os.environ.get("DRAGOMAN_DATA", HERE.parents[2] / "shared")) / "data"
LEAVES = list(csv.DictReader((HERE / "leaves.csv").read_text(encoding="utf-8").splitlines()[1:]))

CASES = [
    (EventType.CONSULT, None, (), "met", "040"),
    (EventType.CONSULT, "visit", ("diplomatic",), "visited", "042"),
    (EventType.CONSULT, "visit", (), "received", "043"),
    (EventType.CONSULT, "phone", (), "called", "041"),
    (EventType.CONSULT, None, ("diplomatic",), "negotiations", "046"),
    (EventType.SUPPORT, None, (), "praised", "051"),
    (EventType.SUPPORT, None, ("economic",), "signed", "057"),
    (EventType.AID, None, ("military",), "sent", "072"),
    (EventType.AID, None, ("human_security",), "sent", "073"),
    (EventType.COOPERATE, None, ("military",), "exercises", "062"),
    (EventType.ACCUSE, "disapprove", (), "condemned", "111"),
    (EventType.ACCUSE, "disapprove", ("legal",), "condemned", "111"),
    (EventType.ACCUSE, None, (), "supported claims", "112"),
    (EventType.ACCUSE, "allege", (), "sued", "115"),
    (EventType.REJECT, None, (), "vetoed", "129"),
    (EventType.SANCTION, "discontinue", (), "sanctions", "163"),
    (EventType.SANCTION, "expel", ("diplomatic",), "expelled", "166"),
    (EventType.RETREAT, "ceasefire", ("military",), "truce", "0871"),
    (EventType.MOBILIZE, "troops", ("military",), "deployed", "154"),
    (EventType.COERCE, "arrest", (), "arrested", "173"),
    (EventType.ASSAULT, None, (), "attacked", "190"),
    (EventType.ASSAULT, "drone", ("military",), "struck", "195"),
]


@pytest.mark.parametrize(("event_type", "mode", "contexts", "trigger", "code"), CASES)
def test_the_most_specific_code_borne_out(
    event_type: EventType, mode: str | None, contexts: tuple[str, ...], trigger: str, code: str
) -> None:
    assert cameo_for(event_type, mode, contexts, trigger=trigger) == code


@pytest.mark.parametrize("row", LEAVES, ids=lambda row: f"{row['cameo']}-{row['trigger']}")
def test_a_trigger_has_its_leaf(row: dict[str, str]) -> None:
    contexts = tuple(filter(None, row["contexts"].split(";")))
    code = cameo_for(EventType(row["event_type"]), row["mode"] or None, contexts, trigger=row["trigger"])
    assert code == row["cameo"]


def test_most_leaves_of_the_crosswalk_are_tested_and_all_roots() -> None:
    tested = {row["cameo"] for row in LEAVES}
    assert len(tested) >= 120
    assert {code[:2] for code in tested} == {row["cameo"][:2] for row in load_crosswalk()}


@pytest.mark.parametrize(
    ("event_type", "trigger", "code"),
    [
        (EventType.SUPPORT, "signalled", "050"),
        (EventType.REJECT, "said aide", "120"),
        (EventType.ACCUSE, "in Suez", "112"),
        (EventType.CONCEDE, "sanctions lifted", "080"),
    ],
)
def test_beginnings_count_in_order_and_whole_words_as_wholes(event_type: EventType, trigger: str, code: str) -> None:
    assert cameo_for(event_type, None, trigger=trigger) == code


def test_a_leaf_is_found_through_marks_and_capitals() -> None:
    assert cameo_for(EventType.REJECT, None, trigger="“VETOED”,") == "129"


def test_every_beginning_can_be_the_one_that_counts() -> None:
    for n, (kind, beginnings, code) in enumerate(load_leaves()["leaves"]):
        for beginning in beginnings:
            found = cameo_for(EventType(kind), None, trigger=beginning.replace("$", ""))
            earlier = {c for k, _, c in load_leaves()["leaves"][:n] if k == kind}
            assert found == code, (kind, beginning, found in earlier)


def test_an_announcement_has_the_code_of_the_intent() -> None:
    assert cameo_for(EventType.AGREE, None, planned=EventType.CONSULT) == "036"
    assert cameo_for(EventType.THREATEN, None, planned=EventType.ASSAULT) == "138"


@pytest.mark.parametrize(
    ("planned", "contexts", "code"),
    [
        (EventType.AID, ("military",), "0332"),
        (EventType.AID, ("human_security", "military"), "0333"),
        (EventType.AID, (), "033"),
        (EventType.COOPERATE, ("economic",), "0311"),
        (EventType.SANCTION, ("economic",), "1312"),
        (EventType.CONSULT, ("military",), "036"),
    ],
)
def test_a_context_says_what_is_announced(planned: EventType, contexts: tuple[str, ...], code: str) -> None:
    assert cameo_for(EventType.AGREE, None, contexts, planned=planned) == code


@pytest.mark.parametrize("event_type", EventType)
def test_every_type_mode_and_context_has_a_code_with_a_value(event_type: EventType) -> None:
    for mode in [None, *load_codebook().types[event_type].modes]:
        for context in [(), *((c,) for c in load_contexts())]:
            assert -10 <= goldstein_for(cameo_for(event_type, mode, context)) <= 10


@pytest.mark.parametrize(("code", "value"), [("042", 1.9), ("190", -10.0), ("0871", 9.0), ("0429", 1.9)])
def test_goldstein_values_are_the_parus_phoenix_ones(code: str, value: float) -> None:
    assert goldstein_for(code) == value


@pytest.mark.parametrize("code", ["99", "", "abc"])
def test_an_unknown_code_is_refused(code: str) -> None:
    with pytest.raises(CodebookError):
        goldstein_for(code)


@pytest.mark.parametrize(
    ("event_type", "mode"),
    [(t, mode) for t, entry in load_codebook().types.items() for mode in (None, *entry.modes)],
)
def test_every_type_and_mode_has_code_quad_class_and_scores_of_one_sign(
    event_type: EventType, mode: str | None
) -> None:
    code = cameo_for(event_type, mode)
    assert code in {row["cameo"] for row in load_crosswalk() if row["event_type"] == event_type}
    cooperative = "cooperation" in quad_class_for(event_type)
    assert (score_for(event_type, mode) > 0) == cooperative or event_type is EventType.REQUEST
    assert (goldstein_for(code) > 0) == cooperative


@pytest.mark.skipif(not SHARED.is_dir(), reason="DRAGOMAN_DATA names no folder of the shared data")
def test_the_crosswalk_holds_every_code_of_its_source_with_its_type() -> None:
    text = (SHARED / "CAMEO2PLOVER-2021.txt").read_text(encoding="utf-8")
    ours: dict[str, set[str]] = {}
    for row in load_crosswalk():
        ours.setdefault(row["cameo"], set()).add(row["event_type"])
    table = re.findall(r"^(\d{3,4}): *([A-Z]+)", text, re.M)
    assert len(table) > 250
    assert {code: kind for code, kind in table if kind not in ours.get(code, set())} == {}


@pytest.mark.skipif(not SHARED.is_dir(), reason="DRAGOMAN_DATA names no folder of the shared data")
def test_goldstein_values_are_those_of_the_source() -> None:
    with (SHARED / "cameo_goldstein.csv").open(encoding="utf-8") as lines:
        known = {row["cameo"]: float(row["parus_phoenix"]) for row in csv.DictReader(lines) if row["parus_phoenix"]}
    for row in load_crosswalk():
        code = next(row["cameo"][:n] for n in (4, 3, 2) if row["cameo"][:n] in known)
        assert float(row["goldstein"]) == known[code], row
