"""How well frames are merged into happenings, on labelled stories: `python benchmarks/merging.py [FILE…]`.

Frames are built from the labels themselves (types, sides, dates), so that only merging is measured. Pairs of mentions
of one document count: right where both the labels and the merger join them.
"""

import argparse
import json
import os
import sys
from datetime import date
from pathlib import Path
from typing import Any

from dragoman.model.actor import Actor
from dragoman.model.codes import EventType, Granularity, Status
from dragoman.model.event import EventFrame, Party
from dragoman.model.evidence import Evidence
from dragoman.model.text import Field, Span
from dragoman.model.timex import EventDate
from dragoman.records.merge import Telling, merge_tellings


def main() -> int:
    """Print pairwise precision, recall and F1."""
    shared = Path(os.environ.get("DRAGOMAN_DATA", "../shared"))
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*", type=Path, default=[shared / "data/events/stories-labelled.jsonl"])
    parser.add_argument("--types", action="store_true", help="figures for each type as well")
    options = parser.parse_args()
    counts: dict[str, list[int]] = {}
    for path in options.files:
        for line in path.read_bytes().splitlines():
            count_document(json.loads(line), counts)
    for name, (right, joined, labelled) in sorted(counts.items(), key=lambda item: item[0] != "all"):
        if name == "all" or options.types:
            precision, recall = right / max(joined, 1), right / max(labelled, 1)
            f1 = 2 * precision * recall / max(precision + recall, 1e-9)
            print(f"{name:10s} pairs {labelled:5d}  precision {precision:.3f}  recall {recall:.3f}  F1 {f1:.3f}")
    return 0


def count_document(item: dict[str, Any], counts: dict[str, list[int]]) -> None:
    """Add a document's pairs: both, joined by the merger, joined by the labels."""
    tellings = [read_telling(event, item) for event in item["events"]]
    order = sorted(
        range(len(tellings)), key=lambda i: (tellings[i].frame.trigger.field is Field.TEXT, tellings[i].frame.trigger)
    )
    merged = merge_tellings([tellings[i] for i in order])
    home = {order[i]: n for n, happening in enumerate(merged) for i in happening.indices}
    labels = [event.get("same", -n) for n, event in enumerate(item["events"], start=1)]
    for i in range(len(labels)):
        for j in range(i):
            together, same = home[i] == home[j], labels[i] == labels[j]
            for name in ("all", item["events"][i]["type"]):
                entry = counts.setdefault(name, [0, 0, 0])
                entry[0] += together and same
                entry[1] += together
                entry[2] += same


def read_telling(event: dict[str, Any], item: dict[str, Any]) -> Telling:
    """A frame and a date as the stages before would give them, from one label."""
    field = Field.TITLE if event.get("field") == "title" else Field.TEXT
    text = item["title"] if field is Field.TITLE else item["text"]
    sentence = event.get("sentence") or text
    start = max(text.find(sentence), 0)
    at = text.find(event["trigger"], start)
    trigger = Span(max(at, start), max(at, start) + len(event["trigger"]), field)
    number = 0 if field is Field.TITLE else 1 + text[:start].count(". ")
    when = event.get("date")
    return Telling(
        frame=EventFrame(
            sentence=number,
            trigger=trigger,
            clause=trigger,
            event_type=EventType(event["type"]),
            mode=event["mode"],
            contexts=(),
            actors=read_parties(event["actors"], trigger),
            recipients=read_parties(event["recipients"], trigger),
            reciprocal=event["reciprocal"],
            status=Status(event["status"]),
            plan=None,
            attribution=None,
            score=1.0,
        ),
        date=read_date(when.lstrip("~"), trigger) if when else None,
    )


def read_parties(parties: list[dict[str, Any]], span: Span) -> tuple[Party, ...]:
    """The parties that have a code."""
    return tuple(Party(actor=Actor(code=p["code"]), mention=span) for p in parties if p["code"])


def read_date(words: str, span: Span) -> EventDate | None:
    """A labelled ISO date; None for anything but a day."""
    try:
        day = date.fromisoformat(words)
    except ValueError:
        return None
    evidence = Evidence(field="date", rule="label", score=1.0, span=span)
    return EventDate(first=day, last=day, granularity=Granularity.DAY, timex=span, evidence=evidence)


if __name__ == "__main__":
    sys.exit(main())
