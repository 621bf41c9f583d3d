"""The record's schema: numbered files in `schema/`, each applied once, in order."""

import re
import sqlite3
from functools import cache
from importlib.resources import files

APPLICATION_ID = 0x64726167
"""Marks an SQLite file as a record of dragoman: "drag"."""

_NAME = re.compile(r"(\d{4})_[a-z_]+\.sql")


@cache
def load_migrations() -> tuple[str, ...]:
    """The SQL of every version of the schema, version 1 first."""
    folder = files("dragoman.store") / "schema"
    found = sorted((entry.name, entry) for entry in folder.iterdir() if _NAME.fullmatch(entry.name))
    return tuple(entry.read_text(encoding="utf-8") for _, entry in found)


def latest_version() -> int:
    """The version of the schema that this program writes."""
    return len(load_migrations())


def read_version(connection: sqlite3.Connection) -> int:
    """The version of the schema of an open record; 0 where it has none yet."""
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    return int(version)


def migrate(connection: sqlite3.Connection) -> None:
    """Bring an open record to the latest version, each step whole or not at all.

    Args:
        connection: without a transaction under way.

    """
    # Foreign keys can only be switched between transactions; a step that rebuilds a table must not lose its children.
    connection.execute("PRAGMA foreign_keys = OFF")
    for number, script in enumerate(load_migrations(), start=1):
        if number <= read_version(connection):
            continue
        connection.execute("BEGIN IMMEDIATE")
        try:
            if number > read_version(connection):  # another process may have been faster
                for statement in split_statements(script):
                    connection.execute(statement)
                connection.execute(f"PRAGMA user_version = {number}")
                connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.execute("COMMIT")
        except BaseException:
            connection.execute("ROLLBACK")
            raise
    connection.execute("PRAGMA foreign_keys = ON")


def split_statements(script: str) -> list[str]:
    """The statements of a script; `executescript` would commit before each run, and half a step could stay."""
    statements, held = [], ""
    for line in script.splitlines(keepends=True):
        held += line
        if sqlite3.complete_statement(held):
            statements.append(held)
            held = ""
    return statements
