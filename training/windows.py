"""Turn labelled items into training windows: word pieces with trigger tags, roles and attributes.

A window is what the tagger reads in one pass: the title and the lead of a feed item, or a run of consecutive
sentences of a story. At run time `dragoman.events.encode` cuts documents the same way.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from tokenizers import Tokenizer

TYPES = (
    "AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION "
    "MOBILIZE COERCE ASSAULT"
).split()
STATUSES = ["occurred", "planned", "negated", "claimed", "hypothetical"]
ROLES = ["actor", "recipient", "speaker", "same"]
MAX_PIECES = 192
LOW_WEIGHT = 0.6
"""Weight of labels of low confidence: the coders themselves would differ on them."""


@dataclass
class Event:
    """One labelled trigger in a window; all positions are word pieces."""

    type: int
    pieces: list[int]
    roles: dict[int, set[int]]
    status: int
    mode: str | None
    reciprocal: bool
    weight: float
    same: object = None


@dataclass
class Window:
    """Word pieces of one window and the events marked in it."""

    id: str
    ids: list[int]
    events: list[Event] = field(default_factory=list)


class Pieces:
    """Several texts laid one after the other, as `[CLS] a [SEP] b [SEP]`, with a map from offsets to pieces."""

    def __init__(self, tokenizer: Tokenizer, texts: list[str]) -> None:
        self.texts = texts
        self.ids = [tokenizer.token_to_id("[CLS]")]
        self.spans: list[list[tuple[int, int, int]]] = []
        for text in texts:
            encoding = tokenizer.encode(text, add_special_tokens=False)
            at = len(self.ids)
            self.spans.append([(s, e, at + k) for k, (s, e) in enumerate(encoding.offsets)])
            self.ids += encoding.ids
            self.ids.append(tokenizer.token_to_id("[SEP]"))

    def of(self, text: int, start: int, end: int) -> list[int]:
        """Pieces that overlap [start, end) of the given text, as far as the window reaches."""
        return [p for s, e, p in self.spans[text] if s < end and start < e and p < MAX_PIECES - 1]

    def nearest(self, words: str, text: int, anchor: int) -> list[int]:
        """Pieces of the occurrence of `words` nearest to `anchor` (a piece), in `text` before other texts."""
        for k in [text, *(i for i in range(len(self.texts)) if i != text)]:
            # Whole words first: "Iran" is not found inside "Iranian" unless it stands nowhere else.
            for pattern in (rf"(?<!\w){re.escape(words)}(?!\w)", re.escape(words)):
                found = [self.of(k, m.start(), m.end()) for m in re.finditer(pattern, self.texts[k])]
                found = [f for f in found if f]
                if found:
                    return min(found, key=lambda f: abs(f[0] - anchor))
        return []


def read_events(pieces: Pieces, labelled: list[tuple[int, dict]]) -> list[Event]:
    """Place labelled events (index of their text, label) on the pieces; what lies past the window is dropped."""
    events = []
    for text, e in labelled:
        trigger = pieces.nearest(e["trigger"], text, find_anchor(pieces, text, e))
        if not trigger:
            continue
        roles: dict[int, set[int]] = {0: set(), 1: set(), 2: set()}
        speaker = [e["speaker"]] if e.get("speaker") else []
        for role, parties in enumerate((e["actors"], e["recipients"], speaker)):
            for party in parties:
                if party.get("mention"):
                    roles[role].update(pieces.nearest(party["mention"], text, trigger[0]))
        events.append(
            Event(
                TYPES.index(e["type"]), trigger, roles, STATUSES.index(e["status"]), e["mode"],
                bool(e["reciprocal"]), LOW_WEIGHT if e["confidence"] == "low" else 1.0, e.get("same"),
            )
        )  # fmt: skip
    return events


def find_anchor(pieces: Pieces, text: int, e: dict) -> int:
    """About where an event stands, as a piece: in the middle of its labelled sentence, or else among its sides."""
    sentence = e.get("sentence") or ""
    start = pieces.texts[text].find(sentence)
    if sentence and start >= 0:
        inside = pieces.of(text, start, start + len(sentence))
    else:
        mentions = [m for m in [*e["actors"], *e["recipients"]] if m.get("mention")]
        inside = [p for m in mentions for p in pieces.nearest(m["mention"], text, 0)[:1]]
    return sum(inside) // len(inside) if inside else 0


Rewrite = Callable[[list[str]], list[str]]
"""Rewrites all strings of an item alike, so that mentions stay literal parts of the text."""


def rewritten(item: dict, rewrite: Rewrite | None) -> dict:
    """An item with all its strings rewritten."""
    if rewrite is None:
        return item
    strings: list[str] = []

    def collect(value):
        if isinstance(value, str):
            strings.append(value)
        elif isinstance(value, dict):
            for k, v in value.items():
                if k not in KEPT:
                    collect(v)
        elif isinstance(value, list):
            for v in value:
                collect(v)

    collect(item)
    table = dict(zip(strings, rewrite(strings), strict=True))

    def replace(value):
        if isinstance(value, str):
            return table.get(value, value)
        if isinstance(value, dict):
            return {k: v if k in KEPT else replace(v) for k, v in value.items()}
        return [replace(v) for v in value] if isinstance(value, list) else value

    return replace(item)


KEPT = {"id", "publisher", "published", "url", "type", "mode", "status", "confidence", "code", "field", "date", "place"}
"""Fields that hold no words of the text."""


def read_passages(items: Iterable[dict], tokenizer: Tokenizer, rewrite: Rewrite | None = None) -> Iterator[Window]:
    """One window for each item: headline and passage."""
    for original in items:
        item = rewritten(original, rewrite)
        pieces = Pieces(tokenizer, [item["title"], item["text"]])
        labelled = [(0 if e["field"] == "title" else 1, e) for e in item["events"]]
        window = Window(item["id"], pieces.ids[:MAX_PIECES], read_events(pieces, labelled))
        yield window


def cut_stories(
    stories: Iterable[dict], tokenizer: Tokenizer, rewrite: Rewrite | None = None, budget: int = 150
) -> Iterator[Window]:
    """Windows of consecutive sentences, each sentence in one window; `budget` counts word pieces."""
    for original in stories:
        story = rewritten(original, rewrite)
        runs: list[list[str]] = [[story["title"]]]
        length = len(tokenizer.encode(story["title"]).ids)
        for sentence in re.split(r"(?<=[.!?])\s+|(?<=[.!?][”\"])\s+", story["text"]):
            size = len(tokenizer.encode(sentence, add_special_tokens=False).ids)
            if length + size > budget:
                runs.append([])
                length = 2
            runs[-1].append(sentence)
            length += size
        waiting = list(story["events"])
        for number, run in enumerate(runs):
            texts = [run[0], " ".join(run[1:])] if number == 0 else [" ".join(run)]
            pieces = Pieces(tokenizer, texts)
            labelled = []
            for e in list(waiting):
                k = next((i for i, t in enumerate(texts) if e["sentence"] in t), None)
                if k is None and e["field"] == "text":
                    k = next((i for i, t in enumerate(texts) if e["sentence"][:40] in t), None)
                if k is not None and e["trigger"] in texts[k]:
                    labelled.append((k, e))
                    waiting.remove(e)
            window = Window(f"{story['id']}:{number}", pieces.ids[:MAX_PIECES], read_events(pieces, labelled))
            yield window
