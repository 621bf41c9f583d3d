"""Conditions on the events of a record, as SQL."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from dragoman.model.codes import EventType, QuadClass, Sector, Status
from dragoman.store.body import code_in_body

Condition = tuple[str, Sequence[Any]]
"""SQL with question marks, and their values."""

REJECTED = "SELECT id FROM event INDEXED BY event_rejected WHERE is_rejected = 1"
"""The events that people rejected: they are few, and have an index of their own."""


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
    names: tuple[str, ...] = ()
    """Of a person on either side: any of these spellings."""
    country: str | None = None
    """Where, ISO 3166-1 alpha-3."""
    geonames_id: int | None = None
    place: str | None = None
    """Name of the place as the gazetteer has it; capitals don't matter."""
    first: date | None = None
    """Events that ended before are left out."""
    last: date | None = None
    """Events that began after are left out."""
    speaker: str | None = None
    """Code of whoever says so."""
    speaker_names: tuple[str, ...] = ()
    """Of a person who says so in any report: any of these spellings."""
    publisher: str | None = None
    """Of any report; capitals don't matter."""
    min_confidence: float = 0.0
    as_of: date | None = None
    """Only what had been published by that day."""
    words: str | None = None
    """In the quoted words of a report: all of them, in any order; in quotation marks together."""
    are_common: bool = False
    """Whether many quotes have the words: then events are tried in their order, instead of all of them gathered."""
    with_rejected: bool = False


def settled_condition(wanted: EventFilter) -> Condition:
    """What the columns answer: all events, or with `as_of` those whose last report was published by then."""
    parts = [*_column_conditions(wanted), *_side_conditions(wanted), *_report_conditions(wanted)]
    if not wanted.with_rejected:
        parts.append(("event.is_rejected = 0", ()))
    if wanted.as_of is not None:
        parts.append(("event.until <= ?", (wanted.as_of.isoformat(),)))
    return _join(parts)


def spread_condition(wanted: EventFilter) -> Condition:
    """Events with reports before and after `as_of` that may meet the conditions by their earlier reports alone.

    Their columns tell the event as it is known today, so that only what no report can change is asked of them.

    Args:
        wanted: with `as_of`.

    """
    day = (wanted.as_of or date.max).isoformat()
    parts: list[Condition] = [("since < until AND since <= ? AND until > ?", (day, day))]
    for code in (*(wanted.dyad or ()), *([wanted.code] if wanted.code else [])):
        parts.append(
            (
                "(EXISTS (SELECT 1 FROM report WHERE report.event = event.id AND published <= ? AND instr(body, ?)) "
                "OR EXISTS (SELECT 1 FROM side WHERE side.event = event.id AND +code = ?))",
                (day, code_in_body(code), code),
            )
        )
    return _join([*parts, *_report_conditions(wanted)])


def _join(parts: Sequence[Condition]) -> Condition:
    return " AND ".join(sql for sql, _ in parts) or "1", tuple(v for _, values in parts for v in values)


def _column_conditions(wanted: EventFilter) -> Iterator[Condition]:
    lists: tuple[tuple[str, Sequence[str]], ...] = (
        ("event_type", wanted.types),
        ("mode", wanted.modes),
        ("quad_class", wanted.quad_classes),
        ("status", wanted.statuses),
    )
    for column, allowed in lists:
        if allowed:
            yield f"event.{column} IN ({','.join('?' * len(allowed))})", [str(value) for value in allowed]
    if wanted.contexts:
        yield (
            f"({' OR '.join(['event.contexts LIKE ?'] * len(wanted.contexts))})",
            [f"% {c} %" for c in wanted.contexts],
        )
    singles: tuple[tuple[str, Any], ...] = (
        ("event.country = ?", wanted.country),
        ("event.geonames_id = ?", wanted.geonames_id),
        ("event.place = ? COLLATE NOCASE", wanted.place),
        ("event.last >= ?", wanted.first and wanted.first.isoformat()),
        ("event.first <= ?", wanted.last and wanted.last.isoformat()),
        ("event.speaker = ?", wanted.speaker),
        ("event.confidence >= ?", wanted.min_confidence or None),
    )
    for sql, value in singles:
        if value is not None:
            yield sql, [value]


def _side_conditions(wanted: EventFilter) -> Iterator[Condition]:
    # The sign keeps SQLite to the index of the event: that of the code holds all events of a state.
    of_event = "EXISTS (SELECT 1 FROM {0} WHERE {0}.event = event.id AND {1})"
    if wanted.dyad:
        yield of_event.format("dyad", "+one = ? AND +other = ?"), sorted(wanted.dyad)
    if wanted.code:
        yield of_event.format("side", "+code = ?"), [wanted.code]
    if wanted.name:
        yield of_event.format("side", "+name = ?"), [wanted.name]
    if wanted.names:
        yield of_event.format("side", "+name IN (SELECT value FROM json_each(?))"), [json.dumps(wanted.names)]
    if wanted.sector:
        yield of_event.format("tag", "+tag = ?"), [wanted.sector]


def _report_conditions(wanted: EventFilter) -> Iterator[Condition]:
    """What one report is enough for, if it was published by `as_of`."""
    day = (wanted.as_of or date.max).isoformat()
    if wanted.publisher is not None:
        # Where no day is asked for, indexes answer alone: a publisher may have thousands of reports.
        known, days = (" AND report.published <= ?", [day]) if wanted.as_of else ("", [])
        yield (
            "event.id IN (SELECT report.event FROM document JOIN coding ON coding.document = document.id "  # noqa: S608
            f"JOIN report ON report.coding = coding.id WHERE document.publisher = ? COLLATE NOCASE{known})",
            (wanted.publisher, *days),
        )
    if wanted.speaker_names:
        yield (
            "event.id IN (SELECT event FROM report WHERE json_extract(body, '$.attribution.speaker.name') IN "
            "(SELECT value FROM json_each(?)) AND published <= ?)",
            (json.dumps(wanted.speaker_names), day),
        )
    if wanted.words is not None:
        quoted = (
            "FROM report JOIN quote_words ON quote_words.rowid = report.id "
            "WHERE quote_words MATCH ? AND report.published <= ?"
        )
        asked = f"EXISTS (SELECT 1 {quoted} AND report.event = event.id)"
        if not wanted.are_common:
            asked = f"event.id IN (SELECT report.event {quoted})"
        yield asked, (write_match(wanted.words), day)


def write_match(words: str) -> str:
    """Words as an FTS5 query: all of them, in any order, none taken for an operator; what stands in quotes together."""
    # SQLite takes a NUL for the end of the query.
    words = words.replace("\0", " ")
    pieces = [piece for k, piece in enumerate(words.split('"')) for piece in ([piece] if k % 2 else piece.split())]
    return " ".join('"' + piece.strip() + '"' for piece in pieces if piece.strip()) or '""'
