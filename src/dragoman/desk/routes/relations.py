"""From two names to the page of a relation."""

from http import HTTPStatus

from fastapi import APIRouter
from starlette.responses import RedirectResponse, Response

from dragoman.desk.asking import AskedDyad
from dragoman.errors import InputError
from dragoman.pages.links import relation_path

router = APIRouter()


@router.get("/relation")
def find_relation(dyad: AskedDyad) -> Response:
    """On to the relation that a form names.

    Raises:
        InputError: no sides are named.

    """
    if dyad is None:
        raise InputError("no sides are named", remedy="Name two: on the first page, or as /relation/IRN/TUR.")
    return RedirectResponse(relation_path(*dyad), status_code=HTTPStatus.SEE_OTHER)
