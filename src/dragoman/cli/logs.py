"""The options of commands that run long: how they log."""

import logging
import time
from typing import Annotated

import typer

from dragoman.logs import LogFormat, LogLevel, start_logs

LogFormatOption = Annotated[
    LogFormat,
    typer.Option(
        "--log-format",
        envvar="DRAGOMAN_LOG_FORMAT",
        help="How standard error is written: text for people, json for machines (an object a line, no progress bar).",
    ),
]

LogLevelOption = Annotated[
    LogLevel | None,
    typer.Option(
        "--log-level",
        envvar="DRAGOMAN_LOG_LEVEL",
        help="What is logged at least.",
        show_default="info; of commands that end by themselves warning, with --log-format text",
    ),
]

BEAT = 30
"""Seconds between two records of how a run stands."""

_LOGGER = logging.getLogger(__name__)


def begin_logs(form: LogFormat, level: LogLevel | None, *, ends: bool = False) -> None:
    """Log from now on as the options say.

    Args:
        form: for people or for machines.
        level: of what is logged at least, where one is given.
        ends: whether the command ends by itself: then its progress bar and its closing line tell people the rest.

    """
    quiet = ends and form is LogFormat.TEXT
    start_logs(form, level or (LogLevel.WARNING if quiet else LogLevel.INFO))


class Pulse:
    """Logs now and then how a run stands: whoever reads logs sees no progress bar."""

    def __init__(self) -> None:
        self._next = time.monotonic() + BEAT

    def beat(self, **counts: int) -> None:
        """Log the counts, if it is time to."""
        now = time.monotonic()
        if now >= self._next:
            self._next = now + BEAT
            _LOGGER.info("under way", extra=counts)
