"""Circles on a map: as large as events are many, with the share of conflict cut out like a piece of cake."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import cos, pi, sin, sqrt
from typing import Any

from dragoman.pages.drawings.projection import View

LARGEST, SMALLEST = 26.0, 2.5
"""Radius in pixels; below it a circle could not be seen, and is larger than its events would have it."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A place on the sheet, in pixels."""

    place: Mapping[str, Any]
    x: float
    y: float
    radius: float
    wedge: str
    """Path of the share of conflict, counted from the middle; empty where there is none, or nothing else."""


def draw_marks(view: View, places: Sequence[Mapping[str, Any]]) -> list[Mark]:
    """Circles whose areas are as their events.

    Args:
        view: the part of the world.
        places: those with most events first, each with `name`, `latitude`, `longitude`, `events` and `conflict`.

    """
    most = max((place["events"] for place in places), default=1)
    marks: list[Mark] = []
    for place in places:
        x, y = view.place(place["longitude"], place["latitude"])
        radius = max(SMALLEST, LARGEST * sqrt(place["events"] / most))
        wedge = _draw_wedge(radius, place["conflict"] / place["events"])
        marks.append(Mark(place, round(x, 1), round(y, 1), round(radius, 1), wedge))
    return marks


def _draw_wedge(radius: float, share: float) -> str:
    """From the top clockwise."""
    if not 0 < share < 1:
        return ""
    angle = 2 * pi * share
    end = f"{radius * sin(angle):.1f} {-radius * cos(angle):.1f}"
    return f"M0 0V{-radius:.1f}A{radius:.1f} {radius:.1f} 0 {int(share > 0.5)} 1 {end}Z"
