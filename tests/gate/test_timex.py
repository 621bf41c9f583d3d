"""The accuracy gate of time expressions: both shared sets whole without the parser, half of one as users run it."""

import json
import sys
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from dragoman.timex import tag_times
from tests.gate.test_floors import HERE, SHARED, run

FLOORS: dict[str, dict[str, float]] = json.loads((HERE / "timex_floors.json").read_text(encoding="utf-8"))
CASES = [(name, figure) for name, figures in FLOORS.items() for figure in figures]
SCORER = str(SHARED / "tools" / "score_timex.py")


@pytest.mark.parametrize(("name", "figure"), CASES)
def test_accuracy_is_at_least_its_floor(name: str, figure: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    if not (SHARED / "data" / "timex" / name.removesuffix("-parsed")).is_dir():
        pytest.skip(f"{name} is not under {SHARED}; set DRAGOMAN_DATA to the shared sets")
    reached = measure(name, tmp_path_factory.getbasetemp())[figure]
    assert reached >= FLOORS[name][figure], f"{name}: {figure} fell to {reached:.3f}"


@cache
def measure(name: str, folder: Path) -> dict[str, float]:
    """Tag a set and score it; shares, not per cent.

    "-parsed" after a set's name stands for `dragoman timex`, which parses, on the files that nobody looked at: those
    of odd number, counted from 0 in order of name. The whole set takes a minute that way, and a second without.
    """
    gold = SHARED / "data" / "timex" / name.removesuffix("-parsed")
    found = folder / f"{name}-found.jsonl"
    if name.endswith("-parsed"):
        gold = link_every_second(gold, folder / name)
        texts = folder / f"{name}.jsonl"
        texts.write_text(run(sys.executable, SCORER, "text", str(gold)), encoding="utf-8")
        run(sys.executable, "-m", "dragoman", "timex", str(texts), "--output", str(found))
    else:
        found.write_text(tag_texts(run(sys.executable, SCORER, "text", str(gold))), encoding="utf-8")
    scored = json.loads(run(sys.executable, SCORER, "score", str(gold), str(found), "--json"))
    return {figure: scored[figure]["F1"] / 100 for figure in ("relaxed", "strict", "type", "value")}


def link_every_second(gold: Path, part: Path) -> Path:
    """A folder with links to the files of odd number."""
    part.mkdir(exist_ok=True)
    files = sorted(file for file in gold.glob("*.tml") if not file.name.startswith("."))
    for file in files[1::2]:
        (part / file.name).symlink_to(file)
    return part


def tag_texts(lines: str) -> str:
    """What `tag_times` finds in the scorer's texts, as the scorer reads it."""
    out = []
    for text in map(json.loads, filter(None, lines.split("\n"))):
        timexes = tag_times(text["text"], date.fromisoformat(text["published"][:10]))
        spans = [{"start": t.span.start, "end": t.span.end, "type": t.type, "value": t.value} for t in timexes]
        out.append(json.dumps({"id": text["id"], "timexes": spans}) + "\n")
    return "".join(out)


@pytest.mark.parametrize("name", FLOORS)
def test_floors_are_shares(name: str) -> None:
    assert all(0 <= floor <= 1 for floor in FLOORS[name].values())
