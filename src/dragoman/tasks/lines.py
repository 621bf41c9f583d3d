"""An event in short, as lists and chronologies show it."""

from collections.abc import Mapping
from typing import Any

from dragoman.codebook import label_for, score_for
from dragoman.errors import CodebookError
from dragoman.export import JsonObject
from dragoman.model.codes import EventType

_OF_PLACE = ("name", "country", "kind", "latitude", "longitude", "geonames_id")


def line_of(event: Mapping[str, Any]) -> JsonObject:
    """What one looks for first in an event: when, what, who, where, in which words, on whose word, how sure.

    Args:
        event: composed, as the record gives it.

    """
    when, place = event["date"], event["place"]
    attribution = event["attribution"] or {}
    speaker = attribution.get("speaker")
    published = sorted(report["published"] for report in event["reports"])
    return {
        "event_id": event["event_id"],
        "date": when and {name: when[name] for name in ("start", "end", "granularity", "approximate")},
        "dated_by": when and (when["timex"] or ("review" if "date" in event.get("corrected", ()) else "publication")),
        "event_type": event["event_type"],
        "mode": event["mode"],
        "contexts": event["contexts"],
        "label": _label(event["cameo"]),
        "quad_class": event["quad_class"],
        "cameo": event["cameo"],
        "plover": score_for(EventType(event["event_type"]), event["mode"]),
        "goldstein": event["goldstein"],
        "status": event["status"],
        "planned": event["planned"],
        "actors": [_side(side) for side in event["actors"]],
        "recipients": [_side(side) for side in event["recipients"]],
        "reciprocal": event["reciprocal"],
        "place": place and {name: place.get(name) for name in _OF_PLACE},
        "quote": event["evidence"]["text"],
        "trigger": event["evidence"]["trigger"],
        "quoted_at": _span(event["evidence"]),
        "document_id": event["document_id"],
        "speaker": _side(speaker) if speaker else None,
        "cue": attribution.get("cue") or None,
        "outlet": attribution.get("outlet"),
        "reports": len(event["reports"]),
        "publishers": event["publishers"],
        "voices": event["voices"],
        "published": {"first": published[0], "last": published[-1]},
        "confidence": event["confidence"],
        "conflicts": [conflict["field"] for conflict in event["conflicts"]],
        "corrected": event.get("corrected", []),
        "confirmed": event["confirmed"],
        "rejected": event["rejected"],
    }


def _side(side: Mapping[str, Any]) -> JsonObject:
    return {
        "code": side["code"],
        "name": side["name"],
        "office": side["office"],
        "words": side.get("mention"),
    }


def _span(evidence: Mapping[str, Any]) -> JsonObject:
    """Where the quote stands in its document."""
    return {"field": evidence.get("field", "text"), "start": evidence.get("start"), "end": evidence.get("end")}


def _label(cameo: str) -> str | None:
    """CAMEO's words for the code; None for one that an imported event brought and the crosswalk lacks."""
    try:
        return label_for(cameo)
    except CodebookError:
        return None
