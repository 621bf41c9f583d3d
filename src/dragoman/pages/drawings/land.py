"""Land and borders as paths of an SVG."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from dragoman.gazetteer.outlines import Bounds, Point, load_outlines
from dragoman.pages.drawings.projection import View

_FINEST = 15
"""Tenths of pixels: points nearer to the one before are left out."""

_BACK = 190
"""Degrees from the meridian in the middle: no land that begins in view reaches further."""


@dataclass(frozen=True, slots=True)
class Land:
    """Data of two paths, in tenths of pixels, which takes the fewest signs."""

    ground: str
    """To be filled by the rule "evenodd"."""
    borders: str


@lru_cache(maxsize=64)
def draw_land(view: View) -> Land:
    """What of the world's land lies in a view; drawn once for each."""
    outlines = load_outlines()
    return Land(
        ground="".join(f"{path}z" for path in _draw(view, outlines.rings)),
        borders="".join(_draw(view, outlines.borders)),
    )


def _draw(view: View, lines: Iterable[Sequence[Point]]) -> Iterator[str]:
    for line in lines:
        turned = _turn(view, line)
        path = _write_path(view, turned) if _is_in_view(view, turned) else ""
        if path:
            yield path


def _turn(view: View, line: Sequence[Point]) -> list[Point]:
    """A line as far from the meridian in the middle as it begins."""
    shift = view.turn(line[0][0]) - line[0][0]
    return [(x + shift, y) for x, y in line]


def _is_in_view(view: View, line: Sequence[Point]) -> bool:
    """Whether a line comes into view; one that goes round the back of the world would lie across all of it."""
    across, up = [x for x, _ in line], [y for _, y in line]
    bounds: Bounds = view.bounds
    half = (bounds.east - bounds.west) / 2
    # Towards the poles a view shows more than its bounds.
    wide = half * 1.5
    return (
        min(across) < wide
        and max(across) > -wide
        and min(across) > -_BACK
        and max(across) < _BACK
        and min(up) < bounds.north
        and max(up) > bounds.south
    )


def _write_path(view: View, line: Sequence[Point]) -> str:
    """A path of whole steps, each counted from the point before."""
    places = (view.place_turned(longitude, latitude) for longitude, latitude in line)
    points = [(round(10 * x), round(10 * y)) for x, y in places]
    (x, y), steps = points[0], [f"M{points[0][0]} {points[0][1]}l"]
    for right, down in points[1:]:
        if abs(right - x) + abs(down - y) >= _FINEST:
            steps.append(f"{right - x} {down - y} ")
            x, y = right, down
    return "".join(steps).replace(" -", "-").strip() if len(steps) > 1 else ""
