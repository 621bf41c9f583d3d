"""Opening a record, and what goes wrong with the file it lives in."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from dragoman.errors import BusyRecordError, RecordError
from dragoman.store.holding import say_holder
from dragoman.store.migrations import APPLICATION_ID, latest_version, migrate, read_version

WAIT_SECONDS = 60.0
"""How long a writer waits for another one."""

_BUSY = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)

_REMEDIES = (
    ("disk is full", "Make room on the disk, and run the command again: what was added before is safe."),
    ("readonly", "Make the file and its folder writable, or work on a copy."),
    ("unable to open", "Check the path and whether you may read and write there."),
    ("malformed", "The file is damaged: restore a backup made with `dragoman record backup`."),
    ("not a database", "Name a record made by `dragoman record init`."),
    ("disk I/O", "Check the disk; what was added before is safe."),
)


def create_record(path: Path) -> None:
    """Make an empty record.

    Raises:
        RecordError: the path is taken, or can't be written.

    """
    check_free(path)
    if not path.parent.is_dir():
        raise RecordError("its folder does not exist", place=str(path), remedy=f"Make it: mkdir -p {path.parent}")
    # Made under another name and moved: a process killed on the way leaves no half record at `path`.
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    with explain_faults(path):
        connection = sqlite3.connect(part, isolation_level=None)
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            migrate(connection)
        finally:
            connection.close()
        part.replace(path)


def check_free(path: Path) -> None:
    """Make sure that nothing stands where a record is to be made.

    Raises:
        RecordError: something does, if only the log of a deleted record, which SQLite would play into the new one.

    """
    for taken in (path, *(path.with_name(path.name + ending) for ending in ("-wal", "-shm"))):
        if taken.exists():
            remedy = "Choose another name, or delete it."
            raise RecordError("there is something already", place=str(taken), remedy=remedy)


def connect(path: Path, *, write: bool = False, wait: float = WAIT_SECONDS) -> sqlite3.Connection:
    """A connection to a record, for reading or for writing; rows can be read by name.

    Opened for writing, a record of an earlier version is brought to the latest.

    Args:
        path: of the record.
        write: whether it is to be written.
        wait: seconds for another writer to end.

    Raises:
        RecordError: no such file, not a record, of a later version, not to be written.

    """
    if path.is_dir():
        raise RecordError("it is a folder", place=str(path), remedy="Name the record's file.")
    if not path.is_file():
        raise RecordError("there is no such record", place=str(path), remedy=f"Make one: dragoman record init {path}")
    with explain_faults(path):
        mode = "rw" if write and os.access(path, os.W_OK) else "ro"
        if write and mode == "ro":
            raise sqlite3.OperationalError("attempt to write a readonly database")
        connection = sqlite3.connect(
            f"{path.resolve().as_uri()}?mode={mode}",
            uri=True,
            isolation_level=None,
            timeout=wait,
            check_same_thread=write,
        )
        connection.row_factory = sqlite3.Row
        try:
            _check_version(connection, path, write=write)
            if write:
                migrate(connection)
            connection.execute("PRAGMA foreign_keys = ON")
            # In WAL mode this loses no committed transaction to a killed process, only to a power cut.
            connection.execute("PRAGMA synchronous = NORMAL")
            connection.execute("PRAGMA cache_size = -65536")
        except BaseException:
            connection.close()
            raise
    return connection


def connect_empty() -> sqlite3.Connection:
    """A connection to an empty record in memory, for questions that can be answered without one."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.row_factory = sqlite3.Row
    migrate(connection)
    return connection


def _check_version(connection: sqlite3.Connection, path: Path, *, write: bool) -> None:
    (mark,) = connection.execute("PRAGMA application_id").fetchone()
    version = read_version(connection)
    if mark != APPLICATION_ID:
        raise RecordError("it is not a record", place=str(path), remedy="Name one made by `dragoman record init`.")
    if version > latest_version():
        raise RecordError(
            f"it was written by a later dragoman (schema {version}, this one knows {latest_version()})",
            place=str(path),
            remedy="Install the newer dragoman.",
        )
    if version < latest_version() and not write:
        raise RecordError(
            f"it was written by an earlier dragoman (schema {version} of {latest_version()})",
            place=str(path),
            remedy=f"Bring it up to date: dragoman record check {path}",
        )


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All that the block writes, or nothing; with it the record's revision."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("UPDATE revision SET number = random()")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def read_revision(connection: sqlite3.Connection) -> int:
    """A number that stays as long as nothing is written; within a snapshot it is that of all that is read."""
    (number,) = connection.execute("SELECT number FROM revision").fetchone()
    return int(number)


def read_pair_revision(connection: sqlite3.Connection, one: str, other: str) -> int:
    """A number that stays as long as no event of two sides is written, whatever else is."""
    (number,) = connection.execute(
        "SELECT coalesce(sum(changed + 1), 0) FROM dyad INDEXED BY dyad_changed WHERE one = ? AND other = ?",
        sorted((one, other)),
    ).fetchone()
    return int(number)


@contextmanager
def explain_faults(path: Path) -> Iterator[None]:
    """Turn SQLite's errors into ones that name the record and a remedy.

    Raises:
        BusyRecordError: another program was writing all the time that was waited.
        RecordError: for any other `sqlite3.Error` in the block, or an `OSError` of a file. One that names no file is of
            a stream, such as standard output whose reader has gone, and no fault of the record.

    """
    try:
        yield
    except (sqlite3.Error, OSError) as error:
        if isinstance(error, OSError) and error.filename is None:
            raise
        if isinstance(error, sqlite3.OperationalError) and getattr(error, "sqlite_errorcode", 0) & 0xFF in _BUSY:
            fault, remedy = say_holder(path)
            raise BusyRecordError(fault, place=str(path), remedy=remedy) from error
        fault = (error.strerror if isinstance(error, OSError) else None) or str(error)
        remedy = next((r for sign, r in _REMEDIES if sign.lower() in fault.lower()), "Check the file and the disk.")
        raise RecordError(fault, place=str(path), remedy=remedy) from error
