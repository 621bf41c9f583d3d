"""Write the gazetteer's file from places in any order and number.

They are sorted in a temporary SQLite database beside the file, so that memory does not grow with their number but for
four bytes a place. The same places give the same bytes.
"""

import contextlib
import itertools
import sqlite3
import tempfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import BinaryIO, Final

import numpy as np

from dragoman.gazetteer.place_names import fold_name
from dragoman.gazetteer.place_row import KINDS, PlaceRow
from dragoman.gazetteer.places_table import Column, write_table

LONGEST_NAME: Final = 255
"""Bytes of the longest name that the file can hold; longer ones are left out."""
MOST_KNOWN: Final = 255
"""What the column of other spellings counts up to."""
_BATCH = 20_000
_MOST_PEOPLE = 2**32 - 1

_TABLES = """
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
PRAGMA temp_store = FILE;
PRAGMA cache_size = -65536;
CREATE TABLE place (
    id INTEGER PRIMARY KEY, kind INTEGER, country TEXT, division TEXT, name TEXT, key TEXT,
    latitude REAL, longitude REAL, population INTEGER, geonames INTEGER, known INTEGER, capital INTEGER, yields INTEGER
);
CREATE TABLE spelling (key TEXT, text TEXT, place INTEGER);
"""

_DROP_YIELDING = """
CREATE INDEX place_by_key ON place (country, division, key, kind);
DELETE FROM place WHERE yields AND EXISTS (
    SELECT 1 FROM place AS city WHERE city.country = place.country AND city.division = place.division
    AND city.key = place.key AND city.kind = 3
);
"""
"""Kind 3 is a city: see `KINDS`."""

_RANK = """
CREATE TABLE ranked (place INTEGER PRIMARY KEY, rank INTEGER);
INSERT INTO ranked SELECT id, ROW_NUMBER() OVER (
    ORDER BY kind, country, division, name, geonames, latitude, id
) - 1 FROM place;
"""


def write_places(stream: BinaryIO, rows: Iterable[PlaceRow], sources: Callable[[], dict[str, str]]) -> int:
    """Write the places as a file of the gazetteer.

    Names over `LONGEST_NAME` bytes are left out, and so are places that yield to a city of their name.

    Args:
        stream: where to; temporary files go into its folder, or the system's where it has none.
        rows: the places.
        sources: asked when all rows are read: what they were compiled from, by name and version.

    Returns:
        The number of places written.

    """
    name = getattr(stream, "name", None)
    folder = Path(name).parent if isinstance(name, str) else None
    with (
        tempfile.TemporaryDirectory(prefix=".places-", dir=folder) as scratch,
        contextlib.closing(sqlite3.connect(Path(scratch) / "places.sqlite", isolation_level=None)) as database,
    ):
        _store(database, rows)
        return _write_sorted(database, stream, Path(scratch), sources())


def _store(database: sqlite3.Connection, rows: Iterable[PlaceRow]) -> None:
    database.executescript(_TABLES)
    numbered = enumerate(row for row in rows if len(row.name.encode()) <= LONGEST_NAME)
    while batch := list(itertools.islice(numbered, _BATCH)):
        database.execute("BEGIN")
        database.executemany(
            "INSERT INTO place VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [_facts_of(n, row) for n, row in batch],
        )
        database.executemany(
            "INSERT INTO spelling VALUES (?, ?, ?)",
            [
                (fold_name(spelling), spelling, n)
                for n, r in batch
                for spelling in {r.name, *r.spellings}
                if len(spelling.encode()) <= LONGEST_NAME
            ],
        )
        database.execute("COMMIT")
    database.executescript(_DROP_YIELDING + _RANK)


def _facts_of(number: int, row: PlaceRow) -> tuple[object, ...]:
    where = (row.country, row.division, row.name, fold_name(row.name), row.latitude, row.longitude)
    facts = (row.population, row.geonames_id, min(row.known, MOST_KNOWN), row.capital)
    return number, KINDS.index(row.kind), *where, *facts, row.yields


def _write_sorted(database: sqlite3.Connection, stream: BinaryIO, scratch: Path, sources: dict[str, str]) -> int:
    (count,) = database.execute("SELECT COUNT(*) FROM place").fetchone()
    divisions = database.execute("SELECT DISTINCT country, division FROM place ORDER BY 1, 2").fetchall()
    capitals = [
        rank
        for (rank,) in database.execute(
            "SELECT rank FROM ranked JOIN place ON place.id = ranked.place WHERE capital ORDER BY rank"
        )
    ]
    with contextlib.ExitStack() as files:
        columns = {
            name: files.enter_context(Column(name, dtype, scratch))
            for name, dtype in (
                ("latitude", "<i4"), ("longitude", "<i4"), ("population", "<u4"), ("geonames", "<u4"),
                ("name", "<u4"), ("division", "<u2" if len(divisions) <= 2**16 else "<u4"), ("kind", "u1"),
                ("known", "u1"),
                ("text", "u1"), ("text_length", "u1"), ("row_count", "<u2"), ("rows", "<u4"),
            )
        }  # fmt: skip
        columns["name"].extend(_write_spellings(database, columns, count).tolist())
        _write_facts(database, columns, {tuple(pair): i for i, pair in enumerate(divisions)})
        write_table(stream, {"sources": sources, "divisions": divisions, "capitals": capitals}, list(columns.values()))
    return int(count)


def _write_spellings(
    database: sqlite3.Connection, columns: dict[str, Column], count: int
) -> "np.ndarray[tuple[int], np.dtype[np.uint32]]":
    """Fill the columns of the spellings; returns for each place, by rank, the position of its own name among them."""
    named = np.zeros(count, np.uint32)
    cursor = database.execute(
        "SELECT spelling.text, rank, spelling.text = place.name FROM spelling JOIN ranked USING (place) "
        "JOIN place ON place.id = spelling.place ORDER BY spelling.key, spelling.text, rank"
    )
    for position, (text, bearers) in enumerate(itertools.groupby(cursor, key=lambda found: found[0])):
        encoded = text.encode()
        ranks = []
        for _, rank, own in bearers:
            ranks.append(rank)
            if own:
                named[rank] = position
        columns["text"].extend(encoded)
        columns["text_length"].append(len(encoded))
        columns["row_count"].append(len(ranks))
        columns["rows"].extend(ranks)
    return named


def _write_facts(
    database: sqlite3.Connection, columns: dict[str, Column], division_of: dict[tuple[str, ...], int]
) -> None:
    for latitude, longitude, population, geonames, kind, known, *division in _read_facts(database):
        columns["latitude"].append(round(latitude * 1e5))
        columns["longitude"].append(round(longitude * 1e5))
        columns["population"].append(min(population, _MOST_PEOPLE))
        columns["geonames"].append(geonames)
        columns["kind"].append(kind)
        columns["known"].append(known)
        columns["division"].append(division_of[tuple(division)])


def _read_facts(database: sqlite3.Connection) -> Iterator[tuple[float, float, int, int, int, int, str, str]]:
    yield from database.execute(
        "SELECT latitude, longitude, population, geonames, kind, known, country, division "
        "FROM place JOIN ranked ON ranked.place = place.id ORDER BY rank"
    )
