"""Made-up events for records at size, as `dragoman code` would write them: drawn at random with a fixed seed."""

import hashlib
import random
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from dragoman.codebook import cameo_for, goldstein_for, quad_class_for
from dragoman.gazetteer.tables import read_table
from dragoman.model.codes import EventType

FIRST, DAYS = date(2005, 1, 1), 20 * 365
EVENTS_A_DOCUMENT = 3.3
TOLD_AGAIN = 0.34
"""Share of events that tell what a document of the days before told."""
VERBS = {kind: kind.value.lower() + "ed" for kind in EventType}


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
