"""A table of coded events with a row for each pair of sides: for R, Stata or a spreadsheet.

python examples/dyads.py events.jsonl dyads.csv
"""

import csv
import sys
from itertools import permutations, product
from pathlib import Path

from dragoman.export import JsonObject, read_events


def find_dyads(event: JsonObject) -> list[tuple[str, str]]:
    """Who did it to whom, by code: what two did to each other in both directions, a side that is not named empty."""
    actors = list(dict.fromkeys(actor["code"] for actor in event["actors"]))
    recipients = list(dict.fromkeys(recipient["code"] for recipient in event["recipients"]))
    if event["reciprocal"] and len(actors) > 1:
        return list(permutations(actors, 2))
    return list(product(actors or [""], recipients or [""]))


def make_row(event: JsonObject, actor: str, recipient: str) -> dict[str, object]:
    """One row; what is not known is an empty cell."""
    date, place, words = event["date"] or {}, event["place"] or {}, event["attribution"] or {}
    return {
        "event_id": event["event_id"],
        "date": date.get("start"),
        "until": date.get("end"),
        "precision": date.get("granularity"),
        "actor": actor,
        "recipient": recipient,
        "reciprocal": int(event["reciprocal"]),
        "event_type": event["event_type"],
        "mode": event["mode"],
        "quad_class": event["quad_class"],
        "cameo": event["cameo"],
        "goldstein": event["goldstein"],
        "status": event["status"],
        "speaker": (words.get("speaker") or {}).get("code"),
        "country": place.get("country"),
        "place": place.get("name"),
        "latitude": place.get("latitude"),
        "longitude": place.get("longitude"),
        "confidence": event["confidence"],
        "document_id": event["document_id"],
        "published": event["published"],
        "publisher": event["publisher"],
        "words": event["evidence"]["text"],
    }


def main() -> None:
    """Read the events and write the table."""
    source, target = map(Path, sys.argv[1:])
    rows = [make_row(event, *dyad) for event in read_events(source) for dyad in find_dyads(event)]
    with target.open("w", encoding="utf-8", newline="") as stream:
        table = csv.DictWriter(stream, rows[0] if rows else [])
        table.writeheader()
        table.writerows(rows)
    sys.stdout.write(f"{len(rows)} rows in {target}\n")


if __name__ == "__main__":
    main()
