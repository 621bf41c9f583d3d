"""The balance of a relation over time."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from dragoman.pages.charts.drawing import Drawing, make_rows
from dragoman.pages.charts.filling import Filling, rows_to_come
from dragoman.pages.charts.months import MonthAxis, encode_months, place_month
from dragoman.pages.need import need

if TYPE_CHECKING:
    import altair as alt

_HEIGHT = 190


def draw_balance(
    months: Sequence[Mapping[str, Any]], axis: MonthAxis, *, scale: str = "plover", brushed: bool = False
) -> Drawing:
    """The mean of each month as a dot on a stem from zero, the larger the more events.

    Args:
        months: of a relation's balance; those without a month or a mean are left out.
        axis: of months.
        scale: name of the scale, from -10 to 10.
        brushed: whether a stretch of months can be chosen on it, where it is drawn by a script; it is the selection
            "period".

    """
    rows = [
        place_month(month["month"]) | {"mean": mean, "events": month["events"]}
        for month in months
        if month["month"] and (mean := month["means"][scale]) is not None
    ]
    most = max([4, *(row["events"] for row in rows)])

    def measure(width: int) -> Filling:
        smallest, largest = min(40, axis.disc(width) / 4), min(260, axis.disc(width))
        sized = [row | {"disc": smallest + (largest - smallest) * row["events"] / most} for row in rows]
        return Filling(rows=sized, settings=axis.settings(width))

    return Drawing(_compose_brushed if brushed else _compose, measure)


def _compose_brushed(width: int) -> "alt.LayerChart":
    altair = need("altair")
    looks = altair.BrushConfig(fill="var(--link)", fillOpacity=0.15, stroke="var(--link)")
    return _compose(width, altair.selection_interval(name="period", encodings=["x"], mark=looks, zoom=False))


def _compose(width: int, brush: "alt.Parameter | None" = None) -> "alt.LayerChart":
    altair = need("altair")
    y = altair.Y(
        "mean:Q",
        scale=altair.Scale(domain=[-10, 10]),
        axis=altair.Axis(
            values=[-10, -5, 0, 5, 10],
            labelExpr="datum.value > 0 ? '+' + datum.value : datum.label",
            title=None,
            domain=False,
            ticks=False,
        ),
    )
    # The place tells what the mean is; the colours beside are those of the four classes, which a month mixes.
    colour = altair.value("var(--ink)")
    base = altair.Chart(rows_to_come()).encode(x=encode_months())
    zero = altair.Chart(make_rows([{"zero": 0}])).mark_rule(color="var(--soft)").encode(y="zero:Q")
    ends = altair.Chart(make_rows([{"at": 8.9, "words": "cooperation"}, {"at": -8.9, "words": "conflict"}]))
    words = ends.mark_text(align="left", dx=4, color="var(--soft)", fontStyle="italic").encode(
        x=altair.value(0), y="at:Q", text="words:N"
    )
    stems = base.mark_rule(strokeWidth=2).encode(y=y, y2=altair.datum(0), color=colour)
    size = altair.Size("disc:Q", scale=None, legend=None)
    dots = base.mark_circle(opacity=1).encode(y=y, color=colour, size=size)
    if brush:
        dots = dots.add_params(brush)
    chart: alt.LayerChart = altair.layer(zero, words, stems, dots).properties(width=width, height=_HEIGHT)
    return chart
