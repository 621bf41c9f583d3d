"""Small bulk runs, with a coder that needs no model."""

import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from dragoman.config import CoderConfig
from dragoman.documents import find_inputs
from dragoman.tasks import Tally
from dragoman.tasks.bulk import BulkOrder, open_retry, open_run
from dragoman.tasks.engines import THIS_PROCESS, Engine
from tests.tasks.fakes import make_word_coder


def write_inputs(folder: Path, *, lines: int = 8) -> Path:
    """A file of JSON Lines, among them some that can't be coded, between two of dated text; days of three months."""
    inputs = folder / "in"
    inputs.mkdir()
    (inputs / "a.txt").write_text("date 2024-12-30 They met in the year before.")
    rows: list[dict[str, str]] = [
        {
            "id": f"n{number}",
            "published": str(date(2025, 1, 20) + timedelta(days=3 * number)),
            "publisher": "The Wire",
            "text": f"They met {number}{' and met' * (number % 3)}.",
        }
        for number in range(lines)
    ]
    rows[2]["text"] = "They met, FAIL."
    del rows[4]["published"]
    rows[5]["id"] = "n1"
    (inputs / "b.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    (inputs / "c.txt").write_text("date 2025-01-02 They said nothing.")
    return inputs


def make_order(folder: Path, /, **changes: Any) -> BulkOrder:
    """The order to code `folder`/in into `folder`/out, three documents a part."""
    given: dict[str, Any] = {
        "folder": folder / "out",
        "inputs": tuple(find_inputs([str(folder / "in")])),
        "config": CoderConfig(),
        "part_size": 3,
        "maker": make_word_coder,
    }
    return BulkOrder(**(given | changes))


def code(order: BulkOrder, engine: Engine = THIS_PROCESS, *, most: int | None = None) -> Tally:
    """Code what is left, or at most so many documents of it before the run is cut off."""
    with open_run(order) as run:
        outcomes = run.code(engine)
        for number, _ in enumerate(outcomes, 1):
            if number == most:
                outcomes.close()  # type: ignore[attr-defined]  # it is a generator
                break
        return run.tally


def retry(order: BulkOrder, engine: Engine = THIS_PROCESS) -> Tally:
    """Code again what was rejected."""
    with open_retry(order) as run:
        for _ in run.code(engine):
            pass
        return run.tally


def read_tree(folder: Path) -> dict[str, bytes]:
    """All files of a folder by path, but for the lock."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != "_lock"
    }
