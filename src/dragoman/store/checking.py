"""Whether a record holds together: the file, every hash, every reference, every offset."""

import json
import sqlite3
import time
from collections.abc import Iterator

from dragoman.store.quoted import find_misquoted
from dragoman.store.writing import hash_given

_STEPS = 10_000
"""Steps of SQLite's machine between two looks at the clock: some milliseconds."""


def find_faults(connection: sqlite3.Connection) -> Iterator[str]:
    """What is wrong with a record, one sentence each; nothing where all is well.

    Args:
        connection: open, with nothing pending (`relink` works that off).

    """
    for (line,) in connection.execute("PRAGMA integrity_check"):
        if line != "ok":
            yield f"the file is damaged: {line}"
    for row in connection.execute("PRAGMA foreign_key_check"):
        yield f"row {row[1]} of {row[0]} refers to a row of {row[2]} that is not there"
    yield from _find_changed_documents(connection)
    yield from _find_lost_reports(connection)
    yield from _find_wrong_offsets(connection)
    yield from _find_wrong_offices(connection)


def find_damage(connection: sqlite3.Connection, seconds: float) -> list[str] | None:
    """What SQLite finds wrong with a file, not looking whether indexes agree with their tables.

    Args:
        connection: of the record.
        seconds: after which the look is given up.

    Returns:
        One sentence each; empty where all is well; None where it took too long.

    """
    until = time.monotonic() + seconds
    connection.set_progress_handler(lambda: time.monotonic() > until, _STEPS)
    try:
        lines = [str(line) for (line,) in connection.execute("PRAGMA quick_check(3)")]
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode != sqlite3.SQLITE_INTERRUPT:
            raise
        return None
    finally:
        connection.set_progress_handler(None, 0)
    return [line for line in lines if line != "ok"]


def _find_changed_documents(connection: sqlite3.Connection) -> Iterator[str]:
    rows = connection.execute("SELECT document_id, sha256, published, publisher, url, title, text FROM document")
    for row in rows:
        if hash_given(row["published"], row["publisher"], row["url"], row["title"], row["text"]) != row["sha256"]:
            yield f"document {row['document_id']} is not what was added: its hash differs"
    for (document,) in connection.execute(
        "SELECT document_id FROM document GROUP BY document_id HAVING sum(is_current) <> 1"
    ):
        yield f"document {document} has not one current version"


def _find_lost_reports(connection: sqlite3.Connection) -> Iterator[str]:
    for (report,) in connection.execute("SELECT report_id FROM report WHERE event IS NULL OR leader IS NULL"):
        yield f"report {report} belongs to no event"
    for (event,) in connection.execute(
        "SELECT event_id FROM event WHERE NOT EXISTS (SELECT 1 FROM report WHERE report.event = event.id)"
    ):
        yield f"event {event} has no report"
    for event, said in connection.execute(
        "SELECT event_id, reports FROM event "
        "WHERE reports <> (SELECT count(*) FROM report WHERE report.event = event.id)"
    ):
        yield f"event {event} does not have the {said} reports that it counts"


def _find_wrong_offsets(connection: sqlite3.Connection) -> Iterator[str]:
    rows = connection.execute(
        "SELECT report.body, document.title, document.text FROM report JOIN coding ON coding.id = report.coding "
        "JOIN document ON document.id = coding.document WHERE document.text IS NOT NULL"
    )
    for row in rows:
        body = json.loads(row["body"])
        for words, start, end, field in find_misquoted(body, row["title"], row["text"]):
            yield f"report {body['event_id']}: {words!r} does not stand at {start}..{end} of the {field}"


def _find_wrong_offices(connection: sqlite3.Connection) -> Iterator[str]:
    rows = connection.execute(
        "SELECT document_id, title, text, field, start, words FROM office_evidence "
        "JOIN coding ON coding.id = office_evidence.coding JOIN document ON document.id = coding.document "
        "WHERE text IS NOT NULL"
    )
    for row in rows:
        start, words = row["start"], row["words"]
        if row[row["field"]][start : start + len(words)] != words:
            yield f"document {row['document_id']}: {words!r} does not stand at {start} of the {row['field']}"
