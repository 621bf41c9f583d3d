import csv

import pytest

from dragoman.codebook import (
    CODEBOOK_VERSION,
    announce,
    has_mode,
    load_codebook,
    load_contexts,
    load_crosswalk,
    quad_class_for,
    requires_recipient,
    score_for,
)
from dragoman.codebook.load import load_leaves, read_resource
from dragoman.model.codes import EventType, QuadClass


def test_the_codebook_holds_sixteen_types_sixty_seven_modes_and_thirty_seven_contexts() -> None:
    book = load_codebook()
    assert tuple(book.types) == tuple(EventType)
    assert sum(len(entry.modes) for entry in book.types.values()) == 67
    assert len(load_contexts()) == 37
    assert book.version == CODEBOOK_VERSION


@pytest.mark.parametrize("event_type", EventType)
def test_every_type_is_defined(event_type: EventType) -> None:
    entry = load_codebook().types[event_type]
    assert entry.definition.endswith(".")
    assert all(mode.definition.endswith(".") and -10 <= mode.score <= 10 for mode in entry.modes.values())


@pytest.mark.parametrize("event_type", EventType)
def test_the_sign_of_the_score_follows_the_quad_class(event_type: EventType) -> None:
    if "cooperation" in quad_class_for(event_type):
        assert score_for(event_type) > 0
    else:
        assert score_for(event_type) <= 0


def test_the_choices_where_the_manual_contradicts_itself() -> None:
    assert quad_class_for(EventType.SANCTION) is QuadClass.MATERIAL_CONFLICT
    assert score_for(EventType.ACCUSE) == -3.0
    assert score_for(EventType.CONSULT, "phone") == 1.5
    assert score_for(EventType.CONSULT, "riot") == score_for(EventType.CONSULT)


@pytest.mark.parametrize(
    ("act", "announcement"),
    [
        (EventType.CONSULT, EventType.AGREE),
        (EventType.RETREAT, EventType.AGREE),
        (EventType.ASSAULT, EventType.THREATEN),
        (EventType.SANCTION, EventType.THREATEN),
        (EventType.REQUEST, None),
        (EventType.AGREE, None),
    ],
)
def test_acts_to_come_are_promises_or_threats(act: EventType, announcement: EventType | None) -> None:
    assert announce(act) is announcement


def test_three_types_want_a_recipient() -> None:
    assert {t for t in EventType if requires_recipient(t)} == {EventType.COOPERATE, EventType.AID, EventType.SANCTION}


def test_context_words_are_lower_case_and_given_once() -> None:
    for words in load_contexts().values():
        assert len(set(words)) == len(words)
        assert all(word == word.lower().strip() for word in words)


def test_the_crosswalk_names_only_what_the_codebook_holds() -> None:
    rows = load_crosswalk()
    assert {row["event_type"] for row in rows} == set(EventType)
    for row in rows:
        assert row["cameo"].isdigit()
        assert 3 <= len(row["cameo"]) <= 4
        assert -10 <= float(row["goldstein"]) <= 10
        assert not row["mode"] or has_mode(EventType(row["event_type"]), row["mode"]), row
        assert set(filter(None, row["contexts"].split(";"))) <= set(load_contexts()), row
    keys = [(r["cameo"], r["event_type"], r["mode"], r["contexts"]) for r in rows]
    assert len(set(keys)) == len(keys)


def test_leaves_by_trigger_name_types_and_known_codes() -> None:
    known = {row["cameo"] for row in load_crosswalk()}
    leaves = load_leaves()
    for kind, beginnings, code in leaves["leaves"]:
        assert EventType(kind)
        assert beginnings
        assert code in known
    assert set(leaves["announced"]) == set(load_codebook().announced)
    assert set(leaves["announced"].values()) <= known


@pytest.mark.parametrize("name", ["plover.toml", "contexts.toml", "cameo.csv", "leaves.toml"])
def test_every_file_says_where_it_comes_from(name: str) -> None:
    head = [line for line in read_resource(name).splitlines()[:6] if line.startswith("#")]
    assert any("project" in line or "openeventdata" in line for line in head)


def test_the_crosswalk_is_well_formed() -> None:
    lines = [line for line in read_resource("cameo.csv").splitlines() if not line.startswith("#")]
    assert {len(row) for row in csv.reader(lines)} == {8}
