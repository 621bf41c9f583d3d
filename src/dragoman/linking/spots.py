"""Where reports place their events, and whether two places may be one."""

from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt
from typing import Final

from dragoman.model.report import Report

_EARTH: Final = 6371.0
"""Mean radius, kilometres."""
_ONE_CITY: Final = 30.0
"""Kilometres within which two points are one city and its suburbs."""
_OTHER_CITY: Final = 60.0
"""Kilometres from which on they are two."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """Where a report places its event."""

    country: str
    admin1: str
    name: str
    kind: str
    latitude: float
    longitude: float


def read_spot(report: Report) -> Spot | None:
    """The place of a report; None where it has none."""
    place = report.body.get("place")
    if not place:
        return None
    return Spot(
        country=place.get("country") or "",
        admin1=place.get("admin1") or "",
        name=place.get("name") or "",
        kind=place.get("kind") or "",
        latitude=float(place.get("latitude") or 0.0),
        longitude=float(place.get("longitude") or 0.0),
    )


def compare_places(one: Spot | None, other: Spot | None) -> float:
    """One city 1, its suburb 0.4, one province 0.7, one country 0.2, unknown 0, different places -1."""
    if one is None or other is None:
        return 0.0
    if one.country and other.country and one.country != other.country:
        return -1.0
    if one.kind == "city" and other.kind == "city":
        if one.name == other.name and one.admin1 == other.admin1:
            return 1.0
        apart = _kilometres(one, other)
        return 0.4 if apart <= _ONE_CITY else -1.0 if apart >= _OTHER_CITY else -0.3
    if _province(one) and _province(other):
        return 0.7 if _province(one) == _province(other) else -0.6
    return 0.2


def _province(spot: Spot) -> str:
    return spot.admin1 or (spot.name if spot.kind == "admin1" else "")


def _kilometres(one: Spot, other: Spot) -> float:
    a, b = radians(one.latitude), radians(other.latitude)
    across = sin(radians(other.longitude - one.longitude) / 2) ** 2
    return 2 * _EARTH * asin(sqrt(min(1.0, sin((b - a) / 2) ** 2 + cos(a) * cos(b) * across)))
