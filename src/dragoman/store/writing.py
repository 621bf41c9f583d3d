"""Putting documents and what was coded from them into a record."""

import hashlib
import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from dragoman.errors import InputError
from dragoman.model.report import Report, read_report
from dragoman.model.text import Document
from dragoman.store.body import dump_body
from dragoman.store.clock import now
from dragoman.store.copies import note_copy
from dragoman.store.offices import learn_offices
from dragoman.store.pending import mark_pending, mark_stale
from dragoman.store.quoted import find_misquoted
from dragoman.store.reviews import find_reports_again

JsonObject = Mapping[str, Any]


class Change(StrEnum):
    """What adding a document did to the record."""

    ADDED = "added"
    UNCHANGED = "unchanged"
    NEW_VERSION = "new version"
    """The document was there with another text, date, title or publisher; the old version is kept."""
    RECODED = "recoded"
    """The document was there, coded otherwise."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """Words of a document that stand for an actor, a time, a place or a quotation."""

    kind: str
    field: str
    start: int
    end: int
    body: JsonObject


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A document as it is put into the record, with the reports read from it."""

    document_id: str
    published: date
    publisher: str
    url: str
    title: str
    text: str | None
    """None where only the events are known."""
    stamp: JsonObject
    """The `coder` block of its events."""
    reports: Sequence[Report]
    marks: Sequence[Mark] = ()
    copy_of: str | None = None
    """Id of the document that it repeats, whose events it tells."""
    sketch: bytes = b""
    """By which later documents are found to repeat it; none of a copy, or where copies are not looked for."""

    @property
    def sha256(self) -> str:
        """Hash of all that was given of the document itself."""
        return hash_given(self.published.isoformat(), self.publisher, self.url, self.title, self.text)


def entry_of(
    document: Document,
    stamp: JsonObject,
    reports: Sequence[Report],
    marks: Sequence[Mark] = (),
    *,
    copy_of: str | None = None,
    sketch: bytes = b"",
) -> Entry:
    """The entry of a coded document."""
    return Entry(
        document_id=document.id,
        published=document.published,
        publisher=document.publisher,
        url=document.url,
        title=document.title,
        text=document.text,
        stamp=stamp,
        reports=reports,
        marks=marks,
        copy_of=copy_of,
        sketch=sketch,
    )


def hash_given(published: str, publisher: str, url: str, title: str, text: str | None) -> str:
    """Hash of a document's fields, as hexadecimal digits."""
    given = [published, publisher, url, title, text]
    return hashlib.sha256(dump_body(given).encode("utf-8", "surrogatepass")).hexdigest()


def put_entry(connection: sqlite3.Connection, entry: Entry) -> Change:
    """Put a document and its coding into a record, inside a transaction of the caller's.

    Args:
        connection: open for writing.
        entry: what to put.

    Returns:
        What that changed; the same entry again changes nothing.

    Raises:
        InputError: the events are not those of the text that the record holds, or a character can't be stored.

    """
    _check_characters(entry)
    known = connection.execute(
        "SELECT id, sha256, version, text IS NULL AS is_bare FROM document WHERE document_id = ? AND is_current = 1",
        (entry.document_id,),
    ).fetchone()
    change = Change.ADDED
    if known is None:
        document = _insert_document(connection, entry, version=1)
    elif entry.text is None or known["sha256"] == entry.sha256:
        document, change = known["id"], Change.RECODED
        if entry.text is None and not known["is_bare"]:
            _check_quotes(connection, document, entry.reports)
    elif known["is_bare"]:
        document, change = known["id"], Change.RECODED
        connection.execute(
            "UPDATE document SET sha256 = ?, published = ?, publisher = ?, url = ?, title = ?, text = ? WHERE id = ?",
            (entry.sha256, entry.published.isoformat(), entry.publisher, entry.url, entry.title, entry.text, document),
        )
    else:
        document, change = _replace_version(connection, entry, known), Change.NEW_VERSION
    if entry.text is not None or known is None or known["is_bare"]:  # else its own text says what it is
        note_copy(connection, document, entry.copy_of, entry.sketch)
    if change is Change.RECODED and _is_coded_alike(connection, document, entry):
        return Change.UNCHANGED
    _remove_coding(connection, document)
    coding = _insert_coding(connection, document, entry)
    _hold_reviewed(connection, document, coding, entry)
    return change


def append_reports(connection: sqlite3.Connection, document_id: str, reports: Sequence[Report]) -> None:
    """Add further reports of a document that was imported without its text; those it has already stay.

    Raises:
        InputError: the record does not have the document, or has it with another text.

    """
    coded = connection.execute(
        "SELECT coding.id, document, text IS NULL AS is_bare FROM coding "
        "JOIN document ON document.id = coding.document WHERE document.document_id = ? AND document.is_current = 1",
        (document_id,),
    ).fetchone()
    if coded is None:
        raise InputError("the earlier events of its document were refused", remedy="Correct these, and import again.")
    if not coded["is_bare"]:
        _check_quotes(connection, coded["document"], reports)
    known = {r for (r,) in connection.execute("SELECT report_id FROM report WHERE coding = ?", (coded["id"],))}
    _insert_reports(connection, coded["id"], [r for r in reports if r.report_id not in known])


def _insert_document(connection: sqlite3.Connection, entry: Entry, *, version: int) -> int:
    cursor = connection.execute(
        "INSERT INTO document "
        "(document_id, sha256, version, is_current, published, publisher, url, title, text, added) "
        "VALUES (?, ?, ?, 1, ?, ?, ?, ?, ?, ?)",
        (
            entry.document_id, entry.sha256, version, entry.published.isoformat(), entry.publisher,
            entry.url, entry.title, entry.text, now(),
        ),
    )  # fmt: skip
    return int(cursor.lastrowid or 0)


def _replace_version(connection: sqlite3.Connection, entry: Entry, known: sqlite3.Row) -> int:
    """The new current version: one that the record once held, or another row."""
    _remove_coding(connection, known["id"])
    connection.execute("UPDATE document SET is_current = 0 WHERE id = ?", (known["id"],))
    earlier = connection.execute(
        "SELECT id FROM document WHERE document_id = ? AND sha256 = ?", (entry.document_id, entry.sha256)
    ).fetchone()
    if earlier is None:
        (latest,) = connection.execute(
            "SELECT max(version) FROM document WHERE document_id = ?", (entry.document_id,)
        ).fetchone()
        return _insert_document(connection, entry, version=latest + 1)
    connection.execute("UPDATE document SET is_current = 1 WHERE id = ?", (earlier["id"],))
    return int(earlier["id"])


def _check_characters(entry: Entry) -> None:
    """Refuse halves of surrogate pairs, which UTF-8 can't hold."""
    for field in (entry.document_id, entry.publisher, entry.url, entry.title, entry.text or ""):
        try:
            field.encode()
        except UnicodeEncodeError as error:
            raise InputError(
                f"its character {error.start} is half of a surrogate pair, which no record can hold",
                place=entry.document_id.encode("utf-8", "replace").decode(),
                remedy="Write the text as UTF-8.",
            ) from None


def _check_quotes(connection: sqlite3.Connection, document: int, reports: Iterable[Report]) -> None:
    title, text = connection.execute("SELECT title, text FROM document WHERE id = ?", (document,)).fetchone()
    for report in reports:
        if misquoted := next(find_misquoted(report.body, title, text), None):
            words, start, end, field = misquoted
            raise InputError(
                f"words of {report.report_id} do not stand where it says ({start} to {end} of the {field}) in the text "
                f"that the record holds: {words[:40]!r}",
                place=report.document_id,
                remedy="Add the document itself (dragoman record add), or code the text that the record has.",
            )


def _is_coded_alike(connection: sqlite3.Connection, document: int, entry: Entry) -> bool:
    """Whether the record holds this very coding: the same coder, and the same reports and marks to the letter."""
    coded = connection.execute(
        "SELECT coding.id, coder.stamp FROM coding JOIN coder ON coder.id = coding.coder WHERE coding.document = ?",
        (document,),
    ).fetchone()
    if coded is None or coded["stamp"] != dump_body(entry.stamp):
        return False
    kept = connection.execute("SELECT report_id, body FROM report WHERE coding = ? AND is_held = 0", (coded["id"],))
    if dict(kept.fetchall()) != {r.report_id: dump_body(r.body) for r in entry.reports}:
        return False
    if entry.text is None:
        return True  # an import tells nothing of marks
    marks = connection.execute("SELECT kind, field, start, end, body FROM mention WHERE coding = ?", (coded["id"],))
    return sorted(map(tuple, marks)) == sorted(map(_mark_values, entry.marks))


def _mark_values(mark: Mark) -> tuple[str, str, int, int, str]:
    return mark.kind, mark.field, mark.start, mark.end, dump_body(mark.body)


def _remove_coding(connection: sqlite3.Connection, document: int) -> None:
    coded = connection.execute("SELECT id FROM coding WHERE document = ?", (document,)).fetchone()
    if coded is None:
        return
    gone = connection.execute(
        "SELECT report_id, leader, event_type, day, first, last, published FROM report WHERE coding = ?",
        (coded["id"],),
    ).fetchall()
    mark_pending(connection, ((r["event_type"], r["day"], r["first"], r["last"], r["published"]) for r in gone))
    mark_stale(connection, (r["leader"] for r in gone))
    # Whoever was joined to a report that goes has to be joined anew.
    for row in gone:
        connection.execute("UPDATE report SET grouped = NULL WHERE grouped = ?", (row["report_id"],))
    connection.execute("DELETE FROM coding WHERE id = ?", (coded["id"],))


def _insert_coding(connection: sqlite3.Connection, document: int, entry: Entry) -> int:
    cursor = connection.execute(
        "INSERT INTO coding (document, coder, coded) VALUES (?, ?, ?)",
        (document, _find_coder(connection, entry.stamp), now()),
    )
    coding = int(cursor.lastrowid or 0)
    _insert_reports(connection, coding, entry.reports)
    connection.executemany(
        "INSERT INTO mention (coding, kind, field, start, end, body) VALUES (?, ?, ?, ?, ?, ?)",
        ((coding, *_mark_values(mark)) for mark in entry.marks),
    )
    return coding


def _hold_reviewed(connection: sqlite3.Connection, document: int, coding: int, entry: Entry) -> None:
    """Find the reports again that people reviewed; one that is no longer coded is kept for its review."""
    lost = find_reports_again(connection, entry.document_id, coding)
    if not lost:
        return
    title, text = connection.execute("SELECT title, text FROM document WHERE id = ?", (document,)).fetchone()
    kept = [read_report(json.loads(body)) for body in lost]
    _insert_reports(connection, coding, [r for r in kept if text is None or _stands_in(r, title, text)], is_held=True)
    find_reports_again(connection, entry.document_id, coding)


def _stands_in(report: Report, title: str, text: str) -> bool:
    evidence = report.body["evidence"]
    field = title if evidence.get("field") == "title" else text
    return bool(field[evidence["start"] : evidence["end"]] == evidence["text"])


def _insert_reports(
    connection: sqlite3.Connection, coding: int, reports: Sequence[Report], *, is_held: bool = False
) -> None:
    rows = [
        (
            r.report_id, coding, r.event_type.value, _iso(r.day), _iso(r.first), _iso(r.last),
            r.published.isoformat(), dump_body(r.body), is_held,
        )
        for r in reports
    ]  # fmt: skip
    connection.executemany(
        "INSERT INTO report (report_id, coding, event_type, day, first, last, published, body, is_held) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        rows,
    )
    mark_pending(
        connection,
        ((r.event_type.value, _iso(r.day), _iso(r.first), _iso(r.last), r.published.isoformat()) for r in reports),
    )
    if not is_held:
        learn_offices(connection, coding, (r.body for r in reports))


def _find_coder(connection: sqlite3.Connection, stamp: JsonObject) -> int:
    written = dump_body(stamp)
    connection.execute(
        "INSERT INTO coder (stamp, name, version, codebook) VALUES (?, ?, ?, ?) ON CONFLICT (stamp) DO NOTHING",
        (written, stamp.get("name", ""), stamp.get("version", ""), stamp.get("codebook", "")),
    )
    (number,) = connection.execute("SELECT id FROM coder WHERE stamp = ?", (written,)).fetchone()
    return int(number)


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
