"""Fit the weights by which the timex stage dates events, and write them to `src/dragoman/timex/data/dating.toml`.

    DRAGOMAN_DATA=../shared python training/dates.py

Reads the labelled feeds (`data/events/feeds-labelled.jsonl`, without the held-out twelfth), of which only the dated
events count, since their labels leave more dates blank than the coding guide; and the stories whose events the project
dated by that guide (`labels/guide-stories.jsonl`; `--part 0` to `3` leaves out those whose CRC-32 has that remainder by
four, only measures on them, and writes nothing). A frame is made of each labelled trigger with its sides; the fit is a
conditional logit over the ways to date it (`timex/choices.py`), of which several may be right.

Plain NumPy, no random numbers: the same input gives the same weights. Two minutes on one core, mostly for parsing.
"""

import argparse
import os
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
from labelled import Gold, is_held_out, read_frame, read_guided_stories, read_lines, read_parties

from dragoman.model.codes import EventType
from dragoman.model.coding import Coding
from dragoman.model.event import Attribution, EventFrame, Plan
from dragoman.model.text import Document
from dragoman.model.timex import EventDate, Timex
from dragoman.sentences import SentencesStep
from dragoman.timex import TimexStep, weights
from dragoman.timex.choices import Choice, find_choices
from dragoman.timex.dating import choose
from dragoman.timex.scene import Scene

SHARED = Path(os.environ.get("DRAGOMAN_DATA", "../shared"))
TARGET = Path(weights.__file__).parent / "data" / "dating.toml"
RARE = 10
"""Signs seen less often than this are left out."""
STORY_WEIGHT = 8.0
"""How much an event of a story counts: stories are few, and only they go on telling of a day."""
DOUBTFUL = 0.6
"""How much a label of low confidence counts."""
PRIOR = 3.0
COOPERATIVE = {"CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT"}
HOSTILE = {"SANCTION", "MOBILIZE", "COERCE", "ASSAULT", "PROTEST"}

PARTS = 4

Item = tuple[Coding, list[Gold]]
Row = tuple[list[Choice], list[float], float]
"""The ways to date an event, which of them are right, and how much the event counts."""


def read_items(rows: Iterable[dict[str, Any]]) -> Iterator[Item]:
    """Labelled items that hold events, parsed, with a frame for each event."""
    step = SentencesStep()
    for row in rows:
        if row["events"]:
            day = date.fromisoformat(row["published"])
            document = Document(id=row["id"], text=row["text"], title=row["title"], published=day)
            yield read_frames(step(Coding(document=document)), row["events"])


def read_frames(coding: Coding, events: Sequence[Gold]) -> Item:
    """A coding with the frames of the labelled events whose triggers are found, and those events in their order."""
    pairs = [(frame, event) for event in events if (frame := read_announced(coding, event)) is not None]
    pairs.sort(key=lambda pair: (pair[0].sentence, pair[0].trigger.start))
    first: dict[int, int] = {}
    frames = []
    for i, (frame, event) in enumerate(pairs):
        told = first.setdefault(event["same"], i) if event.get("same") is not None else i
        frames.append(replace(frame, same_as=told) if told != i else frame)
    return coding.with_layers(frames=tuple(frames)), [event for _, event in pairs]


def read_announced(coding: Coding, event: Gold) -> EventFrame | None:
    """The frame of a labelled event as the coder makes it: a plan is its announcement, and a speaker is known."""
    frame = read_frame(coding, event)
    if frame is None:
        return None
    if event["speaker"]:
        speaker = read_parties(coding.document, [event["speaker"]], frame.trigger.field, frame.trigger.start)
        told = Attribution(speaker=speaker[0], cue="", span=speaker[0].mention) if speaker else None
        frame = replace(frame, attribution=told)
    if event["status"] == "planned" and event["type"] in COOPERATIVE | HOSTILE:
        announced = EventType.AGREE if event["type"] in COOPERATIVE else EventType.THREATEN
        plan = Plan(event_type=frame.event_type, mode=frame.mode)
        frame = replace(frame, event_type=announced, plan=plan)
    return frame


def is_right(choice: Choice, event: Gold, document: Document) -> bool:
    """Whether a way of dating gives the label's date, or has its time words or its rough day ("~2013-05-08")."""
    when = choice.when
    if event["date"] is None or when is None:
        return event["date"] is None and when is None
    words, told = (event.get("date_words") or "").lower(), document.quote(when.timex).lower() if when.timex else ""
    named = bool(told and words) and (told in words or words in told)
    day, first, last = event["date"].lstrip("~"), when.first.isoformat(), when.last.isoformat()
    if len(day) < len(first):
        return first.startswith(day) and last.startswith(day)
    return first == day or ((named or event["date"] != day) and first <= day <= last)


def gather(items: Iterable[Item]) -> list[Row]:
    """For each event its choices, which of them are right, and how much its label counts."""
    step, found = TimexStep(), []
    for coding, events in items:
        timexes: tuple[Timex, ...] = step(coding).timexes
        scene = Scene(coding, timexes)
        for index, event in enumerate(events):
            choices = find_choices(scene, index)
            right = [float(is_right(choice, event, coding.document)) for choice in choices]
            found.append((choices, right, 1.0 if event["confidence"] == "high" else DOUBTFUL))
    return found


def fit(rows: Sequence[Row], *, steps: int = 300) -> dict[str, float]:
    """Adam on the regularised likelihood of a conditional logit in which several choices may be right."""
    rows = [row for row in rows if any(row[1])]
    counts = Counter(sign for choices, _, _ in rows for choice in choices for sign in choice.signs)
    columns = {sign: i for i, sign in enumerate(sorted(s for s, n in counts.items() if n >= RARE))}
    flat = [choice for choices, _, _ in rows for choice in choices]
    cells = [(i, columns[s]) for i, choice in enumerate(flat) for s in set(choice.signs) if s in columns]
    line, column = np.array(cells).T
    right = np.array([r for _, rights, _ in rows for r in rights])
    group = np.repeat(np.arange(len(rows)), [len(choices) for choices, _, _ in rows])
    weight = np.array([w for _, _, w in rows])[group]
    found, square, pace = np.zeros(len(columns)), np.zeros(len(columns)), np.zeros(len(columns))
    for step in range(steps):
        scores = np.bincount(line, found[column], len(flat))
        best = np.full(len(rows), -np.inf)
        np.maximum.at(best, group, scores)
        likely = np.exp(scores - best[group])
        likely /= np.bincount(group, likely)[group]
        target = likely * right
        target /= np.maximum(np.bincount(group, target)[group], 1e-12)
        gain = ((target - likely) * weight)[line]
        slope = (np.bincount(column, gain, len(columns)) - PRIOR * found) / len(rows)
        square, pace = 0.99 * square + 0.01 * slope**2, 0.9 * pace + 0.1 * slope
        rate = 0.05 * (1 - 0.9 * step / steps)
        found = found + rate * pace / np.sqrt(square / (1 - 0.99 ** (step + 1)) + 1e-10)
    return dict(zip(columns, found.tolist(), strict=True))


def export(fitted: dict[str, float]) -> None:
    """Write the table; weights that hardly count are left out."""
    lines = ["# Weights of the signs for and against each way of dating an event, fitted by training/dates.py;"]
    lines += ["# do not edit by hand.", "", "[weights]"]
    lines += [f'"{sign}" = {fitted[sign]:.3f}' for sign in sorted(fitted) if abs(fitted[sign]) >= 0.02]
    TARGET.write_text("\n".join(lines) + "\n", encoding="utf-8")


def measure(rows: Sequence[Row], fitted: Mapping[str, float]) -> float:
    """How often weights choose the days of a right way, over all rows."""

    def days(when: EventDate | None) -> tuple[date, date] | None:
        return (when.first, when.last) if when else None

    right = sum(
        days(choose(choices, fitted)) in {days(c.when) for c, good in zip(choices, rights, strict=True) if good}
        for choices, rights, _ in rows
    )
    return right / len(rows)


def main() -> None:
    """Fit and write; or fit without a quarter of the stories, and only measure on that."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--part", type=int, choices=range(PARTS), help="the quarter of the stories to measure on")
    part = parser.parse_args().part
    feeds = [row for row in read_lines(SHARED / "data/events/feeds-labelled.jsonl") if not is_held_out(row["id"])]
    for row in feeds:
        row["events"] = [event for event in row["events"] if event["date"]]
    stories = read_guided_stories(SHARED)
    rows = gather(read_items(feeds))
    for choices, right, weight in gather(read_items(s for s in stories if hash_of(s) % PARTS != part)):
        rows.append((choices, right, weight * STORY_WEIGHT))
    fitted = fit(rows)
    print(f"{len(rows)} events, {len(fitted)} signs")
    if part is None:
        export(fitted)
    else:
        aside = gather(read_items(s for s in stories if hash_of(s) % PARTS == part))
        print(f"{measure(aside, fitted):.3f} of {len(aside)} events of stories not fitted on are dated right")


def hash_of(row: dict[str, Any]) -> int:
    """The CRC-32 of an item's id."""
    return zlib.crc32(row["id"].encode())


if __name__ == "__main__":
    main()
