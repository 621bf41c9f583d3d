"""Copying a record while it is in use, and giving back the room of what was deleted."""

import os
import sqlite3
from contextlib import suppress
from pathlib import Path

from dragoman.store.connection import check_free, explain_faults


def backup_record(connection: sqlite3.Connection, target: Path) -> None:
    """A copy of a record as it is at one moment, readers and writers going on beside it.

    Raises:
        RecordError: the target is taken, or can't be written; nothing is left of it then.

    """
    check_free(target)
    part = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        with explain_faults(target):
            copy = sqlite3.connect(part, isolation_level=None)
            try:
                # In one step: taken in several, the copy begins anew whenever somebody has written between them.
                connection.backup(copy)
            finally:
                copy.close()
            part.replace(target)
    finally:
        # In a folder that cannot be written this fails too, and would hide why.
        with suppress(OSError):
            part.unlink(missing_ok=True)


def vacuum_record(connection: sqlite3.Connection) -> None:
    """Rewrite the file without the room that deleted rows left, and let SQLite look at its statistics."""
    connection.execute("VACUUM")
    connection.execute("PRAGMA optimize")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
