"""Conditions on a composed event: what `conditions` asks of its row."""

from collections.abc import Iterator, Mapping
from typing import Any

from dragoman.store.conditions import EventFilter
from dragoman.store.events import dyads_of


def meets(event: Mapping[str, Any], wanted: EventFilter) -> bool:
    """Whether an event meets the conditions, those on its reports (publisher, words, a speaker's name) apart."""
    return all(_answers(event, wanted))


def _answers(event: Mapping[str, Any], wanted: EventFilter) -> Iterator[bool]:
    place, when = event["place"] or {}, event["date"] or {}
    speaker = (event["attribution"] or {}).get("speaker") or {}
    sides = [*event["actors"], *event["recipients"]]
    yield wanted.with_rejected or not event["rejected"]
    yield not wanted.types or event["event_type"] in wanted.types
    yield not wanted.modes or event["mode"] in wanted.modes
    yield not wanted.contexts or any(context in event["contexts"] for context in wanted.contexts)
    yield not wanted.quad_classes or event["quad_class"] in wanted.quad_classes
    yield not wanted.statuses or event["status"] in wanted.statuses
    yield not wanted.code or any(side["code"] == wanted.code for side in sides)
    yield not wanted.dyad or tuple(sorted(wanted.dyad)) in {(one, other) for one, other, _ in dyads_of(event)}
    yield not wanted.sector or any(wanted.sector in side["sectors"] for side in sides)
    yield not wanted.name or any(side["name"] == wanted.name for side in sides)
    yield not wanted.names or any(side["name"] in wanted.names for side in sides)
    yield wanted.country is None or place.get("country") == wanted.country
    yield wanted.geonames_id is None or place.get("geonames_id") == wanted.geonames_id
    yield wanted.place is None or (place.get("name") or "").casefold() == wanted.place.casefold()
    yield wanted.first is None or when.get("end", "") >= wanted.first.isoformat()
    yield wanted.last is None or ("start" in when and when["start"] <= wanted.last.isoformat())
    yield not wanted.speaker or speaker.get("code") == wanted.speaker
    yield event["confidence"] >= wanted.min_confidence
