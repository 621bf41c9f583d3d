"""How a record bears up at size: made-up events imported, and the questions asked of them.

    python benchmarks/record.py [--events 1000000] [--folder build/record-benchmark] [--keep]

The events are drawn at random with a fixed seed: 200 states of unequal weight, twenty years, every type, a third of the
happenings told by several documents. The times go to standard output; docs/benchmarks.md has those of one machine.
"""

import argparse
import hashlib
import json
import random
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from dragoman.codebook import cameo_for, goldstein_for, quad_class_for
from dragoman.gazetteer.tables import read_table
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

FIRST, DAYS = date(2005, 1, 1), 20 * 365
EVENTS_A_DOCUMENT = 3.3
TOLD_AGAIN = 0.34
"""Share of events that tell what a document of the days before told."""
VERBS = {kind: kind.value.lower() + "ed" for kind in EventType}
QUESTIONS = 20
"""Times that each question is asked, of other states and months."""


def make_states(count: int = 200) -> tuple[list[str], list[float]]:
    """Codes with weights that fall as one over the rank, as the shares of states in the news do."""
    codes = sorted({row["country"] for row in read_table("states.csv")})
    random.Random(count).shuffle(codes)
    return codes[:count], [1 / (rank + 1) for rank in range(count)]


def generate(events: int, seed: int = 5) -> Iterator[dict[str, Any]]:
    """Events of documents in order of publication, as `dragoman code` would write them."""
    chance = random.Random(seed)
    codes, weights = make_states()
    documents = int(events / EVENTS_A_DOCUMENT)
    kinds = list(EventType)
    recent: list[tuple[str, str, EventType, date]] = []
    made = 0
    for number in range(documents):
        published = FIRST + timedelta(days=number * DAYS // documents)
        wanted = min(events - made, chance.choice((1, 2, 3, 4, 5, 5))) if number < documents - 1 else events - made
        for nth in range(wanted):
            if recent and chance.random() < TOLD_AGAIN:
                one, other, kind, day = chance.choice(recent)
            else:
                one, other = chance.choices(codes, weights, k=2)
                kind, day = chance.choice(kinds), published - timedelta(days=chance.randrange(3))
                recent = [*recent[-40:], (one, other, kind, day)]
            made += 1
            yield make_event(
                f"doc-{number}", nth, published, f"Publisher {number % 150}", one, other, kind, day, chance
            )


def make_event(
    document: str, nth: int, published: date, publisher: str, one: str, other: str, kind: EventType, day: date,
    chance: random.Random,
) -> dict[str, Any]:  # fmt: skip
    """One event with the fields and about the size of a real one."""
    quote = f"{one} {VERBS[kind]} {other} over matter {chance.randrange(10**6)} on the {day.day}th of the month"
    cameo = cameo_for(kind, None, ())
    start = 400 * nth
    return {
        "event_id": "ev_" + hashlib.sha256(f"{document}|{nth}|{quote}".encode()).hexdigest()[:16],
        "document_id": document, "published": published.isoformat(), "publisher": publisher,
        "event_type": kind.value, "mode": None, "contexts": ["diplomatic"], "quad_class": quad_class_for(kind).value,
        "cameo": cameo, "goldstein": goldstein_for(cameo),
        "actors": [make_side(one, start)], "recipients": [make_side(other, start + 20)], "reciprocal": False,
        "date": {"start": day.isoformat(), "end": day.isoformat(), "granularity": "day", "approximate": False,
                 "timex": "Monday", "start_char": start + 30, "end_char": start + 36},
        "retold": False, "status": "occurred", "planned": None, "attribution": None, "place": None,
        "evidence": {"text": quote, "start": start, "end": start + len(quote), "trigger": VERBS[kind],
                     "trigger_start": start + 4, "trigger_end": start + 4 + len(VERBS[kind])},
        "mentions": [], "confidence": round(chance.uniform(0.6, 1), 3),
        "explanation": [{"field": field, "rule": "model:trigger", "score": 0.9, "start": start, "end": start + 4}
                        for field in ("event_type", "actors", "recipients", "status", "date")],
        "coder": {"name": "dragoman", "version": "0", "codebook": "plover-2.0d", "models": {}},
    }  # fmt: skip


def make_side(code: str, start: int) -> dict[str, Any]:
    """An actor or recipient."""
    return {"code": code, "country": code, "sectors": ["GOV"], "name": None, "office": None, "mention": code,
            "start": start, "end": start + 3}  # fmt: skip


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
