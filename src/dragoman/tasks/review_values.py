"""Values that people set: read from the words of a command, and checked before the record takes them."""

import difflib
import json
from collections.abc import Iterable, Mapping
from typing import Any

from dragoman.codebook import load_codebook, load_contexts, rename_mode
from dragoman.errors import InputError
from dragoman.linking.corrections import apply_corrections
from dragoman.model.codes import EventType
from dragoman.tasks.sides import resolve_country, resolve_side

_EMPTY = frozenset({"", "null", "none", "-"})


def read_setting(event: Mapping[str, Any], field: str, given: str) -> Any:
    """The value to store for a field, in JSON form.

    Args:
        event: composed, as it is now.
        field: a field of the event.
        given: words ("TUR IRN", "2025-10-01/2025-10-02", "Ankara, TUR"), JSON, or "null" for none.

    Raises:
        InputError: the field can't be set, or not to this; the message names what can be.

    """
    value = _read(given)
    if isinstance(value, str):
        value = _resolve(event, field, value)
    changed = apply_corrections(dict(event), {field: value})
    if not changed["actors"] and not changed["recipients"]:
        raise InputError("an event needs a side", place=field, remedy="If it is no event, reject it.")
    return value


def _read(given: str) -> Any:
    if given.strip().lower() in _EMPTY:
        return None
    if given.lstrip()[:1] in ("{", "["):
        try:
            return json.loads(given)
        except json.JSONDecodeError as error:
            raise InputError(f"the value is not JSON: {error}", remedy="Give plain words, or valid JSON.") from None
    return given.strip()


def _resolve(event: Mapping[str, Any], field: str, given: str) -> Any:
    """Plain words as codes and names of the codebook and gazetteer."""
    match field:
        case "event_type":
            return _find(given.upper(), (t.value for t in EventType), field)
        case "status":
            return given.lower()
        case "mode":
            kind = EventType(event["event_type"])
            return rename_mode(kind, given.lower()) or _find(given.lower(), load_codebook().types[kind].modes, field)
        case "contexts":
            return [_find(word.lower(), load_contexts(), field) for word in _split(given)]
        case "actors" | "recipients":
            return [resolve_side(word) for word in _split_sides(given)]
        case "attribution":
            return resolve_side(given)
        case "place":
            name, _, country = (part.strip() for part in given.rpartition(","))
            code = resolve_country(country)
            return f"{name}, {code}" if name else code
    return given


def _split(given: str) -> list[str]:
    return given.replace(",", " ").split()


def _split_sides(given: str) -> list[str]:
    """Two codes of "TUR IRN", two names of "Saudi Arabia, Iran"."""
    return [part.strip() for part in given.split(",") if part.strip()] if "," in given else _codes_or_name(given)


def _codes_or_name(given: str) -> list[str]:
    words = given.split()
    return words if all(":" in word or len(word) == 3 for word in words) else [given]


def _find(given: str, known: Iterable[str], field: str) -> str:
    names = list(known)
    if given in names:
        return given
    near = difflib.get_close_matches(given, names, n=1, cutoff=0.4)
    nearest = f"Nearest: {near[0]}. " if near else ""
    remedy = f"{nearest}One of: {', '.join(names)}." if names else "This type has none; null for none."
    raise InputError(f"{field} cannot be {given!r}", remedy=remedy)
