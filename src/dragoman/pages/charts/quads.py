"""Events by quad class over time."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from dragoman.pages.charts.drawing import QUAD_CLASSES, Drawing, make_rows, quad_colours
from dragoman.pages.charts.filling import Filling, rows_to_come
from dragoman.pages.charts.months import MonthAxis, encode_months, place_month
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
    lowest, highest = min((r["to"] for r in rows), default=0), max([2, *(r["to"] for r in rows)])
    ends = {"low": min(lowest, -round(highest / 4) or -1), "high": highest}

    def measure(width: int) -> Filling:
        bar = axis.bar(width)
        bars = {"bar": bar, "gap": 1 if bar > _THIN else 0}
        return Filling(rows=rows, settings={**axis.settings(width), **ends, **bars})

    return Drawing(_compose, measure)


def _compose(width: int) -> "alt.LayerChart":
    altair = need("altair")
    scale = altair.Scale(domainMin=altair.expr("low"), domainMax=altair.expr("high"), nice=5)
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
        altair.Chart(rows_to_come())
        .mark_bar(size=altair.expr("bar"), stroke="var(--paper)", strokeWidth=altair.expr("gap"))
        .encode(
            x=encode_months(),
            y=altair.Y("from:Q", scale=scale, axis=labels),
            y2="to:Q",
            color=altair.Color("quad:N", scale=quad_colours(), legend=None),
        )
    )
    zero = altair.Chart(make_rows([{"zero": 0}])).mark_rule(color="var(--soft)").encode(y="zero:Q")
    chart: alt.LayerChart = altair.layer(bars, zero).properties(width=width, height=_HEIGHT)
    return chart
