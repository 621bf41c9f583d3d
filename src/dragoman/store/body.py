"""How JSON stands in the record: written one way, so that what is equal reads alike and a code can be sought in it."""

import json
from typing import Any


def dump_body(value: Any) -> str:
    """A JSON value as text: no spaces, characters as they are, keys in the order given."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def code_in_body(code: str) -> str:
    """The words by which a report's body tells that a side or a speaker has this code."""
    return f'"code":{dump_body(code)}'
