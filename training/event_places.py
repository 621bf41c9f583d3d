"""Fit how the places stage finds an event's place, and write it to `src/dragoman/places/data`.

    DRAGOMAN_DATA=../shared python training/event_places.py
    DRAGOMAN_DATA=../shared python training/event_places.py --measure    # the shipped weights, without fitting

Reads the events that are placed by the coding guide (`labels/guide-feeds.jsonl`, `labels/guide-stories.jsonl`), but for
the held-out twelfth; those of stories count twice, since they are few and full of reference. Sides, types and triggers
are the labels'; toponyms are those that the stage finds. Two fits of a conditional logit over areas and "no place
named": events by themselves (`alone`), then with the places that the first gives the other events of the document
(`among others`), each half of the documents read by weights of the other half. Weights of features go to
`event_weights.toml`, those of the tagger's states (`places/leanings.py`) to `event_leanings.npy`.

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
from dragoman.events.onnx import Array
from dragoman.gazetteer.places import load_places
from dragoman.model.coding import Coding
from dragoman.model.event import EventFrame
from dragoman.model.text import Document
from dragoman.places import weights as weights_module
from dragoman.places.find import Toponym, find_toponyms
from dragoman.places.leanings import KINDS, find_leanings
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
from states import ascend, centre_states, compose_leanings, name_tagger, read_states, share_likelihood

SHARED = Path(os.environ.get("DRAGOMAN_DATA", "../shared"))
TARGET = Path(weights_module.__file__).parent / "data"
STORY_WEIGHT = 2
RARE = 8
"""Features seen less often than this are left out."""
SMALL = 0.02
"""Weights below this are left out of the file."""
LOW = 0.6
"""How much a label of low confidence counts."""
PRIOR, STATE_PRIOR = 2.0, 300.0
"""How strongly weights of features and of states are held near 0."""
SHIFT_ALONE, SHIFT = -0.3, -1.0
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
class Fitted:
    """The weights of one reading: by feature, and a row for the states of each of `KINDS`, as the stage has it."""

    features: dict[str, float]
    leanings: Array

    def choose(self, options: Options, scene: Scene) -> Choice:
        """The likeliest area of a case."""
        return choose_area(options, self.features, find_leanings(scene.frame.state, self.leanings))


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
    coding = coding.with_layers(frames=tuple(frames))
    coding = coding.with_layers(frames=read_states(coding))
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
        for number, (frame, event) in enumerate(zip(coding.frames, events, strict=True))
    )
    return Item(coding, tuple(found), cases)


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
        columns, kinds = ({name: i for i, name in enumerate(group)} for group in (names, KINDS))
        cells: list[tuple[int, int]] = []
        told: list[tuple[int, int]] = []
        group: list[int] = []
        right: list[float] = []
        for position, case in enumerate(cases):
            nowhere, areas = options[case.document, case.number]
            hit = case.place in areas
            for area, features in [(None, nowhere), *areas.items()]:
                cells += [(len(group), columns[name]) for name in sorted(features) if name in columns]
                told += [(len(group), kinds[name]) for name in sorted(features) if name in kinds]
                group.append(position)
                right.append(float(area == case.place if hit else area is None))
        self.row, self.index = np.array(cells).T
        self.told, self.kind = np.array(told).T
        self.group, self.right = np.array(group), np.array(right)
        self.weight = np.array([case.weight for case in cases])[self.group]
        self.width = len(names)
        self.states, self.mean = centre_states([case.scene.frame.state for case in cases])

    def slope(self, features: Any, leanings: Any) -> Any:
        """Of the likelihood by the weights: those of the features, then those of the states, kind by kind."""
        leant = (self.states @ leanings.T)[self.group[self.told], self.kind]
        scores = np.bincount(self.row, features[self.index], minlength=len(self.group))
        scores += np.bincount(self.told, leant, minlength=len(self.group))
        wrong = (self.right - share_likelihood(scores, self.group, len(self.states))) * self.weight
        by_kind = np.zeros((len(self.states), len(KINDS)), np.float32)
        np.add.at(by_kind, (self.group[self.told], self.kind), wrong[self.told])
        by_feature = np.bincount(self.index, wrong[self.row], minlength=self.width)
        return np.concatenate([by_feature, (by_kind.T @ self.states).ravel()])


def fit(cases: Sequence[Case], options: dict[tuple[int, int], Options], shift: float) -> Fitted:
    """Weights by feature, "none" shifted, and those of the states."""
    names = frequent(options[case.document, case.number] for case in cases)
    table = Table(cases, options, names)
    width, shape, count = len(names), (len(KINDS), table.states.shape[1]), len(cases)
    of_features = np.arange(width + shape[0] * shape[1]) < width
    weights = ascend(
        lambda w: table.slope(w[:width], w[width:].reshape(shape).astype(np.float32)) / count,
        prior=np.where(of_features, PRIOR, STATE_PRIOR) / count,
        fastest=np.where(of_features, 0.03, 0.002),
        steps=250,
    )
    found = dict(zip(names, weights[:width].tolist(), strict=True))
    found["none"] += shift
    return Fitted(found, compose_leanings(weights[width:].reshape(shape), table.mean))


def frequent(options: Iterator[Options]) -> list[str]:
    """Names of the features that hold often enough."""
    counts = Counter(name for nowhere, areas in options for features in (nowhere, *areas.values()) for name in features)
    return sorted(name for name, count in counts.items() if count >= RARE)


def fit_both(items: Sequence[Item]) -> tuple[Fitted, Fitted]:
    """The weights of the two readings."""
    cases = [case for item in items for case in item.cases]
    options = {(case.document, case.number): find_options(case.scene, load_places()) for case in cases}
    choices: dict[tuple[int, int], Choice] = {}
    for half in (0, 1):
        fitted = fit([case for case in cases if case.document % 2 != half], options, SHIFT_ALONE)
        mine = [case for case in cases if case.document % 2 == half]
        for case in mine:
            key = case.document, case.number
            choices[key] = fitted.choose(options[key], case.scene)
    alone = fit(cases, options, SHIFT_ALONE)
    return alone, fit(cases, add_frames(items, options, choices), SHIFT)


def export(alone: Fitted, among: Fitted) -> None:
    """Write the weights of both readings."""
    lines = ["# Weights for where an event happened, fitted by training/event_places.py; do not edit by hand."]
    lines.append(name_tagger())
    for name, table in (("alone", alone.features), ("among others", among.features)):
        rows = [f'"{key}" = {table[key]:.2f}' for key in sorted(table) if abs(table[key]) >= SMALL]
        lines += ["", f'["{name}"]', *rows]
    (TARGET / "event_weights.toml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    np.save(TARGET / "event_leanings.npy", np.stack([alone.leanings, among.leanings]).astype(np.float16))


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
    export(alone, among)
    counts = {"alone": len(alone.features), "among others": len(among.features)}
    print({"events": sum(len(item.cases) for item in items), **counts})


if __name__ == "__main__":
    main()
