"""The reports of an event, and the days that follow from them."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from dragoman.model.codes import EventType, Status

_ANNOUNCEMENTS = frozenset({EventType.AGREE, EventType.THREATEN})
_BITS = 53
"""Numbers are kept below 2 to the 53rd, which R, JavaScript and spreadsheets can still hold exactly."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """One report of an event."""

    document_id: str
    published: str
    """ISO date."""
    publisher: str
    link: str
    """Its address on the web where the record has one, else the document's id."""
    quote: str
    confidence: float
    is_own: bool
    """Whether the event's own fields, and so their offsets, are of this report."""


def read_tellings(event: Mapping[str, Any]) -> tuple[Telling, ...]:
    """The reports of an event, in the order it lists them; a coded event that was not composed is its only report."""
    reports = event.get("reports") or [event]
    return tuple(
        Telling(
            document_id=report["document_id"],
            published=report["published"],
            publisher=report["publisher"] or "",
            link=report.get("url") or report["document_id"],
            quote=report["quote"] if "quote" in report else report["evidence"]["text"],
            confidence=float(report["confidence"]),
            is_own=report["document_id"] == event["document_id"],
        )
        for report in reports
    )


def first_told(event: Mapping[str, Any]) -> date:
    """The day on which an event was first reported."""
    return date.fromisoformat(min(telling.published for telling in read_tellings(event)))


def is_announcement(event: Mapping[str, Any]) -> bool:
    """Whether the event is that something was announced: a promise or threat of an act to come."""
    return event["status"] == Status.PLANNED and event["event_type"] in _ANNOUNCEMENTS


def happened(event: Mapping[str, Any]) -> bool:
    """Whether a format without a field for it may state the event as a fact.

    What is denied, supposed, claimed by one side or still to come may not. Announcing an act to come, though, has
    happened: that is what the codes of AGREE and THREATEN say.
    """
    return event["status"] == Status.OCCURRED or is_announcement(event)


def event_days(event: Mapping[str, Any]) -> tuple[date, date]:
    """First and last day of an event, for formats that must have a date.

    An announcement is dated by the report that first told it, since the event's own date is that of the act announced;
    so is what has no date at all.
    """
    when = event["date"]
    if when is None or is_announcement(event):
        told = first_told(event)
        return told, told
    return date.fromisoformat(when["start"]), date.fromisoformat(when["end"])


def row_number(*parts: str) -> int:
    """A number for a row, made of what identifies it: the same event gives the same numbers in every export.

    Args:
        parts: the event's id and the codes of the two sides; a document's id.

    Returns:
        The first 53 bits of the parts' SHA-256, at least 1. Among a million rows two share a number with a
        probability of 1 in 18,000.

    """
    digest = hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).digest()
    return max(1, int.from_bytes(digest[:8]) >> (64 - _BITS))
