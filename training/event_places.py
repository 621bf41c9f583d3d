"""Fit how the places stage finds an event's place, and write it to `src/dragoman/places/data/event_weights.toml`.

    DRAGOMAN_DATA=../shared python training/event_places.py
    DRAGOMAN_DATA=../shared python training/event_places.py --measure    # the shipped weights, without fitting

Reads the events that are placed by the coding guide (`labels/guide-feeds.jsonl`, `labels/guide-stories.jsonl`), but for
the held-out twelfth; those of stories count twice, since they are few and full of reference. Sides, types and triggers
are the labels'; toponyms are those that the stage finds. Two fits of a conditional logit over areas and "no place
named": events by themselves (`alone`), then with the places that the first gives the other events of the document
(`among others`), each half of the documents read by weights of the other half.

`--measure` reads the held-out twelfth, and asks the whole of `locate_frames`, with the events' sides, types and
triggers still the labels'.

Plain NumPy, no random numbers: the same input gives the same weights. About three minutes on one core, most of them
parsing.
"""

import argparse
import os
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
from labelled import Gold, is_held_out, read_frame, read_guided_feeds, read_guided_stories

from dragoman.coder import DEFAULT_STEPS, Coder
from dragoman.gazetteer.places import load_places
from dragoman.model.coding import Coding
from dragoman.model.event import EventFrame
from dragoman.model.text import Document
from dragoman.places import weights as weights_module
from dragoman.places.find import Toponym, find_toponyms
from dragoman.places.locate import (
    Choice,
    Options,
    add_frame_features,
    choose_area,
    find_known,
    find_options,
    find_usable,
    locate_frames,
)
from dragoman.places.named import NamedPlaces
from dragoman.places.other_frames import PlacedFrames
from dragoman.places.scene import Scene, compose_scene
from dragoman.timex import TimexStep

SHARED = Path(os.environ.get("DRAGOMAN_DATA", "../shared"))
TARGET = Path(weights_module.__file__).parent / "data" / "event_weights.toml"
STORY_WEIGHT = 2
RARE = 8
"""Features seen less often than this are left out."""
SMALL = 0.02
"""Weights below this are left out of the file."""
LOW = 0.6
"""How much a label of low confidence counts."""
PRIOR = 2.0
SHIFT_ALONE, SHIFT = -0.3, -0.8
"""Added to the weight of "none": a likely place is given rather than left out; `README.md` has both sides of it."""


@dataclass(frozen=True, slots=True)
class Case:
    """A labelled event: its scene, which document and frame it is, and where it happened."""

    document: int
    number: int
    scene: Scene
    place: str | None
    weight: float


@dataclass(frozen=True, slots=True)
class Item:
    """A document, its frames in the coding, with the cases made of them."""

    coding: Coding
    toponyms: tuple[Toponym, ...]
    cases: tuple[Case, ...]


def read_rows(*, held_out: bool = False) -> tuple[list[dict[str, Any]], ...]:
    """The labelled feed items and stories that are for fitting, or those that are not."""
    return tuple(
        [row for row in rows if is_held_out(row["id"]) is held_out]
        for rows in (read_guided_feeds(SHARED), read_guided_stories(SHARED))
    )


def read_item(coder: Coder, row: dict[str, Any], position: int) -> Item:
    """Parse a document and make a case of each labelled event whose trigger stands in a sentence."""
    day = date.fromisoformat(row["published"])
    coding = coder.code(Document(id=row["id"], text=row["text"], title=row["title"] or "", published=day))
    firsts: dict[Any, int] = {}
    frames: list[EventFrame] = []
    events: list[Gold] = []
    for event in row["events"]:
        same = event.get("same")
        frame = read_frame(coding, event)
        if frame is not None:
            told = firsts.setdefault(same, len(frames)) if same is not None else len(frames)
            frames.append(replace(frame, same_as=told) if told != len(frames) else frame)
            events.append(event)
    found = find_toponyms(coding.document, coding.sentences, dateline=coding.dateline, mentions=coding.mentions)
    named = NamedPlaces(coding.sentences, find_usable(coding, found))
    cases = tuple(
        Case(
            position,
            number,
            compose_scene(frame, coding.sentences, named),
            event["place"],
            LOW if event["confidence"] == "low" else 1.0,
        )
        for number, (frame, event) in enumerate(zip(frames, events, strict=True))
    )
    return Item(coding.with_layers(frames=tuple(frames)), tuple(found), cases)


def add_frames(
    items: Sequence[Item], options: dict[tuple[int, int], Options], choices: dict[tuple[int, int], Choice]
) -> dict[tuple[int, int], Options]:
    """The options of every case with what the places chosen for the other frames say."""
    found = {}
    for position, item in enumerate(items):
        known = find_known([choices[position, case.number] for case in item.cases], load_places())
        others = PlacedFrames(item.coding.frames, known)
        for case in item.cases:
            said = others.find_features(case.number)
            found[position, case.number] = add_frame_features(options[position, case.number], case.scene, said)
    return found


class Table:
    """Cases as sparse rows: one for "none" and one for each area, grouped by case."""

    def __init__(self, cases: Sequence[Case], options: dict[tuple[int, int], Options], names: Sequence[str]) -> None:
        columns = {name: i for i, name in enumerate(names)}
        index: list[int] = []
        row: list[int] = []
        group: list[int] = []
        right: list[float] = []
        for position, case in enumerate(cases):
            nowhere, areas = options[case.document, case.number]
            hit = case.place in areas
            for area, features in [(None, nowhere), *areas.items()]:
                here = [columns[name] for name in sorted(features) if name in columns]
                index += here
                row += [len(group)] * len(here)
                group.append(position)
                right.append(float(area == case.place if hit else area is None))
        self.index, self.row, self.group = np.array(index), np.array(row), np.array(group)
        self.right = np.array(right)
        self.weight = np.array([case.weight for case in cases])[self.group]
        self.width = len(names)

    def ascend(self, *, steps: int = 250, rate: float = 0.03) -> Any:
        """Weights of the regularised conditional logit."""
        count = int(self.group[-1]) + 1
        found, square, pace = np.zeros(self.width), np.zeros(self.width), np.zeros(self.width)
        for step in range(steps):
            scores = np.bincount(self.row, found[self.index], minlength=len(self.group))
            best = np.full(count, -np.inf)
            np.maximum.at(best, self.group, scores)
            likely = np.exp(scores - best[self.group])
            likely /= np.bincount(self.group, likely)[self.group]
            wrong = (self.right - likely) * self.weight
            slope = (np.bincount(self.index, wrong[self.row], minlength=self.width) - PRIOR * found) / count
            square, pace = 0.99 * square + 0.01 * slope**2, 0.9 * pace + 0.1 * slope
            slower = rate * (1 - 0.9 * step / steps)
            found = found + slower * pace / np.sqrt(square / (1 - 0.99 ** (step + 1)) + 1e-10)
        return found


def fit(cases: Sequence[Case], options: dict[tuple[int, int], Options], shift: float) -> dict[str, float]:
    """Weights by feature, "none" shifted."""
    names = frequent(options[case.document, case.number] for case in cases)
    found = dict(zip(names, Table(cases, options, names).ascend().tolist(), strict=True))
    found["none"] += shift
    return found


def frequent(options: Iterator[Options]) -> list[str]:
    """Names of the features that hold often enough."""
    counts = Counter(name for nowhere, areas in options for features in (nowhere, *areas.values()) for name in features)
    return sorted(name for name, count in counts.items() if count >= RARE)


def fit_both(items: Sequence[Item]) -> tuple[dict[str, float], dict[str, float]]:
    """The weights of the two readings."""
    cases = [case for item in items for case in item.cases]
    options = {(case.document, case.number): find_options(case.scene, load_places()) for case in cases}
    choices: dict[tuple[int, int], Choice] = {}
    for half in (0, 1):
        weights = fit([case for case in cases if case.document % 2 != half], options, SHIFT_ALONE)
        mine = [case for case in cases if case.document % 2 == half]
        for case in mine:
            key = case.document, case.number
            choices[key] = choose_area(options[key], weights)
    alone = fit(cases, options, SHIFT_ALONE)
    return alone, fit(cases, add_frames(items, options, choices), SHIFT)


def export(tables: dict[str, dict[str, float]]) -> None:
    """Write the tables."""
    lines = ["# Weights for where an event happened, fitted by training/event_places.py; do not edit by hand."]
    for name, table in tables.items():
        rows = [f'"{key}" = {table[key]:.2f}' for key in sorted(table) if abs(table[key]) >= SMALL]
        lines += ["", f'["{name}"]', *rows]
    TARGET.write_text("\n".join(lines) + "\n", encoding="utf-8")


def measure(coder: Coder, rows: Sequence[dict[str, Any]]) -> Counter[str]:
    """How many labelled events are placed rightly, by whether the label has a place."""
    counts: Counter[str] = Counter()
    timex = TimexStep()
    for position, row in enumerate(rows):
        item = read_item(coder, row, position)
        places = locate_frames(timex(item.coding), item.toponyms)
        for case, found in zip(item.cases, places, strict=True):
            stated = "with a place" if case.place else "without"
            right = found is not None and case.place is not None and found.place.country == case.place
            counts[stated] += 1
            counts[f"{stated}: {'blank' if found is None else 'right' if right else 'given'}"] += 1
    return counts


def main() -> None:
    """Fit both tables and write them, or measure those there are."""
    parser = argparse.ArgumentParser(description="Fit or measure how an event's place is found.")
    parser.add_argument(
        "--measure", action="store_true", help="measure the shipped weights on what they were not fitted on"
    )
    measured: bool = parser.parse_args().measure
    coder = Coder(makers=DEFAULT_STEPS[:3])
    feeds, stories = read_rows(held_out=measured)
    if measured:
        for name, rows in (("held-out feed items", feeds), ("held-out stories", stories)):
            print(name, dict(sorted(measure(coder, rows).items())))
        return
    rows = [*feeds, *stories * STORY_WEIGHT]
    items = [read_item(coder, row, position) for position, row in enumerate(rows)]
    alone, among = fit_both(items)
    export({"alone": alone, "among others": among})
    print({"events": sum(len(item.cases) for item in items), "alone": len(alone), "among others": len(among)})


if __name__ == "__main__":
    main()
