"""The event that the README shows: one JSON object, folded over lines of a readable length."""

import json
from collections.abc import Mapping
from typing import Any

LINE = 118
"""Longest line, in characters."""

SHORT = 12
"""Characters of a hash that are shown."""

VARYING = frozenset({"score", "confidence", "event_id", "models", "mentions"})


def fold_event(event: Mapping[str, Any]) -> str:
    """An event as JSON, as much of it on each line as there is room for, hashes cut short."""
    return fold(shorten(event), 0) + "\n"


def fold(value: Any, indent: int, before: int = 0) -> str:
    """A value as JSON; what is too long for its line goes on below, indented.

    Args:
        value: the value.
        indent: columns by which it is indented.
        before: columns of the line that are taken.

    """
    whole = json.dumps(value, ensure_ascii=False)
    if indent + before + len(whole) <= LINE or not isinstance(value, Mapping | list):
        return whole
    margin = "\n" + " " * (indent + 1)
    if isinstance(value, list):
        return "[" + margin + ("," + margin).join(fold(item, indent + 1) for item in value) + "]"
    lines = [""]
    for name, item in value.items():
        key = f'"{name}": '
        told = key + fold(item, indent + 1, len(key))
        if lines[-1] and "\n" not in lines[-1] and indent + len(lines[-1]) + len(told) + 4 <= LINE:
            lines[-1] += ", " + told
        else:
            lines.append(told)
    return "{" + ("," + margin).join(line for line in lines if line) + "}"


def shorten(value: Any) -> Any:
    """A JSON value with the hashes in it cut short."""
    if isinstance(value, Mapping):
        return {name: shorten(item) for name, item in value.items()}
    if isinstance(value, list):
        return [shorten(item) for item in value]
    if isinstance(value, str) and value.startswith("sha256:"):
        return value[: len("sha256:") + SHORT] + "…"
    return value


def forget_scores(value: Any) -> Any:
    """A JSON value without what may differ from one kind of processor to another.

    These are scores, the event's id, the hashes of models, and which further tellings were joined to the event.
    """
    if isinstance(value, Mapping):
        return {name: forget_scores(item) for name, item in value.items() if name not in VARYING}
    if isinstance(value, list):
        joined = [isinstance(item, Mapping) and item.get("field") == "mentions" for item in value]
        return [forget_scores(item) for item, left_out in zip(value, joined, strict=True) if not left_out]
    return value
