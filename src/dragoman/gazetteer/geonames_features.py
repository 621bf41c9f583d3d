"""Which features of GeoNames become places of the gazetteer, and its codes of countries: the tables' readers."""

import functools
from dataclasses import dataclass

from dragoman.gazetteer.tables import read_table


@dataclass(frozen=True, slots=True, kw_only=True)
class Feature:
    """What becomes of the places of one feature code; `data/geonames_features.csv` says what the columns mean."""

    kind: str
    least_people: bool
    """Whether only places of the least population are kept."""
    least_names: int
    standing: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DumpCountry:
    """A country of a dump."""

    alpha3: str
    language: str
    """The first of its languages, ISO 639; empty for uninhabited ones."""


@functools.cache
def load_features() -> dict[str, Feature]:
    """The features that are kept, by class and code: "P.PPLC"."""
    return {
        row["feature"]: Feature(
            kind=row["kind"],
            least_people=row["keep"] == "population",
            least_names=int(row["keep"]) if row["keep"].isdigit() else 0,
            standing=int(row["standing"]),
        )
        for row in read_table("geonames_features.csv")
    }


@functools.cache
def load_dump_countries() -> dict[str, DumpCountry]:
    """The countries of GeoNames by ISO 3166-1 alpha-2."""
    return {
        row["iso2"]: DumpCountry(alpha3=row["country"], language=row["language"])
        for row in read_table("geonames_countries.csv")
    }
