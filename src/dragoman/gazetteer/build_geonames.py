"""Places of a GeoNames dump, joined with those that ship with the package.

What ships stays: its countries and regions as they are, since centres and standing were set by hand; its cities and
divisions with the facts of the dump, where it has them, and the names of both. Of the dump come, besides, populated
places from a least population on and seats of divisions, divisions of four levels, and the natural and other regions of
`data/geonames_features.csv`.
"""

import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from dragoman.gazetteer.build_names import bare_district, bare_division
from dragoman.gazetteer.build_spellings import SMALL, choose_spellings
from dragoman.gazetteer.geonames_dump import DumpRow, read_dump
from dragoman.gazetteer.geonames_features import load_dump_countries, load_features
from dragoman.gazetteer.place_names import fold_name
from dragoman.gazetteer.place_row import PlaceRow
from dragoman.gazetteer.tables import read_table

_ADM1 = "A.ADM1"
_CAPITAL = "P.PPLC"
_KEPT = frozenset({"country", "region"})
_DISTRICT_PEOPLE = 1000
"""What a district counts as whose people the dump does not give: the size of a village."""
_SAME_REGION_KM = 1000.0
"""Two centres of one sea or desert may lie this far apart."""


class GeonamesMerge:
    """Joins the shipped places with dumps; `rows` can be read once."""

    def __init__(
        self,
        base: Iterable[PlaceRow],
        dumps: Sequence[Path],
        *,
        division_names: Mapping[tuple[str, str], str] | None = None,
        min_population: int = 500,
        report: Callable[[int], None] | None = None,
    ) -> None:
        """Take what to join.

        Args:
            base: the shipped places.
            dumps: files of GeoNames; a place that several hold is taken from the first.
            division_names: names of first-level divisions by country (alpha-2) and code, for dumps without them.
            min_population: people from which on a populated place that is no seat is kept.
            report: told how many bytes have been read since it was told last; every dump is read twice.

        """
        self.newest = ""
        """The day of the last change among the places read, when `rows` is through."""
        self._base = base
        self._shipped = _Shipped(())  # filled when the dumps have shown to be in order
        self._dumps = dumps
        self._min_population = min_population
        self._report = report
        self._names = dict(division_names or {})
        for table in ("places_divisions.csv", "places_divisions_known.csv"):
            self._names |= {(row["iso2"], row["admin1"]): row["name"] for row in read_table(table)}

    def rows(self) -> Iterator[PlaceRow]:
        """All places: those of the dumps as they come, then the shipped ones that no dump holds.

        Raises:
            InputError: a dump is missing, of another format, damaged or cut off.

        """
        for path in self._dumps:
            for row in read_dump(path, {_ADM1}, report=self._report):
                self._names.setdefault((row.country, row.division), bare_division(row.name))
        self._shipped = _Shipped(self._base)
        seen: set[int] = set()
        for path in self._dumps:
            for row in read_dump(path, load_features(), report=self._report):
                self.newest = max(self.newest, row.changed)
                if len(self._dumps) > 1:
                    if row.geonames_id in seen:
                        continue
                    seen.add(row.geonames_id)
                place = self._compose(row)
                if place:
                    yield place
        yield from self._shipped.rest()

    def _compose(self, row: DumpRow) -> PlaceRow | None:
        feature = load_features()[row.feature]
        shipped = self._shipped
        known = shipped.by_id.get(row.geonames_id)
        if known is not None and shipped.rows[known].kind in _KEPT:
            return None
        if known is None and feature.least_people and row.population < self._min_population:
            return None
        if len(row.other_names) < feature.least_names:
            return None
        if feature.kind == "region":
            return self._compose_region(row, feature.standing)
        if feature.kind == "city":
            return shipped.join(known, self._compose_row(row, "city", row.name, row.population))
        division = self._names.get((row.country, row.division), "")
        name = (division or bare_division(row.name)) if feature.kind == "admin1" else bare_district(row.name)
        found = self._compose_row(row, feature.kind, name, row.population)
        if known is None:
            known = shipped.divisions.get((found.kind, found.country, found.division, fold_name(found.name)))
        joined = shipped.join(known, found)
        people = _DISTRICT_PEOPLE if joined and feature.kind == "admin2" else 1
        return replace(joined, population=max(joined.population, people)) if joined else None

    def _compose_row(self, row: DumpRow, kind: str, name: str, population: int) -> PlaceRow:
        country = load_dump_countries().get(row.country)
        others = choose_spellings(
            name,
            {*row.other_names, row.name},
            population=row.population if kind == "city" else max(row.population, SMALL),
            language=country.language if country else "",
            country=country.alpha3 if country else "",
        )
        division = self._names.get((row.country, row.division), "")
        return PlaceRow(
            name=name,
            country=country.alpha3 if country else "",
            division=division if kind != "admin1" else name,
            latitude=row.latitude,
            longitude=row.longitude,
            population=population,
            geonames_id=row.geonames_id,
            kind=kind,
            known=len(row.other_names) if kind == "city" else 0,
            capital=row.feature == _CAPITAL,
            spellings=others,
            yields=kind == "admin2",
        )

    def _compose_region(self, row: DumpRow, standing: int) -> PlaceRow | None:
        """A region; None where the package has it by hand, which then gets its id."""
        names = len(row.other_names)
        found = self._compose_row(row, "region", row.name.removeprefix("The "), standing * max(1, names))
        return None if self._shipped.adopt(found, names) else found


class _Shipped:
    """The shipped places by id and name, and which of them the dumps have."""

    def __init__(self, base: Iterable[PlaceRow]) -> None:
        self.rows = list(base)
        self.by_id = {row.geonames_id: n for n, row in enumerate(self.rows) if row.geonames_id}
        self.divisions: dict[tuple[str, str, str, str], int] = {}
        self._regions: dict[str, list[int]] = {}
        for n, row in enumerate(self.rows):
            if row.kind in {"admin1", "admin2"}:
                self.divisions[row.kind, row.country, row.division, fold_name(row.name)] = n
            elif row.kind == "region":
                for name in {row.name, *row.spellings}:
                    self._regions.setdefault(fold_name(name), []).append(n)
        self._taken = bytearray(len(self.rows))
        self._region_ids: dict[int, tuple[int, int]] = {}
        """By region without an id: the id of the best known feature of its name, after that one's number of names."""

    def join(self, known: int | None, found: PlaceRow) -> PlaceRow | None:
        """A place of the dump with the names of the shipped one; None where an earlier line was that one, too."""
        if known is None:
            return found
        if self._taken[known]:
            return None
        self._taken[known] = 1
        shipped = self.rows[known]
        names = {*found.spellings, shipped.name, *shipped.spellings} - {found.name}
        people = found.population or shipped.population
        return replace(found, kind=shipped.kind, spellings=frozenset(names), population=people)

    def adopt(self, found: PlaceRow, names: int) -> bool:
        """Whether a region of the dump, known by so many other names, is one kept by hand: that then gets its id."""
        for key in {fold_name(found.name), *map(fold_name, found.spellings)}:
            for n in self._regions.get(key, ()):
                if _may_be_one(self.rows[n], found):
                    if not self.rows[n].geonames_id:
                        self._region_ids[n] = max(self._region_ids.get(n, (0, 0)), (names, found.geonames_id))
                    return True
        return False

    def rest(self) -> Iterator[PlaceRow]:
        """The shipped places that no dump had."""
        for n, taken in enumerate(self._taken):
            if not taken:
                found = self._region_ids.get(n)
                yield replace(self.rows[n], geonames_id=found[1]) if found else self.rows[n]


def _may_be_one(shipped: PlaceRow, found: PlaceRow) -> bool:
    """Whether two regions of one name may be the same: in one country, or across borders, and not far apart."""
    if shipped.country and found.country and shipped.country != found.country:
        return False
    first, second = math.radians(shipped.latitude), math.radians(found.latitude)
    apart = math.radians(shipped.longitude - found.longitude)
    half = math.sin((first - second) / 2) ** 2 + math.cos(first) * math.cos(second) * math.sin(apart / 2) ** 2
    return 2 * 6371.0088 * math.asin(min(1.0, math.sqrt(half))) <= _SAME_REGION_KM
