"""Precision against recall as a small drawing."""

from collections.abc import Sequence

from dragoman.evaluate.evaluation import SweepPoint
from dragoman.evaluate.page.markup import Html, element

SIDE = 260
"""Units of the plot's side; the margins are for its words."""
LEFT, TOP, RIGHT, BOTTOM = 46, 24, 14, 42

TICKS = (0.0, 0.25, 0.5, 0.75, 1.0)


def draw_curve(points: Sequence[SweepPoint]) -> Html:
    """The points of a sweep, joined; the best, the last and the first say their threshold where there is room."""
    places = [find_place(point) for point in points]
    line = element("polyline", points=" ".join(f"{x:.1f},{y:.1f}" for x, y in places), class_="curve")
    dots = [draw_dot(point) for point in points]
    best = max(range(len(points)), key=lambda index: points[index].counts.f1)
    named: list[int] = []
    for index in (best, len(points) - 1, 0):
        if not any(_collide(places[index], places[other]) for other in named):
            named.append(index)
    names = [_name(points[index], places[index]) for index in named]
    size = (LEFT + SIDE + RIGHT, TOP + SIDE + BOTTOM)
    label = f"Precision against recall at {len(points)} thresholds of confidence; the table has the numbers."
    box = f"0 0 {size[0]} {size[1]}"
    return element("svg", *_draw_axes(), line, *dots, *names, viewBox=box, role="img", aria_label=label)


def find_place(point: SweepPoint) -> tuple[float, float]:
    """Where a point is drawn."""
    return _across(point.counts.recall.value or 0.0), _down(point.counts.precision.value or 0.0)


def draw_dot(point: SweepPoint) -> Html:
    """A point, which says its figures when pointed at."""
    x, y = find_place(point)
    precision, recall = point.counts.precision.value or 0.0, point.counts.recall.value or 0.0
    told = element("title", f"at least {point.threshold:.2f}: precision {precision:.3f}, recall {recall:.3f}")
    return element("g", told, element("circle", cx=f"{x:.1f}", cy=f"{y:.1f}", r="4"), class_="dot")


def _name(point: SweepPoint, place: tuple[float, float]) -> Html:
    """The threshold of a point, beside it; towards the middle where it stands at the right edge."""
    x, y = place
    at_edge = x > LEFT + SIDE * 0.85
    across, anchor = (x - 8, "end") if at_edge else (x + 8, "start")
    return _write(f"≥ {point.threshold:.2f}", across, y - 8, text_anchor=anchor, class_="name")


def _collide(one: tuple[float, float], other: tuple[float, float]) -> bool:
    """Whether words beside two points would stand on each other."""
    return abs(one[0] - other[0]) < 60 and abs(one[1] - other[1]) < 14


def _across(recall: float) -> float:
    return LEFT + SIDE * recall


def _down(precision: float) -> float:
    return TOP + SIDE * (1 - precision)


def _draw_axes() -> list[Html]:
    drawn = []
    for tick in TICKS:
        x, y = _across(tick), _down(tick)
        drawn.append(_draw_line(x, TOP, x, TOP + SIDE))
        drawn.append(_draw_line(LEFT, y, LEFT + SIDE, y))
        drawn.append(_write(f"{tick:g}", x, TOP + SIDE + 16, text_anchor="middle"))
        drawn.append(_write(f"{tick:g}", LEFT - 8, y + 4, text_anchor="end"))
    middle = TOP + SIDE / 2
    drawn.append(_write("recall", LEFT + SIDE / 2, TOP + SIDE + 35, text_anchor="middle"))
    drawn.append(_write("precision", 12, middle, text_anchor="middle", transform=f"rotate(-90 12 {middle:.0f})"))
    return drawn


def _draw_line(x1: float, y1: float, x2: float, y2: float) -> Html:
    return element("line", x1=f"{x1:.1f}", y1=f"{y1:.1f}", x2=f"{x2:.1f}", y2=f"{y2:.1f}", class_="grid")


def _write(words: str, x: float, y: float, **attributes: str) -> Html:
    return element("text", words, x=f"{x:.1f}", y=f"{y:.1f}", **attributes)
