"""Parts of the world that a map can show."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from math import ceil, cos, floor, radians

from dragoman.errors import InputError
from dragoman.gazetteer.outlines import Bounds, load_outlines
from dragoman.gazetteer.places import load_places
from dragoman.tasks.sides import name_side, resolve_country

WORLD = Bounds(-169, -57, 191, 84)
"""Without Antarctica, and cut in the Bering Strait, where no land is."""

REGIONS: Mapping[str, Bounds] = {
    "World": WORLD,
    "Africa": Bounds(-20, -36, 53, 38),
    "Asia": Bounds(26, -11, 150, 55),
    "Europe": Bounds(-25, 34, 45, 71),
    "Middle East": Bounds(24, 11, 64, 43),
    "North America": Bounds(-130, 7, -55, 62),
    "Oceania": Bounds(110, -48, 182, 2),
    "South America": Bounds(-84, -56, -33, 14),
}

_LEAST_WIDE, _LEAST_HIGH = 24.0, 14.0
"""Degrees: with less in view the outlines would be too coarse."""

_ALL_OVER = 250.0
"""Degrees from west to east from which all the world is shown, cut where no land is."""

_SHAPE = 1.4
"""How many times as wide as high, at least: a column would leave most of the screen empty."""

_AROUND, _BESIDE = 0.35, 0.18
"""Of the width and height of a country or of some places, what is shown around on each side."""


@dataclass(frozen=True, slots=True)
class Region:
    """A part of the world with its name; without one it is what lies around the events that are shown."""

    name: str | None
    bounds: Bounds

    def holds(self, latitude: float, longitude: float) -> bool:
        """Whether a point lies in it."""
        within = (longitude - self.bounds.west) % 360 <= self.bounds.east - self.bounds.west
        return within and self.bounds.south <= latitude <= self.bounds.north


def find_region(around: str | None) -> Region:
    """The part of the world that is asked for.

    Args:
        around: a name of `REGIONS`, or a country's code or name; None for wherever the events are.

    Raises:
        InputError: it is neither.

    """
    if around is None:
        return Region(None, WORLD)
    named = next((name for name in REGIONS if name.lower() == around.strip().lower()), None)
    if named:
        return Region(named, REGIONS[named])
    try:
        code = resolve_country(around)
    except InputError as error:
        raise InputError(error.fault, remedy=f"Name a country, or one of: {', '.join(REGIONS)}.") from None
    return Region(name_side(code), _look_around(code))


def surround(points: Iterable[tuple[float, float]]) -> Bounds:
    """What lies around some places; the world where they lie all over it, or there are none.

    Args:
        points: latitude and longitude of each.

    """
    spread = list(points)
    if not spread:
        return WORLD
    latitudes, longitudes = zip(*spread, strict=True)
    across = sorted({longitude % 360 for longitude in longitudes})
    # From behind the widest gap around to before it.
    gap, west = max((east - west, east) for west, east in pairwise([*across, across[0] + 360]))
    bounds = _widen(Bounds(west, min(latitudes), west + 360 - gap, max(latitudes)), _BESIDE)
    return bounds if bounds.east - bounds.west < _ALL_OVER else WORLD


def _look_around(code: str) -> Bounds:
    return _widen(load_outlines().bounds.get(code) or _find_centre(code), _AROUND)


def _widen(within: Bounds, share: float) -> Bounds:
    """More on each side, and no less than the outlines are drawn for."""
    high = max(_LEAST_HIGH, (within.north - within.south) * (1 + 2 * share))
    level = (within.south + within.north) / 2
    south, north = max(WORLD.south, level - high / 2), min(WORLD.north, level + high / 2)
    # A degree from west to east is the shorter the further it is from the equator.
    shaped = _SHAPE * (north - south) / cos(radians((south + north) / 2))
    wide = min(360.0, max(_LEAST_WIDE, (within.east - within.west) * (1 + 2 * share), shaped))
    middle = ((within.west + within.east) / 2 + 180) % 360 - 180
    # Whole degrees, so that land once drawn is drawn for most of what lies there.
    return Bounds(floor(middle - wide / 2), floor(south), ceil(middle + wide / 2), ceil(north))


def _find_centre(code: str) -> Bounds:
    """Of a country too small for an outline."""
    centre = load_places().country(code)
    if centre is None:
        raise InputError(f"it is not known where {code} lies", remedy=f"One of: {', '.join(REGIONS)}.")
    return Bounds(centre.longitude, centre.latitude, centre.longitude, centre.latitude)
