"""How a record bears up at size: made-up events imported, and the questions asked of them.

    python benchmarks/record.py [--events 1000000] [--folder build/record-benchmark] [--keep]

The events are drawn at random with a fixed seed: 200 states of unequal weight, twenty years, every type, a third of the
happenings told by several documents. Beside them the record gets a tenth as many documents with texts, in each of which
a person acts at a place. The times go to standard output; docs/benchmarks.md has those of one machine.
"""

import argparse
import json
import random
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

from record_events import DAYS, FIRST, generate, make_states
from record_texts import put_texts

from dragoman.model.codes import EventType
from dragoman.store import (
    EventFilter,
    connect,
    count_by_month,
    count_events,
    find_events,
    load_event,
    search_documents,
)

QUESTIONS = 20
"""Times that each question is asked, of other states and months."""


def time_questions(record: Path) -> dict[str, list[float]]:
    """Milliseconds of each question, asked of different states and months."""
    chance = random.Random(11)
    codes, weights = make_states()
    connection = connect(record)
    ids = [row[0] for row in connection.execute("SELECT event_id FROM event WHERE id % 997 = 0")]

    def pair() -> tuple[str, str]:
        one = chance.choices(codes, weights)[0]
        other = chance.choice([c for c in codes[:20] if c != one])
        return one, other

    def month() -> dict[str, date]:
        first = FIRST + timedelta(days=chance.randrange(DAYS - 31))
        return {"first": first, "last": first + timedelta(days=30)}

    asked: dict[str, Callable[[], object]] = {
        "one event": lambda: load_event(connection, chance.choice(ids)),
        "a relation, first 50": lambda: list(find_events(connection, EventFilter(dyad=pair()), limit=50)),
        "a relation by month": lambda: count_by_month(connection, EventFilter(dyad=pair())),
        "the largest relation, last 50": lambda: list(
            find_events(connection, EventFilter(dyad=(codes[0], codes[1])), limit=50, newest_first=True)
        ),
        "a state's month, first 50": lambda: list(
            find_events(connection, EventFilter(code=pair()[0], **month()), limit=50)
        ),
        "a type's month, counted": lambda: count_events(
            connection, EventFilter(types=(chance.choice(list(EventType)),), **month())
        ),
        "a publisher's month, first 50": lambda: list(
            find_events(connection, EventFilter(publisher=f"Publisher {chance.randrange(150)}", **month()), limit=50)
        ),
        "a month as of a day, first 50": lambda: list(
            find_events(connection, EventFilter(code=codes[0], as_of=month()["first"], **month()), limit=50)
        ),
        "words in quotes, first 50": lambda: list(
            find_events(connection, EventFilter(words=f"matter {chance.randrange(10**6)}"), limit=50)
        ),
        "words in documents": lambda: search_documents(connection, "ministers talks"),
    }
    times: dict[str, list[float]] = {}
    for name, ask in asked.items():
        times[name] = []
        for _ in range(QUESTIONS):
            started = time.perf_counter()
            ask()
            times[name].append((time.perf_counter() - started) * 1000)
    connection.close()
    return times


def main() -> None:
    """Make the events, import them, ask the questions, print the times."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--events", type=int, default=1_000_000)
    parser.add_argument("--folder", type=Path, default=Path("build/record-benchmark"))
    parser.add_argument("--keep", action="store_true", help="leave the record in the folder")
    args = parser.parse_args()
    args.folder.mkdir(parents=True, exist_ok=True)
    lines, record = args.folder / "events.jsonl", args.folder / "record.db"
    with lines.open("w", encoding="utf-8") as stream:
        for event in generate(args.events):
            stream.write(json.dumps(event, ensure_ascii=False) + "\n")
    for leftover in args.folder.glob("record.db*"):
        leftover.unlink()
    program = [sys.executable, "-m", "dragoman", "record"]
    subprocess.run([*program, "init", str(record)], check=True)
    started = time.perf_counter()
    subprocess.run([*program, "import", str(record), str(lines)], check=True)
    minutes = (time.perf_counter() - started) / 60
    put_texts(record, args.events // 10)
    print(
        f"import: {minutes:.1f} min, {args.events / minutes / 60:,.0f} events/s; {record.stat().st_size / 1e6:,.0f} MB"
    )
    for name, times in time_questions(record).items():
        slowest = max(times)
        print(f"{name}: median {statistics.median(times):.1f} ms, slowest {slowest:.1f} ms")
    if not args.keep:
        shutil.rmtree(args.folder)


if __name__ == "__main__":
    main()
