"""A report: one document's telling of an event, as `dragoman code` writes it and the record keeps it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from dragoman.errors import InputError
from dragoman.model.codes import EventType, Granularity, Status

_REMEDY = "Import what `dragoman code` wrote, unchanged."
_EXACT = frozenset({Granularity.DAY, Granularity.HOUR})


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """An actor or recipient, as far as comparing reports needs it."""

    code: str
    country: str | None
    sectors: tuple[str, ...]
    name: str | None
    office: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One telling of an event. `body` is the whole event in the form of docs/data-model.md."""

    report_id: str
    """The `event_id` that the coder gave, made of the document's identity and the event's content."""
    document_id: str
    published: date
    publisher: str
    copy_of: str | None = None
    """The document that this one repeats; see docs/record.md."""
    event_type: EventType
    mode: str | None
    status: Status
    planned_type: EventType | None
    actors: tuple[Side, ...]
    recipients: tuple[Side, ...]
    reciprocal: bool
    first: date | None
    last: date | None
    granularity: Granularity
    is_dated: bool
    """Whether words of the text say when; else the day is that of publication."""
    country: str | None
    """Where, ISO 3166-1 alpha-3."""
    place_name: str | None
    place_kind: str | None
    speaker: str | None
    """Code of whoever says so."""
    quote: str
    trigger: str
    confidence: float
    body: Mapping[str, Any]

    @property
    def day(self) -> date | None:
        """The one day on which it happened; None where the date is wider or unknown."""
        if self.first is None or self.first != self.last or self.granularity not in _EXACT:
            return None
        return self.first

    @property
    def source(self) -> str:
        """The document whose text it rests on: of a copy the original."""
        return self.copy_of or self.document_id

    @property
    def codes(self) -> frozenset[str]:
        """Codes of all sides."""
        return frozenset(side.code for side in (*self.actors, *self.recipients))


def read_report(body: Mapping[str, Any]) -> Report:
    """The report that an event in JSON form is.

    Args:
        body: one line of `dragoman code`, as docs/data-model.md describes it.

    Raises:
        InputError: a field is missing or has a value that no event can have; the message names it.

    """
    field = "event_id"
    try:
        report_id = body["event_id"]
        field = "document_id"
        document_id = body["document_id"]
        field = "published"
        published = date.fromisoformat(body["published"])
        field = "event_type"
        event_type = EventType(body["event_type"])
        field = "status"
        status = Status(body["status"])
        field = "planned"
        planned = body.get("planned")
        planned_type = EventType(planned["event_type"]) if planned else None
        field = "actors"
        actors = tuple(_read_side(side) for side in body["actors"])
        field = "recipients"
        recipients = tuple(_read_side(side) for side in body["recipients"])
        field = "date"
        when = body["date"]
        first, last = (date.fromisoformat(when["start"]), date.fromisoformat(when["end"])) if when else (None, None)
        granularity = Granularity(when["granularity"]) if when else Granularity.UNKNOWN
        field = "place"
        place = body.get("place") or {}
        field = "attribution"
        speaker = (body.get("attribution") or {}).get("speaker") or {}
        field = "evidence"
        quote, trigger = body["evidence"]["text"], body["evidence"]["trigger"]
        field = "confidence"
        confidence = float(body["confidence"])
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise InputError(
            f"its {field} is missing or not what an event holds ({error})",
            remedy=_REMEDY,
        ) from None
    if not (isinstance(report_id, str) and isinstance(document_id, str) and report_id and document_id):
        raise InputError("its event_id or document_id is no text", remedy=_REMEDY)
    return Report(
        report_id=report_id,
        document_id=document_id,
        published=published,
        publisher=str(body.get("publisher") or ""),
        copy_of=body.get("copy_of"),
        event_type=event_type,
        mode=body.get("mode"),
        status=status,
        planned_type=planned_type,
        actors=actors,
        recipients=recipients,
        reciprocal=bool(body.get("reciprocal")),
        first=first,
        last=last,
        granularity=granularity,
        is_dated=bool(when and when.get("timex")),
        country=place.get("country"),
        place_name=place.get("name"),
        place_kind=place.get("kind"),
        speaker=speaker.get("code"),
        quote=quote,
        trigger=trigger,
        confidence=confidence,
        body=body,
    )


def _read_side(side: Mapping[str, Any]) -> Side:
    return Side(
        code=side["code"],
        country=side.get("country"),
        sectors=tuple(side.get("sectors") or ()),
        name=side.get("name"),
        office=side.get("office"),
    )
