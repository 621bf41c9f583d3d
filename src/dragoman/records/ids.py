"""Event ids from content: coding the same text twice gives the same ids."""

import hashlib

from dragoman.model.event import EventRecord
from dragoman.model.text import Document, Span

_LENGTH = 16
"""Hexadecimal digits kept: 64 bits, so that a chance clash among a billion events is about one in forty."""


def compose_id(record: EventRecord, document: Document, *, ordinal: int = 0) -> str:
    """The id of an event, from the document's identity and what the event says.

    Scores and rules do not count: a better score for the same reading keeps the id.

    Args:
        record: the event; its own id is not read.
        document: the one it was read from.
        ordinal: how many events of the document with the same content come before it.

    Returns:
        "ev_" and 16 hexadecimal digits of a SHA-256.

    """
    parts = [
        document.id,
        document.published.isoformat(),
        record.event_type,
        record.mode or "",
        record.status,
        record.planned.event_type if record.planned else "",
        *sorted(p.actor.code for p in record.actors),
        ">",
        *sorted(p.actor.code for p in record.recipients),
        str(record.reciprocal),
        record.date.first.isoformat() if record.date else "",
        record.date.last.isoformat() if record.date else "",
        _tell(record.trigger),
        document.quote(record.evidence),
        str(ordinal),
    ]
    digest = hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass"))
    return f"ev_{digest.hexdigest()[:_LENGTH]}"


def _tell(span: Span) -> str:
    return f"{span.field}:{span.start}:{span.end}"
