"""A document with all that was found in it, and the events it tells of."""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any

from dragoman.errors import NotInRecordError
from dragoman.export import JsonObject
from dragoman.store import Told, list_told, load_document, load_event
from dragoman.tasks.lines import line_of


def tell_document(connection: sqlite3.Connection, document_id: str) -> JsonObject:
    """A document as the record has it now.

    Args:
        connection: of the record.
        document_id: whole.

    Returns:
        The document's fields; `marks` in order of their place, each with `mark` (actor, timex, place, quotation or
        trigger), `field`, `start` and `end`; a trigger has the event it tells of. `events` in short, each with the
        `report_id` that is this document's; `versions`; `copy_of`, the document that it repeats, and its own `copies`.

    Raises:
        NotInRecordError: the record has no such document.

    """
    document = load_document(connection, document_id)
    if document is None:
        raise NotInRecordError(f"no document is called {document_id!r}", remedy="Search for its words.")
    told = list_told(connection, document_id)
    kept = {name: value for name, value in document.items() if name not in ("reports", "events")}
    return {
        **kept,
        "marks": order_marks(chain(document["marks"], _find_triggers(told))),
        "events": list(_tell_events(connection, told)),
    }


def _find_triggers(told: Sequence[Told]) -> Iterator[JsonObject]:
    for report in told:
        if not report.is_held:
            yield from mark_trigger(report.body, report.event_id)


def mark_trigger(body: Mapping[str, Any], event_id: str | None) -> Iterator[JsonObject]:
    """The mark of the words that tell a coded event; none for an imported one that does not say where they stand."""
    evidence = body["evidence"]
    if evidence.get("trigger_start") is not None:
        yield {
            "mark": "trigger",
            "field": evidence.get("field", "text"),
            "start": evidence["trigger_start"],
            "end": evidence["trigger_end"],
            "event_type": body["event_type"],
            "mode": body["mode"],
            "event_id": event_id,
            "report_id": body["event_id"],
        }


def order_marks(marks: Iterable[JsonObject]) -> list[JsonObject]:
    """Marks in order of their place, the title's first; each says in which field it stands."""
    placed = ({"field": "text", **mark} for mark in marks)
    return sorted(placed, key=lambda mark: (mark["field"] != "title", mark["start"], -mark["end"]))


def _tell_events(connection: sqlite3.Connection, told: Sequence[Told]) -> Iterator[JsonObject]:
    reports = {report.event_id: report.report_id for report in reversed(told) if report.event_id}
    for event_id in dict.fromkeys(report.event_id for report in told if report.event_id):
        event = load_event(connection, event_id)
        if event is not None:
            yield {**line_of(event), "report_id": reports[event_id]}
