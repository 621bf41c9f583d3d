"""Running the desk until it is stopped."""

import asyncio
import gc
import secrets
import socket
import sys
import threading
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path

import uvicorn
from anyio.to_thread import current_default_thread_limiter

from dragoman.desk.app import make_app
from dragoman.desk.coding import Bench, share_bench
from dragoman.desk.settings import DeskSettings
from dragoman.desk.workers import keep_working
from dragoman.errors import ConfigurationError
from dragoman.gazetteer.places import load_places
from dragoman.gazetteer.register import load_register
from dragoman.logs import keep_secret
from dragoman.metrics import share_metrics
from dragoman.pages.desk import load_charts
from dragoman.store import keep_fresh
from dragoman.tasks.opening import open_record

THREADS = 8
"""Requests that a process answers at a time: with more each takes longer, and none is ready sooner. More than can wait
for the coder, so that pages never do."""

SWITCH = 0.0005
"""Seconds for which a thread may hold Python up while another waits, instead of five thousandths: whoever reads rows
lets go of Python for each, and to read a thousand beside a page that is being composed took seconds."""


def serve(settings: DeskSettings, port: int, *, workers: int = 1, ready: Callable[[str], None]) -> None:
    """Answer requests until the process is told to end.

    Args:
        settings: of the desk.
        port: where; 0 for any that is free.
        workers: processes that answer; one is this process.
        ready: called with the address once it is open.

    Raises:
        RecordError: the record can't be read.
        ConfigurationError: the port is taken, or the host is none of this machine.

    """
    check_readable(settings.record)
    desk = Desk(settings, secrets.token_bytes(32))
    with ExitStack() as opened:
        listening = [opened.enter_context(one) for one in open_sockets(settings.host, port, workers)]
        ready(write_address(listening[0]))
        if workers == 1:
            desk.answer(listening[0])
        else:
            bench = opened.enter_context(share_bench())
            opened.enter_context(share_metrics())
            keep_working(replace(desk, bench=bench).answer, listening)


@dataclass(frozen=True, slots=True)
class Desk:
    """What each process needs to answer."""

    settings: DeskSettings
    secret: bytes
    """By which sessions are known: one for all processes."""
    bench: Bench | None = None
    """Where pasted texts are coded, where there are several processes."""

    def answer(self, listening: socket.socket) -> None:
        """Answer what comes to a socket until the process is told to end."""
        sys.setswitchinterval(SWITCH)
        keep_secret(self.settings.token or "")
        threading.Thread(target=_settle_in).start()
        threading.Thread(target=keep_fresh, daemon=True).start()
        config = uvicorn.Config(
            make_app(self.settings, self.secret, self.bench),
            # Addresses hold what people search for: none is logged, and no header either.
            access_log=False,
            log_config=None,
            log_level="warning",
            proxy_headers=False,
            server_header=False,
            lifespan="off",
            timeout_graceful_shutdown=5,
        )
        asyncio.run(_answer(uvicorn.Server(config), listening))


def _settle_in() -> None:
    """Load what pages need, and have Python's collector of garbage leave that alone.

    Each time that it looked through all of it anew, nobody would be answered for a seventh of a second.
    """
    load_charts()
    load_register().find_person("Kofi Annan")  # the first name asked for has all of them filed
    load_places()
    gc.collect()
    gc.freeze()


async def _answer(server: uvicorn.Server, listening: socket.socket) -> None:
    current_default_thread_limiter().total_tokens = THREADS
    await server.serve(sockets=[listening])


def check_readable(record: Path) -> None:
    """See that a record is there and can be read, before anybody asks for a page.

    Raises:
        RecordError: it is not.

    """
    with open_record(record):
        return


def open_sockets(host: str, port: int, count: int) -> list[socket.socket]:
    """Sockets that listen at one port, among which the system divides the connections.

    Raises:
        ConfigurationError: the port is taken or reserved, or the host is none of this machine.

    """
    first = _open_socket(host, port)
    if count == 1:
        return [first]
    # Opened alone it would have failed on a port that somebody has; shared, it would take part of theirs.
    port = first.getsockname()[1]
    first.close()
    return [_open_socket(host, port, is_shared=True) for _ in range(count)]


def _open_socket(host: str, port: int, *, is_shared: bool = False) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host.strip("[]"), port), family=family, backlog=128, reuse_port=is_shared)
    except (OSError, OverflowError, UnicodeError) as error:
        fault = getattr(error, "strerror", None) or str(error)
        raise ConfigurationError(
            f"it cannot listen there ({fault})",
            place=f"{host}:{port}",
            remedy="Choose another port, such as --port 8001; --port 0 takes any that is free.",
        ) from None


def write_address(listening: socket.socket) -> str:
    """The address of a desk, as one types it into a browser."""
    host, port = listening.getsockname()[:2]
    return f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"
