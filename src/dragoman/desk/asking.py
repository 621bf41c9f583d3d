"""What addresses ask, as the tasks take it. A form sends its empty fields too: they ask nothing."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated, Any

from fastapi import Depends, Query, Request
from pydantic import BeforeValidator, Field

from dragoman.commitments import Fate
from dragoman.model.codes import EventType, QuadClass, Sector, Status
from dragoman.model.days import read_day
from dragoman.store import EventFilter
from dragoman.tasks.listing import make_filter
from dragoman.tasks.network import Among
from dragoman.tasks.sides import resolve_dyad_if_named
from dragoman.tasks.spans import Span


def _drop_empty(value: Any) -> Any:
    if isinstance(value, list):
        return [one for one in value if one != ""]
    return None if value == "" else value


def _read_type(value: Any) -> Any:
    """Types in small letters are types too."""
    return [one.upper() for one in _drop_empty(value)] if isinstance(value, list) else value


def _read_day(value: Any) -> Any:
    return read_day(value) if isinstance(value, str) and value else None


_EMPTY = BeforeValidator(_drop_empty)
_DAY = BeforeValidator(_read_day)
Words = Annotated[Annotated[str, Field(max_length=300)] | None, _EMPTY, Query()]
Listed = Annotated[list[str], _EMPTY, Query()]
Day = Annotated[date | None, _DAY, Query()]
FromDay = Annotated[date | None, _DAY, Query(alias="from", description="Leave out what ended before.")]
AsOf = Annotated[date | None, _DAY, Query(description="Answer with what had been published by that day.")]
Offset = Annotated[
    Annotated[int, Field(ge=0, le=100_000_000)] | None, _EMPTY, Query(description="Pass over so many first.")
]
Limit = Annotated[Annotated[int, Field(ge=1, le=500)] | None, _EMPTY, Query(description="At most so many.")]
Share = Annotated[Annotated[float, Field(ge=0, le=1)] | None, _EMPTY, Query()]
GeonamesId = Annotated[Annotated[int, Field(ge=1, le=10**12)] | None, _EMPTY, Query()]
Lines = Annotated[Annotated[int, Field(ge=1, le=200)] | None, _EMPTY, Query(description="At most so many.")]
AskedSpan = Annotated[Span | None, _EMPTY, Query()]
AskedAmong = Annotated[Among | None, _EMPTY, Query()]
Shown = Annotated[Annotated[str, Field(max_length=300)] | None, _EMPTY, Query(include_in_schema=False)]
"""What pages alone show otherwise; their twins take it and tell all."""
Part = Annotated[Annotated[int, Field(ge=1, le=1_000_000)] | None, _EMPTY, Query(description="Of a long text.")]


def find_record(request: Request) -> Path:
    """The desk's record."""
    record: Path = request.app.state.settings.record
    return record


Record = Annotated[Path, Depends(find_record)]


@dataclass(frozen=True, slots=True)
class Page:
    """Which part of a list."""

    offset: int
    limit: int | None


def read_page(offset: Offset = None, limit: Limit = None) -> Page:
    """Which part of a list is asked for."""
    return Page(offset or 0, limit)


AskedPage = Annotated[Page, Depends(read_page)]


def read_shared(
    type: Annotated[list[EventType], BeforeValidator(_read_type), Query()] = [],  # noqa: A002, B006
    mode: Listed = [],  # noqa: B006 - FastAPI copies it
    context: Listed = [],  # noqa: B006
    quad_class: Annotated[list[QuadClass], _EMPTY, Query()] = [],  # noqa: B006
    status: Annotated[list[Status], _EMPTY, Query()] = [],  # noqa: B006
    sector: Annotated[Sector | None, _EMPTY, Query()] = None,
    person: Listed = [],  # noqa: B006
    said_by: Listed = [],  # noqa: B006
    place: Words = None,
    geonames_id: GeonamesId = None,
    first: FromDay = None,
    until: Day = None,
    speaker: Words = None,
    publisher: Words = None,
    min_confidence: Share = None,
    as_of: AsOf = None,
) -> dict[str, Any]:
    """The conditions of `dragoman events` but those on sides, as `make_filter` takes them."""
    return {
        "types": type,
        "modes": mode,
        "contexts": context,
        "quad_classes": quad_class,
        "statuses": status,
        "sector": sector,
        "names": tuple(person),
        "speaker_names": tuple(said_by),
        "place": place,
        "geonames_id": geonames_id,
        "first": first,
        "last": until,
        "speaker": speaker,
        "publisher": publisher,
        "min_confidence": min_confidence or 0.0,
        "as_of": as_of,
    }


Shared = Annotated[dict[str, Any], Depends(read_shared)]


def read_conditions(
    shared: Shared,
    side: Words = None,
    other: Words = None,
    rejected: Annotated[bool | None, _EMPTY, Query()] = None,
) -> EventFilter:
    """The conditions of `dragoman events`, as an address has them.

    Raises:
        InputError: a side, mode or context that is not known.

    """
    return make_filter(
        **shared,
        side=(side or other) if not (side and other) else None,
        dyad=(side, other) if side and other else None,
        with_rejected=bool(rejected),
    )


AskedEvents = Annotated[EventFilter, Depends(read_conditions)]


def read_dyad(one: Words = None, other: Words = None) -> tuple[str, str] | None:
    """Codes of two sides, where both are named.

    Raises:
        InputError: one alone is named, both are one, or one is not known.

    """
    return resolve_dyad_if_named(one or None, other or None)


AskedDyad = Annotated[tuple[str, str] | None, Depends(read_dyad)]
Fates = Annotated[list[Fate], _EMPTY, Query()]
