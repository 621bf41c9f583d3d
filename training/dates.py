"""Fit the weights by which the timex stage dates events, and write them to `src/dragoman/timex/data/dating.toml`.

    DRAGOMAN_DATA=../shared python training/dates.py

Reads the labelled feeds (`data/events/feeds-labelled.jsonl`, without the twelfth whose id has a CRC-32 divisible by
12) and the labelled stories (`stories-labelled.jsonl`; `--half 0` or `1` takes those of even or odd CRC-32 alone, so
that the others can measure). A frame is made of each labelled trigger with its sides; the fit is a conditional logit
over the ways to date it (`timex/choices.py`), of which several may be right.

The labels leave more dates blank than the coding guide, by which what is told without time words happened on the day
of publication. So blanks of stories, where this is most frequent, are left out unless time words are labelled, as are
those of plans (the guide gives them the announcement's day); and `BLANK_SHIFT` goes onto the weight of "none" for all
that is told as news.

Plain NumPy, no random numbers: the same input gives the same weights. Two minutes on one core, mostly for parsing.
"""

import argparse
import os
import zlib
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import numpy as np
from labelled import Gold, read_frame, read_lines, read_parties

from dragoman.model.codes import EventType
from dragoman.model.coding import Coding
from dragoman.model.event import Attribution, EventFrame, Plan
from dragoman.model.text import Document
from dragoman.model.timex import Timex
from dragoman.sentences import SentencesStep
from dragoman.timex import TimexStep, weights
from dragoman.timex.choices import Choice, find_choices
from dragoman.timex.scene import Scene

SHARED = Path(os.environ.get("DRAGOMAN_DATA", "../shared"))
TARGET = Path(weights.__file__).parent / "data" / "dating.toml"
RARE = 10
"""Signs seen less often than this are left out."""
STORY_WEIGHT = 4.0
"""How much an event of a story counts: stories are few, and only they go on telling of a day."""
DOUBTFUL = 0.6
"""How much a label of low confidence counts."""
PRIOR = 3.0
BLANK_SHIFT = -3.5
COOPERATIVE = {"CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT"}
HOSTILE = {"SANCTION", "MOBILIZE", "COERCE", "ASSAULT", "PROTEST"}

Item = tuple[Coding, list[Gold]]


def read_items(name: str, keep: Callable[[int], bool]) -> Iterator[Item]:
    """The labelled items of a file whose id has a CRC-32 that is to be kept, parsed, with a frame for each event."""
    step = SentencesStep()
    for row in read_lines(SHARED / "data" / "events" / name):
        if not row["events"] or not keep(zlib.crc32(row["id"].encode())):
            continue
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
    """Whether a way of dating gives the label's date, or has its time words where the label leaves the date blank."""
    when, words = choice.when, (event["date_words"] or "").lower()
    told = document.quote(when.timex).lower() if when and when.timex else ""
    named = bool(told and words) and (told in words or words in told)
    if event["date"] is None:
        return named if words else when is None
    if when is None:
        return False
    day, first, last = event["date"].lstrip("~"), when.first.isoformat(), when.last.isoformat()
    if len(day) < len(first):
        return first.startswith(day) and last.startswith(day)
    return first == day or (named and first <= day <= last)


def is_usable(event: Gold, *, story: bool) -> bool:
    """Whether a label tells how the guide would date: see the head of this file."""
    blank = event["date"] is None and not event["date_words"]
    return not blank or event["status"] == "hypothetical" or (not story and event["status"] != "planned")


def gather(items: Sequence[Item], *, story: bool) -> list[tuple[list[Choice], list[float], float]]:
    """For each usable event its choices, which of them are right, and how much it counts."""
    step, found = TimexStep(), []
    for coding, events in items:
        timexes: tuple[Timex, ...] = step(coding).timexes
        scene = Scene(coding, timexes)
        for index, event in enumerate(events):
            choices = find_choices(scene, index)
            right = [float(is_right(choice, event, coding.document)) for choice in choices]
            if any(right) and is_usable(event, story=story):
                weight = (STORY_WEIGHT if story else 1.0) * (1.0 if event["confidence"] == "high" else DOUBTFUL)
                found.append((choices, right, weight))
    return found


def fit(rows: Sequence[tuple[list[Choice], list[float], float]], *, steps: int = 300) -> dict[str, float]:
    """Adam on the regularised likelihood of a conditional logit in which several choices may be right."""
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
    named = dict(zip(columns, found.tolist(), strict=True))
    named["none, told as news"] = named.get("none, told as news", 0.0) + BLANK_SHIFT
    return named


def export(fitted: dict[str, float]) -> None:
    """Write the table; weights that hardly count are left out."""
    lines = ["# Weights of the signs for and against each way of dating an event, fitted by training/dates.py;"]
    lines += ["# do not edit by hand.", "", "[weights]"]
    lines += [f'"{sign}" = {fitted[sign]:.3f}' for sign in sorted(fitted) if abs(fitted[sign]) >= 0.02]
    TARGET.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> None:
    """Fit and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--half", type=int, choices=[0, 1], help="the stories to fit on; left out, all of them")
    half = parser.parse_args().half
    feeds = list(read_items("feeds-labelled.jsonl", lambda crc: crc % 12 != 0))
    stories = list(read_items("stories-labelled.jsonl", lambda crc: half is None or crc % 2 == half))
    rows = [*gather(feeds, story=False), *gather(stories, story=True)]
    fitted = fit(rows)
    export(fitted)
    print(f"{len(rows)} events, {len(fitted)} signs")


if __name__ == "__main__":
    main()
