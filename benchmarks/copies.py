"""How many copies are found and how many of those found are copies; how fast, and in how much memory.

    python benchmarks/copies.py
    python benchmarks/copies.py "$DRAGOMAN_DATA"/data/news/feeds-2022.jsonl --list

The first measures on the stories in the project's own words, `tests/copies/stories.py`: each story against each edit of
it and against the stories of its kind. With files it looks for copies among their documents, in their order.
"""

import argparse
import random
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from dragoman.copies import CopyFinder, sketch_of
from dragoman.documents import DocumentReader, Sourced, find_inputs
from dragoman.model.text import Document

sys.path.insert(0, str(Path(__file__).parents[1]))
from tests.copies.stories import make_pairs, make_stories

STORIES = 5_000
"""Stories kept to see how much memory they take."""
WORDS = 400
"""Words of each."""


def measure_pairs() -> None:
    """Precision and recall on pairs of the project's own."""
    counts: Counter[tuple[bool, bool]] = Counter()
    for _, story, other, is_copy in make_pairs():
        finder = CopyFinder()
        finder.keep(story, sketch_of(story))
        counts[is_copy, finder.find(other, sketch_of(other)) is not None] += 1
    found, right = counts[True, True] + counts[False, True], counts[True, True]
    print(f"{sum(counts.values())} pairs, {right + counts[True, False]} of them copies: {found} found, {right} rightly")


def measure_memory() -> None:
    """Documents a second of processor time and bytes a document, for stories that are all different."""
    before, started = read_memory(), time.process_time()
    finder = CopyFinder()
    for story in make_up_stories(STORIES):
        sketch = sketch_of(story)
        finder.find(story, sketch)
        finder.keep(story, sketch)
    took = time.process_time() - started
    each = (read_memory() - before) / STORIES
    print(f"{STORIES} stories of {WORDS} words: {STORIES / took:.0f} a second of processor time, {each:.0f} bytes each")


def make_up_stories(count: int) -> Iterator[Document]:
    """Stories of words in chance order: as long as others, and none like another."""
    chance = random.Random(1)
    stories = [story for kind in make_stories().values() for story in kind]
    words = sorted({word for story in stories for word in story.text.split()})
    for number in range(count):
        yield replace(stories[0], id=str(number), text=" ".join(chance.choices(words, k=WORDS)))


def read_memory() -> int:
    """Bytes that this process takes."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4096


def look_for_copies(documents: Iterable[Document], *, show: bool) -> None:
    """Count the copies among documents, and list them with their originals."""
    finder, started, copies, number = CopyFinder(), time.process_time(), 0, 0
    for document in documents:
        number += 1
        sketch = sketch_of(document)
        copied = finder.find(document, sketch)
        if copied is None:
            finder.keep(document, sketch)
            continue
        copies += 1
        if show:
            original = copied.original.load()
            print(f"{copied.likeness.share:.2f} {original.id}: {original.title} | {original.text}")
            print(f"     {document.id}: {document.title} | {document.text}\n")
    pace = number / (time.process_time() - started)
    print(f"{number} documents, {copies} copies, {pace:.0f} documents a second of processor time")


def main() -> None:
    """Read the options and measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*")
    parser.add_argument("--list", action="store_true", help="list the copies found")
    given = parser.parse_args()
    if given.files:
        items = DocumentReader(find_inputs(given.files))
        look_for_copies((item.document for item in items if isinstance(item, Sourced)), show=given.list)
        return
    measure_pairs()
    measure_memory()


if __name__ == "__main__":
    main()
