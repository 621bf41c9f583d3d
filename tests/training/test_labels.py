"""The project's own labels of texts that lie outside the repository (`training/labels`)."""

import importlib.util
import os
import re
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from dragoman.codebook import rename_mode
from dragoman.model.codes import EventType, Status

ROOT = Path(__file__).parents[2]
SHARED = Path(os.environ.get("DRAGOMAN_DATA", ROOT.parent / "shared")).resolve()


@pytest.fixture(scope="module")
def labelled() -> ModuleType:
    """`training/labelled.py`, which is no part of the package."""
    spec = importlib.util.spec_from_file_location("labelled", ROOT / "training" / "labelled.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def items(labelled: ModuleType) -> list[dict[str, Any]]:
    """Every item with labels of the project's own, with its words."""
    if not (SHARED / "data" / "news" / "feeds-2022.jsonl").exists():
        pytest.skip(f"the labelled texts are not under {SHARED}; set DRAGOMAN_DATA to the shared sets")
    own = {row["id"] for path in _list_labels(labelled, guide=False) for row in labelled.read_lines(path)}
    known = [*labelled.read_items(SHARED), *labelled.read_stories(SHARED)]
    found = [item for item in known if item["id"] in own]
    assert len(found) == len(own)
    return found


def _list_labels(labelled: ModuleType, *, guide: bool) -> list[Path]:
    """The files of events, or those of when and where the events of others happened."""
    return [path for path in labelled.LABELS.iterdir() if path.name.startswith("guide-") is guide]


def test_every_guided_event_has_a_day_and_a_country_or_none(labelled: ModuleType) -> None:
    paths = _list_labels(labelled, guide=True)
    assert len(paths) == 2
    for row in (row for path in paths for row in labelled.read_lines(path)):
        assert len(row["dates"]) == len(row["places"]) > 0, row["id"]
        for place in row["places"]:
            assert place is None or re.fullmatch("[A-Z]{3}", place), row["id"]
        for day in row["dates"]:
            assert day is None or re.fullmatch(r"~?\d{4}(-\d\d){0,2}", day), (row["id"], day)


def test_guided_items_are_those_labelled(labelled: ModuleType, items: list[dict[str, Any]]) -> None:
    stories = labelled.read_guided_stories(SHARED)
    assert len(stories) == 115
    assert len(labelled.read_guided_feeds(SHARED)) == 2498
    assert items


def test_every_label_names_whole_words_of_its_text(items: list[dict[str, Any]]) -> None:
    for item in items:
        for event in item["events"]:
            speaker = [event["speaker"]] if event["speaker"] else []
            mentions = [p["mention"] for p in (*event["actors"], *event["recipients"], *speaker)]
            for words in (event["trigger"], *mentions):
                assert words == words.strip() != "", (item["id"], event)
            assert event["trigger"] in event["sentence"], (item["id"], event)


def test_every_label_uses_the_codebook(items: list[dict[str, Any]]) -> None:
    for item in items:
        for event in item["events"]:
            kind = EventType(event["type"])
            Status(event["status"])
            assert event["mode"] is None or rename_mode(kind, event["mode"]), (item["id"], event["mode"])
