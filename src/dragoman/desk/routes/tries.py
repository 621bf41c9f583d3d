"""Trying the coder on a text that somebody pastes; adding the text to the record where that is asked."""

from collections.abc import Callable, Mapping
from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, Depends, Form, Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response

from dragoman.desk.answering import log_fault, make_frame, status_of
from dragoman.desk.asking import Record
from dragoman.desk.coding import Bench
from dragoman.desk.coding.bench import LONGEST, LONGEST_WRITING
from dragoman.desk.coding.later import LaterError
from dragoman.desk.coding.waiting import wait_for
from dragoman.desk.forms import OwnForm, Writable
from dragoman.desk.reference.answers import TRIED, describe
from dragoman.desk.reference.shapes.tried import Pasted
from dragoman.desk.security import state_of
from dragoman.errors import DragomanError
from dragoman.export import JsonObject
from dragoman.pages.desk import Refused, compose_try
from dragoman.pages.links import document_path
from dragoman.tasks.trying import add_pasted, read_pasted, try_document

router = APIRouter()
api = APIRouter()

Words = Annotated[str, Form()]


def read_form(
    title: Words = "", text: Words = "", published: Words = "", publisher: Words = "", url: Words = ""
) -> dict[str, str]:
    """What the form holds. Browsers send each line's end as two signs, which are one in the text."""
    given = {"title": title, "text": text.replace("\r\n", "\n")}
    return given | {"published": published.strip(), "publisher": publisher.strip(), "url": url.strip()}


AskedForm = Annotated[dict[str, str], Depends(read_form)]


@router.get("/try")
def show(request: Request) -> Response:
    """The form."""
    return HTMLResponse(compose_try(make_frame(request), {}))


@router.get("/try/add")
def show_again() -> Response:
    """On to the form, where somebody comes back to the address of one that was refused."""
    return RedirectResponse("/try", status_code=HTTPStatus.SEE_OTHER)


@router.post("/try", dependencies=[OwnForm])
async def try_form(request: Request, given: AskedForm) -> Response:
    """What is read in the text, with the form as it was filled in."""

    def answer() -> Response:
        return HTMLResponse(compose_try(make_frame(request), given, _try(request, given)))

    return await wait_for(lambda: _answer_or_refuse(request, given, answer))


@router.post("/try/add", dependencies=[Writable, OwnForm])
async def add_form(request: Request, record: Record, given: AskedForm) -> Response:
    """Add the text to the record; then on to its document."""

    def answer() -> Response:
        told = _bench_of(request).do(_name(request), LONGEST_WRITING, add_pasted, record, read_pasted(given))
        return RedirectResponse(document_path(told["document_id"]), status_code=HTTPStatus.SEE_OTHER)

    return await wait_for(lambda: _answer_or_refuse(request, given, answer))


@api.post("/try.json", **describe("/try.json", "What the coder reads in a text; nothing is stored.", TRIED))
async def try_json(request: Request, pasted: Pasted) -> Response:
    """As the form, for programs."""
    return await wait_for(lambda: JSONResponse(_try(request, pasted.model_dump())))


def _try(request: Request, given: Mapping[str, str]) -> JsonObject:
    return _bench_of(request).do(_name(request), LONGEST, try_document, read_pasted(given))


def _bench_of(request: Request) -> Bench:
    bench: Bench = request.app.state.bench
    return bench


def _name(request: Request) -> str:
    """Who asks: a member's session, since members may share an address, else the address."""
    state = state_of(request)
    return state.session if state.is_member else request.client.host if request.client else ""


def _answer_or_refuse(request: Request, given: Mapping[str, str], answer: Callable[[], Response]) -> Response:
    """The answer, or the form as it was filled in with what is wrong."""
    try:
        return answer()
    except DragomanError as error:
        log_fault(request, error)
        refused = Refused(form=error.place, fault=error.fault, remedy=error.remedy, given=given)
        page = compose_try(make_frame(request, refused, path="/try"), given)
        headers = {"Retry-After": str(error.wait)} if isinstance(error, LaterError) else None
        return HTMLResponse(page, status_code=status_of(error), headers=headers)
