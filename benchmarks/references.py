"""How often a mention gets the right code: `python benchmarks/references.py [--half look|measure]`.

Two measures. The project's own reference links (tests/actors/links.jsonl), by kind and half: `look` was read while the
rules were made, `measure` was only measured. And, where the shared sets are there (`DRAGOMAN_DATA`, default ../shared),
the mentions of labelled feed items and stories: given the words that the label marks, are the codes right? Documents
are halved by the CRC-32 of their id: even ones were looked at, odd ones only measured.
"""

import argparse
import json
import os
import re
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any
from zlib import crc32

from dragoman.actors import ActorsStep
from dragoman.actors.pronouns import FIRST, NEUTER, PLURAL, RELATIVE, SINGULAR
from dragoman.model.actor import ActorMention
from dragoman.model.coding import Coding
from dragoman.model.text import Document, Field, Sentence, Span
from dragoman.sentences import SentencesStep

LINKS = Path(__file__).resolve().parent.parent / "tests/actors/links.jsonl"
HALVES = ("look", "measure")
KINDS = ("all", "name", "description", "generic", "owned", "pronoun", "first person", "nobody")
_OWNERS = frozenset("his her its their our my".split())


def main() -> None:
    """Print the shares of right codes, and the time of the stage."""
    shared = Path(os.environ.get("DRAGOMAN_DATA", "../shared"))
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--half", choices=HALVES, help="only this half")
    options = parser.parse_args()
    halves = (options.half,) if options.half else HALVES
    reader = Reader()
    for half in halves:
        print_shares(f"links, {half}", measure_links(reader, half))
    for name in ("feeds", "stories"):
        path = shared / f"data/events/{name}-labelled.jsonl"
        for half in halves if path.is_file() else ():
            print_shares(f"{name}, {half}", measure_labels(reader, read_rows(path), HALVES.index(half)))
    if reader.documents:
        print(f"the stage took {1000 * reader.seconds / reader.documents:.2f} ms a document")


class Reader:
    """The two stages, with a clock on the second."""

    def __init__(self) -> None:
        self._sentences, self._actors = SentencesStep(), ActorsStep()
        self.seconds, self.documents = 0.0, 0

    def read(self, row: Mapping[str, Any]) -> Coding:
        """A row's coding with its mentions."""
        document = Document(
            id=row.get("id") or "0",
            published=date.fromisoformat(row.get("published", "2024-05-16")[:10]),
            title=row.get("title") or "",
            text=row["text"],
            publisher=row.get("publisher") or "",
        )
        coding = self._sentences(Coding(document=document))
        begin = time.perf_counter()
        coding = self._actors(coding)
        self.seconds += time.perf_counter() - begin
        self.documents += 1
        return coding


def measure_links(reader: Reader, half: str) -> Counter[tuple[str, bool]]:
    """Right and wrong links of one half, by kind."""
    counts: Counter[tuple[str, bool]] = Counter()
    for link in read_rows(LINKS):
        if link["half"] != half:
            continue
        coding = reader.read(link)
        same = [m for m in coding.mentions if coding.document.quote(m.span) == link["words"]]
        nth = link.get("nth", 0)
        codes = {a.code for a in same[nth].actors} if nth < len(same) else set()
        counts.update((kind, codes == set(link["codes"])) for kind in ("all", link["kind"]))
    return counts


def measure_labels(reader: Reader, rows: Iterable[Mapping[str, Any]], rest: int) -> Counter[tuple[str, bool]]:
    """Right and wrong codes of labelled mentions, by kind, over documents of one half."""
    counts: Counter[tuple[str, bool]] = Counter()
    for row in rows:
        if not row["events"] or crc32(row["id"].encode()) % 2 != rest:
            continue
        coding = reader.read(row)
        for span, code in find_labels(row):
            sentence = next((s for s in coding.sentences if s.span.overlaps(span)), None)
            if sentence is None:
                continue
            mention = find_mention(coding, sentence, span)
            codes = {a.code for a in mention.actors} if mention else set()
            right = code in {c for full in codes for c in (full, full.split("/")[0])} if code else not codes
            kind = kind_of(coding.document.quote(span), sentence, span) if code else "nobody"
            counts.update((name, right) for name in ((kind, "all") if code else (kind,)))
    return counts


def find_labels(row: Mapping[str, Any]) -> set[tuple[Span, str | None]]:
    """The labelled mentions of a document, each where it stands nearest to its event's trigger."""
    found = set()
    for event in row["events"]:
        people = [*event["actors"], *event["recipients"], *filter(None, [event["speaker"]])]
        fields = (Field.TITLE, Field.TEXT) if event["field"] == "title" else (Field.TEXT, Field.TITLE)
        for label in people:
            for field in fields:
                text = row[field] or ""
                near = max(text.find(event["trigger"], max(text.find(event.get("sentence") or ""), 0)), 0)
                words = re.escape(label["mention"])
                places = [m.start() for m in re.finditer(rf"(?<!\w){words}(?!\w)", text)]
                if places:
                    at = min(places, key=lambda place: abs(place - near))
                    found.add((Span(at, at + len(label["mention"]), field), label["code"]))
                    break
    return found


def find_mention(coding: Coding, sentence: Sentence, span: Span) -> ActorMention | None:
    """The mention at the head of the labelled words that covers them best; else any coded one that touches them."""
    head = sentence.head_of(span)
    at_head = Span(head.start, head.end, span.field) if head else span
    found = [m for m in coding.mentions if m.span.overlaps(at_head)]
    found = found or [m for m in coding.mentions if m.span.overlaps(span) and m.actors]

    def cover(mention: ActorMention) -> float:
        shared = min(mention.span.end, span.end) - max(mention.span.start, span.start)
        return shared / (max(mention.span.end, span.end) - min(mention.span.start, span.start))

    return max(found, key=cover, default=None)


def kind_of(words: str, sentence: Sentence, span: Span) -> str:
    """The kind of a labelled mention by its words and parse."""
    first, *more = words.lower().split()
    if not more and words != "US":
        if first in SINGULAR | PLURAL | NEUTER | RELATIVE:
            return "pronoun"
        if first in FIRST:
            return "first person"
    if first in _OWNERS:
        return "owned"
    tokens, head = sentence.tokens_in(span), sentence.head_of(span)
    if not any(t.pos == "PROPN" or t.entity in {"NORP", "GPE", "ORG", "PERSON"} for t in tokens):
        return "generic"
    return "description" if head is not None and head.pos == "NOUN" else "name"


def print_shares(title: str, counts: Counter[tuple[str, bool]]) -> None:
    """One line: the share of right codes by kind, with how many there are."""
    kinds = sorted({kind for kind, _ in counts}, key=lambda k: (KINDS.index(k) if k in KINDS else 1, k))
    shares = (f"{k} {counts[k, True] / (counts[k, True] + counts[k, False]):.3f}" for k in kinds)
    sizes = (counts[k, True] + counts[k, False] for k in kinds)
    print(f"{title}: " + ", ".join(f"{share} (n={size})" for share, size in zip(shares, sizes, strict=True)))


def read_rows(path: Path) -> Iterator[dict[str, Any]]:
    """The rows of a JSON Lines file."""
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


if __name__ == "__main__":
    main()
