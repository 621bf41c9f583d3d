"""Predictions: what a coder found, as `dragoman code` writes it, or in the form of gold."""

from collections.abc import Collection, Mapping
from pathlib import Path

from dragoman.errors import InputError
from dragoman.evaluate.gold import read_codes, read_gold_events, read_status, read_type
from dragoman.evaluate.rows import Row, read_rows
from dragoman.evaluate.scored import Quote, ScoredEvent
from dragoman.model.text import Field, Span

TABLES = frozenset({".csv", ".parquet"})
"""Other forms that `dragoman code` writes; a line of them would be called bad JSON."""


def read_predictions(path: Path, known: Collection[str]) -> Mapping[str, tuple[ScoredEvent, ...]]:
    """The events of a file, by document.

    A line is an event (`dragoman code --output FILE.jsonl`) or, where it has "events" and no "event_type", a document
    in the form of gold: so one person's coding is compared with another's.

    Args:
        path: the file.
        known: ids of the documents that the gold has.

    Raises:
        InputError: the file or a line can't be read, or an event is of a document that is not `known`.

    """
    if path.suffix.lower() in TABLES:
        raise InputError(
            f"{path.suffix} is not read here", place=str(path), remedy="Write JSON Lines: dragoman code -o FILE.jsonl"
        )
    found: dict[str, list[ScoredEvent]] = {}
    for row in read_rows(path):
        document_id, events = read_line(row)
        if document_id not in known:
            raise row.fault(
                f"the gold has no document {document_id!r}",
                'Leave its events out, or add it to the gold, with "events": [] where it has none.',
            )
        found.setdefault(document_id, []).extend(events)
    return {document_id: tuple(events) for document_id, events in found.items()}


def read_line(row: Row) -> tuple[str, tuple[ScoredEvent, ...]]:
    """The document that a line is about, and its events."""
    if "event_type" in row.values:
        return row.identity("document_id"), (read_predicted_event(row),)
    if "events" in row.values:
        return row.identity("id"), read_gold_events(row)
    raise row.fault('it has neither "event_type" nor "events"', "Give the JSON Lines that `dragoman code` writes.")


def read_predicted_event(row: Row) -> ScoredEvent:
    """One event in the form of `docs/data-model.md`, of which only what is compared is looked at."""
    speaker = row.inner("attribution").inner("speaker")
    date = row.inner("date").text("start")
    return ScoredEvent(
        event_type=read_type(row, "event_type"),
        actors=read_codes(row, "actors"),
        recipients=read_codes(row, "recipients"),
        reciprocal=row.flag("reciprocal"),
        date=date,
        dates=frozenset({date}),
        status=read_status(row),
        # The gold writes a visit to come as a planned CONSULT, the coder as an AGREE that plans one.
        mode=row.text("mode") or row.inner("planned").text("mode"),
        place=row.inner("place").text("country"),
        speaker=speaker.text("code") or speaker.text("country"),
        evidence=read_quote(row.inner("evidence")),
        confidence=read_confidence(row),
    )


def read_quote(row: Row) -> Quote:
    """The evidence of an event; without a span where its offsets are none."""
    start, end = row.values.get("start"), row.values.get("end")
    field = Field.TITLE if row.text("field") == Field.TITLE else Field.TEXT
    if type(start) is int and type(end) is int and 0 <= start <= end:
        return Quote(text=row.text("text"), span=Span(start, end, field))
    return Quote(text=row.text("text"))


def read_confidence(row: Row) -> float | None:
    """How sure the coder was; None where it does not say.

    Raises:
        InputError: it is not a number from 0 to 1.

    """
    value = row.values.get("confidence")
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
        raise row.fault('its "confidence" is not a number from 0 to 1', "Give such a number, or null.")
    return float(value)
