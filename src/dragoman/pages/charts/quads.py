"""Events by quad class over time."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from dragoman.pages.charts.drawing import QUAD_CLASSES, Drawing, make_rows, quad_colours
from dragoman.pages.charts.months import MonthAxis, place_month
from dragoman.pages.need import need

if TYPE_CHECKING:
    import altair as alt

_HEIGHT = 170
_THIN = 4
"""Pixels of bars that are too thin to be set off from each other."""


def draw_quad_classes(months: Sequence[Mapping[str, Any]], axis: MonthAxis) -> Drawing:
    """Events of each month that occurred: cooperation above the line, conflict below, what was only said next to it.

    Args:
        months: of a relation's balance; those without a month are left out.
        axis: of months.

    """
    rows: list[dict[str, Any]] = []
    for month in months:
        if not month["month"]:
            continue
        reached = {"cooperation": 0, "conflict": 0}
        for name in QUAD_CLASSES:
            events, side = month["quad_classes"][name], name.split()[1]
            sign = 1 if side == "cooperation" else -1
            if events:
                ends = {"from": sign * reached[side], "to": sign * (reached[side] + events)}
                rows.append(place_month(month["month"]) | {"quad": name, **ends})
                reached[side] += events
    return Drawing(lambda width: _compose(rows, axis, width))


def _compose(rows: Sequence[dict[str, Any]], axis: MonthAxis, width: int) -> "alt.LayerChart":
    altair = need("altair")
    lowest, highest = min((r["to"] for r in rows), default=0), max((r["to"] for r in rows), default=0)
    top, bar = max(2, highest), axis.bar(width)
    scale = altair.Scale(domain=[min(lowest, -round(top / 4) or -1), top], nice=5)
    # Below the line there are counts too, not negative ones.
    labels = altair.Axis(
        labelExpr="format(abs(datum.value), ',')",
        title=None,
        tickCount=5,
        tickMinStep=1,
        domain=False,
        ticks=False,
    )
    bars = (
        altair.Chart(make_rows(rows))
        .mark_bar(size=bar, stroke="var(--paper)", strokeWidth=1 if bar > _THIN else 0)
        .encode(
            x=axis.encode(width),
            y=altair.Y("from:Q", scale=scale, axis=labels),
            y2="to:Q",
            color=altair.Color("quad:N", scale=quad_colours(), legend=None),
        )
    )
    zero = altair.Chart(make_rows([{"zero": 0}])).mark_rule(color="var(--soft)").encode(y="zero:Q")
    chart: alt.LayerChart = altair.layer(bars, zero).properties(width=width, height=_HEIGHT)
    return chart
