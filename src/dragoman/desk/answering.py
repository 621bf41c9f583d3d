"""From what a task told to an answer: a page and its twin, or what went wrong."""

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Annotated, Any
from urllib.parse import quote, unquote

from fastapi import Depends, FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response

from dragoman.desk.asking_relation import SidesError
from dragoman.desk.coding import LaterError
from dragoman.desk.measuring import name_page
from dragoman.desk.questions import Known, Tidy, UntidyError, write_path
from dragoman.desk.reference.answers import describe
from dragoman.desk.security import RUNNING, Sessions, State, secure, state_of
from dragoman.desk.settings import DeskSettings
from dragoman.errors import DragomanError, InputError, NotInRecordError, RecordError
from dragoman.pages.desk import Frame, Refused, TypedSide, compose_error
from dragoman.tasks.sides import find_near, load_country_names

REVIEWER = "dragoman_reviewer"
"""Cookie with the name that was given with the last review."""

JsonObject = Mapping[str, Any]

_LOGGER = logging.getLogger(__name__)

_FILES = (".csv", ".parquet")
"""Ends of the addresses of downloads."""


def write_name(name: str) -> str:
    """A name as its cookie holds it, which takes neither spaces nor letters beyond ASCII."""
    return quote(name.strip()[:100], safe="")


class Names(dict[str, str]):
    """Names by code; a code without one is its own."""

    def __missing__(self, code: str) -> str:
        return code


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskPage:
    """One kind of page."""

    path: str
    """As FastAPI has it: "/event/{event_id}"."""
    twin: str
    """Where the same comes as JSON."""
    tell: Callable[..., JsonObject]
    """What a request's address means, asked of the tasks; FastAPI reads its arguments."""
    compose: Callable[[Any, Frame], str]
    """The page that shows it."""
    runs: bool = False
    """Whether it loads scripts."""


def add_page(app: FastAPI, page: DeskPage) -> None:
    """Give an app a page and its twin."""
    policy = {"Content-Security-Policy": RUNNING} if page.runs else None

    def answer_json(told: Annotated[Any, Depends(page.tell)]) -> Response:
        return JSONResponse(told)

    def answer_html(request: Request, told: Annotated[Any, Depends(page.tell)]) -> Response:
        return HTMLResponse(page.compose(told, make_frame(request)), headers=policy)

    # The twin comes first: ids may hold a dot, and the page would take ".json" for a part of one.
    described = describe(page.twin, page.tell.__doc__ or "")
    app.add_api_route(page.twin, answer_json, dependencies=[Known], **described)
    app.add_api_route(page.twin, answer_json, methods=["HEAD"], dependencies=[Known], include_in_schema=False)
    app.add_api_route(
        page.path, answer_html, methods=["GET", "HEAD"], dependencies=[Tidy, Known], include_in_schema=False
    )


def make_frame(request: Request, refused: Refused | None = None, path: str | None = None) -> Frame:
    """What pages show of a request.

    Args:
        request: that is answered.
        refused: a form that was not accepted.
        path: of the page that is shown, where it is not that of the request.

    """
    settings, sessions = request.app.state.settings, request.app.state.sessions
    state = getattr(request.state, "desk", None)
    return Frame(
        # Not even its name is told to whoever has not given the token.
        record=settings.record.name if _may_know(settings, state) else "",
        path=path or write_path(request),
        query=tuple(request.query_params.multi_items()),
        names=Names(load_country_names()),
        csrf=_write_csrf(sessions, request) if state else "",
        reviewer=unquote(request.cookies.get(REVIEWER, ""))[:100],
        read_only=settings.read_only,
        signed_in=bool(state and state.is_member),
        refused=refused,
    )


def _may_know(settings: DeskSettings, state: State | None) -> bool:
    return settings.token is None or bool(state and (state.is_member or state.by_bearer))


def _write_csrf(sessions: Sessions, request: Request) -> str:
    return sessions.write_csrf(state_of(request).session)


def refuse(
    request: Request, status: HTTPStatus | int, fault: str, remedy: str, typed: tuple[str, str] | None = None
) -> Response:
    """An answer that says what is wrong and what to do: a page, or an object where JSON was asked for.

    Args:
        request: that is answered.
        status: of the answer.
        fault: in one clause.
        remedy: in a sentence; may be empty.
        typed: two sides, where they were the fault; the page has a form with them.

    """
    if wants_json(request):
        return JSONResponse({"status": int(status), "fault": fault, "remedy": remedy}, status_code=int(status))
    sides = [TypedSide(words, find_near(words)) for words in typed or ()]
    page = compose_error(make_frame(request), status=int(status), fault=fault, remedy=remedy, sides=sides)
    return HTMLResponse(page, status_code=int(status))


def wants_json(request: Request) -> bool:
    """Whether the address is that of a twin, or of a file that a program asks for: browsers ask for pages too."""
    path = request.scope["path"]
    return bool(
        path.endswith(".json") or (path.endswith(_FILES) and "text/html" not in request.headers.get("accept", ""))
    )


def explain(request: Request, error: Exception) -> Response:
    """The answer to a request that raised an error."""
    return secure(_explain(request, error))


def _explain(request: Request, error: Exception) -> Response:
    match error:
        case UntidyError():
            return RedirectResponse(error.tidied, status_code=HTTPStatus.SEE_OTHER)
        case DragomanError():
            # What a record does not have it may have by another id: the remedies are commands.
            remedy = "" if isinstance(error, NotInRecordError) else error.remedy
            typed = error.typed if isinstance(error, SidesError) else None
            log_fault(request, error)
            response = refuse(request, status_of(error), error.fault, remedy, typed)
            if isinstance(error, LaterError):
                response.headers["Retry-After"] = str(error.wait)
            return response
        case RequestValidationError():
            return refuse(request, HTTPStatus.UNPROCESSABLE_ENTITY, *_say_invalid(error))
        case HTTPException():
            fault = "the address leads to no page" if error.status_code == HTTPStatus.NOT_FOUND else error.detail
            return refuse(request, error.status_code, fault, "")
        case _:
            fault = "the desk has a fault of its own"
            return refuse(
                request, HTTPStatus.INTERNAL_SERVER_ERROR, fault, "What happened stands where it was started."
            )


def log_fault(request: Request, error: DragomanError) -> None:
    """Log what is no fault of whoever asks, nor passes by itself: never what was asked."""
    if status_of(error) >= HTTPStatus.INTERNAL_SERVER_ERROR and not isinstance(error, LaterError):
        # What stands in brackets is another's message, which may quote a text.
        fault, _, _ = error.fault.partition(" (")
        _LOGGER.error(
            "a page cannot be shown", extra={"page": name_page(request.scope), "fault": fault, "place": error.place}
        )


def status_of(error: DragomanError) -> HTTPStatus:
    """The status of an answer to a request that raised an error."""
    match error:
        case LaterError():
            return error.status
        case NotInRecordError():
            return HTTPStatus.NOT_FOUND
        case InputError():
            return HTTPStatus.UNPROCESSABLE_ENTITY
        case RecordError():
            return HTTPStatus.SERVICE_UNAVAILABLE
        case _:
            return HTTPStatus.INTERNAL_SERVER_ERROR


def _say_invalid(error: RequestValidationError) -> tuple[str, str]:
    """The first thing that could not be read, and what it should be."""
    first = error.errors()[0]
    name = next((str(part) for part in reversed(first["loc"]) if isinstance(part, str)), "the address")
    given = first.get("input")
    remedy = f"{first['msg'].removeprefix('Value error, ')}."
    if first["type"] == "json_invalid":
        return "the body is no JSON", remedy
    if first["type"] == "missing":
        return f"{name} is missing", remedy
    return f"{name} cannot be {given!r}" if isinstance(given, str) else f"{name} is of the wrong kind", remedy


def add_explanations(app: FastAPI) -> None:
    """Have an app answer errors in the desk's own words."""
    for kind in (UntidyError, DragomanError, RequestValidationError, HTTPException, Exception):
        app.add_exception_handler(kind, explain)
