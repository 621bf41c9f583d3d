"""A record of a minister, the places she goes to, and those who write of it."""

from datetime import date
from pathlib import Path
from typing import Any

from dragoman.export import JsonObject
from dragoman.store import Entry
from tests.store.entries import make_entry, open_new, put_all
from tests.store.tellings import make_holder, make_person

ANKARA = 323786
FAR_AWAY = 99_999_999
"""An id that the shipped gazetteer does not have."""


def make_place(geonames_id: int, name: str = "Ankara") -> JsonObject:
    return {
        "name": name, "country": "TUR", "admin1": "Ankara", "latitude": 39.9, "longitude": 32.9,
        "geonames_id": geonames_id, "kind": "city", "mention": "Iran", "start": 0, "end": 4,
    }  # fmt: skip


def make_meeting(document_id: str, mine: str, theirs: str | None, day: date, **event: Any) -> Entry:
    """A document in which somebody of Turkey meets somebody of Iran."""
    text = f"{mine} met {theirs or 'Iran'}."
    start = text.index(" met ") + 1
    other = make_person("IRN", theirs, None, theirs or "Iran")
    other |= {"start": start + 4, "end": start + 4 + len(theirs or "Iran")}
    quoted = {"text": text, "start": 0, "end": len(text), "trigger": "met", "trigger_start": start,
              "trigger_end": start + 3}  # fmt: skip
    return make_entry(
        document_id, published=day, day=None, event_type="CONSULT", mode="meet", cameo="040", evidence=quoted,
        actors=[make_person("TUR", mine, None, mine)], recipients=[other], text=text, **event,
    )  # fmt: skip


def make_claim(document_id: str, name: str, day: date) -> Entry:
    speaker = make_person("TUR", name, None, "Iran")
    told = {"speaker": {**speaker, "start": 0, "end": 4}, "cue": "", "outlet": "Reuters", "start": 0, "end": 4}
    return make_entry(document_id, published=day, attribution=told, publisher="The Lighthouse")


HELD = make_holder("held", "Ayla Demir", date(2026, 3, 2), place=None)
LATER = make_holder("later", "Aylâ Demir", date(2026, 5, 4), publisher="the harbour post")
TALKS = make_meeting("talks", "Ayla Demir", "Reza Karimi", date(2026, 4, 1), place=make_place(ANKARA))
AGAIN = make_meeting("again", "Aylâ Demir", "Reza Karimi", date(2026, 4, 20), place=make_place(FAR_AWAY, "Ova"))
ALONE = make_meeting("alone", "Ayla Demir", None, date(2026, 4, 25), place=make_place(ANKARA))
PLANNED = make_meeting("planned", "Ayla Demir", "Omid Rahimi", date(2026, 4, 28), status="planned")
CLAIM = make_claim("claim", "Ayla Demir", date(2026, 4, 29))
SPOKEN = make_claim("spoken", "Deniz Aksoy", date(2026, 2, 1))
"""On the word of somebody who takes part in nothing."""

ALL = (HELD, LATER, TALKS, AGAIN, ALONE, PLANNED, CLAIM, SPOKEN)


def make_profiled(path: Path, *more: Entry) -> Path:
    """The record of all entries above."""
    with open_new(path) as connection:
        put_all(connection, *ALL, *more)
    return path
