"""Charts of a relation as SVG for either width of screen; colours and words come from the page's style sheet."""

from dragoman.pages.charts.balance import draw_balance
from dragoman.pages.charts.drawing import Drawing
from dragoman.pages.charts.quads import draw_quad_classes
from dragoman.pages.charts.types import draw_types

__all__ = ["Drawing", "draw_balance", "draw_quad_classes", "draw_types"]
