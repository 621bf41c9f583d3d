"""Event ids from content: coding the same text twice gives the same ids."""

import hashlib
from collections.abc import Iterable

_LENGTH = 16
"""Hexadecimal digits kept: 64 bits, so that a chance clash among a billion events is about one in forty."""


def compose_event_id(
    *,
    document_id: str,
    published: str,
    told: Iterable[str | None],
    actors: Iterable[str],
    recipients: Iterable[str],
    reciprocal: bool,
    days: Iterable[str | None],
    trigger: tuple[str, int, int],
    quote: str,
    ordinal: int,
) -> str:
    """The id of an event, from the document's identity and what the event says.

    Scores and rules do not count: a better score for the same reading keeps the id.

    Args:
        document_id: of the document.
        published: its day of publication, ISO 8601.
        told: type, mode, status and the type of the announced act.
        actors: codes of the actors.
        recipients: codes of the recipients.
        reciprocal: whether they act on each other.
        days: the first and the last day, ISO 8601.
        trigger: its field and offsets.
        quote: the words of the evidence.
        ordinal: how many events of the document with the same content come before it.

    Returns:
        "ev_" and 16 hexadecimal digits of a SHA-256.

    """
    parts = [
        document_id,
        published,
        *(value or "" for value in told),
        *sorted(actors),
        ">",
        *sorted(recipients),
        str(reciprocal),
        *(value or "" for value in days),
        ":".join(map(str, trigger)),
        quote,
        str(ordinal),
    ]
    digest = hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass"))
    return f"ev_{digest.hexdigest()[:_LENGTH]}"
