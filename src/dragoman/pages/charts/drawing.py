"""From a chart and what it shows to SVG that stands in a page."""

import re
from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from dragoman.pages.charts.filling import LEFT, RIGHT, Compose, Filling, Specification, fill, fill_compiled
from dragoman.pages.need import need

if TYPE_CHECKING:
    import altair as alt

WIDE, NARROW = 816, 340
"""Pixels across, for a screen or paper and for a phone: scaled down, the words of the wide one could not be read."""

QUAD_CLASSES = ("verbal cooperation", "material cooperation", "verbal conflict", "material conflict")

# What a chart says of itself to readers by ear; the page says it better, for the chart as a whole.
_SPOKEN = re.compile(r' (?:role|aria-[a-z]+)="[^"]*"')


class Drawing:
    """One chart for either width, drawn when it is asked for; both are SVG elements.

    Args:
        compose: makes the chart.
        measure: what it shows, for a width of its plot in pixels.

    """

    def __init__(self, compose: Compose, measure: Callable[[int], Filling]) -> None:
        self._compose, self._measure = compose, measure

    @cached_property
    def wide(self) -> str:
        """For a screen or paper."""
        return self._draw(WIDE)

    @cached_property
    def narrow(self) -> str:
        """For a phone."""
        return self._draw(NARROW)

    def specify(self, width: int) -> Specification:
        """The Vega-Lite specification for so many pixels across."""
        plot = width - LEFT - RIGHT
        return fill(self._compose, plot, self._measure(plot))

    def _draw(self, width: int) -> str:
        plot = width - LEFT - RIGHT
        return _to_svg(fill_compiled(self._compose, plot, self._measure(plot)))


def _to_svg(specification: Specification) -> str:
    """A Vega specification as an SVG element without a size of its own; words in it stay words."""
    svg: str = need("vl_convert").vega_to_svg(specification)
    svg = re.sub(r'<svg [^>]*?width="([\d.]+)" height="([\d.]+)"[^>]*>', _open_svg, svg, count=1)
    return _SPOKEN.sub("", svg).replace("<svg ", '<svg aria-hidden="true" focusable="false" ', 1)


def _open_svg(match: re.Match[str]) -> str:
    width, height = match[1], match[2]
    return f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}">'


def make_rows(rows: Sequence[dict[str, Any]]) -> "alt.Data":
    """Rows that are the same in each chart of a kind."""
    altair = need("altair")
    data: alt.Data = altair.Data(values=list(rows))
    return data


def quad_colours() -> Any:
    """The colour of each quad class, by the style sheet's names."""
    colours = [f"var(--{name.replace(' ', '-')})" for name in QUAD_CLASSES]
    return need("altair").Scale(domain=list(QUAD_CLASSES), range=colours)
