"""Runs that are ended by Ctrl-C or SIGTERM: they say what is kept, and how to go on."""

import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

from dragoman.cli.console import say


def end_cleanly(number: int, frame: FrameType | None) -> None:  # noqa: ARG001 - the signature of a handler
    """On SIGTERM, unwind, so that half-written files are removed."""
    sys.exit(128 + number)


@contextmanager
def tell_if_cut_off(describe: Callable[[], str]) -> Iterator[None]:
    """Where Ctrl-C or SIGTERM ends the block, say so on standard error.

    Args:
        describe: what is kept, and how to go on: "3 parts are kept in events".

    Raises:
        SystemExit: after it was said; its code is 128 and the number of the signal, as shells have it.

    """
    try:
        yield
    except KeyboardInterrupt:
        say(f"cut off: {describe()}", signal=signal.SIGINT.name)
        raise SystemExit(128 + signal.SIGINT) from None
    except SystemExit:  # of `end_cleanly`: commands end by typer.Exit
        say(f"cut off: {describe()}", signal=signal.SIGTERM.name)
        raise
