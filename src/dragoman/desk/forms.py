"""Forms that change something: that they are the desk's own, and what stands in them."""

from http import HTTPStatus
from typing import Annotated

from fastapi import Depends, Form, Request
from starlette.exceptions import HTTPException

from dragoman.desk.security import state_of

Field = Annotated[str, Form(max_length=20_000)]


def check_form(request: Request, csrf: Annotated[str, Form(max_length=200)] = "") -> None:
    """See that a form comes from a page of this session, or from a program that gave the token.

    Raises:
        HTTPException: it does not.

    """
    state = state_of(request)
    if not state.by_bearer and not request.app.state.sessions.is_csrf(state.session, csrf):
        raise HTTPException(
            HTTPStatus.FORBIDDEN, "the form is of an earlier session: go back, load the page again, and send it again"
        )


def check_writable(request: Request) -> None:
    """See that the desk may change the record.

    Raises:
        HTTPException: it is read only.

    """
    if request.app.state.settings.read_only:
        raise HTTPException(HTTPStatus.FORBIDDEN, "this desk is read only: start it without --read-only to review")


OwnForm = Depends(check_form)
Writable = Depends(check_writable)
