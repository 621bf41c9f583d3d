"""One place on its way into the gazetteer's file."""

from dataclasses import dataclass

KINDS = ("country", "admin1", "admin2", "city", "region")
"""In the order of their codes in the file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceRow:
    """One place, with all its names. Coordinates are WGS 84 degrees."""

    name: str
    country: str
    """ISO 3166-1 alpha-3, or empty."""
    division: str
    """Name of the first-level division, or empty."""
    latitude: float
    longitude: float
    population: int
    """People; for regions their standing in the news on the same scale."""
    geonames_id: int
    """0 where there is none."""
    kind: str
    """One of `KINDS`."""
    spellings: frozenset[str] = frozenset()
    """Other names; `name` itself need not be among them."""
    known: int = 0
    """In how many other spellings, of any language and script, GeoNames has a city: how widely it is known. 0 for what
    is no city."""
    capital: bool = False
    """Whether it is the capital of its country."""
    yields: bool = False
    """Whether it is left out where a city of its division has its name: a canton named after its town, for texts mean
    the town."""
