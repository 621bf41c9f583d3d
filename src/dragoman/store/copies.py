"""Which documents of a record are copies, and of which ones."""

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from dragoman.model.text import Document

JsonObject = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldOriginal:
    """A document that is no copy, as far as finding copies of it needs it."""

    row: int
    """Of its version."""
    document_id: str
    published: date
    hashes: bytes | None
    """Its sketch, where it was looked at for copies."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldCoding:
    """What was coded of a version of a document."""

    stamp: JsonObject
    events: tuple[JsonObject, ...]
    marks: tuple[tuple[str, JsonObject], ...]


def note_copy(connection: sqlite3.Connection, document: int, copy_of: str | None, hashes: bytes) -> None:
    """Note of which document a version is a copy, or that it is none.

    Args:
        connection: within a transaction.
        document: row of the version.
        copy_of: id of the original, None for one that is no copy.
        hashes: the sketch of one that is none; empty where copies are not looked for.

    """
    if copy_of is None:
        connection.execute("DELETE FROM copy WHERE document = ?", (document,))
        if hashes:
            connection.execute("INSERT OR REPLACE INTO sketch (document, hashes) VALUES (?, ?)", (document, hashes))
        return
    connection.execute("DELETE FROM sketch WHERE document = ?", (document,))
    connection.execute(
        "INSERT OR REPLACE INTO copy (document, original, original_id) "
        "VALUES (?, (SELECT id FROM document WHERE document_id = ? AND is_current = 1), ?)",
        (document, copy_of, copy_of),
    )


def load_originals(connection: sqlite3.Connection, day: date) -> Iterator[HeldOriginal]:
    """The documents published on a day that have a text and were coded themselves."""
    rows = connection.execute(
        "SELECT document.id, document_id, hashes FROM document JOIN coding ON coding.document = document.id "
        "LEFT JOIN sketch ON sketch.document = document.id "
        "WHERE published = ? AND is_current = 1 AND text IS NOT NULL "
        "AND NOT EXISTS (SELECT 1 FROM copy WHERE copy.document = document.id) ORDER BY document.id",
        (day.isoformat(),),
    )
    for row in rows:
        yield HeldOriginal(row=row["id"], document_id=row["document_id"], published=day, hashes=row["hashes"])


def find_version(connection: sqlite3.Connection, document_id: str, sha256: str) -> tuple[bool, int | None]:
    """Whether a document is current to the letter, and if it is a copy the row of the original it repeats.

    That row is None too where the original is not in the record, or has another text by now.
    """
    row = connection.execute(
        "SELECT original, (SELECT is_current FROM document AS other WHERE other.id = original) AS holds, "
        "original_id IS NOT NULL AS is_copy FROM document JOIN coding ON coding.document = document.id "
        "LEFT JOIN copy ON copy.document = document.id "
        "WHERE document_id = ? AND sha256 = ? AND is_current = 1 AND text IS NOT NULL",
        (document_id, sha256),
    ).fetchone()
    if row is None or (row["is_copy"] and not row["holds"]):
        return False, None
    return True, row["original"]


def load_version(connection: sqlite3.Connection, row: int) -> Document:
    """A version of a document, with its text."""
    found = connection.execute(
        "SELECT document_id, published, publisher, url, title, text FROM document WHERE id = ?", (row,)
    ).fetchone()
    return Document(
        id=found["document_id"],
        published=date.fromisoformat(found["published"]),
        publisher=found["publisher"],
        url=found["url"],
        title=found["title"],
        text=found["text"],
    )


def load_coding(connection: sqlite3.Connection, row: int) -> HeldCoding | None:
    """What was coded of a version of a document; None where it is current no more."""
    coded = connection.execute(
        "SELECT coding.id, stamp FROM coding JOIN coder ON coder.id = coder WHERE document = ?", (row,)
    ).fetchone()
    if coded is None:
        return None
    events = connection.execute("SELECT body FROM report WHERE coding = ? AND is_held = 0 ORDER BY id", (coded["id"],))
    marks = connection.execute("SELECT kind, body FROM mention WHERE coding = ? ORDER BY id", (coded["id"],))
    return HeldCoding(
        stamp=json.loads(coded["stamp"]),
        events=tuple(json.loads(body) for (body,) in events),
        marks=tuple((kind, json.loads(body)) for kind, body in marks),
    )


def list_copies(connection: sqlite3.Connection, document_id: str) -> list[Document]:
    """The documents that repeat the current version of another and have a text; of those imported nothing is retold."""
    rows = connection.execute(
        "SELECT copy.document FROM copy JOIN document AS original ON original.id = original "
        "JOIN document ON document.id = copy.document WHERE original.document_id = ? AND original.is_current = 1 "
        "AND document.is_current = 1 AND document.text IS NOT NULL ORDER BY document.document_id",
        (document_id,),
    ).fetchall()
    return [load_version(connection, row) for (row,) in rows]
