"""Connections for reading that stay open from one question to the next: to open one takes longer than most answers."""

import atexit
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock
from typing import TypeAlias

from dragoman.store.connection import connect
from dragoman.store.migrations import latest_version, read_version

MOST_IDLE = 8
"""Connections that wait at most; each keeps pages of its record in memory."""

_File: TypeAlias = tuple[int, int, int]
"""A file, whatever it is called: another put in its place is another. After a fork all are the parent's."""

_idle: list[tuple[_File, sqlite3.Connection]] = []
_lock = Lock()


@contextmanager
def lend(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection to a record for reading, within a transaction: all is answered as it is at the first question.

    Raises:
        RecordError: as `dragoman.store.connect` does.

    """
    connection = _take(path) or connect(path)
    try:
        connection.execute("BEGIN")
        yield connection
        connection.execute("ROLLBACK")
    except BaseException:
        connection.close()
        raise
    _put_back(path, connection)


def _take(path: Path) -> sqlite3.Connection | None:
    file = _identify(path)
    with _lock:
        found = next((number for number in reversed(range(len(_idle))) if _idle[number][0] == file), None)
        if found is None:
            return None
        _, connection = _idle.pop(found)
    if read_version(connection) == latest_version():
        return connection
    connection.close()  # a later dragoman has changed it: opened anew, it says so
    return None


def _put_back(path: Path, connection: sqlite3.Connection) -> None:
    file = _identify(path)
    with _lock:
        if file is not None:
            _idle.append((file, connection))
        spare = [_idle.pop(0)[1] for _ in range(len(_idle) - MOST_IDLE)]
    for one in spare if file is not None else [*spare, connection]:
        one.close()


def _identify(path: Path) -> _File | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return os.getpid(), found.st_dev, found.st_ino


@atexit.register
def close_idle() -> None:
    """Close the connections that wait."""
    with _lock:
        while _idle:
            _idle.pop()[1].close()
