"""Answering over standard input and output until the client closes them."""

import os
import signal
from collections.abc import Callable
from pathlib import Path
from types import FrameType

import anyio
from mcp.server.stdio import stdio_server

from dragoman.mcp_server.server import make_server
from dragoman.tasks.opening import open_record


def serve_stdio(record: Path, *, ready: Callable[[], None]) -> None:
    """Answer the client at the other end of standard input and output; signals that end the process do so at once.

    Args:
        record: its path.
        ready: called once it can answer.

    Raises:
        RecordError: the record can't be read.

    """
    with open_record(record):
        ready()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, _end)
    anyio.run(_serve, record)


def _end(number: int, frame: FrameType | None) -> None:  # noqa: ARG001 - the signature of a handler
    # A thread waits for the client's next line, and to unwind would be to wait with it. Nothing is ever written.
    os._exit(128 + number)


async def _serve(record: Path) -> None:
    server = make_server(record)
    async with stdio_server() as (incoming, outgoing):
        await server.run(incoming, outgoing, server.create_initialization_options())
