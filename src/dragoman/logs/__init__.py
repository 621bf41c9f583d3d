"""Logs: what the loggers below "dragoman" write, on standard error, for people or for machines.

Whoever has something to say asks `logging.getLogger(__name__)`, and gives facts as fields, not in the words:
`LOGGER.warning("a feed could not be read", extra={"feed": url, "fault": fault})`.
"""

from dragoman.logs.secrecy import keep_secret, redact
from dragoman.logs.starting import LogFormat, LogLevel, continue_logs, start_logs, writes_json

__all__ = ["LogFormat", "LogLevel", "continue_logs", "keep_secret", "redact", "start_logs", "writes_json"]
