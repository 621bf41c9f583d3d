"""Outlines of countries, from public-domain Natural Earth; `build_outlines` compiles them."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import TypeAlias

Point: TypeAlias = tuple[float, float]
"""Longitude and latitude in degrees. Along a line longitudes go on beyond 180 rather than jump to -180."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """What lies between two meridians and two parallels, in degrees; `east` may pass 180."""

    west: float
    south: float
    east: float
    north: float


@dataclass(frozen=True, slots=True)
class Outlines:
    """Land and borders as lines of points."""

    rings: tuple[tuple[Point, ...], ...]
    """Around land; a ring within another is a hole."""
    borders: tuple[tuple[Point, ...], ...]
    """Lines with a country on either side."""
    bounds: Mapping[str, Bounds]
    """Of the largest piece of land of each country that has a code (ISO 3166-1 alpha-3)."""


@cache
def load_outlines() -> Outlines:
    """The outlines that ship with the package; those of small islands and city states are not among them."""
    held = json.loads(files("dragoman.gazetteer").joinpath("data", "outlines.json").read_text(encoding="utf-8"))
    arcs = [_read_arc(written) for written in held["arcs"]]
    of_countries = [(c["code"], [_join(arcs, ring) for ring in c["rings"]]) for c in held["countries"]]
    uses = [arc if arc >= 0 else ~arc for c in held["countries"] for ring in c["rings"] for arc in ring]
    return Outlines(
        rings=tuple(ring for _, rings in of_countries for ring in rings),
        borders=tuple(arc for number, arc in enumerate(arcs) if uses.count(number) > 1),
        bounds={code: _find_bounds(max(rings, key=_measure)) for code, rings in of_countries if code},
    )


def _read_arc(written: Sequence[int]) -> tuple[Point, ...]:
    points, x, y = [], 0, 0
    for across, up in zip(written[::2], written[1::2], strict=True):
        x, y = x + across, y + up
        points.append((x / 100, y / 100))
    return _unwrap(points)


def _join(arcs: Sequence[tuple[Point, ...]], ring: Sequence[int]) -> tuple[Point, ...]:
    """The points of a ring, each arc beginning where the one before it ends."""
    points: list[Point] = []
    for number in ring:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        points += arc[1:] if points else arc
    return _unwrap(points)


def _unwrap(points: Iterable[Point]) -> tuple[Point, ...]:
    """A line without leaps across the map where it crosses the meridian of 180 degrees."""
    line: list[Point] = []
    for x, y in points:
        before = line[-1][0] if line else x
        line.append((before + (x - before + 180) % 360 - 180, y))
    return tuple(line)


def _measure(ring: Sequence[Point]) -> float:
    """The area of a ring in square degrees: enough to tell a mainland from its islands."""
    return abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairwise(ring)))


def _find_bounds(ring: Sequence[Point]) -> Bounds:
    across, up = [x for x, _ in ring], [y for _, y in ring]
    west = (min(across) + 180) % 360 - 180
    return Bounds(west, min(up), west + max(across) - min(across), max(up))
