"""The list of events."""

from collections.abc import Mapping
from typing import Any

from dragoman.pages.desk.conditions import list_choices, list_chosen
from dragoman.pages.desk.frame import Frame, render

MORE = ("mode", "context", "quad_class", "status", "sector", "person", "place", "speaker", "publisher",
        "min_confidence", "as_of", "rejected")  # fmt: skip
"""Conditions that the page shows on demand."""


def compose_events(told: Mapping[str, Any], frame: Frame) -> str:
    """Events as `dragoman.tasks.listing.list_events` tells them, with the form of conditions."""
    return render(
        "events",
        frame,
        told=told,
        chosen=list_chosen(frame),
        is_open=any(frame.value(name) for name in MORE),
        **list_choices(),
    )
