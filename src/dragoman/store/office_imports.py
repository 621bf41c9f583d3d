"""Tables of offices that were imported into a record."""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from dragoman.errors import RecordError
from dragoman.gazetteer.office_import import ImportedOffice
from dragoman.model.tenure import PartialDate
from dragoman.store.clock import now
from dragoman.store.offices import Owned
from dragoman.store.spellings import file_name


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeImport:
    """A table that was imported."""

    name: str
    kept_until: date
    added: str
    offices: int


def put_offices(
    connection: sqlite3.Connection, name: str, offices: Iterable[ImportedOffice], *, kept_until: date
) -> OfficeImport:
    """Put an imported table into a record, inside a transaction of the caller's; it replaces one of the same name.

    Args:
        connection: open for writing.
        name: of the file.
        offices: its lines.
        kept_until: the day up to which the table was kept.

    """
    connection.execute("DELETE FROM office_import WHERE name = ?", (name,))
    cursor = connection.execute(
        "INSERT INTO office_import (name, kept_until, added) VALUES (?, ?, ?)", (name, kept_until.isoformat(), now())
    )
    number = int(cursor.lastrowid or 0)
    for item in offices:
        cursor = connection.execute(
            "INSERT INTO tenure (import, office, code, body, since, until, source) VALUES (?, ?, ?, ?, ?, ?, ?)",
            (
                number, item.office, item.code, item.body, item.since and item.since.text,
                item.until and item.until.text, item.source,
            ),
        )  # fmt: skip
        connection.executemany(
            "INSERT INTO tenure_name (tenure, place, spelling) VALUES (?, ?, ?)",
            [
                (cursor.lastrowid, place, file_name(connection, spelt))
                for place, spelt in enumerate(dict.fromkeys((item.name, *item.aliases)))
            ],
        )
    return next(found for found in list_office_imports(connection) if found.name == name)


def remove_offices(connection: sqlite3.Connection, name: str) -> None:
    """Take an imported table out of a record, inside a transaction of the caller's.

    Raises:
        RecordError: none of that name was imported.

    """
    if not connection.execute("DELETE FROM office_import WHERE name = ?", (name,)).rowcount:
        raise RecordError(f"no table {name!r} was imported", remedy="See which were: dragoman offices list")


def list_office_imports(connection: sqlite3.Connection) -> list[OfficeImport]:
    """The imported tables, by name."""
    rows = connection.execute(
        "SELECT name, kept_until, added, (SELECT count(*) FROM tenure WHERE import = office_import.id) AS offices "
        "FROM office_import ORDER BY name"
    )
    return [OfficeImport(**{**dict(row), "kept_until": date.fromisoformat(row["kept_until"])}) for row in rows]


def load_imported(
    connection: sqlite3.Connection, *, offices: Iterable[Owned] = (), names: Iterable[str] = ()
) -> Iterator[tuple[date, list[ImportedOffice]]]:
    """What imported tables say of some offices and of some persons.

    Yields:
        For each table, by name, the day up to which it was kept, and its lines in order.

    """
    rows = connection.execute(
        """
        SELECT tenure.*, office_import.name AS table_name, kept_until, spelling.name AS spelt
        FROM tenure JOIN office_import ON office_import.id = tenure.import
        JOIN tenure_name ON tenure_name.tenure = tenure.id JOIN spelling ON spelling.id = tenure_name.spelling
        WHERE (office, code) IN (SELECT json_extract(value, '$[0]'), json_extract(value, '$[1]') FROM json_each(?))
        OR tenure.id IN (
            SELECT tenure FROM tenure_name WHERE spelling IN
            (SELECT id FROM spelling WHERE name IN (SELECT value FROM json_each(?)))
        )
        ORDER BY table_name, tenure.id, place
        """,
        (json.dumps(sorted(set(offices))), json.dumps(sorted(set(names)))),
    )
    for _, lines in groupby(rows, key=lambda row: row["table_name"]):
        read = [list(line) for _, line in groupby(lines, key=lambda row: row["id"])]
        yield date.fromisoformat(read[0][0]["kept_until"]), [_read_imported(line) for line in read]


def _read_imported(line: Sequence[sqlite3.Row]) -> ImportedOffice:
    """One line of a table, from a row for each of its spellings."""
    row = line[0]
    return ImportedOffice(
        name=row["spelt"],
        aliases=tuple(other["spelt"] for other in line[1:]),
        office=row["office"],
        code=row["code"],
        body=row["body"],
        since=PartialDate(row["since"]) if row["since"] else None,
        until=PartialDate(row["until"]) if row["until"] else None,
        source=row["source"],
    )
