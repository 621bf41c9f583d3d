"""The gazetteer of places: countries, first-level divisions, districts, cities and regions by name.

`load_places()` maps the index that ships with the package, `load_index` one that was built by `dragoman gazetteer`;
`PlaceIndex.lookup` answers with every place of a name, the most prominent first.
"""

import functools
import hashlib
import importlib.resources
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from dragoman.gazetteer.place_names import admits, fold_name
from dragoman.gazetteer.place_row import KINDS, PlaceRow
from dragoman.gazetteer.places_table import Array, PlaceTable, open_table


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceEntry:
    """One place of the gazetteer. Coordinates are WGS 84 degrees."""

    name: str
    country: str | None
    """ISO 3166-1 alpha-3; None for seas and regions across borders."""
    admin1: str | None
    """Name of the first-level division it lies in or is."""
    latitude: float
    longitude: float
    population: int
    """People; for regions their standing in the news on the same scale."""
    geonames_id: int | None
    kind: str
    """"country", "admin1", "admin2" (a county, a district), "city" or "region"."""
    spelling: str
    """The gazetteer's spelling that was matched: `name`, or one of its other names."""
    known: int = 0
    """In how many other spellings, of any language and script, GeoNames has a city, at most 255: how widely it is
    known. Cambridge in England has 54, that in Maryland 16. 0 for what is no city."""
    capital: bool = False
    """Whether it is the capital of its country."""


class PlaceIndex:
    """Places by name, over a table that is mapped into memory."""

    def __init__(self, table: PlaceTable) -> None:
        self._columns = table.arrays
        self._divisions: list[list[Any]] = table.header["divisions"]
        self._capitals = frozenset(table.header["capitals"])
        self._text = table.arrays["text"]
        # The file keeps lengths; where each spelling begins is summed up here, once.
        self._starts = _sum_before(table.arrays["text_length"])
        self._row_starts = _sum_before(table.arrays["row_count"])
        self.sources: dict[str, str] = table.header["sources"]
        """What the index was compiled from: package and version."""
        # Rows stand in the order of their kinds, countries first.
        count = int(np.count_nonzero(table.arrays["kind"] == KINDS.index("country")))
        self._countries = {e.country: e for e in (self._entry(row, "") for row in range(count))}
        self._cached = functools.lru_cache(maxsize=16384)(self._lookup)
        # Every search begins with the same few hundred spellings.
        self._key = functools.lru_cache(maxsize=16384)(lambda position: fold_name(self._spelling(position)))

    def __len__(self) -> int:
        """Number of places."""
        return len(self._columns["name"])

    def lookup(self, name: str) -> list[PlaceEntry]:
        """All places called `name`.

        Accents, hyphens and apostrophes may be left out and capitals may be all large ("ANKARA", "Reykjavik"), but a
        name without a capital finds nothing, and abbreviations match only in capitals: "US", never "us" or "Us".

        Args:
            name: a name as it stands in the text, without "the".

        Returns:
            The places, by population, largest first; empty where there is none.

        """
        return list(self._cached(name))

    def country(self, alpha3: str) -> PlaceEntry | None:
        """The country of an ISO 3166-1 alpha-3 code, or None where it is none of the gazetteer's."""
        return self._countries.get(alpha3)

    def by_geonames_id(self, geonames_id: int) -> PlaceEntry | None:
        """The place of a GeoNames id, or None where it is none of the gazetteer's."""
        found = np.flatnonzero(self._columns["geonames"] == geonames_id)
        # 0 stands where a place has none.
        return self._entry(int(found[0]), "") if len(found) and geonames_id else None

    def rows(self) -> Iterator[PlaceRow]:
        """Every place with all its names, in the order of the file: what another file can be built from."""
        lengths = self._columns["row_count"]
        spelling_of = np.repeat(np.arange(len(lengths), dtype=np.uint32), lengths)
        by_row = np.argsort(self._columns["rows"], kind="stable")
        ends = np.cumsum(np.bincount(self._columns["rows"], minlength=len(self)))
        first = 0
        for number, end in enumerate(ends.tolist()):
            names = {self._spelling(p) for p in spelling_of[by_row[first:end]].tolist()}
            first = end
            entry = self._entry(number, "")
            yield PlaceRow(
                name=entry.name,
                country=entry.country or "",
                division=entry.admin1 or "",
                latitude=entry.latitude,
                longitude=entry.longitude,
                population=entry.population,
                geonames_id=entry.geonames_id or 0,
                kind=entry.kind,
                known=entry.known,
                capital=entry.capital,
                spellings=frozenset(names - {entry.name}),
            )

    def _lookup(self, name: str) -> tuple[PlaceEntry, ...]:
        key = fold_name(name)
        if not key:
            return ()
        found: dict[int, str] = {}
        position = self._find(key)
        while position < len(self._starts) - 1:
            spelling = self._spelling(position)
            if fold_name(spelling) != key:
                break
            if admits(name, spelling):
                first, last = self._row_starts[position : position + 2].tolist()
                for row in self._columns["rows"][first:last].tolist():
                    found.setdefault(row, spelling)
            position += 1
        entries = [self._entry(row, spelling) for row, spelling in found.items()]
        return tuple(sorted(entries, key=lambda e: (-e.population, KINDS.index(e.kind), e.geonames_id or 0, e.name)))

    def _find(self, key: str) -> int:
        """Position of the first spelling whose folded key is not below `key`."""
        low, high = 0, len(self._starts) - 1
        while low < high:
            middle = (low + high) // 2
            if self._key(middle) < key:
                low = middle + 1
            else:
                high = middle
        return low

    def _spelling(self, position: int) -> str:
        first, last = self._starts[position : position + 2].tolist()
        return self._text[first:last].tobytes().decode("utf-8")

    def _entry(self, row: int, spelling: str) -> PlaceEntry:
        columns = self._columns
        country, division = self._divisions[int(columns["division"][row])]
        name = self._spelling(int(columns["name"][row]))
        return PlaceEntry(
            name=name,
            country=country or None,
            admin1=division or None,
            latitude=int(columns["latitude"][row]) / 1e5,
            longitude=int(columns["longitude"][row]) / 1e5,
            population=int(columns["population"][row]),
            geonames_id=int(columns["geonames"][row]) or None,
            kind=KINDS[int(columns["kind"][row])],
            spelling=spelling or name,
            known=int(columns["known"][row]),
            capital=row in self._capitals,
        )


def _sum_before(lengths: Array) -> Array:
    return np.concatenate(([0], np.cumsum(lengths, dtype=np.uint32)))


def load_index(path: Path, *, remedy: str = "Build one with: dragoman gazetteer --output FILE") -> PlaceIndex:
    """The index of a file of your own, built from other sources; it is mapped, not read, so that size costs no time.

    Args:
        path: a file written by `dragoman gazetteer`; it must not be changed in place while the index is in use.
        remedy: what the message says to do where the file is not one.

    Raises:
        ModelError: the file is missing, of another format, or cut off.

    """
    return PlaceIndex(open_table(path, remedy=remedy))


def hash_file(path: Path) -> str:
    """What identifies a gazetteer in the events coded with it: "sha256:…"."""
    with path.open("rb") as stream:
        return f"sha256:{hashlib.file_digest(stream, 'sha256').hexdigest()}"


@functools.cache
def load_places() -> PlaceIndex:
    """The index that ships with the package; mapped once, then shared.

    Raises:
        ModelError: the file is missing or of another format.

    """
    resource = importlib.resources.files("dragoman.gazetteer") / "data" / "places.bin"
    with importlib.resources.as_file(resource) as path:
        return load_index(path, remedy="Install the package again.")
