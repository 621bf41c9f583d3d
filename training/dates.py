"""Fit the weights by which the timex stage dates events: `dating.toml` and `leanings.npy` in `src/dragoman/timex/data`.

    DRAGOMAN_DATA=../shared python training/dates.py
    DRAGOMAN_DATA=../shared python training/dates.py --part 0

Reads the feed items and stories whose events the project dated by the coding guide (`labels/guide-feeds.jsonl`,
`labels/guide-stories.jsonl`), but for the held-out twelfth of the feed items. A frame is made of each labelled trigger
with its sides, and the tagger reads the trigger; the fit is a conditional logit over the ways to date it
(`timex/choices.py`), of which several may be right: a weight for each sign of grammar, and for each way a row of
weights for the tagger's states (`timex/leanings.py`).

`--part 0` to `3` leaves out the feed items and stories whose CRC-32 has that remainder by four, only measures on them,
and writes nothing.

Plain NumPy, no random numbers: the same input gives the same weights. Two minutes on one core, mostly for parsing.
"""

import argparse
import os
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
from labelled import Gold, is_held_out, read_frame, read_guided_feeds, read_guided_stories, read_parties

from dragoman.events.onnx import Array
from dragoman.model.codes import EventType
from dragoman.model.coding import Coding
from dragoman.model.event import Attribution, EventFrame, Plan
from dragoman.model.text import Document
from dragoman.model.timex import EventDate, Timex
from dragoman.sentences import SentencesStep
from dragoman.timex import TimexStep, weights
from dragoman.timex.choices import Choice, find_choices
from dragoman.timex.dating import choose
from dragoman.timex.leanings import WAYS, find_leanings
from dragoman.timex.scene import Scene
from states import ascend, centre_states, compose_leanings, name_tagger, read_states, share_likelihood

SHARED = Path(os.environ.get("DRAGOMAN_DATA", "../shared"))
TARGET = Path(weights.__file__).parent / "data"
RARE, SMALL = 10, 0.02
"""Signs seen less often, and weights below this, are left out."""
STORY_WEIGHT = 2.0
"""How much an event of a story counts: stories are few, and only they go on telling of a day."""
BLANK = 0.5
"""How much an event of a feed item counts that the label leaves without a day: labellers differ most on these."""
DOUBTFUL = 0.6
"""How much a label of low confidence counts."""
PRIOR, STATE_PRIOR = 3.0, 300.0
"""How strongly weights of signs and of states are held near 0; that of states, and `STORY_WEIGHT`, by `--part`."""
COOPERATIVE = {"CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT"}
HOSTILE = {"SANCTION", "MOBILIZE", "COERCE", "ASSAULT", "PROTEST"}

PARTS = 4

Item = tuple[Coding, list[Gold]]


@dataclass(frozen=True, slots=True)
class Row:
    """An event: the ways to date it, which of them are right, how much it counts, and the tagger's state, if any."""

    choices: list[Choice]
    right: list[float]
    weight: float
    state: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Fitted:
    """The weights of the signs, and a row of weights for the states of each of `WAYS`, as the stage has it."""

    signs: dict[str, float]
    leanings: Array


def read_items(rows: Iterable[dict[str, Any]]) -> Iterator[Item]:
    """Labelled items that hold events, parsed, with a frame for each event that the tagger has read."""
    step = SentencesStep()
    for row in rows:
        if row["events"]:
            day = date.fromisoformat(row["published"])
            document = Document(id=row["id"], text=row["text"], title=row["title"], published=day)
            coding, events = read_frames(step(Coding(document=document)), row["events"])
            yield coding.with_layers(frames=read_states(coding)), events


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
    """A row for each event."""
    step, found = TimexStep(), []
    for coding, events in items:
        timexes: tuple[Timex, ...] = step(coding).timexes
        scene = Scene(coding, timexes)
        for index, event in enumerate(events):
            choices = find_choices(scene, index)
            right = [float(is_right(choice, event, coding.document)) for choice in choices]
            weight = 1.0 if event["confidence"] == "high" else DOUBTFUL
            found.append(Row(choices, right, weight, coding.frames[index].state))
    return found


class Table:
    """Rows in arrays: one cell for each choice and sign, one line for each choice, one group for each event."""

    def __init__(self, rows: Sequence[Row]) -> None:
        counts = Counter(sign for row in rows for choice in row.choices for sign in choice.signs)
        self.signs = sorted(sign for sign, count in counts.items() if count >= RARE)
        columns = {sign: i for i, sign in enumerate(self.signs)}
        flat = [choice for row in rows for choice in row.choices]
        cells = [(i, columns[s]) for i, choice in enumerate(flat) for s in set(choice.signs) if s in columns]
        self.line, self.column = np.array(cells).T
        self.way = np.array([WAYS.index(choice.way) for choice in flat])
        self.right = np.array([right for row in rows for right in row.right])
        self.group = np.repeat(np.arange(len(rows)), [len(row.choices) for row in rows])
        self.weight = np.array([row.weight for row in rows])[self.group]
        self.states, self.mean = centre_states([row.state for row in rows])

    def slope(self, signs: Any, leanings: Any) -> Any:
        """Of the likelihood by the weights: those of the signs, then those of the states, way by way."""
        leant = (self.states @ leanings.T)[self.group, self.way]
        scores = np.bincount(self.line, signs[self.column], len(self.group)) + leant
        likely = share_likelihood(scores, self.group, len(self.states))
        target = likely * self.right  # several choices of an event may be right
        target /= np.maximum(np.bincount(self.group, target)[self.group], 1e-12)
        wrong = (target - likely) * self.weight
        by_way = np.zeros((len(self.states), len(WAYS)), np.float32)
        np.add.at(by_way, (self.group, self.way), wrong)
        by_sign = np.bincount(self.column, wrong[self.line], len(self.signs))
        return np.concatenate([by_sign, (by_way.T @ self.states).ravel()])


def fit(rows: Sequence[Row]) -> Fitted:
    """The weights of a conditional logit in which several choices may be right."""
    rows = [row for row in rows if any(row.right)]
    table = Table(rows)
    signs, shape = len(table.signs), (len(WAYS), table.states.shape[1])
    of_signs = np.arange(signs + shape[0] * shape[1]) < signs
    found = ascend(
        lambda w: table.slope(w[:signs], w[signs:].reshape(shape).astype(np.float32)) / len(rows),
        prior=np.where(of_signs, PRIOR, STATE_PRIOR) / len(rows),
        fastest=np.where(of_signs, 0.05, 0.003),
        steps=300,
    )
    weights = dict(zip(table.signs, found[:signs].tolist(), strict=True))
    return Fitted(weights, compose_leanings(found[signs:].reshape(shape), table.mean))


def export(fitted: Fitted) -> None:
    """Write both files."""
    lines = ["# Weights of the signs for and against each way of dating an event, fitted by training/dates.py;"]
    lines += ["# do not edit by hand.", name_tagger(), "", "[weights]"]
    lines += [
        f'"{sign}" = {fitted.signs[sign]:.3f}' for sign in sorted(fitted.signs) if abs(fitted.signs[sign]) >= 0.02
    ]
    (TARGET / "dating.toml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    np.save(TARGET / "leanings.npy", fitted.leanings.astype(np.float16))


def measure(rows: Sequence[Row], fitted: Fitted) -> float:
    """How often weights choose the days of a right way, over all rows."""

    def days(when: EventDate | None) -> tuple[date, date] | None:
        return (when.first, when.last) if when else None

    right = 0
    for row in rows:
        good = {days(c.when) for c, holds in zip(row.choices, row.right, strict=True) if holds}
        chosen = choose(row.choices, fitted.signs, find_leanings(row.state, fitted.leanings))
        right += days(chosen) in good
    return right / len(rows)


def main() -> None:
    """Fit and write; or fit without a quarter of the items, and only measure on that."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--part", type=int, choices=range(PARTS), help="the quarter to measure on")
    part = parser.parse_args().part
    feeds = [row for row in read_guided_feeds(SHARED) if not is_held_out(row["id"])]
    stories = read_guided_stories(SHARED)
    rows = []
    for items, weight, blank in ((feeds, 1.0, BLANK), (stories, STORY_WEIGHT, 1.0)):
        for row in gather(read_items(r for r in items if hash_of(r) % PARTS != part)):
            stated = any(right and choice.when for choice, right in zip(row.choices, row.right, strict=True))
            rows.append(replace(row, weight=row.weight * weight * (1.0 if stated else blank)))
    fitted = fit(rows)
    print(f"{len(rows)} events, {len(fitted.signs)} signs")
    if part is None:
        export(fitted)
        return
    for name, items in (("feed items", feeds), ("stories", stories)):
        aside = gather(read_items(r for r in items if hash_of(r) % PARTS == part))
        print(f"{measure(aside, fitted):.3f} of {len(aside)} events of {name} not fitted on are dated right")


def hash_of(row: dict[str, Any]) -> int:
    """The CRC-32 of an item's id."""
    return zlib.crc32(row["id"].encode())


if __name__ == "__main__":
    main()
