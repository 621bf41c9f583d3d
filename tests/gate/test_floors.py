"""The accuracy gate: what was reached on the shared sets is not lost again."""

import json
import os
import re
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
SHARED = Path(os.environ.get("DRAGOMAN_DATA", ROOT.parent / "shared")).resolve()
FLOORS: dict[str, dict[str, float]] = json.loads((HERE / "floors.json").read_text(encoding="utf-8"))

CASES = [(name, figure) for name, figures in FLOORS.items() for figure in figures]


@pytest.mark.parametrize(("name", "figure"), CASES)
def test_accuracy_is_at_least_its_floor(name: str, figure: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    if not (SHARED / "gold" / f"{name}.jsonl").is_file():
        pytest.skip(f"{name}.jsonl is not under {SHARED}; set DRAGOMAN_DATA to the shared sets")
    reached = measure(name, tmp_path_factory.getbasetemp())[figure]
    assert reached >= FLOORS[name][figure], f"{name}: {figure} fell to {reached:.3f}"


@pytest.mark.parametrize("name", FLOORS)
def test_floors_are_shares(name: str) -> None:
    assert all(0 <= floor <= 1 for floor in FLOORS[name].values())


@pytest.mark.parametrize("table", sorted(path.name for path in HERE.glob("*floors.json")))
def test_floors_only_rise(table: str) -> None:
    """No floor may be below one that an earlier commit had."""
    path = f"tests/gate/{table}"
    floors = json.loads((HERE / table).read_text(encoding="utf-8"))
    try:
        commits = run("git", "log", "--format=%H", "--", path).split()
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("not a git checkout: nothing to compare with")
    for commit in commits:
        for name, figures in json.loads(run("git", "show", f"{commit}:{path}")).items():
            for figure, floor in figures.items():
                assert floors[name][figure] >= floor, f"{name}: the floor of {figure} was {floor} in {commit[:8]}"


@cache
def measure(name: str, folder: Path) -> dict[str, float]:
    """Code a gold set's documents by the command line and score them with the shared scorer."""
    gold = SHARED / "gold" / f"{name}.jsonl"
    sources = SHARED / "seeds"
    if name != "seeds":
        sources = folder / f"{name}-documents.jsonl"
        rows = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines()]
        kept = [{k: row[k] for k in ("id", "published", "title", "text") if k in row} for row in rows]
        sources.write_text("".join(json.dumps(row) + "\n" for row in kept), encoding="utf-8")
    coded = folder / f"{name}-coded.jsonl"
    run(sys.executable, "-m", "dragoman", "code", str(sources), "--output", str(coded))
    return read_figures(run(sys.executable, str(SHARED / "tools/score_events.py"), str(gold), str(coded)))


def run(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT).stdout


def read_figures(printed: str) -> dict[str, float]:
    """The scorer's figures by name: type and dyad F1, precision and recall, and the fields of matched events."""
    figures: dict[str, float] = {}
    for line in printed.splitlines():
        found = re.match(r"(type(?:\+dyad)?)\s+precision ([\d.]+)\s+recall ([\d.]+)\s+F1 ([\d.]+)", line)
        if found:
            figures |= dict(
                zip(
                    (f"{found[1]} precision", f"{found[1]} recall", f"{found[1]} F1"),
                    map(float, found.groups()[1:]),
                    strict=True,
                )
            )
        if "of matched" in line:
            for field in ("date", "status", "place country", "speaker"):
                value = re.search(rf"{field} ([\d.]+)", line)
                figures[field] = float(value[1]) if value else 0.0
    return figures
