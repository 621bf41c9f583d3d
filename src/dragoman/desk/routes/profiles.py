"""Pages of a person, an office, a place, a publisher; and from a form to the page of an office."""

from datetime import date
from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, Path
from starlette.responses import RedirectResponse, Response

from dragoman.desk.asking import AskedPage, Day, Record, Words
from dragoman.errors import InputError
from dragoman.export import JsonObject
from dragoman.pages.links import from_segment, office_path, with_query
from dragoman.tasks.offices import name_office
from dragoman.tasks.opening import open_snapshot
from dragoman.tasks.profiles import list_publishers, tell_office, tell_person, tell_place, tell_publisher

router = APIRouter()

GeonamesId = Annotated[int, Path(ge=1, le=10**12)]


def tell_one_person(record: Record, page: AskedPage, name: str, who: Words = None) -> JsonObject:
    """The person of a name, or those whom it may mean."""
    with open_snapshot(record) as connection:
        return tell_person(
            connection,
            from_segment(name),
            date.today(),
            who=who or "",
            limit=page.limit or 20,
            offset=page.offset,
        )


def tell_one_office(record: Record, page: AskedPage, office: str, owner: str, on: Day = None) -> JsonObject:
    """Who held an office through time, and who did on a day; without one today."""
    with open_snapshot(record) as connection:
        return tell_office(
            connection,
            from_segment(office),
            from_segment(owner),
            on or date.today(),
            limit=page.limit or 50,
            offset=page.offset,
        )


def tell_one_place(record: Record, page: AskedPage, geonames_id: GeonamesId) -> JsonObject:
    """A place and what happened there."""
    with open_snapshot(record) as connection:
        return tell_place(connection, geonames_id, limit=page.limit or 20, offset=page.offset)


def tell_publishers(record: Record, page: AskedPage) -> JsonObject:
    """All publishers, in order of the alphabet."""
    with open_snapshot(record) as connection:
        return list_publishers(connection, limit=page.limit or 50, offset=page.offset)


def tell_one_publisher(record: Record, page: AskedPage, name: str) -> JsonObject:
    """A publisher and what it tells of."""
    with open_snapshot(record) as connection:
        return tell_publisher(connection, from_segment(name), limit=page.limit or 20, offset=page.offset)


@router.get("/office")
def find_office(office: Words = None, of: Words = None, on: Day = None) -> Response:
    """On to the office that a form names.

    Raises:
        InputError: no office is named, or none is called so, or it is not said whose.

    """
    if not office:
        raise InputError("no office is named", remedy="Name one, and whose it is: defence minister, TUR.")
    named, owner = name_office(office, of or "")
    return RedirectResponse(with_query(office_path(named, owner), {"on": on}), status_code=HTTPStatus.SEE_OTHER)
