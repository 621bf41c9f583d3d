"""How many sentences a second the time tagger reads on one core, without the parser.

    python benchmarks/timex.py TEXTS.jsonl

TEXTS.jsonl: one document a line with "text" and "published" (ISO date). Sentences are counted by a simple rule; the
time is the processor's, so that other work on the machine does not count.
"""

import json
import re
import sys
import time
from datetime import date
from pathlib import Path

from dragoman.timex import tag_times


def main() -> None:
    """Tag every text of the file given and print sentences a second: best of three rounds."""
    lines = Path(sys.argv[1]).read_bytes().splitlines()
    documents = [(d["text"], date.fromisoformat(d["published"])) for d in map(json.loads, lines)]
    sentences = sum(len(re.findall(r"[.!?][\"”’)]*(?:\s|$)", text)) for text, _ in documents)
    tag_times("on 1 May 2000", date(2000, 5, 2))
    best = float("inf")
    for _ in range(3):
        start = time.process_time()
        found = sum(len(tag_times(text, published)) for text, published in documents)
        best = min(best, time.process_time() - start)
    print(f"{sentences} sentences, {found} expressions, {best:.2f} s: {sentences / best:,.0f} sentences a second")


if __name__ == "__main__":
    main()
