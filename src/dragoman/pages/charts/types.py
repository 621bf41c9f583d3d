"""Events by type over time."""

import math
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from dragoman.model.codes import EventType
from dragoman.pages.charts.drawing import Drawing, quad_colours
from dragoman.pages.charts.filling import Filling, rows_to_come
from dragoman.pages.charts.months import MonthAxis, encode_months, place_month, place_year
from dragoman.pages.need import need
from dragoman.pages.stretches import TypeCounts, Unit

if TYPE_CHECKING:
    import altair as alt

_ROW = 30
_SMALLEST = 8
"""Square pixels of the smallest disc."""

_GAP = 2.5
"""Pixels between a disc and its ring, at least."""


def draw_types(counts: TypeCounts, axis: MonthAxis) -> Drawing:
    """A disc for each type and month, its area the events that occurred; a ring where more are only planned or claimed.

    Args:
        counts: of a relation, by month, or by year where it is long; what is of none is left out.
        axis: of months.

    """
    is_yearly = counts.unit is Unit.YEAR
    place = place_year if is_yearly else place_month
    cells: dict[tuple[str, str], dict[str, Any]] = {}
    for row in counts.rows:
        if row.stretch:
            cell = cells.setdefault(
                (row.stretch, row.event_type),
                place(row.stretch) | {"type": row.event_type, "quad": row.quad_class, "occurred": 0, "told": 0},
            )
            cell["told"] += row.events
            cell["occurred"] += row.events if row.status == "occurred" else 0
    largest = max([4, *(cell["told"] for cell in cells.values())])

    def measure(width: int) -> Filling:
        area = axis.disc(width, each=12 if is_yearly else 1)
        sized = [cell | _size(cell, largest, area) for cell in cells.values()]
        return Filling(rows=sized, settings=axis.settings(width))

    return Drawing(_compose, measure)


def _compose(width: int) -> "alt.LayerChart":
    altair = need("altair")
    types = [kind.value for kind in EventType]
    y = altair.Y("type:N", sort=types, title=None, axis=altair.Axis(grid=True, domain=False, ticks=False))
    colour = altair.Color("quad:N", scale=quad_colours(), legend=None)
    base = altair.Chart(rows_to_come()).encode(x=encode_months(), y=y)
    rings = (
        base.transform_filter("datum.told > datum.occurred")
        .mark_point(strokeWidth=1.3, filled=False, opacity=1)
        .encode(size=altair.Size("ring:Q", scale=None, legend=None), color=colour)
    )
    discs = (
        base.transform_filter("datum.occurred > 0")
        .mark_circle(opacity=0.92)
        .encode(size=altair.Size("disc:Q", scale=None, legend=None), color=colour)
    )
    chart: alt.LayerChart = altair.layer(discs, rings).properties(width=width, height=altair.Step(_ROW))
    return chart


def _size(cell: Mapping[str, Any], largest: int, area: float) -> dict[str, float]:
    """The square pixels of a cell's disc and ring, where so many events have an area."""
    disc, ring = (max(_SMALLEST, area * cell[name] / largest) if cell[name] else 0 for name in ("occurred", "told"))
    return {"disc": disc, "ring": max(ring, math.pi * (math.sqrt(disc / math.pi) + _GAP) ** 2)}
