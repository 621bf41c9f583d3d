"""Fit how sure the records stage is of an event, and write it to `src/dragoman/records/data/confidence.toml`.

    DRAGOMAN_DATA=../shared python training/confidence.py

Codes the labelled items and stories on which the tagger was not trained, those of the held-out twelfth: of others it is
surer than of a text that it has never seen. An event is right if the shared scorer matches its type and both sides with
a label; labels of one happening are joined first, as the coder is to join them. A logistic regression on the signs of
`dragoman.records.confidence`, with a ridge.

Plain NumPy, no random numbers: the same input gives the same weights. About a minute on one core.
"""

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
from labelled import Gold, is_held_out, read_items, read_stories

from dragoman.coder import Coder
from dragoman.config import CoderConfig
from dragoman.model.coding import Coding
from dragoman.model.event import EventRecord
from dragoman.model.text import Document
from dragoman.records import confidence
from dragoman.records.confidence import find_signs

SHARED = Path(os.environ.get("DRAGOMAN_DATA", "../shared"))
sys.path.insert(0, str(SHARED / "tools"))
import score_events as scorer  # noqa: E402

TARGET = Path(confidence.__file__).parent / "data" / "confidence.toml"
RIDGE = 5.0
HEAD = """\
# How much each sign adds to the log-odds that an event has the right type and both sides right.
# Fitted by training/confidence.py.
"""

Row = tuple[dict[str, float], bool]
"""Signs, and whether the event is right."""


def main() -> None:
    """Code, fit, write."""
    coder = Coder(CoderConfig(min_confidence=0))
    items = [i for i in (*read_items(SHARED), *read_stories(SHARED)) if is_held_out(i["id"])]
    rows = [row for item in items for row in judge(item, coder.code(compose_document(item)))]
    print(f"{len(rows)} events of {len(items)} texts, {sum(right for _, right in rows)} of them right")
    write_weights(fit_weights(rows))


def compose_document(item: dict[str, Any]) -> Document:
    """A labelled item as the coder reads it; invented stories and some others bear no date."""
    published = date.fromisoformat((item.get("published") or "2022-06-01")[:10])
    return Document(id=item["id"], title=item["title"], text=item["text"], published=published)


def judge(item: dict[str, Any], coding: Coding) -> Iterator[Row]:
    """The events of an item, each with whether a label matches it; pieces of a matched one are left out."""
    known = scorer.distinct([scorer.gold_event(g) for g in join_tellings(item["events"])])
    told = {tuple(map(str, (p := as_scored(e)).values())): (p, e) for e in coding.events}
    scored = [p for p, _ in told.values()]
    pairs, _ = scorer.match(known, scored, lambda g, p: g["root"] == p["root"] and scorer.same_dyad(g, p))
    right = {p for _, p in pairs}
    for number, (p, event) in enumerate(told.values()):
        if number in right or not any(scorer.part_of(p, known[g]) for g, _ in pairs):
            yield dict(find_signs(event, coding)), number in right


def as_scored(event: EventRecord) -> dict[str, Any]:
    """An event in the form that the scorer compares."""
    form = {
        "event_type": event.event_type.value,
        "status": event.status.value,
        "actors": [{"code": p.actor.code} for p in event.actors],
        "recipients": [{"code": p.actor.code} for p in event.recipients],
        "reciprocal": event.reciprocal,
        "date": {"start": event.date.first.isoformat()} if event.date else None,
    }
    scored: dict[str, Any] = scorer.predicted_event(form)
    return scored


def join_tellings(events: Iterable[Gold]) -> list[dict[str, Any]]:
    """Labels as events of the gold sets, one for each happening: the sides of all its tellings, the first date."""
    groups: dict[object, list[Gold]] = {}
    for number, event in enumerate(events):
        same = event.get("same")
        root = scorer.root(event["type"], event["status"])
        groups.setdefault((same, root) if same is not None else number, []).append(event)
    return [_join(sorted(group, key=_fullness)) for group in groups.values()]


def _fullness(event: Gold) -> tuple[bool, int]:
    """The surest and fullest telling comes first."""
    return event["confidence"] != "high", -sum(any(p["code"] for p in event[s]) for s in ("actors", "recipients"))


def _join(group: Sequence[Gold]) -> dict[str, Any]:
    best = group[0]
    sides: dict[str, list[str]] = {}
    for side, other in (("actors", "recipients"), ("recipients", "actors")):
        opposite = {p["code"] for p in best[other]}
        own = [p["code"] for p in best[side]]
        own += [p["code"] for event in group[1:] for p in event[side] if p["code"] not in opposite]
        sides[side] = [code for code in dict.fromkeys(own) if code]
    return {
        **best,
        "actor": sides["actors"],
        "recipient": sides["recipients"],
        "date": next((e["date"] for e in group if e.get("date")), None),
    }


def fit_weights(rows: Sequence[Row]) -> dict[str, float]:
    """Weights by name of sign, by Newton's method; the ridge spares the bias."""
    names = ["bias", *sorted({name for signs, _ in rows for name in signs} - {"bias"})]
    signs = np.array([[row[0].get(name, 0.0) for name in names] for row in rows])
    right = np.array([row[1] for row in rows], dtype=float)
    ridge = RIDGE * np.diag([0.0, *[1.0] * (len(names) - 1)])
    found = np.zeros(len(names))
    for _ in range(50):
        likely = 1 / (1 + np.exp(-signs @ found))
        slope = signs.T @ (likely - right) + ridge @ found
        bend = (signs * (likely * (1 - likely))[:, None]).T @ signs + ridge
        found -= np.linalg.solve(bend, slope)
    return dict(zip(names, found.tolist(), strict=True))


def write_weights(weights: dict[str, float]) -> None:
    """Write the weights in order of name."""
    lines = (f"{name} = {value:.2f}\n" for name, value in sorted(weights.items()))
    TARGET.write_text(HEAD + "".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
