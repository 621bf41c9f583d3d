"""The accuracy gate of places: a part of each shared set that no weight was fitted on, scored by the shared scorer."""

import json
import sys
from functools import cache
from pathlib import Path

import pytest

from tests.gate.test_floors import HERE, SHARED, run

FLOORS: dict[str, dict[str, float]] = json.loads((HERE / "places_floors.json").read_text(encoding="utf-8"))
CASES = [(name, figure) for name, figures in FLOORS.items() for figure in figures]

STEP = {"lgl": 4, "geowebnews": 2}
"""Of the documents numbered from 0, those that leave 1 when divided by this: enough to see a loss in a minute."""


@pytest.mark.parametrize(("name", "figure"), CASES)
def test_accuracy_is_at_least_its_floor(name: str, figure: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    if not (SHARED / "data" / "places" / f"{name}.jsonl").is_file():
        pytest.skip(f"{name}.jsonl is not under {SHARED}; set DRAGOMAN_DATA to the shared sets")
    reached = measure(name, tmp_path_factory.getbasetemp())[figure]
    assert reached >= FLOORS[name][figure], f"{name}: {figure} fell to {reached:.3f}"


@cache
def measure(name: str, folder: Path) -> dict[str, float]:
    """Find the places of a part of a set by the command line, and score them; shares, not per cent."""
    lines = (SHARED / "data" / "places" / f"{name}.jsonl").read_text(encoding="utf-8").split("\n")
    gold, texts, found = (folder / f"{name}-{part}.jsonl" for part in ("gold", "texts", "found"))
    gold.write_text("".join(line + "\n" for line in lines[1 :: STEP[name]] if line), encoding="utf-8")
    scorer = str(SHARED / "tools" / "score_geo.py")
    texts.write_text(run(sys.executable, scorer, "text", str(gold)), encoding="utf-8")
    run(sys.executable, "-m", "dragoman", "places", str(texts), "--output", str(found))
    printed = run(sys.executable, scorer, "score", str(gold), str(found), "--resolvable-only", "--json")
    return read_figures(json.loads(printed))


def read_figures(scored: dict[str, object]) -> dict[str, float]:
    """The scorer's figures by the names of docs/evaluation.md; those that the gold lacks are left out."""
    relaxed = scored["relaxed"]
    assert isinstance(relaxed, dict)
    figures = {
        "found F1": relaxed["F1"],
        "within 161 km, of all": scored["acc161_all_gold"],
        "country right, of all": scored["country_all_gold"],
    }
    return {figure: value / 100 for figure, value in figures.items() if isinstance(value, float)}
