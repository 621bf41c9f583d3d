"""A web site of the tests, which misbehaves where it is told to, and a clock that takes no time."""

import gzip
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_network
from typing import TypeAlias

from dragoman.feeds import Limits

LOCAL = (ip_network("127.0.0.1/32"),)
"""What requests of the tests may reach: another address of this machine is as good as a private one."""

START = 1_760_000_000.0
"""2025-10-09T08:53:20Z."""


@dataclass(slots=True)
class TestClock:
    """A clock that waiting moves."""

    __test__ = False
    seconds: float = START
    waited: list[float] = field(default_factory=list)
    rests: int = 1_000_000
    """Waits after which the end is asked for."""

    def now(self) -> float:
        return self.seconds

    def wait(self, seconds: float) -> bool:
        if seconds > 0:
            self.waited.append(seconds)
            self.seconds += seconds
        return self.is_stopped

    @property
    def is_stopped(self) -> bool:
        return len(self.waited) >= self.rests


def make_limits(**changes: object) -> Limits:
    """Limits that let this machine be asked without pauses, and end soon."""
    given = {"allowed": LOCAL, "pause": 0.0, "connect": 5.0, "read": 5.0, "total": 10.0, **changes}
    return Limits(**given)  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer of the usual kind."""

    body: bytes = b""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)

    def __call__(self, handler: "Handler") -> None:
        handler.send_response(self.status)
        for name, value in {"Content-Length": str(len(self.body)), **self.headers}.items():
            handler.send_header(name, value)
        handler.end_headers()
        handler.wfile.write(self.body)


Behaviour: TypeAlias = Callable[["Handler"], None]


class Handler(BaseHTTPRequestHandler):
    """Answers as the site was told to."""

    site: "Site"

    def do_GET(self) -> None:
        self.site.requests.append((self.path, {name.lower(): value for name, value in self.headers.items()}))
        behaviour = self.site.pages.get(self.path, Reply(status=404))
        with suppress(OSError):  # whoever asked has hung up
            behaviour(self)
        self.close_connection = True

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name it overrides
        """Keep quiet."""


@dataclass(slots=True)
class Site:
    """A site on this machine."""

    port: int
    pages: dict[str, Behaviour] = field(default_factory=dict)
    requests: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    closing: threading.Event = field(default_factory=threading.Event)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def asked(self) -> list[str]:
        """The paths asked for, without that of robots.txt."""
        return [path for path, _ in self.requests if path != "/robots.txt"]

    def drip(self, handler: Handler) -> None:
        """A letter now and then, for ever."""
        handler.send_response(200)
        handler.end_headers()
        while not self.closing.wait(0.02):
            handler.wfile.write(b" ")

    def keep_silent(self, _handler: Handler) -> None:
        """Accept, and answer nothing."""
        self.closing.wait()


def hang_up(handler: Handler) -> None:
    """Close the connection in the middle of the body."""
    handler.send_response(200)
    handler.send_header("Content-Length", "1000")
    handler.end_headers()
    handler.wfile.write(b"<rss><channel>")


def break_chunk(handler: Handler) -> None:
    """Close the connection in the middle of a chunk."""
    handler.protocol_version = "HTTP/1.1"
    handler.send_response(200)
    handler.send_header("Transfer-Encoding", "chunked")
    handler.end_headers()
    handler.wfile.write(b"400\r\n<rss>")


def reply_gzip(body: bytes) -> Reply:
    """An answer that is compressed."""
    return Reply(gzip.compress(body, compresslevel=9), headers={"Content-Encoding": "gzip"})


def in_turn(*behaviours: Behaviour) -> Behaviour:
    """One behaviour after the other, the last for good."""
    left = list(behaviours)

    def behave(handler: Handler) -> None:
        (left.pop(0) if len(left) > 1 else left[0])(handler)

    return behave


@contextmanager
def open_site() -> Iterator[Site]:
    """A site while the block lasts."""
    handler = type("SiteHandler", (Handler,), {})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    server.block_on_close = False
    site = handler.site = Site(port=server.server_port)  # type: ignore[attr-defined]
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield site
    finally:
        site.closing.set()
        server.shutdown()
        server.server_close()
        thread.join()


def write_item(number: int | str, **changes: str) -> str:
    """An item of RSS."""
    values = {
        "title": f"Report {number}",
        "link": f"/reports/{number}",
        "guid": f"urn:report:{number}",
        "pubDate": "Thu, 09 Oct 2025 06:00:00 GMT",
        "description": f"The ministers met in the harbour town to speak about matter {number} once more.",
        **changes,
    }
    return "<item>" + "".join(f"<{name}>{value}</{name}>" for name, value in values.items() if value) + "</item>"


def write_rss(*items: str, title: str = "The Harbour Post", extra: str = "") -> bytes:
    """A feed."""
    head = f'<?xml version="1.0"?><rss version="2.0"><channel><title>{title}</title><link>/</link>{extra}'
    return f"{head}{''.join(items)}</channel></rss>".encode()
