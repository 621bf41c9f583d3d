"""What a record looks like: a line for people, an object for machines."""

import logging
import time
from typing import Any, Final

from pythonjsonlogger.core import RESERVED_ATTRS, merge_record_extra
from pythonjsonlogger.json import JsonFormatter

_RESERVED: Final = (*RESERVED_ATTRS, "taskName", "color_message")
"""What stands in every record, and what uvicorn adds for terminals."""


class LineFormatter(logging.Formatter):
    """`2026-11-22T14:55:02Z warning dragoman.feeds: a feed could not be read (feed=…, fault=…)`."""

    converter = staticmethod(time.gmtime)

    def format(self, record: logging.LogRecord) -> str:
        """The record in a line; a traceback follows it."""
        fields = merge_record_extra(record, {}, _RESERVED)
        told = ", ".join(f"{name}={escape(str(value))}" for name, value in fields.items())
        when = self.formatTime(record, "%Y-%m-%dT%H:%M:%SZ")
        line = f"{when} {record.levelname.lower()} {record.name}: {escape(record.getMessage())}"
        line += f" ({told})" if told else ""
        return f"{line}\n{self.formatException(record.exc_info)}" if record.exc_info else line


class ObjectFormatter(JsonFormatter):
    """`{"time": …, "level": "warning", "logger": "dragoman.feeds", "process": 17, "message": …, "feed": …}`."""

    def __init__(self) -> None:
        super().__init__(
            ["levelname", "name", "process", "message"],
            rename_fields={"levelname": "level", "name": "logger", "exc_info": "traceback"},
            timestamp="time",
            reserved_attrs=_RESERVED,
        )

    def process_log_record(self, log_data: dict[str, Any]) -> dict[str, Any]:
        """The fields, the time first."""
        when = log_data.pop("time")
        return {"time": when, **log_data, "level": log_data["level"].lower()}


def escape(words: str) -> str:
    """The words on one line, with nothing in them that moves the cursor or turns the line around."""
    if words.isprintable():
        return words
    return "".join(c if c.isprintable() else c.encode("unicode_escape", "surrogatepass").decode() for c in words)
