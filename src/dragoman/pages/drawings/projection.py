"""The Equal Earth projection, which keeps areas: as many events for as much land look alike wherever they are.

Formulas: Šavrič, Patterson and Jenny (2018), The Equal Earth map projection, International Journal of Geographical
Information Science 33 (3), https://doi.org/10.1080/13658816.2018.1504949, for a sphere of radius 1.
"""

from dataclasses import dataclass
from functools import cached_property
from math import asin, cos, radians, sin, sqrt

from dragoman.gazetteer.outlines import Bounds

_A1, _A2, _A3, _A4 = 1.340264, -0.081106, 0.000893, 0.003796
_M = sqrt(3) / 2


def project(longitude: float, latitude: float) -> tuple[float, float]:
    """Where a point lies on the plane: x to the right, y upwards.

    Args:
        longitude: in degrees from the meridian in the middle of the map, from -180 to 180.
        latitude: in degrees.

    """
    theta = asin(_M * sin(radians(latitude)))
    square = theta * theta
    sixth = square * square * square
    x = radians(longitude) * cos(theta) / (_M * (_A1 + 3 * _A2 * square + sixth * (7 * _A3 + 9 * _A4 * square)))
    return x, theta * (_A1 + _A2 * square + sixth * (_A3 + _A4 * square))


@dataclass(frozen=True)
class View:
    """A part of the world on a sheet so many pixels wide."""

    bounds: Bounds
    width: int

    @classmethod
    def fit(cls, bounds: Bounds, width: int, height: int) -> "View":
        """As wide as asked for, or narrower where it would be too high."""
        view = cls(bounds, width)
        return view if view.height <= height else cls(bounds, width * height // view.height)

    def place(self, longitude: float, latitude: float) -> tuple[float, float]:
        """Where a point lies on the sheet: pixels from its upper left corner; what is not in view lies outside."""
        return self.place_turned(self.turn(longitude), latitude)

    def turn(self, longitude: float) -> float:
        """Degrees from the meridian in the middle, from -180 to 180."""
        return (longitude - (self.bounds.west + self.bounds.east) / 2 + 180) % 360 - 180

    def place_turned(self, turned: float, latitude: float) -> tuple[float, float]:
        """As `place`, of a longitude that is counted from the meridian in the middle."""
        left, top, right, _ = self._edges
        x, y = project(turned, latitude)
        scale = self.width / (right - left)
        return (x - left) * scale, (top - y) * scale

    @cached_property
    def height(self) -> int:
        """Of the sheet, in pixels."""
        return round(self.place_turned(0, self.bounds.south)[1])

    @cached_property
    def _edges(self) -> tuple[float, float, float, float]:
        """Left, top, right and bottom on the plane: as wide as the widest of the parallels in view."""
        south, north = self.bounds.south, self.bounds.north
        half = (self.bounds.east - self.bounds.west) / 2
        right, _ = project(half, 0 if south <= 0 <= north else min(abs(south), abs(north)))
        return -right, project(0, north)[1], right, project(0, south)[1]
