"""Labelled events (`data/events/README.md` in the data folder), and the frames that the stages make of them."""

import csv
import html
import json
import re
import zlib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from dragoman.model.actor import Actor
from dragoman.model.codes import EventType, Status
from dragoman.model.coding import Coding
from dragoman.model.event import EventFrame, Party
from dragoman.model.text import Document, Field, Span

Gold = dict[str, Any]
"""An event as it is labelled."""
HELD_OUT = 12
"""One item in so many is only measured on."""
LABELS = Path(__file__).parent / "labels"
SENTENCE = re.compile(r"\S.*?(?:[.!?][\"”’']?(?=\s|$)|$)", re.DOTALL)
"""Words up to a full stop: near enough to tell which of several occurrences is meant."""


def is_held_out(name: str) -> bool:
    """Whether an item is only measured on: it has an id whose CRC-32 is divisible by `HELD_OUT`."""
    return zlib.crc32(name.encode()) % HELD_OUT == 0


def is_for_gate(name: str) -> bool:
    """Whether a feed item is of the half on which the gate's words are fitted; on the other half it is measured."""
    return zlib.crc32(name.encode()) % 2 == 0


def read_lines(path: Path) -> list[dict[str, Any]]:
    """The objects of a JSON Lines file."""
    with path.open(encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def read_items(shared: Path) -> list[dict[str, Any]]:
    """All labelled items of a headline and a passage: those of the data folder, and those that the project labelled.

    The project's labels hold no text: a line is {"id", "events"}, a trigger [field, start, end], a mention
    [field, start, end, code], offsets in code points of the item's title and text.
    """
    own = []
    for name, read in (("feeds-2022.jsonl", _read_feeds), ("synthetic-stories.jsonl", _read_synthetic)):
        labels = {row["id"]: row for row in read_lines(LABELS / name)}
        for number, item in read(shared, labels):
            own.append({**item, "events": [_write_out(e, item) for e in labels[number]["events"]]})
    return [*read_lines(shared / "data" / "events" / "feeds-labelled.jsonl"), *own]


def read_stories(shared: Path) -> list[dict[str, Any]]:
    """All labelled stories: those of the data folder, and the heads of others' news texts, which the project labelled.

    A line is {"id", "length", "events"}: an id is "aquaint/…" or "timebank/…" (TimeML), or "geowebnews/number";
    "length" is in code points, white space made single.
    """
    own = []
    web = {str(row["doc"]): row["text"] for row in read_lines(shared / "data" / "places" / "geowebnews.jsonl")}
    for row in read_lines(LABELS / "news-stories.jsonl"):
        folder, _, key = row["id"].partition("/")
        if folder == "geowebnews":
            published, title, text = None, "", " ".join(web[key].split())
        else:
            published, title, text = _read_marked_text(shared / "data" / "timex" / folder / f"{key}.tml")
        item = {"id": row["id"], "published": published, "title": title, "text": text[: row["length"]]}
        own.append({**item, "events": [_write_out(e, item) for e in row["events"]]})
    return [*read_lines(shared / "data" / "events" / "stories-labelled.jsonl"), *own]


def read_guided_stories(shared: Path) -> list[dict[str, Any]]:
    """The stories whose events the project dated and placed by the coding guide, with those dates and places.

    The labels of the data folder leave more of both blank than the guide, by which what is told as news has a day, and
    what a state's own police, courts or parliament do has a place.
    """
    return _by_guide(read_stories(shared), LABELS / "guide-stories.jsonl")


def read_guided_feeds(shared: Path) -> list[dict[str, Any]]:
    """The feed items of the data folder that hold events, dated and placed likewise."""
    return _by_guide(read_lines(shared / "data" / "events" / "feeds-labelled.jsonl"), LABELS / "guide-feeds.jsonl")


def _by_guide(items: Sequence[dict[str, Any]], path: Path) -> list[dict[str, Any]]:
    guided = {row["id"]: row for row in read_lines(path)}
    found = []
    for item in items:
        if item["id"] in guided:
            told = guided[item["id"]]
            both = zip(item["events"], told["dates"], told["places"], strict=True)
            found.append({**item, "events": [{**e, "date": day, "place": place} for e, day, place in both]})
    return found


def _read_marked_text(path: Path) -> tuple[str | None, str, str]:
    """Day, title and text of a TimeML file."""
    marked = path.read_text(encoding="utf-8")
    day = re.search(r'<DCT>.*?value="(\d{4}-\d\d-\d\d)', marked, re.DOTALL)
    return day[1] if day else None, _read_element(marked, "TITLE"), _read_element(marked, "TEXT")


def _read_element(marked: str, name: str) -> str:
    """The plain text of an element of a TimeML file, "" where there is none."""
    found = re.search(f"<{name}>(.*?)</{name}>", marked, re.DOTALL)
    return " ".join(html.unescape(re.sub("<[^>]+>", "", found[1])).split()) if found else ""


def _read_feeds(shared: Path, labels: Mapping[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    for row in read_lines(shared / "data" / "news" / "feeds-2022.jsonl"):
        if row["id"] in labels:
            yield row["id"], row


def _read_synthetic(shared: Path, labels: Mapping[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Of an invented story the headline that it was asked for by, and the first "length" code points."""
    with (shared / "data" / "relations" / "synthetic_stories.csv").open(encoding="utf-8", newline="") as file:
        for number, row in enumerate(csv.DictReader(file)):
            key = f"synthetic{number:04d}"
            if key in labels:
                title = row["prompt"].split("\n")[0].strip()
                yield key, {"id": key, "title": title, "text": row["text"][: labels[key]["length"]]}


def _write_out(event: Gold, item: dict[str, Any]) -> Gold:
    """An event with its words in place of their offsets."""

    def words(at: Sequence[Any]) -> str:
        field, start, end = at[:3]
        return str(item[field][start:end])

    def party(mention: Sequence[Any]) -> Gold:
        return {"mention": words(mention), "code": mention[3]}

    field, start, end = event["trigger"]
    around = [s for s in SENTENCE.finditer(item[field]) if start < s.end() and s.start() < end]
    return {
        **event,
        "field": field,
        "sentence": item[field][around[0].start() : around[-1].end()],
        "trigger": words(event["trigger"]),
        "actors": [party(m) for m in event["actors"]],
        "recipients": [party(m) for m in event["recipients"]],
        "speaker": party(event["speaker"]) if event["speaker"] else None,
    }


def read_frame(coding: Coding, event: Gold) -> EventFrame | None:
    """The frame of a labelled event, as its label says, or None where its trigger stands in no sentence."""
    field = Field(event["field"])
    near = max(0, coding.document.field(field).find(event.get("sentence") or ""))
    trigger = find_words(coding.document, event["trigger"], field, near)
    sentences = enumerate(coding.sentences)
    number = next((i for i, s in sentences if trigger and s.span.overlaps(trigger)), None)
    if trigger is None or number is None:
        return None
    return EventFrame(
        sentence=number,
        trigger=trigger,
        clause=coding.sentences[number].span,
        event_type=EventType(event["type"]),
        mode=event["mode"],
        contexts=(),
        actors=read_parties(coding.document, event["actors"], field, trigger.start),
        recipients=read_parties(coding.document, event["recipients"], field, trigger.start),
        reciprocal=event["reciprocal"],
        status=Status(event["status"]),
        plan=None,
        attribution=None,
        score=1.0,
    )


def read_parties(document: Document, parties: Sequence[Gold], field: Field, near: int) -> tuple[Party, ...]:
    """The sides that have a code and whose words are found."""
    found = []
    for party in parties:
        span = find_words(document, party["mention"], field, near) if party["code"] else None
        if span:
            found.append(Party(actor=Actor(code=party["code"], country=country_of(party["code"])), mention=span))
    return tuple(found)


def country_of(code: str) -> str | None:
    """The country of an actor's code: "NGA", "NSA:HEZBOLLAH/LBN"."""
    return code if len(code) == 3 else code.partition("/")[2] or None


def find_words(document: Document, words: str, field: Field, near: int) -> Span | None:
    """Where words stand, nearest to an offset."""
    starts = [m.start() for m in re.finditer(re.escape(words), document.field(field))]
    if not starts:
        return None
    start = min(starts, key=lambda s: abs(s - near))
    return Span(start, start + len(words), field)
