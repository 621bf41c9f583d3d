"""What an id names: a report with its document, a document with all that was found in it."""

import json
import sqlite3
from dataclasses import dataclass

from dragoman.store.events import JsonObject


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A report, and what is known of the document it was read from."""

    body: JsonObject
    title: str
    text: str | None
    """None where only the events were imported."""
    url: str
    version: int
    is_held: bool
    """Whether it is kept for a review, though the document, coded anew, has it no longer."""


def load_source(connection: sqlite3.Connection, report_id: str) -> Source | None:
    """The report of an id; None where there is none."""
    row = connection.execute(
        "SELECT report.body, report.is_held, document.title, document.text, document.url, document.version "
        "FROM report JOIN coding ON coding.id = report.coding JOIN document ON document.id = coding.document "
        "WHERE report_id = ?",
        (report_id,),
    ).fetchone()
    if row is None:
        return None
    return Source(
        body=json.loads(row["body"]),
        title=row["title"],
        text=row["text"],
        url=row["url"],
        version=row["version"],
        is_held=bool(row["is_held"]),
    )


def find_report_ids(connection: sqlite3.Connection, beginning: str, *, limit: int = 10) -> list[str]:
    """Ids of events and reports that begin so, in order."""
    rows = connection.execute(
        "SELECT report_id FROM report WHERE report_id >= ? AND report_id < ? ORDER BY report_id LIMIT ?",
        (beginning, beginning + "\U0010ffff", limit),
    )
    return [report_id for (report_id,) in rows]


def load_document(connection: sqlite3.Connection, document_id: str) -> JsonObject | None:
    """A current document with its marks, versions and copies, the ids of its reports and events; None if there is none.

    A mark has what the stage found, and `mark` says of which kind it is: actor, timex, place or quotation.
    """
    row = connection.execute(
        "SELECT id, document_id, version, published, publisher, url, title, text, added, original_id AS copy_of "
        "FROM document LEFT JOIN copy ON copy.document = id WHERE document_id = ? AND is_current = 1",
        (document_id,),
    ).fetchone()
    if row is None:
        return None
    marks = connection.execute(
        "SELECT kind, field, start, end, mention.body FROM mention JOIN coding ON coding.id = mention.coding "
        "WHERE document = ? ORDER BY field DESC, start, mention.id",
        (row["id"],),
    )
    reports = connection.execute(
        "SELECT report_id, leader FROM report JOIN coding ON coding.id = report.coding "
        "WHERE document = ? ORDER BY report.id",
        (row["id"],),
    ).fetchall()
    versions = connection.execute(
        "SELECT version, published, added, is_current FROM document WHERE document_id = ? ORDER BY version",
        (document_id,),
    )
    copies = connection.execute(
        "SELECT document_id FROM copy JOIN document ON document.id = copy.document "
        "WHERE original = ? AND is_current = 1 ORDER BY published, document_id",
        (row["id"],),
    )
    return {
        **{name: row[name] for name in row.keys() if name != "id"},  # noqa: SIM118 - a Row is no mapping
        "copies": [copy for (copy,) in copies],
        "marks": [
            {**json.loads(body), "mark": kind, "field": field, "start": start, "end": end}
            for kind, field, start, end, body in marks
        ],
        "reports": [report_id for report_id, _ in reports],
        "events": list(dict.fromkeys(leader for _, leader in reports if leader)),
        "versions": [dict(version) for version in versions],
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A report of a document, and the event it tells of."""

    report_id: str
    event_id: str | None
    """None until it is joined."""
    body: JsonObject
    is_held: bool


def list_told(connection: sqlite3.Connection, document_id: str) -> list[Told]:
    """The reports of a current document, in the order they were coded."""
    rows = connection.execute(
        "SELECT report_id, leader, body, is_held FROM report JOIN coding ON coding.id = report.coding "
        "JOIN document ON document.id = coding.document WHERE document_id = ? AND is_current = 1 ORDER BY report.id",
        (document_id,),
    )
    return [
        Told(report_id=report_id, event_id=leader, body=json.loads(body), is_held=bool(held))
        for report_id, leader, body, held in rows
    ]
