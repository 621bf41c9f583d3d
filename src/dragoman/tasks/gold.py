"""Reviewed documents as gold: what people confirmed and corrected, in the form that `dragoman evaluate` reads."""

import sqlite3
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from dragoman.errors import InputError
from dragoman.export import JsonObject, open_replacing
from dragoman.export.jsonl import dump_line
from dragoman.linking.corrections import apply_corrections
from dragoman.store import Action, Review, list_reviews, load_document, load_event, load_source
from dragoman.tasks.opening import open_record


def export_gold(path: Path, target: Path) -> JsonObject:
    """Write the documents of which people reviewed an event, as gold.

    Args:
        path: of the record.
        target: a file of JSON Lines; it appears when all is written.

    Returns:
        How many `documents` and `events` were written, and how many of these events were `reviewed`.

    Raises:
        RecordError: the record can't be read.
        InputError: the target can't be written, or is the record itself.

    """
    if target.resolve() == path.resolve():
        raise InputError("the record itself would be overwritten", place=str(target), remedy="Name another file.")
    with open_record(path) as connection:
        documents = compose_gold(connection)
    with open_replacing(target) as stream:
        for document in documents:
            stream.write(dump_line(document))
    events = [event for document in documents for event in document["events"]]
    reviewed = sum(event["confidence"] == "high" for event in events)
    return {"documents": len(documents), "events": len(events), "reviewed": reviewed}


def compose_gold(connection: sqlite3.Connection) -> list[JsonObject]:
    """The documents with reviewed events, in order of their id.

    What people confirmed or corrected is sure ("high"), what they rejected is left out. The other events of the same
    documents are given as unsure ("low"), so that finding them again is no error, and missing them none either.
    """
    # Reports by document, with the reviews that hold: a review of an event is of the report it is kept with.
    reviewed: dict[str, list[Review]] = defaultdict(list)
    for review in list_reviews(connection):
        if not review.is_undone and review.action in {Action.CONFIRM, Action.REJECT, Action.SET}:
            for report_id in review.present:
                reviewed[report_id].append(review)
    sources = {report_id: load_source(connection, report_id) for report_id in reviewed}
    documents = sorted({source.body["document_id"] for source in sources.values() if source is not None})
    return [gold for name in documents if (gold := _compose_document(connection, name, reviewed)) is not None]


def _compose_document(
    connection: sqlite3.Connection, document_id: str, reviewed: Mapping[str, Sequence[Review]]
) -> JsonObject | None:
    document = load_document(connection, document_id)
    if document is None:
        return None
    events = [event for name in document["reports"] if (event := _compose_event(connection, name, reviewed))]
    known = {"title": document["title"], "text": document["text"]} if document["text"] is not None else {}
    return {
        "id": document_id,
        "source": document["publisher"],
        "published": document["published"],
        **known,
        "events": events,
    }


def _compose_event(
    connection: sqlite3.Connection, report_id: str, reviewed: Mapping[str, Sequence[Review]]
) -> JsonObject | None:
    """A report as gold; None for one that was rejected."""
    source = load_source(connection, report_id)
    if source is None:
        return None
    reviews = reviewed.get(report_id, ())
    verdicts = [r.action for r in reviews if r.action is not Action.SET]
    if verdicts[-1:] == [Action.REJECT]:
        return None
    whole = load_event(connection, report_id)
    if whole is not None and whole["rejected"] and not reviews:
        return None  # another document's telling of it was rejected, and with it the event
    settings = {r.set_field: r.value for r in reviews if r.set_field}
    body = apply_corrections(source.body, settings) if settings else source.body
    return to_gold(body, is_sure=bool(reviews))


def to_gold(event: Mapping[str, Any], *, is_sure: bool) -> JsonObject:
    """An event in the form of gold (docs/cli.md, "The form of gold").

    Args:
        event: a coded event, with what people set.
        is_sure: whether somebody looked at it.

    """
    speaker = (event["attribution"] or {}).get("speaker") or {}
    return {
        "type": event["event_type"],
        "mode": event["mode"],
        "actor": [_tell_side(side) for side in event["actors"]],
        "recipient": [_tell_side(side) for side in event["recipients"]],
        "reciprocal": event["reciprocal"],
        "date": _tell_date(event["date"]),
        "status": event["status"],
        "said_by": speaker.get("code"),
        "place": _tell_place(event["place"]),
        "evidence": event["evidence"]["text"],
        "confidence": "high" if is_sure else "low",
    }


def _tell_side(side: Mapping[str, Any]) -> JsonObject:
    return {"code": side["code"], "sector": next(iter(side["sectors"]), None)}


def _tell_date(when: Mapping[str, Any] | None) -> str | None:
    """The first day, as gold has it."""
    if when is None:
        return None
    return ("~" if when["approximate"] else "") + str(when["start"])


def _tell_place(place: Mapping[str, Any] | None) -> str | None:
    """Country and city, "TUR Ankara"; None where no country is known."""
    if place is None or not place["country"]:
        return None
    return str(place["country"]) if place["kind"] == "country" else f"{place['country']} {place['name']}"
