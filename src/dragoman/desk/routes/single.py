"""Pages of one thing: the record, a relation, an event, a document."""

from datetime import date
from typing import Annotated

from fastapi import Depends

from dragoman.desk.asking import AsOf, Day, FromDay, Limit, Part, Record, check_dyad
from dragoman.export import JsonObject
from dragoman.pages.links import from_segment
from dragoman.tasks.documents import tell_document
from dragoman.tasks.dossier import compile_dossier
from dragoman.tasks.opening import open_snapshot
from dragoman.tasks.overview import look_over
from dragoman.tasks.promises import RECENT
from dragoman.tasks.reviewable import tell_reviewable
from dragoman.tasks.sides import resolve_side


def tell_home(record: Record) -> JsonObject:
    """The record at a glance, today."""
    with open_snapshot(record) as connection:
        return look_over(connection, date.today())


def read_sides(one: str, other: str) -> tuple[str, str]:
    """Codes of the sides that an address names.

    Raises:
        InputError: one is not known, or both are one.

    """
    return check_dyad(resolve_side(from_segment(one)), resolve_side(from_segment(other)))


Sides = Annotated[tuple[str, str], Depends(read_sides)]


def tell_relation(
    record: Record, sides: Sides, first: FromDay = None, until: Day = None, as_of: AsOf = None, limit: Limit = None
) -> JsonObject:
    """All that the record tells of two sides in a period."""
    with open_snapshot(record) as connection:
        return compile_dossier(
            connection, *sides, first=first, last=until, as_of=as_of, limit=limit or 50, latest=RECENT
        )


def tell_event(record: Record, event_id: str, as_of: AsOf = None) -> JsonObject:
    """An event, what stands behind it, and what can be said of it."""
    with open_snapshot(record) as connection:
        return tell_reviewable(connection, from_segment(event_id), as_of=as_of)


def tell_one_document(record: Record, document_id: str, part: Part = None) -> JsonObject:
    """A document with all that was found in it; the page shows a long text part by part."""
    del part  # checked here, shown there
    with open_snapshot(record) as connection:
        return tell_document(connection, from_segment(document_id))
