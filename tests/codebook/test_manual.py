"""The codebook against the facts of PLOVER's manual, where they can be read."""

import json
import os
from pathlib import Path
from typing import Any

import pytest

from dragoman.codebook import has_mode, load_codebook, load_contexts, rename_mode, requires_recipient, score_for
from dragoman.model.codes import EventType

FACTS = Path(os.environ.get("DRAGOMAN_DATA", Path(__file__).parents[3] / "shared")) / "data" / "plover.json"
NOT_AS_PRINTED = {"ACCUSE": -3.0}
"""Scores that this project corrects: see docs/codebook.md, Choices."""

needs_facts = pytest.mark.skipif(not FACTS.is_file(), reason="DRAGOMAN_DATA names no folder with data/plover.json")


def load_facts() -> dict[str, Any]:
    facts: dict[str, Any] = json.loads(FACTS.read_text(encoding="utf-8"))
    return facts


@needs_facts
def test_types_modes_and_contexts_are_the_manuals_in_its_order() -> None:
    facts = load_facts()
    assert {str(t): list(entry.modes) for t, entry in load_codebook().types.items()} == facts["modes"]
    assert list(load_contexts()) == facts["contexts"]


@needs_facts
def test_recipients_are_wanted_where_the_manual_wants_them() -> None:
    facts = load_facts()["requires_recipient_in_section"]
    assert {str(t): "Yes" if requires_recipient(t) else "No" for t in EventType} == facts


@needs_facts
def test_scores_are_the_printed_ones() -> None:
    for name, printed in load_facts()["scores_as_printed"].items():
        event_type, _, mode = name.partition(": ")
        score = score_for(EventType(event_type), mode.lower() or None)
        assert score == NOT_AS_PRINTED.get(name, printed), name


@pytest.mark.parametrize(
    ("event_type", "written", "mode"),
    [
        (EventType.ASSAULT, "assassinate", "targeted"),
        (EventType.ASSAULT, "massacre", "targeted"),
        (EventType.ASSAULT, "execute", "targeted"),
        (EventType.ASSAULT, "cleansing", "targeted"),
        (EventType.COERCE, "ban", "restrict"),
        (EventType.THREATEN, "ban", "restrict"),
        (EventType.RETREAT, "return", "release"),
        (EventType.CONSULT, "visit", "visit"),
        (EventType.SANCTION, "ban", None),
        (EventType.AID, "massacre", None),
        (EventType.CONSULT, "riot", None),
        (EventType.CONSULT, "", None),
    ],
)
def test_names_of_earlier_drafts_count_for_what_they_became(
    event_type: EventType, written: str, mode: str | None
) -> None:
    assert rename_mode(event_type, written) == mode


def test_earlier_names_are_no_modes_any_more_and_lead_to_modes() -> None:
    for event_type, names in load_codebook().earlier_modes.items():
        for earlier, present in names.items():
            assert not has_mode(event_type, earlier)
            assert has_mode(event_type, present)
