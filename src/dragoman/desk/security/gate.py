"""What is checked of every request before a page sees it."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from http import HTTPStatus
from typing import Final
from urllib.parse import urlsplit

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from dragoman.desk.security.headers import secure
from dragoman.desk.security.sessions import COOKIE, Sessions
from dragoman.desk.settings import DeskSettings, is_loopback
from dragoman.pages.links import with_query

MOST_BYTES = 64 * 1024
"""Of the body of a request: most of the desk's forms are far shorter."""

MOST_BYTES_PASTED = 256 * 1024
"""Where texts are pasted: 20,000 characters have up to 240,000 bytes as browsers write them."""

_PASTED: Final = frozenset({"/try", "/try/add", "/try.json"})

_OPEN: Final = frozenset({"/sign-in", "/favicon.ico", "/health"})
"""Without the token, as all below /assets/ is."""

_SAFE: Final = frozenset({"GET", "HEAD", "OPTIONS"})

Refuse = Callable[[Request, HTTPStatus, str, str], Response]
"""Makes the answer that says a fault and a remedy."""


@dataclass(frozen=True, slots=True)
class State:
    """What the gate found out about a request."""

    session: str
    """The cookie's value, of this request or begun with it."""
    is_member: bool
    by_bearer: bool
    """Whether a program gave the token: no browser does so on its own, so that its writes need no form token."""


def state_of(request: Request) -> State:
    """What the gate found out."""
    state: State = request.state.desk
    return state


class Gate:
    """Lets requests in or refuses them.

    Args:
        settings: of the desk.
        sessions: of the desk.
        refuse: makes refusals.

    """

    def __init__(self, settings: DeskSettings, sessions: Sessions, refuse: Refuse) -> None:
        self._settings = settings
        self._sessions = sessions
        self._refuse = refuse

    async def __call__(self, request: Request, go_on: Callable[[Request], Awaitable[Response]]) -> Response:
        """The answer to a request, with all headers and, for a new session, the cookie with the page."""
        cookie = request.cookies.get(COOKIE, "")
        is_known = self._sessions.knows(cookie)
        session = cookie if is_known else self._sessions.begin()
        request.state.desk = State(session, self._sessions.is_member(session), self._bears_token(request))
        response = self._check(request) or await go_on(request)
        is_page = response.headers.get("content-type", "").startswith("text/html")
        if is_page and not is_known and not _sets_session(response):
            set_session(request, response, session)
        return secure(response)

    def _check(self, request: Request) -> Response | None:
        return self._check_host(request) or self._check_member(request) or self._check_write(request)

    def _bears_token(self, request: Request) -> bool:
        scheme, _, given = request.headers.get("authorization", "").partition(" ")
        return scheme.lower() == "bearer" and self._sessions.matches(given.strip())

    def _check_host(self, request: Request) -> Response | None:
        """A page elsewhere whose name was made to mean this machine names itself, not this machine."""
        if not self._settings.is_local or is_loopback(read_host(request)):
            return None
        remedy = "Open it at http://127.0.0.1 or http://localhost with its port."
        return self._refuse(request, HTTPStatus.MISDIRECTED_REQUEST, "this desk answers this machine alone", remedy)

    def _check_member(self, request: Request) -> Response | None:
        state = state_of(request)
        is_open = request.url.path in _OPEN or request.url.path.startswith("/assets/")
        if self._settings.token is None or state.is_member or state.by_bearer or is_open:
            return None
        if request.method in _SAFE and "text/html" in request.headers.get("accept", ""):
            goal = with_query(request.url.path, request.query_params.multi_items())
            return RedirectResponse(with_query("/sign-in", {"goal": goal}), status_code=HTTPStatus.SEE_OTHER)
        remedy = "Sign in at /sign-in, or send the header 'Authorization: Bearer TOKEN'."
        response = self._refuse(request, HTTPStatus.UNAUTHORIZED, "the desk's token is needed", remedy)
        response.headers["WWW-Authenticate"] = "Bearer"
        return response

    def _check_write(self, request: Request) -> Response | None:
        if request.method in _SAFE:
            return None
        if request.headers.get("sec-fetch-site", "same-origin") not in {"same-origin", "none"}:
            return self._refuse(request, HTTPStatus.FORBIDDEN, "the form stands on another site", "Use the desk's own.")
        length = request.headers.get("content-length", "")
        # A length beside chunks is a guess that the chunks need not keep.
        if not length.isdecimal() or "transfer-encoding" in request.headers:
            return self._refuse(request, HTTPStatus.LENGTH_REQUIRED, "a form says how long it is", "")
        most = MOST_BYTES_PASTED if request.url.path in _PASTED else MOST_BYTES
        if int(length) > most:
            fault = f"a form holds {most // 1024} KiB at most"
            return self._refuse(request, HTTPStatus.REQUEST_ENTITY_TOO_LARGE, fault, "Write less.")
        return None


def read_host(request: Request) -> str:
    """The name by which the desk was asked for, without the port; "" where it is none."""
    try:
        return urlsplit(f"//{request.headers.get('host', '')}").hostname or ""
    except ValueError:
        return ""


def set_session(request: Request, response: Response, session: str) -> None:
    """Give the browser a session, which no script can read and no other site can use."""
    response.set_cookie(COOKIE, session, httponly=True, samesite="strict", secure=request.url.scheme == "https")


def _sets_session(response: Response) -> bool:
    return any(value.startswith(f"{COOKIE}=") for value in response.headers.getlist("set-cookie"))
