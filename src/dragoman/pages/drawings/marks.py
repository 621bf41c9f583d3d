"""Circles on a map: as large as events are many, with the share of conflict cut out like a piece of cake."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import cos, pi, sin, sqrt
from typing import Any

from dragoman.pages.drawings.projection import View

LARGEST, SMALLEST = 26.0, 2.5
"""Radius in pixels; below it a circle could not be seen, and is larger than its events would have it."""

_LABELS = 14
_LETTER, _LINE = 6.6, 15.0
"""Pixels that a letter and a line of a label take, about."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A place on the sheet, in pixels."""

    place: Mapping[str, Any]
    x: float
    y: float
    radius: float
    wedge: str
    """Path of the share of conflict; empty where there is none, or nothing else."""
    label: str = ""
    """The name, if it is written beside the circle."""


def draw_marks(view: View, places: Sequence[Mapping[str, Any]]) -> list[Mark]:
    """Circles whose areas are as their events.

    Args:
        view: the part of the world.
        places: those with most events first, each with `name`, `latitude`, `longitude`, `events` and `conflict`.

    """
    most = max((place["events"] for place in places), default=1)
    marks: list[Mark] = []
    taken: list[tuple[float, float, float, float]] = []
    for place in places:
        x, y = view.place(place["longitude"], place["latitude"])
        radius = max(SMALLEST, LARGEST * sqrt(place["events"] / most))
        box = (x + radius + 3, y - _LINE / 2, x + radius + 3 + _LETTER * len(place["name"]), y + _LINE / 2)
        is_named = len(taken) < _LABELS and box[2] < view.width and not _overlaps(box, taken)
        if is_named:
            taken.append(box)
        wedge = _draw_wedge(x, y, radius, place["conflict"] / place["events"])
        label = place["name"] if is_named else ""
        marks.append(Mark(place, round(x, 1), round(y, 1), round(radius, 1), wedge, label))
    return marks


def _overlaps(box: Sequence[float], others: Iterable[Sequence[float]]) -> bool:
    left, top, right, bottom = box
    return any(left < o[2] and right > o[0] and top < o[3] and bottom > o[1] for o in others)


def _draw_wedge(x: float, y: float, radius: float, share: float) -> str:
    """From the top clockwise."""
    if not 0 < share < 1:
        return ""
    angle = 2 * pi * share
    end = f"{x + radius * sin(angle):.1f} {y - radius * cos(angle):.1f}"
    return f"M{x:.1f} {y:.1f}V{y - radius:.1f}A{radius:.1f} {radius:.1f} 0 {int(share > 0.5)} 1 {end}Z"
