"""From Vega-Lite to SVG that stands in a page."""

import re
from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from dragoman.pages.need import need

if TYPE_CHECKING:
    import altair as alt

WIDE, NARROW = 816, 340
"""Pixels across, for a screen or paper and for a phone: scaled down, the words of the wide one could not be read."""

QUAD_CLASSES = ("verbal cooperation", "material cooperation", "verbal conflict", "material conflict")

_LEFT, _RIGHT, _TOP, _BOTTOM = 88, 28, 14, 26
"""Pixels around the plots: alike in all charts, so that a month stands at one place in each."""

_FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif"

# What a chart says of itself to readers by ear; the page says it better, for the chart as a whole.
_SPOKEN = re.compile(r' (?:role|aria-[a-z]+)="[^"]*"')


class Drawing:
    """One chart for either width, drawn when it is asked for; both are SVG elements.

    Args:
        compose: makes the chart for a width of its plot, in pixels.

    """

    def __init__(self, compose: Callable[[int], "alt.Chart | alt.LayerChart"]) -> None:
        self._compose = compose

    @cached_property
    def wide(self) -> str:
        """For a screen or paper."""
        return self._draw(WIDE)

    @cached_property
    def narrow(self) -> str:
        """For a phone."""
        return self._draw(NARROW)

    def specify(self, width: int) -> dict[str, Any]:
        """The Vega-Lite specification for so many pixels across."""
        return _finish(self._compose(width - _LEFT - _RIGHT))

    def _draw(self, width: int) -> str:
        return to_svg(self.specify(width))


def _finish(chart: "alt.Chart | alt.LayerChart") -> dict[str, Any]:
    """The looks that all charts share. Colours are the style sheet's variables, so that they follow light and dark."""
    specification: dict[str, Any] = (
        chart.configure(
            font=_FONT,
            background="transparent",
            autosize={"type": "none"},
            padding={"left": _LEFT, "right": _RIGHT, "top": _TOP, "bottom": _BOTTOM},
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


def to_svg(specification: dict[str, Any]) -> str:
    """A Vega-Lite specification as an SVG element without a size of its own; words in it stay words."""
    svg: str = need("vl_convert").vegalite_to_svg(specification)
    svg = re.sub(r'<svg [^>]*?width="([\d.]+)" height="([\d.]+)"[^>]*>', _open_svg, svg, count=1)
    return _SPOKEN.sub("", svg).replace("<svg ", '<svg aria-hidden="true" focusable="false" ', 1)


def _open_svg(match: re.Match[str]) -> str:
    width, height = match[1], match[2]
    return f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}">'


def make_rows(rows: Sequence[dict[str, Any]]) -> "alt.Data":
    """Rows for a chart."""
    altair = need("altair")
    data: alt.Data = altair.Data(values=list(rows))
    return data


def quad_colours() -> Any:
    """The colour of each quad class, by the style sheet's names."""
    colours = [f"var(--{name.replace(' ', '-')})" for name in QUAD_CLASSES]
    return need("altair").Scale(domain=list(QUAD_CLASSES), range=colours)
