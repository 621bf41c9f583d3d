"""Why an event is as it is: for every field the words, the rule and the score; every report; every review."""

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from dragoman.errors import NotInRecordError
from dragoman.export import JsonObject
from dragoman.store import Review, Source, compose_known, list_quoted, list_reviews, load_source
from dragoman.tasks.lines import line_of
from dragoman.tasks.opening import load_named

FIELDS = ("event_type", "mode", "actors", "recipients", "date", "place", "status", "attribution", "contexts")
"""In this order; what else an explanation speaks of comes after them."""


def explain_event(connection: sqlite3.Connection, event_id: str, *, as_of: date | None = None) -> JsonObject:
    """All that stands behind an event.

    Args:
        connection: of the record.
        event_id: of the event or one of its reports, or the beginning of it.
        as_of: only reports published by that day.

    Returns:
        `event` in short; `shown`, the report whose words it has; `fields`: value, words and where these stand, rule,
        score or reason of each, and the report or review it is from;
        `reports`, each with its document and its own fields; `joined`, why; `conflicts`; `reviews`, undone ones too;
        `whole`, the composed event with all spans.

    Raises:
        NotInRecordError: there is no such event, or no report of it had been published.

    """
    event = load_named(connection, event_id)
    if as_of is not None:
        known = compose_known(connection, event["event_id"], as_of=as_of)
        if known is None:
            first = min(report["published"] for report in event["reports"])
            raise NotInRecordError(
                f"no report of {event['event_id']} had been published by {as_of}", remedy=f"The first is of {first}."
            )
        event = known
    loaded = {report["report_id"]: load_source(connection, report["report_id"]) for report in event["reports"]}
    sources = {report_id: source for report_id, source in loaded.items() if source is not None}
    told = {report_id: list(explain_report(source)) for report_id, source in sources.items()}
    return {
        "as_of": as_of and as_of.isoformat(),
        "event": line_of(event),
        "shown": find_shown(event),
        "fields": _find_fields(event, told),
        "reports": [
            {**report, **_tell_source(sources[report["report_id"]]), "fields": told[report["report_id"]]}
            for report in event["reports"]
        ],
        "joined": event["joined"],
        "conflicts": event["conflicts"],
        "reviews": [tell_review(review) for review in list_reviews(connection, event["event_id"])],
        "whole": event,
    }


def _tell_source(source: Source) -> JsonObject:
    return {
        "title": source.title or None,
        "url": source.url or None,
        "version": source.version,
        "status": source.body["status"],
        "held": source.is_held,
        "coder": source.body.get("coder"),
    }


def _find_fields(event: Mapping[str, Any], told: Mapping[str, Sequence[JsonObject]]) -> list[JsonObject]:
    """The fields of a composed event with what each rests on: what its reports, by id, tell of theirs, and reviews."""
    shown = find_shown(event)
    settings = {review["field"]: review for review in event["reviews"] if "field" in review}
    fields: list[JsonObject] = []
    for name in dict.fromkeys([*(field["field"] for field in told[shown]), *event["taken_from"], *settings]):
        value = tell_value(event, name)
        if name in settings:
            fields.append(_tell_setting(settings[name], value, shown))
            continue
        report_id = event["taken_from"].get(name, shown)
        fields += [
            {**field, "value": value, "report_id": report_id, "review": None}
            for field in told[report_id]
            if field["field"] == name
        ]
    return sorted(fields, key=lambda field: _order(field["field"]))


def _tell_setting(review: Mapping[str, Any], value: Any, report_id: str) -> JsonObject:
    return {
        "field": review["field"],
        "value": value,
        "words": None,
        "read_at": None,
        "rule": "review",
        "score": 1.0,
        "reason": review["because"],
        "report_id": report_id,
        "review": review["number"],
    }


def find_shown(event: Mapping[str, Any]) -> str:
    """The report whose words a composed event shows."""
    of_document = [r for r in event["reports"] if r["document_id"] == event["document_id"]]
    quoted = [r for r in of_document if r["quote"] == event["evidence"]["text"]]
    return str((quoted or of_document)[0]["report_id"])


def explain_report(source: Source) -> Iterator[JsonObject]:
    """What a report's explanation says, with the words at its spans; several spans of one field come one by one."""
    known = {(start, end, field): words for words, start, end, field in list_quoted(source.body)}
    for evidence in sorted(source.body.get("explanation") or (), key=lambda e: _order(e["field"])):
        span = (evidence.get("start"), evidence.get("end"), evidence.get("span_field", "text"))
        yield {
            "field": evidence["field"],
            "value": tell_value(source.body, evidence["field"]),
            "words": known.get(span) or _read_words(source, *span),
            "read_at": None if span[0] is None else {"field": span[2], "start": span[0], "end": span[1]},
            "rule": evidence.get("rule") or None,
            "score": evidence.get("score"),
            "reason": evidence.get("reason"),
        }


def _read_words(source: Source, start: int | None, end: int | None, field: str) -> str | None:
    """The words at a span; None where there is no span, or the record has not the text."""
    words = source.title if field == "title" else source.text
    return words[start:end] if words is not None and start is not None else None


def _order(field: str) -> int:
    return FIELDS.index(field) if field in FIELDS else len(FIELDS)


def tell_value(event: Mapping[str, Any], field: str) -> Any:
    """The value of a field, short enough for a line; None where it is empty."""
    value = event.get(field)
    if field in ("actors", "recipients"):
        return " ".join(side["code"] for side in value or ()) or None
    if field == "date" and value:
        return value["start"] if value["start"] == value["end"] else f"{value['start']}/{value['end']}"
    if field == "place" and value:
        return ", ".join(filter(None, dict.fromkeys((value["name"], value["country"]))))
    if field == "attribution" and value:
        return (value.get("speaker") or {}).get("code") or value.get("outlet")
    if field == "planned" and value:
        return " ".join(filter(None, (value["event_type"], value.get("mode"))))
    if field == "mentions":
        return len(value or ())
    return " ".join(value) or None if isinstance(value, list) else value


def tell_review(review: Review) -> JsonObject:
    """A review as it is listed."""
    return {
        "number": review.id,
        "at": review.at,
        "by": review.by,
        "because": review.because,
        "action": review.action.value,
        "event_id": review.event_id,
        "field": review.set_field,
        "value": review.value,
        "undoes": review.undoes,
        "undone": review.is_undone,
        "reports": [{"report_id": report_id, "present": present} for report_id, present in review.anchors],
    }
