"""Copies in a bulk run, also of documents that an earlier call coded."""

import json
import os
from dataclasses import replace
from pathlib import Path

import pytest

from dragoman.export import read_events
from dragoman.model.text import Document
from dragoman.tasks import Tally
from tests.tasks.bulk.mortal import kill_at_every_step
from tests.tasks.bulk.runs import code, make_order, read_tree

TEXT = (
    "Peru's president met Chile's prime minister in Lima on Tuesday and signed agreements on trade. The two met again "
    "in the evening, and the crowd at the palace sang until midnight."
)
FAILED = "Ghana's minister met teachers in Accra, who asked for higher wages; FAIL, nobody said when they would come."
ASIDE = "The striker scored twice in Accra before the rain came, and the crowd sang until midnight; nobody was hurt."


def set_aside_first(document: Document) -> str | None:
    return "sport" if document.id == "n3" else None


@pytest.fixture
def wire(tmp_path: Path) -> Path:
    """A folder with a stream in which one text comes three times; one that can't be coded and one set aside, twice."""
    texts = ["They met.", TEXT, FAILED, ASIDE, f"LIMA (Wire) – {TEXT}", FAILED, "They met again.", TEXT, ASIDE]
    rows = [{"id": f"n{number}", "published": "2024-05-02", "text": text} for number, text in enumerate(texts)]
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "wire.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    return tmp_path


@pytest.mark.parametrize("most", [None, 3, 5, 7])
def test_copies_are_told_also_where_the_run_was_cut_off_behind_their_originals(wire: Path, most: int | None) -> None:
    order = make_order(wire, with_copies=True, gate=set_aside_first, part_size=2)
    if most:
        code(order, most=most)
    assert code(order) == Tally(documents=5, copies=2, events=8, rejected=2, set_aside=2)
    parts = sorted((wire / "out").glob("year=*/month=*/*.parquet"))
    events = [event for part in parts for event in read_events(part)]
    assert [(event["document_id"], event.get("copy_of")) for event in events] == [
        ("n0", None),
        *[("n1", None)] * 2,
        *[("n4", "n1")] * 2,
        ("n6", None),
        *[("n7", "n1")] * 2,
    ]
    rejects = [json.loads(line) for line in (wire / "out" / "_rejects.jsonl").read_text().splitlines()]
    assert [reject["id"] for reject in rejects] == ["n2", "n5"]
    assert "it is a copy of n2, which could not be coded" in rejects[1]["fault"]
    assert not (wire / "out" / "_originals").exists()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="forks are a thing of POSIX")
def test_a_run_that_is_killed_at_every_step_on_the_disk_ends_like_any_other(wire: Path) -> None:
    order = make_order(wire, with_copies=True, part_size=2)
    code(replace(order, folder=wire / "undisturbed"))
    assert kill_at_every_step("code", wire, part_size=2) > 10
    assert read_tree(wire / "out") == read_tree(wire / "undisturbed")
