"""Fills a record in a process that is killed at random instants, again and again; run by test_killed.py.

    python -m tests.store.killing FOLDER TIMES

A process of its own, since only one without threads may safely fork.
"""

import os
import random
import signal
import sys
import time
from datetime import date, timedelta
from pathlib import Path
from sqlite3 import Connection

from dragoman.store import Entry, connect, create_record, find_faults, put_entry, relink, transaction
from tests.store.entries import dump_tables, make_entry

DOCUMENTS = 60
BATCH = 7
BATCHES = -(-DOCUMENTS // BATCH)
DAYS = 9


def make_entries() -> list[Entry]:
    """Documents of a few days with a few deeds, so that reports are joined within and across batches."""
    first = date(2025, 9, 20)
    return [
        make_entry(
            f"d{number}",
            published=first + timedelta(days=number % DAYS + 1),
            day=first + timedelta(days=number % DAYS),
            verb=("thanked", "praised")[number % 2],
            event_type=("SUPPORT", "AGREE")[number % 2],
        )
        for number in range(DOCUMENTS)
    ]


def fill(record: Connection, entries: list[Entry], told: int | None = None) -> None:
    """Put all entries in batches, as adding documents does; after each a byte into the pipe `told`, if there is one."""
    for start in range(0, len(entries), BATCH):
        with transaction(record):
            for entry in entries[start : start + BATCH]:
                put_entry(record, entry)
        if told is not None:
            os.write(told, b".")
    relink(record)


def run_and_kill(path: Path, entries: list[Entry], *, batches: int, seconds: float) -> None:
    """Fill a record in a child process, and kill it so many seconds after so many batches, if it still runs.

    Seconds alone would meet the same state again and again where the machine is slower than when it was timed.
    """
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        fill(connect(path, write=True), entries, write)
        os._exit(0)
    os.close(write)
    for _ in range(batches):
        os.read(read, 1)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    os.close(read)


def main() -> None:
    """Kill a filling process so many times, look at the record after each, and compare it with an undisturbed one."""
    folder, times = Path(sys.argv[1]), int(sys.argv[2])
    entries = make_entries()
    create_record(folder / "whole.db")
    whole = connect(folder / "whole.db", write=True)
    started = time.perf_counter()
    fill(whole, entries)
    took = time.perf_counter() - started
    chance = random.Random(7)  # noqa: S311 - no secret
    path = folder / "killed.db"
    create_record(path)
    seen = set()
    for number in range(times):
        if number % 10 == 0:
            for leftover in folder.glob("killed.db*"):
                leftover.unlink()
            create_record(path)
        chance.shuffle(entries)
        run_and_kill(path, entries, batches=chance.randint(0, BATCHES), seconds=chance.uniform(0, took / BATCHES))
        record = connect(path, write=True)
        (documents,) = record.execute("SELECT count(*) FROM document").fetchone()
        seen.add(documents)
        if documents != record.execute("SELECT count(*) FROM coding").fetchone()[0]:
            sys.exit(f"after kill {number} a document is there without its coding")
        relink(record)
        faults = list(find_faults(record))
        if faults:
            sys.exit(f"after kill {number}: {faults[0]}")
        if number % 10 == 9:
            fill(record, entries)
            if dump_tables(record) != dump_tables(whole):
                sys.exit(f"after kill {number} the finished record is not what it is undisturbed")
        record.close()
    print(f"{times} kills, {len(seen)} different numbers of documents met")  # noqa: T201 - the test reads it


if __name__ == "__main__":
    main()
