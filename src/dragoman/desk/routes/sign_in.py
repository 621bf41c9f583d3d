"""Signing in with the desk's token, and out."""

from http import HTTPStatus

from fastapi import APIRouter, Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from dragoman.desk.answering import make_frame
from dragoman.desk.forms import Field, OwnForm
from dragoman.desk.security import COOKIE
from dragoman.desk.security.gate import set_session
from dragoman.pages.desk import compose_sign_in

router = APIRouter()


@router.get("/sign-in", response_class=HTMLResponse)
def show(request: Request, goal: str = "/") -> Response:
    """The form for the token."""
    return HTMLResponse(compose_sign_in(make_frame(request), goal=check_goal(goal)))


@router.post("/sign-in", dependencies=[OwnForm])
def sign_in(request: Request, token: Field = "", goal: Field = "/") -> Response:
    """Begin a session of somebody who has the token."""
    sessions = request.app.state.sessions
    if not sessions.matches(token.strip()):
        page = compose_sign_in(make_frame(request), goal=check_goal(goal), is_wrong=True)
        return HTMLResponse(page, status_code=HTTPStatus.FORBIDDEN)
    response = RedirectResponse(check_goal(goal), status_code=HTTPStatus.SEE_OTHER)
    # A session of its own: whoever may know the one before does not know this one.
    set_session(request, response, sessions.begin(is_member=True))
    return response


@router.post("/sign-out", dependencies=[OwnForm])
def sign_out() -> Response:
    """End the session in this browser."""
    response = RedirectResponse("/sign-in", status_code=HTTPStatus.SEE_OTHER)
    response.delete_cookie(COOKIE)
    return response


def check_goal(goal: str) -> str:
    """The address to go on to if it is one of the desk's own, else the first page's."""
    is_own = goal.startswith("/") and not goal.startswith(("//", "/\\", "/sign-")) and goal.isprintable()
    return goal if is_own and goal.isascii() else "/"
