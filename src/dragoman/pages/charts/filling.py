"""Charts that are composed and compiled once, and then filled with what they show: that takes most of the time."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, TypeAlias

from dragoman.pages.need import need

if TYPE_CHECKING:
    import altair as alt

Specification: TypeAlias = dict[str, Any]
"""JSON of Vega-Lite or of Vega. Those here are kept: nobody may change them."""

Compose: TypeAlias = Callable[[int], "alt.LayerChart"]
"""Makes a chart for a width of its plot, in pixels, of rows and settings that it is filled with later.

It asks for `rows_to_come` and, in expressions, for its settings by their names. A function of a module: its charts are
kept.
"""

LEFT, RIGHT, TOP, BOTTOM = 88, 28, 14, 26
"""Pixels around the plots: alike in all charts, so that a month stands at one place in each."""

_ROWS = "rows"
_FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif"


@dataclass(frozen=True, slots=True, kw_only=True)
class Filling:
    """What a chart shows."""

    rows: Sequence[Mapping[str, Any]]
    settings: Mapping[str, Any]
    """Numbers and words by the names that the chart has for them."""


def rows_to_come() -> "alt.NamedData":
    """The rows that a chart is filled with."""
    named: alt.NamedData = need("altair").NamedData(_ROWS)
    return named


def fill(compose: Compose, width: int, filling: Filling) -> Specification:
    """A chart in Vega-Lite."""
    chart = _specify(compose, width)
    settings = [{"name": name, "value": value} for name, value in filling.settings.items()]
    return {
        **chart,
        "datasets": {**chart.get("datasets", {}), _ROWS: filling.rows},
        "params": [*settings, *chart.get("params", ())],
    }


def fill_compiled(compose: Compose, width: int, filling: Filling) -> Specification:
    """A chart in Vega."""
    chart = _compile(compose, width, tuple(filling.settings))
    settings = filling.settings
    return {
        **chart,
        "data": [{**d, "values": filling.rows} if d["name"] == _ROWS else d for d in chart["data"]],
        "signals": [{**s, "value": settings[s["name"]]} if s["name"] in settings else s for s in chart["signals"]],
    }


@cache
def _compile(compose: Compose, width: int, names: tuple[str, ...]) -> Specification:
    chart = _specify(compose, width)
    named = {**chart, "params": [{"name": name, "value": None} for name in names]}
    compiled: Specification = need("vl_convert").vegalite_to_vega(named)
    return compiled


@cache
def _specify(compose: Compose, width: int) -> Specification:
    """With the looks that all charts share; colours are the style sheet's, so that they follow light and dark."""
    specification: Specification = (
        compose(width)
        .configure(
            font=_FONT,
            background="transparent",
            autosize={"type": "none"},
            padding={"left": LEFT, "right": RIGHT, "top": TOP, "bottom": BOTTOM},
        )
        .configure_axis(
            labelColor="var(--soft)",
            labelFontSize=12,
            gridColor="var(--rule)",
            domainColor="var(--rule)",
            tickColor="var(--rule)",
        )
        .configure_view(stroke=None)
        .configure_text(fontSize=12)
        .to_dict()
    )
    return specification
