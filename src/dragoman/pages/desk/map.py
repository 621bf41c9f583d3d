"""The map of events."""

from collections.abc import Mapping
from typing import Any

from dragoman.gazetteer.outlines import Bounds
from dragoman.pages.desk.conditions import list_choices, list_chosen
from dragoman.pages.desk.frame import Frame, render
from dragoman.pages.desk.overviews import SPANS, make_period
from dragoman.pages.drawings.labels import NARROW, WIDE, place_labels
from dragoman.pages.drawings.land import draw_land
from dragoman.pages.drawings.marks import draw_marks
from dragoman.pages.drawings.projection import View

_WIDTH, _HEIGHT = 1000, 640

REGIONS = ("World", "Africa", "Asia", "Europe", "Middle East", "North America", "Oceania", "South America")


def compose_map(told: Mapping[str, Any], frame: Frame) -> str:
    """Places as `dragoman.tasks.geography.map_events` tells them, on a map and in a table."""
    view = View.fit(Bounds(**told["region"]["bounds"]), _WIDTH, _HEIGHT)
    marks = draw_marks(view, told["places"])
    return render(
        "map",
        frame,
        told=told,
        view=view,
        land=draw_land(view),
        marks=marks,
        labels=[(scale.name, place_labels(view, marks, scale)) for scale in (WIDE, NARROW)],
        regions=REGIONS,
        find=lambda place: _find_events(told, frame, place),
        chosen=list_chosen(frame),
        spans=SPANS,
        **list_choices(),
    )


def _find_events(told: Mapping[str, Any], frame: Frame, place: Mapping[str, Any]) -> str:
    """The address of a place's events."""
    where = {"geonames_id": place["geonames_id"]}
    if place["geonames_id"] is None:
        where = {"place": place["country"] if place["is_country"] else place["name"]}
    return frame.url("/events", **make_period(told), **where, around=None, span=None, limit=None)
