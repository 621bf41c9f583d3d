"""The id of a record that was read from a document."""

from dragoman.model.event import EventRecord
from dragoman.model.event_id import compose_event_id
from dragoman.model.text import Document


def compose_id(record: EventRecord, document: Document, *, ordinal: int = 0) -> str:
    """The id of an event; see `compose_event_id`.

    Args:
        record: the event; its own id is not read.
        document: the one it was read from.
        ordinal: how many events of the document with the same content come before it.

    """
    return compose_event_id(
        document_id=document.id,
        published=document.published.isoformat(),
        told=(record.event_type, record.mode, record.status, record.planned.event_type if record.planned else None),
        actors=[party.actor.code for party in record.actors],
        recipients=[party.actor.code for party in record.recipients],
        reciprocal=record.reciprocal,
        days=(record.date.first.isoformat(), record.date.last.isoformat()) if record.date else (None, None),
        trigger=(record.trigger.field, record.trigger.start, record.trigger.end),
        quote=document.quote(record.evidence),
        ordinal=ordinal,
    )
