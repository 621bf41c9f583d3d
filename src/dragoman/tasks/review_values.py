"""Values that people set: read from the words of a command, and checked before the record takes them."""

import difflib
import json
from collections.abc import Iterable, Mapping
from typing import Any, Final

from dragoman.codebook import load_codebook, load_contexts, rename_mode
from dragoman.errors import InputError
from dragoman.export import JsonObject
from dragoman.export.form import COMPOSED, Group
from dragoman.export.form_faults import find_form_fault
from dragoman.linking.corrections import apply_corrections
from dragoman.model.codes import EventType, Status
from dragoman.model.days import is_day
from dragoman.tasks.sides import resolve_country, resolve_side

_EMPTY = frozenset({"", "null", "none", "-"})

_LISTS: Final = frozenset({"actors", "recipients", "contexts"})
"""Fields that are empty as a list without entries."""

_FORMS: Final[Mapping[str, str]] = {
    "event_type": "One of the sixteen: CONSULT, AGREE, …",
    "status": f"One of: {', '.join(Status)}.",
    "reciprocal": "Write yes or no.",
    "date": "Write 2025-10-01, or 2025-10-01/2025-10-03.",
    "planned": "Write the event type that is announced: CONSULT.",
}
"""How values are written, of fields whose faults do not tell it."""


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
    if value is None and field in _LISTS:
        value = []
    value = _resolve(event, field, value) if isinstance(value, str) else _resolve_json(field, value)
    changed = _apply(event, field, value)
    if fault := find_form_fault(changed, Group(tuple(m for m in COMPOSED.fields if m.name == field))):
        raise InputError(f"{field} cannot be {given!r}: {fault}", remedy="docs/data-model.md tells its form.")
    if not changed["actors"] and not changed["recipients"]:
        raise InputError("an event needs a side", place=field, remedy="If it is no event, reject it.")
    return value


def _apply(event: Mapping[str, Any], field: str, value: Any) -> JsonObject:
    try:
        return apply_corrections(dict(event), {field: value})
    except InputError as error:
        if field not in _FORMS:
            raise
        if value is None:
            raise InputError(f"{field} cannot be empty", remedy=_FORMS[field]) from None
        raise InputError(f"{error.fault} ({error.remedy})", remedy=_FORMS[field]) from None


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
        case "planned":
            return _find(given.upper(), (t.value for t in EventType), field)
        case "status":
            return _find(given.lower(), (s.value for s in Status), field)
        case "reciprocal":
            return given.lower()
        case "mode":
            return _find_mode(EventType(event["event_type"]), given, field)
        case "contexts":
            return [_find(word.lower(), load_contexts(), field) for word in _split(given)]
        case "actors" | "recipients":
            return [resolve_side(word) for word in _split_sides(given)]
        case "date":
            _check_days(*given.split("/", 1))
        case "attribution":
            return resolve_side(given)
        case "place":
            name, _, country = (part.strip() for part in given.rpartition(","))
            try:
                code = resolve_country(country)
            except InputError as error:
                remedy = f"{error.remedy} A place is written with its country: 'Ankara, TUR'."
                raise InputError(error.fault, remedy=remedy) from None
            return f"{name}, {code}" if name else code
    return given


def _resolve_json(field: str, value: Any) -> Any:
    """JSON with its codes as the codebook and gazetteer have them."""
    match field, value:
        case (("actors" | "recipients"), list()):
            return [_resolve_coded(side, field) for side in value]
        case (("actors" | "recipients"), dict()):
            return [_resolve_coded(value, field)]
        case "contexts", list():
            return [_find(str(word).lower(), load_contexts(), field) for word in value]
        case "date", {"start": str() as start, "end": str() as end}:
            _check_days(start, end)
        case "attribution", {"speaker": dict() as speaker}:
            return {**value, "speaker": _resolve_coded(speaker, field)}
        case "place", {"country": str() as country}:
            return {**value, "country": resolve_country(country)}
        case "planned", {"event_type": str() as kind, "mode": str() as mode}:
            planned = EventType(_find(kind.upper(), (t.value for t in EventType), field))
            return {**value, "event_type": planned.value, "mode": _find_mode(planned, mode, field)}
    return value


def _resolve_coded(side: Any, field: str) -> Any:
    if isinstance(side, str):
        return resolve_side(side)
    if isinstance(side, dict) and isinstance(side.get("code"), str):
        return {**side, "code": resolve_side(side["code"])}
    raise InputError(f"{field} cannot be {side!r}", remedy='A side is a code, or an object with one: {"code": "TUR"}.')


def _check_days(*written: str) -> None:
    for day in written:
        if not is_day(day):
            raise InputError(f"date cannot be {day!r}", remedy=_FORMS["date"])


def _find_mode(kind: EventType, given: str, field: str) -> str:
    return rename_mode(kind, given.lower()) or _find(given.lower(), load_codebook().types[kind].modes, field)


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
