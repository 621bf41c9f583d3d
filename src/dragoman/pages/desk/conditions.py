"""Conditions on events as pages offer and tell them."""

from collections.abc import Mapping
from typing import Any

from dragoman.model.codes import EventType, QuadClass, Sector, Status
from dragoman.pages.desk.frame import Frame

LABELS: Mapping[str, str] = {
    "type": "type",
    "mode": "mode",
    "context": "context",
    "quad_class": "class",
    "status": "status",
    "side": "side",
    "other": "other side",
    "sector": "sector",
    "person": "person",
    "said_by": "said by",
    "place": "place",
    "geonames_id": "GeoNames id",
    "from": "from",
    "until": "until",
    "speaker": "speaker",
    "publisher": "publisher",
    "min_confidence": "at least as sure as",
    "as_of": "known by",
    "rejected": "with rejected",
}
"""Conditions by their name in addresses, and how pages call them."""


def list_chosen(frame: Frame) -> list[tuple[str, str, str]]:
    """The conditions that a request has: name, label and value of each."""
    return [(name, LABELS[name], value) for name, value in frame.query if name in LABELS and value]


def list_choices() -> dict[str, Any]:
    """The values of the conditions that have a list of them."""
    return {
        "types": [t.value for t in EventType],
        "quad_classes": [q.value for q in QuadClass],
        "statuses": [s.value for s in Status],
        "sectors": [s.value for s in Sector],
    }
