"""What a person set right, put over a composed event."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any, Final

from dragoman.codebook import cameo_for, goldstein_for, quad_class_for, rename_mode
from dragoman.errors import InputError
from dragoman.linking.joint import JsonObject
from dragoman.model.codes import EventType, Granularity, Status


def apply_corrections(event: JsonObject, corrections: Mapping[str, Any]) -> JsonObject:
    """The event as a person set it.

    Args:
        event: a composed event; it is not changed.
        corrections: field to value. Sides are codes ("TUR IRN" or a list) or whole sides; a date is a day, "first/last"
            or an object with `start` and `end`; a place is a country ("TUR"), "Ankara, TUR" or an object.

    Returns:
        A copy with the fields set, what follows from them (quad class, CAMEO, Goldstein) made anew, and the fields'
        names under `corrected`.

    Raises:
        InputError: a field that cannot be set, or a value it cannot have; the message names both.

    """
    changed = dict(event)
    for field in sorted(corrections):
        if field not in _READERS:
            raise InputError(f"{field!r} cannot be set", remedy=f"Fields: {', '.join(sorted(_READERS))}.")
        try:
            changed[field] = _READERS[field](corrections[field])
            if field in ("actors", "recipients"):
                changed[field] = _fill_sides(changed[field], event)
        except (KeyError, TypeError, ValueError) as error:
            raise InputError(f"{field} cannot be {corrections[field]!r}", remedy=str(error)) from None
    if any(changed.get(field) != event.get(field) for field in _CODED):
        _follow_codebook(changed)
    return changed | {"corrected": sorted(corrections)}


def _follow_codebook(event: JsonObject) -> None:
    kind = EventType(event["event_type"])
    event["mode"] = rename_mode(kind, event["mode"]) if event["mode"] else None
    recode(event)


def recode(event: JsonObject) -> None:
    """Make quad class, CAMEO code and Goldstein value anew, after something that they follow from has changed.

    Args:
        event: changed in place.

    """
    kind = EventType(event["event_type"])
    planned = event.get("planned")
    event["quad_class"] = quad_class_for(kind).value
    event["cameo"] = cameo_for(
        kind,
        event["mode"],
        event.get("contexts") or (),
        trigger=event["evidence"]["trigger"],
        planned=EventType(planned["event_type"]) if planned else None,
    )
    event["goldstein"] = float(goldstein_for(event["cameo"]))


def _read_date(value: Any) -> JsonObject | None:
    if value is None:
        return None
    if isinstance(value, str):
        start, _, end = value.partition("/")
        value = {"start": start, "end": end or start}
    first, last = date.fromisoformat(value["start"]), date.fromisoformat(value["end"])
    if last < first:
        raise ValueError("its end comes before its start")
    return {
        "start": first.isoformat(),
        "end": last.isoformat(),
        "granularity": Granularity(value.get("granularity", Granularity.DAY)).value,
        "approximate": bool(value.get("approximate", False)),
        "timex": None,
        "start_char": None,
        "end_char": None,
    }


def _read_sides(value: Any) -> list[JsonObject]:
    told: Sequence[Any] = value.replace(",", " ").split() if isinstance(value, str) else value
    return [{"code": side} if isinstance(side, str) else {**side, "code": str(side["code"])} for side in told]


def _fill_sides(sides: Sequence[JsonObject], event: JsonObject) -> list[JsonObject]:
    """What is not told of a side is as the event knows it, or unknown."""
    known = {side["code"]: side for side in (*event["actors"], *event["recipients"])}
    return [{**known.get(side["code"], _new_side(side["code"])), **side} for side in sides]


def _new_side(code: str) -> JsonObject:
    country = code if len(code) == 3 else code.partition("/")[2] or None
    empty: JsonObject = {"sectors": [], "name": None, "office": None, "mention": None, "start": None, "end": None}
    return {"code": code, "country": country, **empty}


def _read_place(value: Any) -> JsonObject | None:
    if not value:
        return None
    if isinstance(value, Mapping):
        return {**_new_place(value["name"], value.get("country")), "kind": None, **value}
    name, _, country = (part.strip() for part in value.rpartition(","))
    return _new_place(name or country, country or None)


def _new_place(name: str, country: str | None) -> JsonObject:
    return {
        "name": name,
        "country": country,
        "admin1": None,
        "latitude": None,
        "longitude": None,
        "geonames_id": None,
        "kind": "country" if name == country else "city",
        "mention": None,
        "start": None,
        "end": None,
    }


def _read_mode(value: Any) -> str | None:
    if value is not None and not isinstance(value, str):
        raise TypeError("it is a word of the codebook")
    return value or None


def _read_planned(value: Any) -> JsonObject | None:
    if value is None:
        return None
    told = {"event_type": value} if isinstance(value, str) else dict(value)
    if isinstance(told.get("date"), str):
        told["date"] = _read_date(told["date"])
    return {"mode": None, "date": None, **told, "event_type": EventType(told["event_type"]).value}


def _read_flag(value: Any) -> bool:
    if value in (True, "true", "yes"):
        return True
    if value in (False, "false", "no"):
        return False
    raise ValueError("it is true or false")


def _read_list(value: Any) -> list[str]:
    return value.replace(",", " ").split() if isinstance(value, str) else [str(entry) for entry in value]


def _read_attribution(value: Any) -> JsonObject | None:
    if not value:
        return None
    told = dict(value) if isinstance(value, Mapping) else {"speaker": {"code": str(value)}}
    if told.get("speaker"):
        told["speaker"] = {**_new_side(told["speaker"]["code"]), **told["speaker"]}
    return {"speaker": None, "cue": None, "outlet": None, "start": None, "end": None, **told}


_CODED: Final = ("event_type", "mode", "contexts", "planned")
"""Fields from which quad class, CAMEO code and Goldstein value follow."""

_READERS: Final[Mapping[str, Callable[[Any], Any]]] = {
    "event_type": lambda value: EventType(value).value,
    "mode": _read_mode,
    "contexts": _read_list,
    "actors": _read_sides,
    "recipients": _read_sides,
    "reciprocal": _read_flag,
    "date": _read_date,
    "status": lambda value: Status(value).value,
    "planned": _read_planned,
    "attribution": _read_attribution,
    "place": _read_place,
}
