"""What the desk counts of its work: requests by kind of page, never by what they ask."""

import time
from functools import partial
from http import HTTPStatus

from fastapi import APIRouter, Request
from prometheus_client import Counter, Histogram
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dragoman.desk.asking import Record
from dragoman.errors import RecordError
from dragoman.metrics import Gauge, write_metrics
from dragoman.tasks.gauges import read_gauges
from dragoman.tasks.opening import open_snapshot

REQUESTS = Counter("dragoman_requests_total", "Requests, by kind of page and status.", ["page", "method", "status"])
SECONDS = Histogram(
    "dragoman_request_seconds",
    "Seconds from a request's arrival to the end of its answer, by kind of page.",
    ["page"],
    buckets=(0.01, 0.025, 0.05, 0.1, 0.15, 0.25, 0.4, 1, 2.5, 5, 10, 30, 60),
)

_METHODS = frozenset({"GET", "HEAD", "POST"})

router = APIRouter()


@router.get("/health")
def tell_health(record: Record) -> Response:
    """Whether pages can be shown, for whatever starts the desk again or sends people elsewhere: nothing but that."""
    try:
        with open_snapshot(record):
            told, status = "well\n", HTTPStatus.OK
    except RecordError:
        told, status = "the record cannot be read\n", HTTPStatus.SERVICE_UNAVAILABLE
    return Response(told, status_code=status, media_type="text/plain")


@router.get("/metrics")
def tell_metrics(request: Request, record: Record) -> Response:
    """Figures for Prometheus."""
    bench = request.app.state.bench

    def read_waiting() -> list[Gauge]:
        return [Gauge("dragoman_try_waiting", "Pasted texts that are read or wait for it.", bench.count_waiting())]

    written, media_type = write_metrics(
        partial(read_gauges, record), read_waiting, accept=request.headers.get("accept", "")
    )
    return Response(written, headers={"content-type": media_type})


class Measuring:
    """Counts requests, and the time that each took.

    Args:
        app: that answers.

    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, and count it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        arrived = time.perf_counter()
        status = "500"  # where nothing is answered at all

        async def send_seen(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = str(message["status"])
            await send(message)

        try:
            await self._app(scope, receive, send_seen)
        finally:
            page = name_page(scope)
            method = scope["method"] if scope["method"] in _METHODS else "other"
            REQUESTS.labels(page, method, status).inc()
            SECONDS.labels(page).observe(time.perf_counter() - arrived)


def name_page(scope: Scope) -> str:
    """The kind of page that answered: "/event/{event_id}"; "none" where no page did, whatever was asked for."""
    route = scope.get("route")
    return route.path if route is not None else "none"
