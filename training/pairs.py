"""Labelled pairs to training examples of the type model: a passage, two marked sides, what one does to the other."""

import csv
import json
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from templates import NONE, SENTENCES, fill, nearest_mention, read_lines, vary
from windows import TYPES, rewritten

CLASSES = [*TYPES, NONE]
YIELD = ("CONCEDE", "RETREAT")
"""What the older manual, which Hu et al. (2024) follow, calls YIELD."""
OURS, THEIRS = "dragoman", "hu2024"
"""Two conventions of labelling: this project's, in the labelled feeds and its own sentences, and that of Hu et al.
They differ at some borders (imposed sanctions: SANCTION and COERCE)."""
SENTENCE_END = re.compile(r"(?<=[.!?])[\"”']?\s+(?=[\"“'A-Z0-9])")

Span = tuple[int, int]


@dataclass(frozen=True)
class Pair:
    """A passage with its marked sides (offsets, None for an unnamed one) and the share of each class it may have."""

    id: str
    text: str
    actor: Span | None
    recipient: Span | None
    classes: tuple[float, ...]
    """Shares of `CLASSES`; for `either`, the one of CONCEDE stands for RETREAT also."""
    convention: str
    weight: float = 1.0
    either: bool = False
    """Labelled YIELD, which may be CONCEDE or RETREAT."""


def one_class(name: str) -> tuple[float, ...]:
    """All of one class."""
    return tuple(float(c == name) for c in CLASSES)


def read_manual_pairs(path: Path) -> list[Pair]:
    """The 1,050 pairs of Hu et al. (2024): `PLV_train.tsv`."""
    pairs = []
    with path.open(encoding="utf-8", newline="") as handle:
        for row in csv.DictReader(handle, delimiter="\t"):
            text, at = "", {}
            for part in re.split(r"(</?[st]>)", row["marked_sentence"]):
                if re.fullmatch(r"</?[st]>", part):
                    at[part] = len(text)
                else:
                    text += part
            yields = row["gold_root"] == "YIELD"
            pairs.append(
                Pair(
                    row["sentence"], text, _marked(text, at, "s"), _marked(text, at, "t"),
                    one_class("CONCEDE" if yields else row["gold_root"]), THEIRS, either=yields,
                )
            )  # fmt: skip
    return pairs


def _marked(text: str, at: dict[str, int], side: str) -> Span | None:
    if f"<{side}>" not in at:
        return None  # "a recipient": unnamed
    start, end = at[f"<{side}>"], at[f"</{side}>"]
    words = text[start:end]
    return start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())


def read_labelled_pairs(path: Path, rng: random.Random, varied: float = 0.0) -> Iterator[Pair]:
    """The pairs of the labelled feed items or stories; a share `varied` of the items with other countries."""
    for line in path.open(encoding="utf-8"):
        item = json.loads(line)
        if rng.random() < varied:
            item = rewritten(item, lambda strings: vary(strings, rng))
        found: dict[tuple[str, Span | None, Span | None], list[dict]] = {}
        for event in item["events"]:
            placed = _place(item, event)
            if placed:
                found.setdefault(placed, []).append(event)
        for (text, actor, recipient), events in found.items():
            classes = tuple(sum(e["type"] == c for e in events) / len(events) for c in CLASSES)
            weight = max(0.6 if e["confidence"] == "low" else 1.0 for e in events)
            yield Pair(item["id"], text, actor, recipient, classes, OURS, weight)
        yield from _strangers(item["id"], found, rng)


def _place(item: dict, event: dict) -> tuple[str, Span | None, Span | None] | None:
    """The shortest passage that holds an event's trigger and sides, and the sides in it."""
    parties = event["actors"][:2] if event["reciprocal"] else [*(event["actors"][:1] or [{}]), *event["recipients"][:1]]
    words = [party.get("mention") for party in (*parties, {}, {})][:2]
    if not any(words):
        return None
    field = item[event["field"]]
    sentence = event.get("sentence") or next((s for s in SENTENCE_END.split(field) if event["trigger"] in s), field)
    for passage in (sentence, field[:600], f"{item['title']}. {item['text']}"[:700]):
        anchor = passage.find(event["trigger"])
        spans = [_nearest(passage, w, anchor) for w in words]
        if all((s is not None) == bool(w) for s, w in zip(spans, words, strict=True)):
            if spans[0] and spans[1] and spans[0][0] < spans[1][1] and spans[1][0] < spans[0][1]:
                return None
            return passage, spans[0], spans[1]
    return None


def _nearest(text: str, words: str | None, anchor: int) -> Span | None:
    if not words:
        return None
    found = [m.span() for m in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text)]
    return min(found, key=lambda s: abs(s[0] - anchor), default=None)


def _strangers(name: str, found: dict, rng: random.Random) -> Iterator[Pair]:
    """Sides of different events of one passage between whom nothing happens: hard cases of NONE."""
    linked = {(t, x, y) for t, a, r in found for x, y in ((a, r), (r, a))}
    for text, a, _ in found:
        for other, _, r in found:
            apart = a and r and (a[1] <= r[0] or r[1] <= a[0])
            if text == other and apart and (text, a, r) not in linked and rng.random() < 0.5:
                yield Pair(name, text, a, r, one_class(NONE), OURS, 0.6)


def read_own_pairs(rng: random.Random, folder: Path = SENTENCES) -> Iterator[Pair]:
    """The pairs of the project's own sentences, freshly filled."""
    for path in sorted(folder.glob("*.txt")):
        for number, line in read_lines(path):
            filled = fill(line, rng)
            found: dict[tuple[int, Span | None, Span | None], list[str]] = {}
            for mark, place in filled.marks:
                sides = mark.actors[:2] if mark.reciprocal else (mark.actors[:1] or ("",))[:1] + mark.recipients[:1]
                spots = [nearest_mention(filled, s, place) if s else None for s in (*sides, "")[:2]]
                if any(s and s[0] != place[0] for s in spots) or not any(spots):
                    continue
                spans = [s[1:] if s else None for s in spots]
                if spans[0] and spans[1] and spans[0][0] < spans[1][1] and spans[1][0] < spans[0][1]:
                    continue
                found.setdefault((place[0], spans[0], spans[1]), []).append(mark.type)
            for (which, actor, recipient), types in found.items():
                classes = tuple(types.count(c) / len(types) for c in CLASSES)
                yield Pair(f"{path.stem}{number}", filled.texts[which], actor, recipient, classes, OURS, 0.8)
