"""What a record's documents say of persons and the offices they hold."""

import json
import sqlite3
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from dragoman.gazetteer.index import split_name
from dragoman.gazetteer.office_evidence import find_office_evidence
from dragoman.model.tenure import OfficeEvidence
from dragoman.store.connection import transaction
from dragoman.store.spellings import file_name

Owned = tuple[str, str]
"""An office and the code of the state or organisation that it belongs to."""

_AT_ONCE = 200
"""Codings searched for offices in one transaction."""


def learn_offices(connection: sqlite3.Connection, coding: int, bodies: Iterable[Mapping[str, Any]]) -> None:
    """Note what reports of a coding say of persons and their offices, inside a transaction of the caller's."""
    for body in bodies:
        for side in (*body["actors"], *body["recipients"]):
            # Names with a code of an organisation are its own more often than a person's.
            if side.get("name") and ":" not in side["code"] and len(split_name(side["name"])) > 1:
                file_name(connection, side["name"])
        for item in find_office_evidence(body):
            connection.execute(
                # Several events may rest on the same words.
                "INSERT INTO office_evidence "
                "(coding, spelling, office, code, published, report_id, field, start, end, words) "
                "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                (
                    coding, file_name(connection, item.name), item.office, item.code, item.on.isoformat(),
                    item.report_id, item.field, item.start, item.end, item.words,
                ),
            )  # fmt: skip


def learn_rest(connection: sqlite3.Connection) -> None:
    """Search what a record held before offices were noted; what a killed process leaves, the next one does."""
    while rows := connection.execute("SELECT coding FROM unlearnt ORDER BY coding LIMIT ?", (_AT_ONCE,)).fetchall():
        with transaction(connection):
            for (coding,) in rows:
                reports = connection.execute(
                    "SELECT body FROM report WHERE coding = ? AND is_held = 0 ORDER BY id", (coding,)
                ).fetchall()
                learn_offices(connection, coding, (json.loads(body) for (body,) in reports))
                connection.execute("DELETE FROM unlearnt WHERE coding = ?", (coding,))


def find_owned(connection: sqlite3.Connection, names: Iterable[str]) -> set[Owned]:
    """The offices in which documents name persons of some names."""
    rows = connection.execute(
        "SELECT DISTINCT office, code FROM office_evidence WHERE spelling IN "
        "(SELECT id FROM spelling WHERE name IN (SELECT value FROM json_each(?)))",
        (json.dumps(sorted(set(names))),),
    )
    return {(office, code) for office, code in rows}


def load_evidence(
    connection: sqlite3.Connection, *, offices: Iterable[Owned] = (), names: Iterable[str] = (), on: date | None = None
) -> list[OfficeEvidence]:
    """What documents say of some offices and of some persons.

    Args:
        connection: of the record.
        offices: as the register names them, with their codes.
        names: of persons, as the record spells them.
        on: a day of which all is wanted.

    Returns:
        Of each month, name and office the first and the last evidence, and all of the day `on`: what lies between
        moves neither beginning nor end.

    """
    month = "PARTITION BY spelling, office, code, substr(published, 1, 7) ORDER BY published"
    rows = connection.execute(
        f"""
        SELECT name, office, code, told.published AS "on", document_id, report_id, publisher, field, start, end, words
        FROM (
            SELECT *, row_number() OVER ({month}, report_id, start) AS up,
                   row_number() OVER ({month} DESC, report_id DESC, start DESC) AS down
            FROM office_evidence
            WHERE (office, code) IN (SELECT json_extract(value, '$[0]'), json_extract(value, '$[1]') FROM json_each(?))
            OR spelling IN (SELECT id FROM spelling WHERE name IN (SELECT value FROM json_each(?)))
        ) AS told
        JOIN spelling ON spelling.id = told.spelling JOIN coding ON coding.id = told.coding
        JOIN document ON document.id = coding.document
        WHERE up = 1 OR down = 1 OR told.published = ?
        ORDER BY told.published, document_id, report_id, start
        """,  # noqa: S608
        (json.dumps(sorted(set(offices))), json.dumps(sorted(set(names))), on.isoformat() if on else ""),
    )
    return [OfficeEvidence(**{**dict(row), "on": date.fromisoformat(row["on"])}) for row in rows]
