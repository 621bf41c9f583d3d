"""Opening a record for questions."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from dragoman.errors import InputError, NotInRecordError, RecordError
from dragoman.export import JsonObject
from dragoman.store import WAIT_SECONDS, connect, connect_empty, explain_faults, find_report_ids, lend, load_event

_SHORTEST = 4
"""Characters of an id that stand for the whole where only one begins so."""


@contextmanager
def open_record(path: Path, *, write: bool = False, wait: float = WAIT_SECONDS) -> Iterator[sqlite3.Connection]:
    """A connection to a record for as long as the block lasts.

    Args:
        path: of the record.
        write: whether it is to be written.
        wait: seconds for another writer to end.

    Raises:
        RecordError: no such file, not a record, or a fault of the file in the block.
        InputError: words that are not UTF-8 are asked for or given.

    """
    with _explain(path), closing(connect(path, write=write, wait=wait)) as connection:
        yield connection


@contextmanager
def open_snapshot(path: Path) -> Iterator[sqlite3.Connection]:
    """As `open_record` for reading: all that the block asks is answered as the record is at the first question.

    Raises:
        RecordError: no such file, not a record, or a fault of the file in the block.
        InputError: words that are not UTF-8 are asked for.

    """
    with _explain(path), lend(path) as connection:
        yield connection


@contextmanager
def _explain(path: Path) -> Iterator[None]:
    try:
        with explain_faults(path):
            yield
    except UnicodeEncodeError as error:
        given = clean_words(str(error.object))
        raise InputError(f"{given!r} is not UTF-8, which no record can hold", remedy="Write it as UTF-8.") from None


def clean_words(words: str) -> str:
    """Words with a sign for each byte that was not UTF-8."""
    return words.encode("utf-8", "replace").decode()


@contextmanager
def open_if_there(path: Path) -> Iterator[sqlite3.Connection]:
    """As `open_record`, or where there is no such file a connection to an empty record.

    Raises:
        RecordError: not a record, or a fault of the file in the block.

    """
    if path.exists():
        with open_record(path) as connection:
            yield connection
        return
    with closing(connect_empty()) as connection:
        yield connection


def find_id(connection: sqlite3.Connection, given: str) -> str:
    """The id of an event or report from its first characters: "ev_1f3" as long as no other begins so.

    Raises:
        NotInRecordError: none begins so.
        InputError: several do.

    """
    found = find_report_ids(connection, given) if len(given) >= _SHORTEST else []
    if given in found or len(found) == 1:
        return given if given in found else found[0]
    if found:
        raise InputError(f"several ids begin with {given!r}", remedy=f"Give more of it: {', '.join(found)}.")
    raise NotInRecordError(f"no event or report is called {given!r}", remedy="List them: dragoman events")


def load_named(connection: sqlite3.Connection, given: str) -> JsonObject:
    """The event that an id, or the beginning of one, names; a report's id names its event.

    Raises:
        RecordError: there is none.
        InputError: it names several.

    """
    event = load_event(connection, find_id(connection, given))
    if event is None:
        raise RecordError(f"the report {given!r} is not joined yet", remedy="Finish it: dragoman record check RECORD")
    return event
