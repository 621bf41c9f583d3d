"""A relation's months on the height of a line: cooperation above, conflict below."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

_STEP, _BAR = 5, 4
_HALF = 16
"""Pixels above the line, and below it."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar, in pixels from the upper left corner."""

    side: str
    """Cooperation or conflict."""
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Sparkline:
    """Bars, and how large the drawing is."""

    width: int
    height: int
    middle: int
    bars: tuple[Bar, ...]


def draw_sparkline(months: Sequence[Mapping[str, Any]], highest: int) -> Sparkline:
    """The bars of a relation.

    Args:
        months: in order, each with events of `cooperation` and of `conflict`.
        highest: events of the highest bar that any relation beside this one has: all are to one scale.

    """
    bars: list[Bar] = []
    for place, month in enumerate(months):
        for side in ("cooperation", "conflict"):
            if month[side]:
                height = max(1.5, round(_HALF * month[side] / max(highest, 1), 1))
                bars.append(Bar(side, place * _STEP, _HALF - height if side == "cooperation" else _HALF, _BAR, height))
    return Sparkline(width=max(1, len(months)) * _STEP, height=2 * _HALF, middle=_HALF, bars=tuple(bars))
