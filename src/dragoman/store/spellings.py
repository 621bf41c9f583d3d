"""Names of persons as documents and tables spell them, found under keys that spellings and scripts share."""

import json
import sqlite3
from collections.abc import Iterable

from dragoman.gazetteer.person_search import list_keys


def file_name(connection: sqlite3.Connection, name: str) -> int:
    """The number of a name, filed under its keys where it is new."""
    row = connection.execute("SELECT id FROM spelling WHERE name = ?", (name,)).fetchone()
    if row is not None:
        return int(row["id"])
    number = int(connection.execute("INSERT INTO spelling (name) VALUES (?)", (name,)).lastrowid or 0)
    _put_keys(connection, number, name)
    return number


def find_names(connection: sqlite3.Connection, names: Iterable[str]) -> list[str]:
    """The names of a record that share a key with any of some names, in order; many will be of other persons."""
    keys = sorted({key for name in names for key in list_keys(name)})
    rows = connection.execute(
        "SELECT name FROM spelling WHERE id IN "
        "(SELECT spelling FROM spelling_key WHERE key IN (SELECT value FROM json_each(?))) ORDER BY name",
        (json.dumps(keys),),
    )
    return [name for (name,) in rows]


def refile_names(connection: sqlite3.Connection) -> int:
    """File names anew whose keys are those of an earlier version of the program, inside a transaction; how many."""
    changed = 0
    for number, name in connection.execute("SELECT id, name FROM spelling").fetchall():
        filed = {key for (key,) in connection.execute("SELECT key FROM spelling_key WHERE spelling = ?", (number,))}
        if filed != list_keys(name):
            connection.execute("DELETE FROM spelling_key WHERE spelling = ?", (number,))
            _put_keys(connection, number, name)
            changed += 1
    return changed


def _put_keys(connection: sqlite3.Connection, number: int, name: str) -> None:
    connection.executemany(
        "INSERT INTO spelling_key (key, spelling) VALUES (?, ?)", ((key, number) for key in sorted(list_keys(name)))
    )
