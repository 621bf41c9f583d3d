"""Happenings whose day every reader knows: "since Russia's invasion of Ukraine" names no day, and none is in doubt."""

import re
import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Final

from dragoman.model.codes import Granularity, Status
from dragoman.model.coding import Coding
from dragoman.model.event import EventFrame
from dragoman.model.evidence import Evidence
from dragoman.model.timex import KNOWN_DAY, EventDate

_HAPPENED: Final = frozenset({Status.OCCURRED, Status.CLAIMED})
_NEAR: Final = 80
"""Code points between a trigger and the name that says which happening it is: `data/known_happenings.toml`."""


@dataclass(frozen=True, slots=True)
class Happening:
    """A happening that is known by its name."""

    name: str
    day: date
    words: re.Pattern[str]
    """Of its trigger."""
    about: re.Pattern[str] | None
    """A name that must stand near the trigger; None: the sides tell."""
    actor: str | None
    recipient: str | None


@cache
def load_happenings() -> tuple[Happening, ...]:
    """The table `data/known_happenings.toml`."""
    rows = tomllib.loads((files("dragoman.timex") / "data" / "known_happenings.toml").read_text(encoding="utf-8"))
    return tuple(
        Happening(
            name=row["name"],
            day=row["day"],
            words=re.compile(rf"\b(?:{row['words']})\b", re.IGNORECASE),
            about=re.compile(rf"\b(?:{row['about']})\b") if "about" in row else None,
            actor=row.get("actor"),
            recipient=row.get("recipient"),
        )
        for row in rows["known"]
    )


def find_known_date(coding: Coding, frame: EventFrame) -> EventDate | None:
    """The day of an event that is known by its name, or None.

    Args:
        coding: the frame's, published on or after that day.
        frame: the event.

    """
    if frame.status not in _HAPPENED:
        return None
    trigger = coding.document.quote(frame.trigger)
    for known in load_happenings():
        if known.day <= coding.document.published and known.words.search(trigger) and _is_meant(coding, frame, known):
            return EventDate(
                first=known.day,
                last=known.day,
                granularity=Granularity.DAY,
                evidence=Evidence(field="date", rule=KNOWN_DAY, score=0.8, reason=f"the known day of {known.name}"),
            )
    return None


def _is_meant(coding: Coding, frame: EventFrame, known: Happening) -> bool:
    sides = ((known.actor, frame.actors), (known.recipient, frame.recipients))
    if any(code and code not in {p.actor.code for p in parties} for code, parties in sides):
        return False
    if known.about is None:
        return True
    text, sentence = coding.document.field(frame.trigger.field), coding.sentences[frame.sentence].span
    start, end = max(sentence.start, frame.trigger.start - _NEAR), min(sentence.end, frame.trigger.end + _NEAR)
    return known.about.search(text, start, end) is not None
