"""Where records go: to standard error, above the progress bar where there is one, from all processes."""

import logging
import os
import sys
from enum import StrEnum
from typing import Final

from dragoman.logs.secrecy import redact


class LogFormat(StrEnum):
    """How standard error is written."""

    TEXT = "text"
    JSON = "json"


class LogLevel(StrEnum):
    """What is logged at least."""

    DEBUG = "debug"
    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


_LOGGER: Final = logging.getLogger("dragoman")

_PASSED_ON: Final = "DRAGOMAN_LOGS_OF_PARENT"
"""Variable by which processes that this one starts know how to log: "json info"."""

_CLEAR_LINE: Final = "\r\x1b[K"


class _StandardError(logging.StreamHandler):  # type: ignore[type-arg]  # at run time it takes no parameter
    """Writes to what standard error is now: with a progress bar, Rich has a stream there that writes above it."""

    def __init__(self, form: LogFormat, *, before: str = "") -> None:
        # Imported here: whoever only asks for a logger needs no formats.
        from dragoman.logs.formats import LineFormatter, ObjectFormatter

        super().__init__(sys.stderr)
        self.form = form
        self._before = before
        self.setFormatter(ObjectFormatter() if form is LogFormat.JSON else LineFormatter())
        self.addFilter(_is_ours_or_grave)

    def emit(self, record: logging.LogRecord) -> None:
        self.stream = sys.stderr
        super().emit(record)

    def format(self, record: logging.LogRecord) -> str:
        return self._before + redact(super().format(record))


def _is_ours_or_grave(record: logging.LogRecord) -> bool:
    """Libraries warn of much that comes back as our own errors; uvicorn is the desk's server."""
    return record.name.partition(".")[0] in {"dragoman", "uvicorn"} or record.levelno >= logging.ERROR


def start_logs(form: LogFormat = LogFormat.TEXT, level: LogLevel = LogLevel.INFO) -> None:
    """Log to standard error from now on, in this process and in those that it starts and that call `continue_logs`.

    Args:
        form: for people or for machines.
        level: of what is logged at least.

    """
    os.environ[_PASSED_ON] = f"{form} {level}"
    _start(_StandardError(form), level)


def continue_logs() -> None:
    """Log as the process does that started this one; where that does not log, neither does this."""
    passed_on = os.environ.get(_PASSED_ON)
    if not passed_on:
        return
    form, _, level = passed_on.partition(" ")
    # The parent may have a progress bar in the last line of the terminal: it draws it again below what is written.
    before = _CLEAR_LINE if form == LogFormat.TEXT and sys.stderr.isatty() else ""
    _start(_StandardError(LogFormat(form), before=before), LogLevel(level))


def _start(handler: _StandardError, level: LogLevel) -> None:
    root = logging.getLogger()
    for before in [one for one in root.handlers if isinstance(one, _StandardError)]:
        root.removeHandler(before)
    root.addHandler(handler)
    _LOGGER.setLevel(level.upper())


def writes_json() -> bool:
    """Whether standard error is for machines: then all that stands there is an object a line."""
    handlers = logging.getLogger().handlers
    return any(isinstance(one, _StandardError) and one.form is LogFormat.JSON for one in handlers)
