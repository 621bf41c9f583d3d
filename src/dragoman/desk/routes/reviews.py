"""What people say of events, by the forms of an event's page."""

from collections.abc import Callable, Mapping
from http import HTTPStatus
from typing import Annotated, Final, Literal

from anyio import CapacityLimiter
from anyio.to_thread import run_sync
from fastapi import APIRouter, Form, Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from dragoman.desk.answering import REVIEWER, make_frame, write_name
from dragoman.desk.asking import Record, find_record
from dragoman.desk.forms import Field, OwnForm, Writable
from dragoman.desk.routes.single import tell_event
from dragoman.desk.security import RUNNING
from dragoman.errors import BusyRecordError, DragomanError, InputError, NotInRecordError
from dragoman.pages.desk import Refused, compose_event
from dragoman.pages.links import event_path, from_segment
from dragoman.store import Action
from dragoman.tasks.reviewing import review_event, take_back

router = APIRouter()
_CHECKED = [Writable, OwnForm]

Said = Literal[Action.CONFIRM, Action.REJECT, Action.SET, Action.JOIN, Action.SPLIT]
"""What one can say of an event; an undo has a form of its own."""

_YEAR = 365 * 24 * 3600

PATIENCE: Final = 10.0
"""Seconds for another writer to end: whoever sends a form looks at it meanwhile."""

_SOON = 10
"""Seconds after which to send a form again."""

_WRITING: Final = CapacityLimiter(4)
"""Reviews that wait for another writer or write: they have threads of their own, so that pages never wait for them."""


@router.post("/event/{event_id}/review", dependencies=_CHECKED)
async def review(
    request: Request,
    record: Record,
    event_id: str,
    action: Annotated[Said, Form()],
    by: Field = "",
    because: Field = "",
    field: Field = "",
    value: Annotated[list[str], Form(max_length=100)] = [],  # noqa: B006 - FastAPI copies it
    other: Field = "",
    other_id: Field = "",
) -> Response:
    """Confirm, reject, set, join or split; then on to the event as it is now."""
    named = other_id.strip() or other
    given = {"by": by, "because": because, "field": field, "value": " ".join(value)}
    given |= {"other": other, "other_id": other_id}

    def write() -> Response:
        _check(action, by=by, because=because, field=field, other=named)
        told = review_event(
            record,
            from_segment(event_id),
            action,
            by=by.strip(),
            because=because.strip(),
            field=field or None,
            value=" ".join(value) if action is Action.SET else None,
            other=named or None,
            wait=PATIENCE,
        )
        return _go_on(told["event"]["event_id"], told["number"], by)

    return await _write_or_refuse(write, lambda error: _show_again(request, event_id, action, error, given=given))


@router.get("/event/{event_id}/review")
@router.get("/event/{event_id}/undo")
def show_event(event_id: str) -> Response:
    """On to the event, where somebody comes back to the address of a form that was refused."""
    return RedirectResponse(event_path(from_segment(event_id)), status_code=HTTPStatus.SEE_OTHER)


@router.post("/event/{event_id}/undo", dependencies=_CHECKED)
async def undo(
    request: Request,
    record: Record,
    event_id: str,
    number: Annotated[int, Form(ge=1, le=2**62)],
    by: Field = "",
    because: Field = "",
) -> Response:
    """Take a review back; then on to the event as it is now."""

    def write() -> Response:
        _check(Action.UNDO, by=by, because=because)
        told = take_back(record, number, by=by.strip(), because=because.strip(), wait=PATIENCE)
        return _go_on(from_segment(event_id), told["number"], by)

    given = {"by": by, "because": because}
    return await _write_or_refuse(
        write, lambda error: _show_again(request, event_id, f"undo-{number}", error, given=given)
    )


async def _write_or_refuse(write: Callable[[], Response], refuse: Callable[[DragomanError], Response]) -> Response:
    def answer() -> Response:
        try:
            return write()
        except DragomanError as error:
            return refuse(error)

    return await run_sync(answer, limiter=_WRITING)


def _check(action: Action, *, by: str, because: str, field: str = "", other: str = "") -> None:
    """See that all is there that a review needs.

    Raises:
        InputError: something is not.

    """
    for given, what in ((by, "your name"), (because, "why")):
        if not given.strip():
            raise InputError(f"{what} is missing", remedy="A review says who and why.")
    if action is Action.SET and not field:
        raise InputError("no field is named", remedy="Choose one.")
    if action in {Action.JOIN, Action.SPLIT} and not other:
        raise InputError("nothing is chosen", remedy="Choose one, or write its id.")


def _say(error: DragomanError) -> dict[str, str]:
    # The remedies of ids that are not there are commands.
    remedy = "The page of an event shows its id." if isinstance(error, NotInRecordError) else error.remedy
    return {"fault": error.fault, "remedy": remedy}


def _show_again(
    request: Request, event_id: str, form: str, error: DragomanError, *, given: Mapping[str, str]
) -> Response:
    """The event's page with the form as it was filled in, and what is wrong with it."""
    told = tell_event(find_record(request), event_id)
    refused = Refused(form=form, **_say(error), given=given)
    page = compose_event(told, make_frame(request, refused, path=event_path(from_segment(event_id))))
    headers, status = {"Content-Security-Policy": RUNNING}, HTTPStatus.UNPROCESSABLE_ENTITY
    if isinstance(error, BusyRecordError):
        headers["Retry-After"], status = str(_SOON), HTTPStatus.SERVICE_UNAVAILABLE
    return HTMLResponse(page, status_code=status, headers=headers)


def _go_on(event_id: str, number: int, by: str) -> Response:
    response = RedirectResponse(f"{event_path(event_id)}#review-{number}", status_code=HTTPStatus.SEE_OTHER)
    # Cookies hold no spaces nor letters beyond ASCII.
    response.set_cookie(REVIEWER, write_name(by), max_age=_YEAR, httponly=True, samesite="strict")
    return response
