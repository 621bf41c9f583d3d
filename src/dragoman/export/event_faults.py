"""Whether an object is an event that a coder could have written: its form, its codes, its offsets."""

import json
import re
from collections.abc import Collection, Iterator, Mapping
from difflib import get_close_matches
from functools import cache
from typing import Any, Final

from dragoman.codebook import has_mode, label_for, load_codebook, load_contexts, quad_class_for, rename_mode
from dragoman.errors import CodebookError, InputError
from dragoman.export.event import JsonObject
from dragoman.export.form import EVENT
from dragoman.export.form_faults import find_form_fault
from dragoman.gazetteer.tables import read_table
from dragoman.model.codes import EventType, Granularity, Sector, Status

_UNCHANGED: Final = "Give what `dragoman code` wrote, unchanged."
_ANEW: Final = "Code the document anew with this version."
_BODY: Final = re.compile(r"(?:IGO|NGO|MNC|NSA):[A-Z0-9_-]+(?:/([A-Z]{3}))?")
"""Code of what is no state: "IGO:NATO", "NSA:HEZBOLLAH/LBN"."""


_TYPES: Final = frozenset(EventType)
_STATUSES: Final = frozenset(Status)
_SECTORS: Final = frozenset(Sector)
_GRANULARITIES: Final = frozenset(Granularity)
_ENCODER: Final = json.JSONEncoder(ensure_ascii=False, allow_nan=False)


def check_event(event: Mapping[str, Any]) -> None:
    """Make sure that an object is an event as docs/data-model.md describes it.

    Its text is not at hand: offsets are only asked whether they are as far apart as the words they stand for.

    Args:
        event: a line of `dragoman code`, as `json.loads` gives it.

    Raises:
        InputError: it is none; the fault names the field, and the remedy what to do.

    """
    if fault := find_form_fault(event, EVENT):
        raise InputError(fault, remedy=_UNCHANGED)
    _check_storable(event)
    _check_codes(event)
    for path, side in _list_sides(event):
        _check_side(path, side)
    _check_days(event)
    _check_numbers(event)
    for path, words, start, end in _list_spans(event):
        if not 0 <= start <= end or (words is not None and end - start != len(words)):
            told = f" for {len(words)} characters" if words is not None else ""
            raise InputError(f"its {path} are {start} and {end}{told}", remedy=_UNCHANGED)


def _check_storable(event: Mapping[str, Any]) -> None:
    """Fields that the form does not know may hold what neither UTF-8 nor JSON can."""
    for name in ("event_id", "document_id"):
        if not event[name].strip():
            raise InputError(f"its {name} is empty", remedy=_UNCHANGED)
    try:
        _ENCODER.encode(event).encode()
    except UnicodeEncodeError:
        raise InputError(
            "it is not Unicode text (half of a surrogate pair)", remedy="Correct the escapes \\ud800 … \\udfff."
        ) from None
    except (ValueError, RecursionError) as error:
        raise InputError(f"it cannot be written as JSON again ({error})", remedy=_UNCHANGED) from None


def _check_codes(event: Mapping[str, Any]) -> None:
    kind = EventType(_known(event["event_type"], _TYPES, "event_type"))
    _known(event["status"], _STATUSES, "status")
    _check_mode(kind, event["mode"], "mode")
    for context in event["contexts"]:
        _known(context, load_contexts(), "contexts")
    _known(event["quad_class"], (quad_class_for(kind).value,), f"quad_class of {kind}")
    if plan := event["planned"]:
        _check_mode(EventType(_known(plan["event_type"], _TYPES, "planned.event_type")), plan["mode"], "planned.mode")
    try:
        label_for(event["cameo"])
    except CodebookError:
        raise InputError(f"its cameo cannot be {event['cameo']!r}", remedy=_ANEW) from None
    if (place := event["place"]) and place["country"] is not None and place["country"] not in _load_countries():
        raise InputError(f"its place.country {place['country']!r} is no code of a state", remedy=_ANEW)


def _check_mode(kind: EventType, mode: str | None, path: str) -> None:
    # Events of an earlier version have earlier names of modes.
    if mode is not None and not (has_mode(kind, mode) or rename_mode(kind, mode)):
        _known(mode, tuple(load_codebook().types[kind].modes), f"{path} of {kind}")


def _known(value: str, names: Collection[str], path: str) -> str:
    if value not in names:
        near = get_close_matches(value, sorted(names), n=1, cutoff=0.4)
        raise InputError(f"its {path} cannot be {value!r}", remedy=f"Nearest: {near[0]}. {_ANEW}" if near else _ANEW)
    return value


def _list_sides(event: Mapping[str, Any]) -> Iterator[tuple[str, JsonObject]]:
    for name in ("actors", "recipients"):
        for number, side in enumerate(event[name]):
            yield f"{name}[{number}]", side
    if (told := event["attribution"]) and told["speaker"]:
        yield "attribution.speaker", told["speaker"]


def _check_side(path: str, side: JsonObject) -> None:
    code, countries = side["code"], _load_countries()
    body = _BODY.fullmatch(code)
    if code not in countries and not (body and (body[1] is None or body[1] in countries)):
        raise InputError(f"its {path}.code {code!r} is no code of an actor", remedy=_ANEW)
    if side["country"] is not None and side["country"] not in countries:
        raise InputError(f"its {path}.country {side['country']!r} is no code of a state", remedy=_ANEW)
    for sector in side["sectors"]:
        _known(sector, _SECTORS, f"{path}.sectors")


@cache
def _load_countries() -> frozenset[str]:
    tables = ("states.csv", "geonames_countries.csv")
    return frozenset(row["country"] for table in tables for row in read_table(table))


def _check_days(event: Mapping[str, Any]) -> None:
    for path, when in (("date", event["date"]), ("planned.date", (event["planned"] or {}).get("date"))):
        if when:
            _known(when["granularity"], _GRANULARITIES, f"{path}.granularity")
            if when["end"] < when["start"]:
                raise InputError(f"its {path} ends before it begins", remedy=_UNCHANGED)


def _check_numbers(event: Mapping[str, Any]) -> None:
    place = event["place"] or {"latitude": 0, "longitude": 0}
    for path, value, least, most in (
        ("confidence", event["confidence"], 0, 1),
        ("goldstein", event["goldstein"], -10, 10),
        ("place.latitude", place["latitude"], -90, 90),
        ("place.longitude", place["longitude"], -180, 180),
    ):
        if not least <= value <= most:
            raise InputError(f"its {path} is {value}, not between {least} and {most}", remedy=_UNCHANGED)


def _list_spans(event: Mapping[str, Any]) -> Iterator[tuple[str, str | None, int, int]]:
    """Every span with the path of its field and its words, where the event has them."""
    evidence = event["evidence"]
    yield "evidence offsets", evidence["text"], evidence["start"], evidence["end"]
    yield "trigger offsets", evidence["trigger"], evidence["trigger_start"], evidence["trigger_end"]
    for path, side in _list_sides(event):
        yield f"{path} offsets", side["mention"], side["start"], side["end"]
    for number, mention in enumerate(event["mentions"]):
        yield f"mentions[{number}] offsets", mention["text"], mention["start"], mention["end"]
    if place := event["place"]:
        yield "place offsets", place["mention"], place["start"], place["end"]
    if told := event["attribution"]:
        yield "attribution offsets", None, told["start"], told["end"]
    for when in (event["date"], (event["planned"] or {}).get("date")):
        if when and when["start_char"] is not None and when["end_char"] is not None:
            yield "date offsets", when["timex"], when["start_char"], when["end_char"]
