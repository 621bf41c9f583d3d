"""Made-up documents with their texts, in which persons act at places, for a record at size: what an import has not."""

import random
from collections.abc import Iterator
from contextlib import closing
from datetime import date, timedelta
from itertools import accumulate, islice
from pathlib import Path
from typing import Any

from record_events import DAYS, FIRST, make_event, make_states

from dragoman.gazetteer.places import PlaceEntry, load_places
from dragoman.model.codes import EventType
from dragoman.model.report import read_report
from dragoman.store import Entry, connect, learn_rest, put_entry, relink, transaction

PERSONS, PLACES, WORDS = 2000, 400, 5000
"""How many there are; each is drawn as often as one over its rank."""
LENGTH = 150
"""Words of a text."""
OFFICES = ("president", "prime minister", "foreign minister", "defence minister", "ambassador")

_SYLLABLES = ("ba", "ce", "di", "fo", "gu", "ka", "le", "mi", "no", "pu", "ra", "se", "ti", "vo", "zu")


class Inventor:
    """Draws documents with a fixed seed."""

    def __init__(self, count: int) -> None:
        self._count = count
        self._chance = random.Random(17)
        self._codes, self._weights = make_states()
        self._persons = [
            (f"{self._word()} {self._word()}".title(), self._codes[rank % 40], OFFICES[rank % len(OFFICES)])
            for rank in range(PERSONS)
        ]
        self._words = ["talks", "ministers", "the", "border", *(self._word() for _ in range(WORDS - 4))]
        cities = (entry for row in load_places().rows() if (entry := self._find_city(row.name, row.country)))
        self._places = list(islice(cities, PLACES))
        self._ranks = [list(accumulate(1 / rank for rank in range(1, n + 1))) for n in (PERSONS, PLACES, WORDS)]

    def _word(self) -> str:
        return "".join(self._chance.choices(_SYLLABLES, k=self._chance.choice((2, 3, 3, 4))))

    def _find_city(self, name: str, country: str | None) -> PlaceEntry | None:
        found = load_places().lookup(name)
        return found[0] if found and found[0].geonames_id and found[0].country == country else None

    def invent(self) -> Iterator[Entry]:
        """Documents with one event each, in order of publication."""
        for number in range(self._count):
            yield self._make(f"text-{number}", FIRST + timedelta(days=number * DAYS // self._count))

    def _make(self, document: str, published: date) -> Entry:
        people, cities, words = self._ranks
        (person,) = self._chance.choices(self._persons, cum_weights=people)
        (place,) = self._chance.choices(self._places, cum_weights=cities)
        (other,) = self._chance.choices(self._codes, self._weights)
        rest = " ".join(self._chance.choices(self._words, cum_weights=words, k=LENGTH))
        kind = self._chance.choice(list(EventType))
        made = make_event(document, 0, published, f"Publisher {self._chance.randrange(150)}", person[1], other, kind,
                          published, self._chance)  # fmt: skip
        text, event = tell(made, person, place, other)
        return Entry(
            document_id=document,
            published=published,
            publisher=made["publisher"],
            url="",
            title=rest.partition(" ")[0].title(),
            text=f"{text} {rest}.",
            stamp=made["coder"],
            reports=[read_report(event)],
        )


def tell(
    event: dict[str, Any], person: tuple[str, str, str], place: PlaceEntry, other: str
) -> tuple[str, dict[str, Any]]:
    """A sentence in which a person acts at a place on Monday, and the event with all words where they stand in it."""
    name, code, office = person
    trigger = event["evidence"]["trigger"]
    mention = f"{code} {office} {name}"
    text = f"{mention} {trigger} {other} in {place.name} on Monday."

    def stand(words: str) -> dict[str, int]:
        start = text.rindex(words)
        return {"start": start, "end": start + len(words)}

    actor = event["actors"][0] | {"name": name, "office": office, "mention": mention} | stand(mention)
    where = {"name": place.name, "country": place.country, "admin1": place.admin1, "kind": place.kind,
             "latitude": place.latitude, "longitude": place.longitude, "geonames_id": place.geonames_id,
             "mention": place.name, **stand(place.name)}  # fmt: skip
    monday, told = stand("Monday"), stand(trigger)
    return text, event | {
        "actors": [actor],
        "recipients": [event["recipients"][0] | {"mention": other} | stand(other)],
        "date": event["date"] | {"start_char": monday["start"], "end_char": monday["end"]},
        "place": where,
        "evidence": {"text": text, "start": 0, "end": len(text), "trigger": trigger,
                     "trigger_start": told["start"], "trigger_end": told["end"]},
    }  # fmt: skip


def put_texts(record: Path, count: int) -> None:
    """Put so many made-up documents into a record, each with an event."""
    with closing(connect(record, write=True)) as connection:
        entries = Inventor(count).invent()
        while some := list(islice(entries, 100)):
            with transaction(connection):
                for entry in some:
                    put_entry(connection, entry)
        relink(connection)
        learn_rest(connection)
