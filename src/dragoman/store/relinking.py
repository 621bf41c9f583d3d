"""Joining reports into events after a change: only where something changed, and nothing is lost on the way.

The work to do stands in the tables `pending` and `stale`. Each step takes some of it in a transaction of its own, so a
killed process leaves work for the next one, never half an event.
"""

import json
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta

from dragoman.linking import REACH, Leader, find_host, find_leaders, find_wide_leaders
from dragoman.model.codes import EventType
from dragoman.model.report import Report, read_report
from dragoman.store.connection import transaction
from dragoman.store.events import write_event
from dragoman.store.pending import (
    clear_pending,
    clear_pending_stretches,
    list_pending_types,
    mark_stale,
    merge_days,
    read_pending,
)

_LONGEST_RANGE = 31
"""Days that are joined in one transaction."""
_EVENTS_AT_ONCE = 500
"""Events composed in one transaction."""
WIDEST = timedelta(days=92)
"""A report that names only a longer stretch of time ("last year") joins no event of a day: too many would do."""


def relink(connection: sqlite3.Connection, report: Callable[[str], None] | None = None) -> None:
    """Join what was added or removed since the last time, and compose the events that this changes.

    Args:
        connection: open for writing, without a transaction under way.
        report: told now and then what is done.

    """
    tell = report or (lambda _: None)
    for event_type in list_pending_types(connection):
        tell(f"joining reports: {event_type}")
        _link_days(connection, event_type)
    _compose_stale(connection, tell)
    for event_type in EventType:
        _link_wide(connection, event_type.value)
    _compose_stale(connection, tell)


def _link_days(connection: sqlite3.Connection, event_type: str) -> None:
    """Leaders of the reports on and near the days that changed."""
    days, stretches = read_pending(connection, event_type)
    reach = REACH.days
    for group in merge_days(days, apart=2 * reach, longest=_LONGEST_RANGE):
        inner = (group[0] - REACH, group[-1] + REACH)
        with transaction(connection):
            reports = load_day_reports(connection, event_type, inner[0] - REACH, inner[1] + REACH)
            leaders = find_leaders(reports)
            kept = {r.report_id: leaders[r.report_id] for r in reports if r.day and inner[0] <= r.day <= inner[1]}
            _set_leaders(connection, kept)
            _unlink_wide(connection, event_type, *inner)
            clear_pending(connection, event_type, group)
    with transaction(connection):
        for stretch in stretches:
            if stretch.first and stretch.last:
                _unlink_bucket(connection, event_type, stretch.first, stretch.last)
        clear_pending_stretches(connection, event_type)


def _link_wide(connection: sqlite3.Connection, event_type: str) -> None:
    """Leaders of reports without a day: an event of a day that they can only mean, each other, or none."""
    rows = connection.execute(
        "SELECT body FROM report WHERE leader IS NULL AND event_type = ? AND day IS NULL", (event_type,)
    ).fetchall()
    if not rows:
        return
    with transaction(connection):
        homeless: dict[tuple[date | None, date | None], list[Report]] = {}
        found: dict[str, Leader] = {}
        for report in map(_read, rows):
            joint = find_host(report, _find_candidates(connection, report))
            if joint is None:
                homeless.setdefault((report.first, report.last), []).append(report)
            else:
                (leader,) = connection.execute(
                    "SELECT leader FROM report WHERE report_id = ?", (joint.other_id,)
                ).fetchone()
                found[report.report_id] = Leader(report_id=leader, joint=joint)
        for reports in homeless.values():
            found |= find_wide_leaders(reports)
        _set_leaders(connection, found)


def _find_candidates(connection: sqlite3.Connection, report: Report) -> list[Report]:
    if report.first is None or report.last is None or report.last - report.first > WIDEST or not report.codes:
        return []
    marks = ",".join("?" * len(report.codes))
    rows = connection.execute(
        f"""
        SELECT DISTINCT report.body FROM side
        JOIN event ON event.id = side.event
        JOIN report ON report.event = event.id AND report.day IS NOT NULL
        WHERE side.code IN ({marks}) AND side.first BETWEEN ? AND ? AND event.event_type = ? AND event.status = ?
        """,  # noqa: S608 - only question marks are filled in
        (*sorted(report.codes), report.first.isoformat(), report.last.isoformat(), report.event_type, report.status),
    )
    return [_read(row) for row in rows]


def _unlink_wide(connection: sqlite3.Connection, event_type: str, first: date, last: date) -> None:
    """Reports without a day whose stretch holds days that changed have to look again."""
    condition = "event_type = ? AND day IS NULL AND first <= ? AND last >= ? AND leader IS NOT NULL"
    _unlink(connection, condition, (event_type, last.isoformat(), first.isoformat()))


def _unlink_bucket(connection: sqlite3.Connection, event_type: str, first: date, last: date) -> None:
    condition = "event_type = ? AND day IS NULL AND first = ? AND last = ? AND leader IS NOT NULL"
    _unlink(connection, condition, (event_type, first.isoformat(), last.isoformat()))


def _unlink(connection: sqlite3.Connection, condition: str, values: Sequence[str]) -> None:
    connection.execute(
        f"INSERT INTO stale (leader) SELECT DISTINCT leader FROM report WHERE {condition} ON CONFLICT DO NOTHING",  # noqa: S608
        values,
    )
    connection.execute(f"UPDATE report SET leader = NULL WHERE {condition}", values)  # noqa: S608


def load_day_reports(connection: sqlite3.Connection, event_type: str, first: date, last: date) -> list[Report]:
    """Reports of a type on the days from `first` to `last`, both included."""
    rows = connection.execute(
        "SELECT body FROM report WHERE event_type = ? AND day BETWEEN ? AND ?",
        (event_type, first.isoformat(), last.isoformat()),
    )
    return [_read(row) for row in rows]


def _read(row: Sequence[str]) -> Report:
    return read_report(json.loads(row[0]))


def _set_leaders(connection: sqlite3.Connection, found: dict[str, Leader]) -> None:
    """Write the leaders that changed, and note whose events that concerns."""
    changed, leaders = [], set()
    for report_id, new in found.items():
        (old, joint) = connection.execute(
            "SELECT leader, joint FROM report WHERE report_id = ?", (report_id,)
        ).fetchone()
        why = json.dumps(new.joint.to_json(), sort_keys=True) if new.joint else None
        if old == new.report_id and joint == why:
            continue
        changed.append((new.report_id, why, report_id))
        leaders |= {old, new.report_id}
    connection.executemany("UPDATE report SET leader = ?, joint = ? WHERE report_id = ?", changed)
    mark_stale(connection, leaders)


def _compose_stale(connection: sqlite3.Connection, tell: Callable[[str], None]) -> None:
    done = 0
    while leaders := _next_stale(connection):
        with transaction(connection):
            for leader in leaders:
                write_event(connection, leader)
            connection.executemany("DELETE FROM stale WHERE leader = ?", ((leader,) for leader in leaders))
        done += len(leaders)
        tell(f"composing events: {done:,}")


def _next_stale(connection: sqlite3.Connection) -> list[str]:
    rows: Iterable[tuple[str]] = connection.execute(
        "SELECT leader FROM stale ORDER BY leader LIMIT ?", (_EVENTS_AT_ONCE,)
    )
    return [leader for (leader,) in rows]
