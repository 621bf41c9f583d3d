"""Countries and sectors in the codes of other formats."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from dragoman.export.formats.tables import read_table


@dataclass(frozen=True, slots=True, kw_only=True)
class Country:
    """One row of `data/countries.csv`, whose head says where each code is from. Empty: there is no such code."""

    country: str
    """ISO 3166-1 alpha-3."""
    iso2: str
    name: str
    """In English."""
    fips: str
    """FIPS 10-4."""
    divisions: str
    """Whose codes of first-level divisions are FIPS 10-4's: "geonames", "postal" (USA) or none known."""
    gdelt: str
    """CAMEO's, as GDELT lists them."""
    phoenix: str
    """CAMEO's, as Phoenix's dictionaries have them."""
    plover: str
    cow: str
    """Number in the Correlates of War list of states."""
    icews: str
    """Name in ICEWS, where it is another than `name`."""

    @property
    def icews_name(self) -> str:
        """The country's name in ICEWS."""
        return self.icews or self.name


@dataclass(frozen=True, slots=True, kw_only=True)
class SectorCodes:
    """One row of `data/sectors.csv`. Empty: the format has no such code."""

    sector: str
    cameo: str
    gdelt: str
    """"yes" where GDELT's list of actor types has CAMEO's code."""
    plover: str
    icews: str
    generic: str
    """ICEWS's name of an unnamed actor of the sector."""


@cache
def load_countries() -> Mapping[str, Country]:
    """The countries by ISO 3166-1 alpha-3 code."""
    return {row["country"]: Country(**row) for row in read_table("countries.csv")}


@cache
def load_sectors() -> Mapping[str, SectorCodes]:
    """The sectors by the project's code."""
    return {row["sector"]: SectorCodes(**row) for row in read_table("sectors.csv")}
