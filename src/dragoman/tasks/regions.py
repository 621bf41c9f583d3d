"""Parts of the world that a map can show."""

from collections.abc import Mapping
from dataclasses import dataclass

from dragoman.errors import InputError
from dragoman.gazetteer.outlines import Bounds, load_outlines
from dragoman.gazetteer.places import load_places
from dragoman.tasks.sides import name_side, resolve_country

WORLD = Bounds(-169, -57, 191, 84)
"""Without Antarctica, and cut in the Bering Strait, where no land is."""

REGIONS: Mapping[str, Bounds] = {
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

_AROUND = 0.35
"""Of a country's width and height, what is shown of its neighbours on each side."""


@dataclass(frozen=True, slots=True)
class Region:
    """A part of the world with its name; the world has none."""

    name: str | None
    bounds: Bounds

    def holds(self, latitude: float, longitude: float) -> bool:
        """Whether a point lies in it."""
        within = (longitude - self.bounds.west) % 360 <= self.bounds.east - self.bounds.west
        return within and self.bounds.south <= latitude <= self.bounds.north


def find_region(around: str | None) -> Region:
    """The part of the world that is asked for.

    Args:
        around: a name of `REGIONS`, or a country's code or name; None for the world.

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


def _look_around(code: str) -> Bounds:
    land = load_outlines().bounds.get(code) or _find_centre(code)
    wide = min(360.0, max(_LEAST_WIDE, (land.east - land.west) * (1 + 2 * _AROUND)))
    high = max(_LEAST_HIGH, (land.north - land.south) * (1 + 2 * _AROUND))
    middle, level = (land.west + land.east) / 2, (land.south + land.north) / 2
    south, north = max(WORLD.south, level - high / 2), min(WORLD.north, level + high / 2)
    return Bounds(middle - wide / 2, south, middle + wide / 2, north)


def _find_centre(code: str) -> Bounds:
    """Of a country too small for an outline."""
    centre = load_places().country(code)
    if centre is None:
        raise InputError(f"it is not known where {code} lies", remedy=f"One of: {', '.join(REGIONS)}.")
    return Bounds(centre.longitude, centre.latitude, centre.longitude, centre.latitude)
