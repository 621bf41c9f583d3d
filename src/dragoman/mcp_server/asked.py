"""What the tools are asked: their arguments, checked before the record is."""

from datetime import date
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError
from pydantic_core import to_json

from dragoman.commitments import Fate
from dragoman.errors import InputError
from dragoman.model.codes import EventType, QuadClass, Sector, Status
from dragoman.model.days import read_day

_TOLD = 3
"""Faults of one call that are told."""


def _read_day(value: Any) -> Any:
    return read_day(value) if isinstance(value, str) else value


_DAY = BeforeValidator(_read_day)

Words = Annotated[str, Field(max_length=300)]
Side = Annotated[Words, Field(description="A state, organisation or armed group, by code or name: TUR, Iran, IGO:UN.")]
From = Annotated[date | None, _DAY, Field(alias="from", description="Leave out what ended before that day.")]
Until = Annotated[date | None, _DAY, Field(description="Leave out what began after that day.")]
AsOf = Annotated[date | None, _DAY, Field(description="Answer with what had been published by that day.")]
On = Annotated[date | None, _DAY, Field(description="The day for which it is told; without one, today.")]
Limit = Annotated[int, Field(ge=1, le=100, description="At most so many.")]
Offset = Annotated[int, Field(ge=0, le=100_000_000, description="Pass over so many first.")]


class Asked(BaseModel):
    """Arguments of a tool; one that it does not have is a fault, lest a condition be dropped unseen."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class OverviewAsked(Asked):
    """Nothing but the day."""

    on: On = None


class RelationAsked(Asked):
    """Two sides in a period."""

    side: Side
    other: Side
    first: From = None
    until: Until = None
    as_of: AsOf = None
    limit: Annotated[int, Field(ge=1, le=100, description="Events told one by one, the latest; counts are of all.")] = (
        20
    )


class EventsAsked(Asked):
    """Conditions, all of which an event must meet."""

    side: Annotated[Side | None, Field(description="On either side; with `other`, events between the two.")] = None
    other: Side | None = None
    types: Annotated[list[EventType], Field(description="Any of them.")] = []
    modes: Annotated[list[Words], Field(description="Any of them: visit, phone, … as the codebook has them.")] = []
    contexts: Annotated[list[Words], Field(description="Any of them: military, economic, …")] = []
    quad_classes: Annotated[list[QuadClass], Field(description="Any of them.")] = []
    statuses: Annotated[
        list[Status], Field(description="Any of them: what is only claimed, planned, … is no fact.")
    ] = []
    sector: Annotated[Sector | None, Field(description="Of either side.")] = None
    person: Annotated[Words | None, Field(description="As the record spells the name.")] = None
    place: Annotated[Words | None, Field(description="A country (TUR) or a place (Ankara).")] = None
    speaker: Annotated[Side | None, Field(description="On whose word it is told.")] = None
    publisher: Annotated[Words | None, Field(description="Reported by it, among others.")] = None
    first: From = None
    until: Until = None
    min_confidence: Annotated[float, Field(ge=0, le=1, description="Leave out what is scored below.")] = 0.0
    as_of: AsOf = None
    with_rejected: Annotated[bool, Field(description="With events that people rejected.")] = False
    oldest_first: Annotated[bool, Field(description="Without it the latest come first.")] = False
    limit: Limit = 20
    offset: Offset = 0


class WhyAsked(Asked):
    """One event."""

    event_id: Annotated[Words, Field(description="Of an event or one of its reports, or its first characters: ev_1f3a")]
    as_of: AsOf = None


class CommitmentsAsked(Asked):
    """Promises of two sides, or of all."""

    side: Side | None = None
    other: Side | None = None
    statuses: Annotated[list[Fate], Field(description="Any of them; one that is repeated is open.")] = []
    on: On = None
    as_of: AsOf = None
    limit: Limit = 20
    offset: Offset = 0


class OfficeAsked(Asked):
    """An office on a day."""

    office: Annotated[Words, Field(description="'defence minister', 'head of state', 'the Turkish foreign minister'.")]
    owner: Annotated[Words, Field(description="Whose: TUR, NATO; empty where the office names it.")] = ""
    on: On = None


class PersonAsked(Asked):
    """A person by name."""

    name: Annotated[Words, Field(description="In any spelling and script; the surname alone will do.")]
    on: On = None
    limit: Annotated[int, Field(ge=1, le=20, description="Events of each person, the latest.")] = 5


class SearchAsked(Asked):
    """Words."""

    words: Annotated[
        Words, Field(description="All must be there, in any order; those in quotation marks together.", min_length=1)
    ]
    as_of: AsOf = None
    limit: Annotated[int, Field(ge=1, le=20, description="At most so many documents, and so many events.")] = 10
    offset: Offset = 0


class DocumentAsked(Asked):
    """A part of a document."""

    document_id: Annotated[str, Field(max_length=2000, description="Whole, as other answers have it.")]
    start: Annotated[int, Field(ge=0, description="First character of the text that is wanted.")] = 0
    length: Annotated[int, Field(ge=1, le=20_000, description="At most so many characters.")] = 4000


def read_arguments(kind: type[Asked], given: dict[str, Any]) -> Asked:
    """The arguments of a call.

    Raises:
        InputError: one is unknown, missing or not what it should be; the message says which, and what would do.

    """
    try:
        return kind.model_validate_json(to_json(given), strict=True)
    except ValidationError as error:
        faults = [_say_fault(fault["loc"], fault["msg"]) for fault in error.errors()]
        known = ", ".join(field.alias or name for name, field in kind.model_fields.items())
        raise InputError("; ".join(faults[:_TOLD]), remedy=f"The arguments are: {known}.") from None


def _say_fault(place: tuple[int | str, ...], fault: str) -> str:
    told = {"Extra inputs are not permitted": "there is no such argument", "Field required": "it is missing"}
    return f"{'.'.join(map(str, place))}: {told.get(fault, fault.removeprefix('Value error, '))}"
