"""Events of a record that meet conditions, and counts of them."""

import json
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from dragoman.model.codes import EventType, QuadClass, Sector, Status
from dragoman.store.events import JsonObject, compose_known

_AT_ONCE = 200
"""Events composed before the next are asked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EventFilter:
    """Conditions on events; all that are given must hold."""

    types: tuple[EventType, ...] = ()
    modes: tuple[str, ...] = ()
    contexts: tuple[str, ...] = ()
    """Any of them."""
    quad_classes: tuple[QuadClass, ...] = ()
    statuses: tuple[Status, ...] = ()
    code: str | None = None
    """On either side."""
    dyad: tuple[str, str] | None = None
    """Both, in either direction, or towards each other."""
    sector: Sector | None = None
    """Of either side."""
    name: str | None = None
    """Of a person on either side, as the register spells it."""
    country: str | None = None
    """Where, ISO 3166-1 alpha-3."""
    geonames_id: int | None = None
    first: date | None = None
    """Events that ended before are left out."""
    last: date | None = None
    """Events that began after are left out."""
    speaker: str | None = None
    """Code of whoever says so."""
    publisher: str | None = None
    min_confidence: float = 0.0
    as_of: date | None = None
    """Only what had been published by that day."""
    words: str | None = None
    """In the quoted words of a report: FTS5's query language, or plain words."""
    with_rejected: bool = False


def count_events(connection: sqlite3.Connection, wanted: EventFilter) -> int:
    """How many events meet the conditions."""
    condition, values = _compose_condition(wanted)
    (count,) = connection.execute(f"SELECT count(*) FROM event WHERE {condition}", values).fetchone()  # noqa: S608
    return int(count)


def find_events(
    connection: sqlite3.Connection,
    wanted: EventFilter,
    *,
    limit: int | None = None,
    offset: int = 0,
    newest_first: bool = False,
) -> Iterator[JsonObject]:
    """Composed events that meet the conditions, in order of their first day (without one: last), then of their id.

    Args:
        connection: of the record.
        wanted: the conditions.
        limit: at most so many; None for all.
        offset: how many to pass over first.
        newest_first: the order turned round.

    Yields:
        Events in the form of docs/data-model.md, made of the reports published by `wanted.as_of`.

    """
    condition, values = _compose_condition(wanted)
    order = "DESC" if newest_first else "ASC"
    numbers = connection.execute(
        f"SELECT event_id FROM event WHERE {condition} "  # noqa: S608
        f"ORDER BY first IS NULL, first {order}, event_id {order} LIMIT ? OFFSET ?",
        (*values, -1 if limit is None else limit, offset),
    )
    while ids := numbers.fetchmany(_AT_ONCE):
        for (event_id,) in ids:
            event = compose_known(connection, event_id, as_of=wanted.as_of)
            if event is not None:
                yield event


def count_by_month(connection: sqlite3.Connection, wanted: EventFilter) -> list[tuple[str, str, str, int, float]]:
    """Events by month, quad class and type: ("2025-10", "verbal cooperation", "CONSULT", events, sum of Goldstein)."""
    condition, values = _compose_condition(wanted)
    rows = connection.execute(
        f"SELECT substr(first, 1, 7), quad_class, event_type, count(*), sum(goldstein) FROM event "  # noqa: S608
        f"WHERE {condition} AND first IS NOT NULL GROUP BY 1, 2, 3 ORDER BY 1, 2, 3",
        values,
    )
    return [tuple(row) for row in rows]


def _compose_condition(wanted: EventFilter) -> tuple[str, tuple[Any, ...]]:
    """The SQL condition, with question marks, and their values."""
    parts: list[tuple[str, Sequence[Any]]] = [("1", ())]
    if not wanted.with_rejected:
        parts.append(("is_rejected = 0", ()))
    parts += list(_column_conditions(wanted))
    parts += list(_side_conditions(wanted))
    if wanted.publisher is not None:
        parts.append(
            (
                "id IN (SELECT report.event FROM document JOIN coding ON coding.document = document.id "
                "JOIN report ON report.coding = coding.id WHERE document.publisher = ?)",
                (wanted.publisher,),
            )
        )
    if wanted.words is not None:
        parts.append(
            (
                "id IN (SELECT report.event FROM quote_words JOIN report ON report.id = quote_words.rowid "
                "WHERE quote_words MATCH ?)",
                (write_match(wanted.words),),
            )
        )
    return " AND ".join(sql for sql, _ in parts), tuple(v for _, values in parts for v in values)


def _column_conditions(wanted: EventFilter) -> Iterator[tuple[str, Sequence[Any]]]:
    lists: tuple[tuple[str, Sequence[str]], ...] = (
        ("event_type", wanted.types),
        ("mode", wanted.modes),
        ("quad_class", wanted.quad_classes),
        ("status", wanted.statuses),
    )
    for column, allowed in lists:
        if allowed:
            yield f"{column} IN ({','.join('?' * len(allowed))})", [str(value) for value in allowed]
    if wanted.contexts:
        yield f"({' OR '.join(['contexts LIKE ?'] * len(wanted.contexts))})", [f"% {c} %" for c in wanted.contexts]
    singles: tuple[tuple[str, Any], ...] = (
        ("country = ?", wanted.country),
        ("geonames_id = ?", wanted.geonames_id),
        ("last >= ?", wanted.first and wanted.first.isoformat()),
        ("first <= ?", wanted.last and wanted.last.isoformat()),
        ("speaker = ?", wanted.speaker),
        ("confidence >= ?", wanted.min_confidence or None),
        ("since <= ?", wanted.as_of and wanted.as_of.isoformat()),
    )
    for sql, value in singles:
        if value is not None:
            yield sql, [value]


def _side_conditions(wanted: EventFilter) -> Iterator[tuple[str, Sequence[Any]]]:
    if wanted.dyad:
        one, other = sorted(wanted.dyad)
        yield "id IN (SELECT event FROM dyad WHERE one = ? AND other = ?)", [one, other]
    if wanted.code:
        yield "id IN (SELECT event FROM side WHERE code = ?)", [wanted.code]
    if wanted.name:
        yield "id IN (SELECT event FROM side WHERE name = ?)", [wanted.name]
    if wanted.sector:
        yield (
            "EXISTS (SELECT 1 FROM side WHERE side.event = event.id AND ' ' || sectors || ' ' LIKE ?)",
            [f"% {wanted.sector} %"],
        )


def write_match(words: str) -> str:
    """Words as an FTS5 query: all of them, in any order, none taken for an operator; what stands in quotes together."""
    pieces = [piece for k, piece in enumerate(words.split('"')) for piece in ([piece] if k % 2 else piece.split())]
    return " ".join('"' + piece.strip() + '"' for piece in pieces if piece.strip()) or '""'


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundDocument:
    """A document in which words were found."""

    document_id: str
    published: str
    publisher: str
    title: str
    snippet: str
    """Words around the first place, the words sought between \\x02 and \\x03."""


def search_documents(
    connection: sqlite3.Connection, words: str, *, as_of: date | None = None, limit: int = 20, offset: int = 0
) -> list[FoundDocument]:
    """Current documents with all the words, the best matches first (BM25)."""
    rows = connection.execute(
        """
        SELECT document_id, published, publisher, document.title AS title,
               snippet(document_words, -1, char(2), char(3), '…', 24) AS snippet
        FROM document_words JOIN document ON document.id = document_words.rowid
        WHERE document_words MATCH ? AND is_current = 1 AND published <= ?
        ORDER BY rank, published DESC, document_id LIMIT ? OFFSET ?
        """,
        (write_match(words), (as_of or date.max).isoformat(), limit, offset),
    )
    return [FoundDocument(**dict(row)) for row in rows]


def load_document(connection: sqlite3.Connection, document_id: str) -> JsonObject | None:
    """A current document with its marks, its events' ids and its versions; None where there is none."""
    row = connection.execute(
        "SELECT id, document_id, version, published, publisher, url, title, text, added FROM document "
        "WHERE document_id = ? AND is_current = 1",
        (document_id,),
    ).fetchone()
    if row is None:
        return None
    marks = connection.execute(
        "SELECT kind, mention.body FROM mention JOIN coding ON coding.id = mention.coding WHERE document = ? "
        "ORDER BY field DESC, start, mention.id",
        (row["id"],),
    )
    events = connection.execute(
        "SELECT DISTINCT leader FROM report JOIN coding ON coding.id = report.coding "
        "WHERE document = ? AND leader IS NOT NULL ORDER BY report.id",
        (row["id"],),
    )
    versions = connection.execute(
        "SELECT version, published, added, is_current FROM document WHERE document_id = ? ORDER BY version",
        (document_id,),
    )
    return {
        **{name: row[name] for name in row.keys() if name != "id"},  # noqa: SIM118 - a Row is no mapping
        "marks": [{"kind": kind, **json.loads(body)} for kind, body in marks],
        "events": [leader for (leader,) in events],
        "versions": [dict(version) for version in versions],
    }
