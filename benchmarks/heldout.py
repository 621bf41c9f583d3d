"""Score the coder on the labelled feed items that the tagger never saw: those of the held-out twelfth.

    DRAGOMAN_DATA=../shared python benchmarks/heldout.py

The labels name events of every footing, also wishes and fears, and leave the date empty where the item names no day, so
the figures are lower than on the hand-coded sets, and that of dates means little; they are good for comparing versions.
"""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1] / "training"))
from labelled import is_held_out, read_lines  # what was held out, training alone says

SHARED = Path(os.environ.get("DRAGOMAN_DATA", "../shared"))


def read_held_out(path: Path) -> list[dict[str, Any]]:
    """The held-out items in the form of the gold sets."""
    return [to_gold(item) for item in read_lines(path) if is_held_out(item["id"])]


def to_gold(item: dict[str, Any]) -> dict[str, Any]:
    """One labelled item as a line of a gold set; sides without a code are left out."""

    def side(parties: list[dict[str, Any]]) -> list[dict[str, str]]:
        return [{"code": p["code"]} for p in parties if p.get("code")]

    events = [
        {
            **{k: e[k] for k in ("type", "mode", "reciprocal", "date", "status", "place", "confidence")},
            "actor": side(e["actors"]),
            "recipient": side(e["recipients"]),
            "said_by": (e["speaker"] or {}).get("code"),
            "evidence": e["trigger"],
        }
        for e in item["events"]
    ]
    return {**{k: item[k] for k in ("id", "publisher", "published", "title", "text")}, "events": events}


def main() -> None:
    """Code the items and print what the shared scorer says."""
    gold = read_held_out(SHARED / "data" / "events" / "feeds-labelled.jsonl")
    with tempfile.TemporaryDirectory() as folder:
        known, coded = Path(folder, "gold.jsonl"), Path(folder, "coded.jsonl")
        known.write_text("".join(json.dumps(row) + "\n" for row in gold), encoding="utf-8")
        subprocess.run([sys.executable, "-m", "dragoman", "code", known, "--output", coded], check=True)
        subprocess.run([sys.executable, SHARED / "tools" / "score_events.py", known, coded], check=True)


if __name__ == "__main__":
    main()
