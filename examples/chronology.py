"""What a few lines of Python make of coded events.

python examples/chronology.py events.jsonl            the relations that the events tell of
python examples/chronology.py events.jsonl IRN PAK    one relation, day by day
"""

import sys
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from rich.console import Console
from rich.table import Table

from dragoman.export import JsonObject, read_events

MOST = 10
"""Relations listed."""


def find_pairs(event: JsonObject) -> set[tuple[str, str]]:
    """The pairs of countries or organisations an event tells of, each in order of the alphabet."""
    actors = {actor["code"] for actor in event["actors"]}
    others = actors if event["reciprocal"] else {recipient["code"] for recipient in event["recipients"]}
    return {(min(a, b), max(a, b)) for a in actors for b in others if a != b}


def make_overview(events: Iterable[JsonObject]) -> Table:
    """The relations with most events, and how many of them were cooperation and conflict."""
    relations: dict[tuple[str, str], list[JsonObject]] = defaultdict(list)
    for event in events:
        for pair in find_pairs(event):
            relations[pair].append(event)
    table = Table("relation", "events", "cooperation", "conflict", "from", "until", box=None, pad_edge=False)
    for pair, told in sorted(relations.items(), key=lambda item: (-len(item[1]), item[0]))[:MOST]:
        conflict = sum("conflict" in event["quad_class"] for event in told)
        days = sorted(event["published"] for event in told)
        counts = [str(len(told)), str(len(told) - conflict), str(conflict)]
        table.add_row(" – ".join(pair), *counts, days[0], days[-1])
    return table


def make_chronology(events: Iterable[JsonObject], pair: tuple[str, str]) -> Table:
    """What happened between two, in order of date, with the words that say so."""
    table = Table("date", "what", "who → whom", "words", box=None, pad_edge=False)
    told = [event for event in events if pair in find_pairs(event)]
    for event in sorted(told, key=lambda event: (event["date"] or {}).get("start") or event["published"]):
        actors = [actor["code"] for actor in event["actors"]]
        recipients = [recipient["code"] for recipient in event["recipients"]]
        sides = " ↔ ".join(actors) if event["reciprocal"] else f"{', '.join(actors)} → {', '.join(recipients)}"
        what = " ".join(filter(None, [event["event_type"], event["mode"]]))
        if event["status"] != "occurred":
            what += f" ({event['status']})"
        day = (event["date"] or {}).get("start") or f"by {event['published']}"
        table.add_row(day, what, sides, f"“{event['evidence']['text']}”")
    return table


def main() -> None:
    """Print one or the other."""
    path, *pair = sys.argv[1:]
    events = read_events(Path(path))
    console = Console(highlight=False)
    if pair:
        console.print(make_chronology(events, (min(pair), max(pair))))
    else:
        console.print(make_overview(events))


if __name__ == "__main__":
    main()
