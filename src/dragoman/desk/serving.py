"""Running the desk until it is stopped."""

import socket
from collections.abc import Callable
from pathlib import Path

import uvicorn

from dragoman.desk.app import make_app
from dragoman.desk.settings import DeskSettings
from dragoman.errors import ConfigurationError
from dragoman.tasks.opening import open_record


def serve(settings: DeskSettings, port: int, *, ready: Callable[[str], None]) -> None:
    """Answer requests until the process is told to end.

    Args:
        settings: of the desk.
        port: where; 0 for any that is free.
        ready: called with the address once it is open.

    Raises:
        RecordError: the record can't be read.
        ConfigurationError: the port is taken, or the host is none of this machine.

    """
    check_readable(settings.record)
    with open_socket(settings.host, port) as listening:
        config = uvicorn.Config(
            make_app(settings),
            # Addresses hold what people search for: none is logged, and no header either.
            access_log=False,
            log_level="warning",
            proxy_headers=False,
            server_header=False,
            lifespan="off",
            timeout_graceful_shutdown=5,
        )
        ready(write_address(listening))
        uvicorn.Server(config).run(sockets=[listening])


def check_readable(record: Path) -> None:
    """See that a record is there and can be read, before anybody asks for a page.

    Raises:
        RecordError: it is not.

    """
    with open_record(record):
        return


def open_socket(host: str, port: int) -> socket.socket:
    """A socket that listens.

    Raises:
        ConfigurationError: the port is taken or reserved, or the host is none of this machine.

    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host.strip("[]"), port), family=family, backlog=128)
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
