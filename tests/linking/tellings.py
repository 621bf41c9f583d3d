"""Reports built from the table of tellings, and the pairs they make."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import Any

from dragoman.gazetteer.countries import read_states
from dragoman.gazetteer.places import load_places
from dragoman.model.report import Report
from tests.linking.factories import make_report

STATUSES = {"o": "occurred", "p": "planned", "c": "claimed", "n": "negated"}
SMALL = {
    "Deir al Balah": (31.42, 34.35),
    "Bagram": (34.95, 69.26),
    "Taftan": (28.99, 61.59),
    "Chaman": (30.92, 66.45),
    "Vardenis": (40.18, 45.72),
}
"""Places that the gazetteer may lack, with their coordinates."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    heading: str
    event: str
    report: Report


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    one: Telling
    other: Telling

    @property
    def is_one_event(self) -> bool:
        return self.one.event == self.other.event

    @property
    def name(self) -> str:
        return f"{self.one.heading}: {self.one.report.quote} / {self.other.report.quote}"


@cache
def load_stories(table: str) -> tuple[tuple[Telling, ...], ...]:
    """The tellings of "seen.txt" or "measured.txt", a tuple for each heading."""
    stories: list[list[Telling]] = []
    heading, number = "", 0
    for line in Path(__file__).with_name(table).read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            heading = line.removeprefix("## ")
            stories.append([])
        elif line and not line.startswith("#"):
            event, *fields = line.split(" | ")
            number += 1
            stories[-1].append(Telling(heading=heading, event=event, report=read_line(number, fields)))
    return tuple(map(tuple, stories))


def load_pairs(table: str) -> list[Pair]:
    """All pairs of tellings under one heading."""
    return [Pair(one=one, other=other) for story in load_stories(table) for one, other in combinations(story, 2)]


def read_line(number: int, fields: list[str]) -> Report:
    published, publisher, kind, status, sides, when, where, quote = fields
    event_type, _, planned = kind.partition(">")
    event_type, _, mode = event_type.partition("/")
    planned, _, planned_mode = planned.partition("/")
    actors, _, recipients = sides.removesuffix("<>").partition(">")
    before, _, marked = quote.partition("*")
    trigger, _, after = marked.partition("*")
    quote = before + trigger + after
    first, _, last = when.partition("..")
    return make_report(
        # Ids in an order that has nothing to do with that of the lines.
        f"ev_{number * 7919 % 10007:016x}",
        document_id=f"doc{number}",
        published=published,
        publisher=publisher,
        event_type=event_type,
        mode=mode or None,
        status=STATUSES[status],
        planned={"event_type": planned, "mode": planned_mode or None, "date": None} if planned else None,
        actors=list(read_sides(actors, quote)),
        recipients=list(read_sides(recipients, quote)),
        reciprocal=sides.endswith("<>"),
        day=None if when == "-" else (first, last or first),
        place=read_where(where),
        quote=quote,
        trigger=trigger or quote.split()[-1],
    )


def read_sides(text: str, quote: str) -> Iterator[dict[str, Any]]:
    for side in text.split(", ") if text.strip() else ():
        code, _, person = side.strip().partition("=")
        code, _, sector = code.partition("+")
        name, _, office = person.partition(";")
        yield {
            "code": code,
            "country": code if len(code) == 3 else code.partition("/")[2] or None,
            "sectors": [sector] if sector else ["GOV"] if office else [],
            "name": name or None,
            "office": office or None,
            "mention": find_mention(code, name, quote),
        }


def find_mention(code: str, name: str, quote: str) -> str:
    """The words of a quote that name a side, by state or by person."""
    words = [word.strip(".,") for word in quote.replace("'s ", " ").split()]
    return " ".join(word for word in words if word in name.split() or load_state_words().get(word) == code)


@cache
def load_state_words() -> dict[str, str]:
    """Names, adjectives and capitals of one word, to the state."""
    found = {text: name.actor.code for text, name in read_states() if " " not in text and name.actor}
    return found | {
        "US": "USA",
        "UN": "IGO:UN",
        "EU": "IGO:EU",
        "White": "USA",
        "Houthi": "NSA:HOUTHI/YEM",
        "Hamas": "NSA:HAMAS/PSE",
    }


def read_where(text: str) -> dict[str, Any] | None:
    if text == "-":
        return None
    name, _, country = text.rpartition(",")
    found = [
        place
        for place in load_places().lookup(name or country)
        if place.country == country and (place.kind == "city") == bool(name)
    ]
    best = max(found, key=lambda place: place.population, default=None)
    latitude, longitude = SMALL.get(name, (0.0, 0.0)) if best is None else (best.latitude, best.longitude)
    return {
        "name": name or country,
        "country": country,
        "admin1": best.admin1 if best and name else None,
        "latitude": latitude,
        "longitude": longitude,
        "geonames_id": best.geonames_id if best else None,
        "kind": "city" if name else "country",
        "mention": name,
    }
