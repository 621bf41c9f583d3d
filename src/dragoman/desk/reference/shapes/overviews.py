"""Events counted over the whole record: the map and the network."""

from typing import Any

from dragoman.desk.reference.shapes.base import Day, Named, Shape
from dragoman.desk.reference.shapes.relation import Counts, Period


class Spanned(Period):
    """The days that are looked at."""

    span: str | None
    """What they follow from; null where the address names them."""


class Region(Shape):
    """A part of the world."""

    name: str | None
    bounds: dict[str, Any]
    """In degrees."""


class MapPlace(Shape):
    """A place with its events."""

    name: str | None
    country: str | None
    geonames_id: int | None
    latitude: float
    longitude: float
    is_country: bool
    """Whether no more than the country is known."""
    events: int
    conflict: int
    """How many of these are conflict."""


class MapRest(Shape):
    """What is not told one by one."""

    places: int
    events: int


class MapTold(Shape):
    """Where events happened."""

    as_of: Day | None
    period: Spanned
    region: Region
    total: int
    nowhere: int
    """Those that name no place."""
    elsewhere: int
    unmapped: int
    """Those that name a place that nobody knows."""
    places: list[MapPlace]
    left_out: MapRest


class Node(Named):
    """A side with its events."""

    events: int


class Tie(Shape):
    """Events between two sides."""

    one: str
    other: str
    events: int
    quad_classes: Counts


class NetworkRest(Shape):
    """What is not told one by one."""

    relations: int
    events: int


class NetworkTold(Shape):
    """Between whom events happened."""

    as_of: Day | None
    period: Spanned
    side: str | None
    among: str
    sides: list[Node]
    relations: list[Tie]
    left_out: NetworkRest
