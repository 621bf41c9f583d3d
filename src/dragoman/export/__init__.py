"""Exports: events as JSON Lines, CSV and Parquet, all three with the same content.

`event_to_json` makes the one JSON object that every form carries; `open_events` writes a file of them at once or
not at all; `read_events` reads any of the three back to the same objects.
"""

from dragoman.export.atomic import open_replacing
from dragoman.export.event import CoderStamp, JsonObject, event_to_json, party_to_json, span_to_json
from dragoman.export.event_faults import check_event
from dragoman.export.files import EventWriter, check_target, open_events, read_events

__all__ = [
    "CoderStamp",
    "EventWriter",
    "JsonObject",
    "check_event",
    "check_target",
    "event_to_json",
    "open_events",
    "open_replacing",
    "party_to_json",
    "read_events",
    "span_to_json",
]
