"""Places: toponyms in the text and what they resolve to."""

from dataclasses import dataclass

from dragoman.model.evidence import Evidence
from dragoman.model.text import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place of the gazetteer. Coordinates are WGS 84 degrees."""

    name: str
    country: str | None
    """ISO 3166-1 alpha-3; None for seas and regions across borders."""
    latitude: float
    longitude: float
    geonames_id: int | None = None
    admin1: str | None = None
    """Name of the first-level division."""
    kind: str = "city"
    """"country", "admin1", "admin2" (a county, a district), "city" or "region"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceMention:
    """A toponym. `place` is None where it could not be resolved; the evidence says why."""

    span: Span
    place: Place | None
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class EventPlace:
    """Where an event happened, with the toponym that says so."""

    place: Place
    mention: Span
    evidence: Evidence
