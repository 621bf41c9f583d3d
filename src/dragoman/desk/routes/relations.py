"""From names to the page of a relation; from one side to its events."""

from http import HTTPStatus

from fastapi import APIRouter
from starlette.responses import RedirectResponse, Response

from dragoman.desk.asking import Words
from dragoman.desk.asking_relation import SidesError, find_sides
from dragoman.errors import InputError
from dragoman.pages.links import from_segment, relation_path, with_query
from dragoman.tasks.sides import resolve_side

router = APIRouter()


@router.get("/relation")
def find_relation(one: Words = None, other: Words = None) -> Response:
    """On to the relation that a form names.

    Raises:
        SidesError: the form does not name two sides that are known.

    """
    return RedirectResponse(relation_path(*find_sides(one or "", other or "")), status_code=HTTPStatus.SEE_OTHER)


@router.get("/relation/{one}")
def find_events(one: str) -> Response:
    """On to the events of a side that is named alone.

    Raises:
        SidesError: it is not known.

    """
    typed = from_segment(one)
    try:
        side = resolve_side(typed)
    except InputError as error:
        raise SidesError(error, typed, "") from None
    return RedirectResponse(with_query("/events", {"side": side}), status_code=HTTPStatus.SEE_OTHER)
