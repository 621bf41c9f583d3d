"""Secrets stay out of logs, whoever logs them: a library's message, an address in a traceback."""

import json
import re
from typing import Final
from urllib.parse import quote

_HIDDEN: Final = "[secret]"

_PATTERNS: Final = (
    # "https://ada:hunter2@news.example/": who asks, and by which password.
    (re.compile(r"(://)[^/@\s\"']+(?=@)"), rf"\1{_HIDDEN}"),
    # "?api_key=0123&day=2": the value alone.
    (
        re.compile(
            r"([?&][\w.-]*(?:token|key|secret|password|passwd|signature|auth|credential)[\w.-]*=)[^&\s\"'#]+", re.I
        ),
        rf"\1{_HIDDEN}",
    ),
    # "Authorization: Bearer 0123".
    (re.compile(r"\b(bearer|basic) +[\w.~+/=-]{8,}", re.I), rf"\1 {_HIDDEN}"),
)

_secrets: set[str] = set()


def keep_secret(words: str) -> None:
    """Have these words left out of all that this process logs from now on."""
    if words:
        # As they stand in text, in JSON and in addresses.
        _secrets.update((words, json.dumps(words)[1:-1], quote(words, safe="")))


def redact(line: str) -> str:
    """The line without secrets: those that are kept, and what looks like one."""
    for secret in sorted(_secrets, key=len, reverse=True):
        line = line.replace(secret, _HIDDEN)
    for pattern, instead in _PATTERNS:
        line = pattern.sub(instead, line)
    return line
