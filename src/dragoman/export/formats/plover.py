"""PLOVER JSON: one record a line, with the field names of the PLOVER manual, draft 2.0, chapter "Data Fields"."""

from collections.abc import Mapping
from typing import Any

from dragoman.codebook import quad_class_for, requires_recipient, score_for
from dragoman.export.event import JsonObject
from dragoman.export.formats.actors import plover_code
from dragoman.export.formats.countries import load_countries
from dragoman.export.formats.dyads import Party
from dragoman.export.formats.polecat import plover_sectors
from dragoman.export.formats.tellings import Telling, event_days, read_tellings
from dragoman.model.codes import EventType, QuadClass

_QUAD_CODES = {quad: number for number, quad in enumerate(QuadClass, start=1)}
"""The numbers of the manual's summary; SANCTION is material conflict, as in its section."""
_RESOLUTIONS = {"city": 4, "admin2": 3, "admin1": 2, "country": 1}
_LANGUAGE = "en"


def compose_record(event: Mapping[str, Any]) -> JsonObject:
    """The PLOVER record of an event.

    What the manual has no field for stands in fields of our own: `status`, `planned`, `reciprocal`, `attribution`,
    `cameo`, `confidence`, `voices` and `reports`. Fields whose value is not known are left out, except `recipient`.
    """
    event_type, mode = EventType(event["event_type"]), event["mode"]
    first, last = event_days(event)
    tellings = read_tellings(event)
    own = next((telling for telling in tellings if telling.is_own), tellings[0])
    record: JsonObject = {
        "id": event["event_id"],
        "has_event": True,
        "date": first.isoformat(),
        "enddate": last.isoformat() if last != first else None,
        "actor": [_compose_entity(party) for party in event["actors"]],
        "recipient": [_compose_entity(party) for party in event["recipients"]],
        "event": [event_type.value],
        "mode": [mode] if mode else None,
        "context": event["contexts"] or None,
        "quad_code": _QUAD_CODES[quad_class_for(event_type)],
        "event_scale": score_for(event_type, mode),
        "event_loc": _compose_location(event["place"]),
        "event_text": list(dict.fromkeys(telling.quote for telling in tellings)),
        "text_info": _known({"start": event["evidence"]["start"], "end": event["evidence"]["end"]}),
        "cite_info": _cite(event, own),
        "coder": f"{event['coder']['name']} {event['coder']['version']}",
        "comment": _comment(event, event_type),
        "status": event["status"],
        "planned": _compose_plan(event["planned"]),
        "reciprocal": event["reciprocal"],
        "attribution": _compose_speaker(event["attribution"]),
        "cameo": event["cameo"],
        "confidence": event["confidence"],
        "voices": event.get("voices"),
        "reports": [_compose_report(telling) for telling in tellings],
    }
    return _known(record)


def _known(fields: Mapping[str, Any]) -> JsonObject:
    return {name: value for name, value in fields.items() if value is not None}


def _compose_entity(party: Party) -> JsonObject:
    sectors = plover_sectors(party)
    return _known(
        {
            "code": plover_code(party) or None,
            "sector": "".join(sectors[:2]) or None,
            "entity_text": party["mention"],
            "identifier_text": party["name"],
            "office": party["office"],
        }
    )


def _compose_location(place: Mapping[str, Any] | None) -> JsonObject | None:
    if place is None:
        return None
    country = load_countries().get(place.get("country") or "")
    kind = place.get("kind")
    return _known(
        {
            "extracted_place": place.get("mention"),
            "resolved_place": place["name"],
            "geonameid": place.get("geonames_id"),
            "lat": place.get("latitude"),
            "lon": place.get("longitude"),
            "city": place["name"] if kind == "city" else None,
            "district": place["name"] if kind == "admin2" else None,
            "province": place.get("admin1"),
            "country": country.name if country else None,
            "country_code": place.get("country"),
            "resolution": _RESOLUTIONS.get(kind or ""),
        }
    )


def _cite(event: Mapping[str, Any], telling: Telling) -> JsonObject:
    return _known(
        {
            "citation": telling.document_id,
            "url": telling.link if "://" in telling.link else None,
            "language": _LANGUAGE,
            "publication": telling.publisher or None,
            "coder": event["coder"]["name"],
            "codebook": event["coder"]["codebook"],
            "version": event["coder"]["version"],
        }
    )


def _comment(event: Mapping[str, Any], event_type: EventType) -> str | None:
    if requires_recipient(event_type) and not event["recipients"] and not event["reciprocal"]:
        return f"PLOVER wants a recipient for {event_type.value}; the reports name none."
    return None


def _compose_plan(plan: Mapping[str, Any] | None) -> JsonObject | None:
    if plan is None:
        return None
    when = plan["date"] or {}
    return _known(
        {
            "event": [plan["event_type"]],
            "mode": [plan["mode"]] if plan["mode"] else None,
            "date": when.get("start"),
            "enddate": when.get("end") if when.get("end") != when.get("start") else None,
        }
    )


def _compose_speaker(attribution: Mapping[str, Any] | None) -> JsonObject | None:
    if attribution is None:
        return None
    speaker = attribution.get("speaker")
    return _known({"speaker": _compose_entity(speaker) if speaker else None, "outlet": attribution.get("outlet")})


def _compose_report(telling: Telling) -> JsonObject:
    return _known(
        {
            "citation": telling.document_id,
            "url": telling.link if "://" in telling.link else None,
            "publication": telling.publisher or None,
            "date": telling.published,
            "event_text": telling.quote,
        }
    )
