"""Gold: documents with the events that a person found in them, one document a line."""

import difflib
from dataclasses import dataclass
from pathlib import Path

from dragoman.errors import InputError
from dragoman.evaluate.rows import Row, name_kind, read_rows
from dragoman.evaluate.scored import EARLIER_NAMES, Quote, ScoredEvent
from dragoman.model.codes import EventType, Status
from dragoman.model.text import Field

CONFIDENCES = ("high", "low")


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldDocument:
    """A document coded by hand."""

    id: str
    events: tuple[ScoredEvent, ...]
    published: str = ""
    title: str = ""
    text: str = ""

    def field(self, name: Field) -> str:
        """The whole text of a field; empty where the gold has only the events."""
        return self.title if name is Field.TITLE else self.text


def read_gold(path: Path) -> tuple[GoldDocument, ...]:
    """The documents of a gold file, in its order.

    Raises:
        InputError: the file or a line can't be read, a document has no id, or one that an earlier document has, or
            no "events", or an event is not in the form that `docs/cli.md` describes.

    """
    documents: dict[str, GoldDocument] = {}
    for row in read_rows(path):
        document = read_document(row)
        if document.id in documents:
            raise row.fault(
                f"the id {document.id!r} was given to an earlier document", "Give each one an id of its own."
            )
        documents[document.id] = document
    if not documents:
        raise InputError("it holds no documents", place=str(path), remedy="Give one JSON object a line.")
    return tuple(documents.values())


def read_document(row: Row) -> GoldDocument:
    """The document of one line."""
    return GoldDocument(
        id=row.identity("id"),
        events=read_gold_events(row),
        published=row.text("published"),
        title=row.text("title"),
        text=row.text("text"),
    )


def read_gold_events(row: Row) -> tuple[ScoredEvent, ...]:
    """The events of one line of gold.

    Raises:
        InputError: it has no "events", or one of them is not in the form of gold.

    """
    if "events" not in row.values:
        raise row.fault('it has no "events"', 'Give the list of its events, "events": [] where there is none.')
    events = []
    for number, values in enumerate(row.items("events"), start=1):
        place = f"{row.place}, event {number}"
        if not isinstance(values, dict):
            raise InputError(f"it is {name_kind(values)}, not an object", place=place, remedy='Give {"type": …}.')
        events.append(read_gold_event(Row(values=values, place=place)))
    return tuple(events)


def read_gold_event(row: Row) -> ScoredEvent:
    """One event in the form of gold."""
    # "~2024-05" is an approximate date: the sign is for readers, the rest is compared.
    dates = [row.text(name).lstrip("~") for name in ("date", "date_alt") if name in row.values]
    confidence = row.text("confidence")
    if confidence and confidence not in CONFIDENCES:
        raise row.fault(f'its "confidence" is {confidence!r}', 'Give "high" or "low".')
    return ScoredEvent(
        event_type=read_type(row, "type"),
        actors=read_codes(row, "actor"),
        recipients=read_codes(row, "recipient"),
        reciprocal=row.flag("reciprocal"),
        date=row.text("date").lstrip("~"),
        dates=frozenset(dates) if dates else None,
        status=read_status(row),
        mode=row.text("mode"),
        place=row.text("place")[:3],
        speaker=row.text("said_by"),
        evidence=Quote(text=row.text("evidence")),
        optional=confidence == "low",
    )


def read_type(row: Row, name: str) -> EventType:
    """The event type of a row, also by the name that an earlier draft of PLOVER gave it.

    Raises:
        InputError: there is none of that name.

    """
    written = row.text(name)
    if written in EARLIER_NAMES:
        return EARLIER_NAMES[written]
    if written in set(EventType):
        return EventType(written)
    if not written:
        raise row.fault(f'it has no "{name}"', f"One of: {', '.join(EventType)}.")
    (near,) = difflib.get_close_matches(written.upper(), [t.value for t in EventType], n=1, cutoff=0)
    raise row.fault(f"{written!r} is no event type", f"Nearest: {near!r}.")


def read_status(row: Row) -> str:
    """The status of a row, empty where it has none.

    Raises:
        InputError: it is none of `Status`.

    """
    status = row.text("status")
    if status and status not in set(Status):
        raise row.fault(f"{status!r} is no status", f"One of: {', '.join(Status)}.")
    return status


def read_codes(row: Row, name: str) -> tuple[str, ...]:
    """The codes of one side: of objects with a "code" or a "country", or plain strings.

    Raises:
        InputError: a party is neither.

    """
    codes = []
    for party in row.items(name):
        code = (party.get("code") or party.get("country") or "") if isinstance(party, dict) else party
        if not isinstance(code, str):
            raise row.fault(f'a party of its "{name}" has no code', 'Give {"code": "KEN"} for each party.')
        codes.append(code)
    return tuple(codes)
