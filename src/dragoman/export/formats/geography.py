"""Where an event happened, in the columns of GDELT: FIPS 10-4 codes and kinds of places."""

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from dragoman.export.formats.cells import Cell
from dragoman.export.formats.countries import Country, load_countries
from dragoman.gazetteer.tables import read_table

NOWHERE: Mapping[str, Cell] = {
    "Type": 0,
    "FullName": None,
    "CountryCode": None,
    "ADM1Code": None,
    "ADM2Code": None,
    "Lat": None,
    "Long": None,
    "FeatureID": None,
}
"""The columns of a place that is not known, after their common beginning ("ActionGeo_")."""

_COUNTRY, _US_STATE, _US_CITY, _CITY, _STATE = range(1, 6)
_WITHIN_PALESTINE = {"Gaza Strip": "GZ", "Gaza": "GZ", "West Bank": "WE"}
_FIPS_DIVISION = re.compile(r"[A-Z0-9]\d")


def locate_for_gdelt(place: Mapping[str, Any] | None) -> Mapping[str, Cell]:
    """The columns of an event's place.

    GDELT's identifiers of cities and of divisions outside the USA are of the GNS and GNIS registers, which the
    gazetteer does not have: they stay empty, as does the second-level division. An unknown first-level division is
    "00", as in GDELT.

    Args:
        place: the `place` of an event; one that a person set may have no more than a name.

    """
    if place is None:
        return NOWHERE
    country = load_countries().get(place.get("country") or "")
    kind, division = place.get("kind"), place.get("admin1")
    fips = _fips(country, place) if country else None
    if country is not None and kind == "country":
        type_, names, adm1, feature = _COUNTRY, [country.name], fips, fips
    else:
        in_usa = country is not None and country.country == "USA"
        is_state = kind == "admin1"
        type_ = (_US_STATE if in_usa else _STATE) if is_state else (_US_CITY if in_usa else _CITY)
        names = [
            place["name"],
            *([division] if division and not is_state else []),
            *([country.name] if country else []),
        ]
        code = _division_code(country, division) if country else None
        adm1 = f"{fips}{code or '00'}" if fips else None
        feature = code if type_ == _US_STATE else None
    return {
        "Type": type_,
        "FullName": ", ".join(names),
        "CountryCode": fips,
        "ADM1Code": adm1,
        "ADM2Code": None,
        "Lat": place.get("latitude"),
        "Long": place.get("longitude"),
        "FeatureID": feature,
    }


def _fips(country: Country, place: Mapping[str, Any]) -> str | None:
    if country.country == "PSE":
        return _WITHIN_PALESTINE.get(place.get("admin1") or place["name"], country.fips)
    return country.fips or None


def _division_code(country: Country, division: str | None) -> str | None:
    """The two characters of FIPS 10-4 for a first-level division; None where GeoNames's code is another system's."""
    code = _load_divisions().get((country.iso2, division or ""))
    if code is None or country.divisions == "postal":
        return code
    return code if country.divisions == "geonames" and _FIPS_DIVISION.fullmatch(code) else None


@cache
def _load_divisions() -> Mapping[tuple[str, str], str]:
    """GeoNames's code of a division, by country and name; of two one in the form of FIPS 10-4's."""
    rows = [row for table in ("places_divisions.csv", "places_divisions_known.csv") for row in read_table(table)]
    rows.sort(key=lambda row: _FIPS_DIVISION.fullmatch(row["admin1"]) is not None)
    return {(row["iso2"], row["name"]): row["admin1"] for row in rows}
