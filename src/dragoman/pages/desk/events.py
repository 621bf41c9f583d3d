"""The list of events."""

from collections.abc import Mapping
from typing import Any

from dragoman.model.codes import EventType, QuadClass, Sector, Status
from dragoman.pages.desk.frame import Frame, render

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
    "place": "place",
    "from": "from",
    "until": "until",
    "speaker": "speaker",
    "publisher": "publisher",
    "min_confidence": "at least as sure as",
    "as_of": "known by",
    "rejected": "with rejected",
}
"""Conditions by their name in addresses, and how the page calls them."""

MORE = ("mode", "context", "quad_class", "status", "sector", "person", "place", "speaker", "publisher",
        "min_confidence", "as_of", "rejected")  # fmt: skip
"""Conditions that the page shows on demand."""


def compose_events(told: Mapping[str, Any], frame: Frame) -> str:
    """Events as `dragoman.tasks.listing.list_events` tells them, with the form of conditions."""
    chosen = [(name, LABELS[name], value) for name, value in frame.query if name in LABELS and value]
    return render(
        "events",
        frame,
        told=told,
        chosen=chosen,
        is_open=any(frame.value(name) for name in MORE),
        types=[t.value for t in EventType],
        quad_classes=[q.value for q in QuadClass],
        statuses=[s.value for s in Status],
        sectors=[s.value for s in Sector],
    )
