"""Joining reports into events after a change: only where something changed, and nothing is lost on the way.

The work to do stands in the tables `pending` and `stale`. Each step takes some of it in a transaction of its own, so a
killed process leaves work for the next one, never half an event.
"""

import json
import sqlite3
from collections.abc import Callable, Sequence
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
from dragoman.store.reviews import load_joins, load_splits

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
    """Group the reports on and near the days that changed."""
    days, stretches = read_pending(connection, event_type)
    splits = load_splits(connection)
    for group in merge_days(days, apart=2 * REACH.days, longest=_LONGEST_RANGE):
        first, last = group[0] - REACH, group[-1] + REACH
        with transaction(connection):
            reports = load_day_reports(connection, event_type, first - REACH, last + REACH)
            leaders = find_leaders([r for r in reports if r.report_id not in splits])
            inner = [r.report_id for r in reports if r.day and first <= r.day <= last]
            _regroup(connection, {number: leaders.get(number) or _alone(number) for number in inner})
            _ungroup_wide(connection, event_type, first, last)
            clear_pending(connection, event_type, group)
    with transaction(connection):
        for stretch in stretches:
            if stretch.first and stretch.last:
                _ungroup_bucket(connection, event_type, stretch.first, stretch.last)
        clear_pending_stretches(connection, event_type)


def _link_wide(connection: sqlite3.Connection, event_type: str) -> None:
    """Group the reports without a day: with an event that they can only mean, with each other, or alone."""
    rows = connection.execute(
        "SELECT body FROM report WHERE grouped IS NULL AND event_type = ? AND day IS NULL", (event_type,)
    ).fetchall()
    if not rows:
        return
    splits = load_splits(connection)
    with transaction(connection):
        found: dict[str, Leader] = {}
        offers: list[tuple[Report, Leader]] = []
        homeless: dict[tuple[date | None, date | None], list[Report]] = {}
        for report in map(_read, rows):
            if report.report_id in splits:
                found[report.report_id] = _alone(report.report_id)
                continue
            candidates, leaders = _find_candidates(connection, report)
            joint = find_host(report, candidates, leaders=leaders)
            if joint is not None:
                offers.append((report, Leader(report_id=leaders[joint.other_id], joint=joint)))
            else:
                homeless.setdefault((report.first, report.last), []).append(report)
        for report, leader in _one_of_each_document(offers):
            found[report.report_id] = leader
        for report, _ in offers:
            if report.report_id not in found:
                homeless.setdefault((report.first, report.last), []).append(report)
        for reports in homeless.values():
            found |= find_wide_leaders(reports)
        _regroup(connection, found)


def _one_of_each_document(offers: Sequence[tuple[Report, Leader]]) -> list[tuple[Report, Leader]]:
    """Of a document's reports that would join one event only the likeliest: the document tells them as two."""
    best: dict[tuple[str, str], tuple[Report, Leader]] = {}
    for report, leader in sorted(offers, key=lambda offer: offer[0].report_id):
        key = (report.document_id, leader.report_id)
        if key not in best or _score(leader) > _score(best[key][1]):
            best[key] = (report, leader)
    return list(best.values())


def _score(leader: Leader) -> float:
    return leader.joint.score if leader.joint else 0.0


def _alone(report_id: str) -> Leader:
    return Leader(report_id=report_id, joint=None)


def _find_candidates(connection: sqlite3.Connection, report: Report) -> tuple[list[Report], dict[str, str]]:
    """Reports of a day within a report's stretch that share a side with it, and the leaders of their groups."""
    if report.first is None or report.last is None or report.last - report.first > WIDEST:
        return [], {}
    rows = connection.execute(
        "SELECT body, report_id, grouped FROM report WHERE event_type = ? AND day BETWEEN ? AND ?",
        (report.event_type, report.first.isoformat(), report.last.isoformat()),
    )
    # Most reports of the stretch are of others: their words tell so before they are taken apart.
    codes = [f'"code":"{code}"' for code in report.codes]
    near = [row for row in rows if any(code in row["body"] for code in codes)]
    return [_read(row) for row in near], {row["report_id"]: row["grouped"] for row in near}


def _ungroup_wide(connection: sqlite3.Connection, event_type: str, first: date, last: date) -> None:
    """Reports without a day whose stretch holds days that changed have to look again."""
    condition = "event_type = ?1 AND day IS NULL AND first <= ?3 AND last >= ?2"
    _ungroup(connection, condition, (event_type, first.isoformat(), last.isoformat()))


def _ungroup_bucket(connection: sqlite3.Connection, event_type: str, first: date, last: date) -> None:
    condition = "event_type = ?1 AND day IS NULL AND first = ?2 AND last = ?3"
    _ungroup(connection, condition, (event_type, first.isoformat(), last.isoformat()))


def _ungroup(connection: sqlite3.Connection, condition: str, values: Sequence[str]) -> None:
    # With them all of their documents, since of two only one may join an event. They keep their event until they are
    # grouped anew, so that readers never miss them.
    connection.execute(
        f"UPDATE report SET grouped = NULL WHERE day IS NULL AND event_type = ?1 "  # noqa: S608
        f"AND coding IN (SELECT coding FROM report WHERE {condition})",
        values,
    )


def load_day_reports(connection: sqlite3.Connection, event_type: str, first: date, last: date) -> list[Report]:
    """Reports of a type on the days from `first` to `last`, both included."""
    rows = connection.execute(
        "SELECT body FROM report WHERE event_type = ? AND day BETWEEN ? AND ?",
        (event_type, first.isoformat(), last.isoformat()),
    )
    return [_read(row) for row in rows]


def _read(row: Sequence[str]) -> Report:
    return read_report(json.loads(row[0]))


def _regroup(connection: sqlite3.Connection, found: dict[str, Leader]) -> None:
    """Write the groups that changed, and note whose events that concerns."""
    changed = []
    for report_id, new in found.items():
        grouped, leader, joint = connection.execute(
            "SELECT grouped, leader, joint FROM report WHERE report_id = ?", (report_id,)
        ).fetchone()
        why = json.dumps(new.joint.to_json(), ensure_ascii=False, sort_keys=True) if new.joint else None
        if (grouped, joint) != (new.report_id, why) or leader is None:
            changed.append((new.report_id, why, report_id))
            mark_stale(connection, (leader, new.report_id))
    connection.executemany("UPDATE report SET grouped = ?, joint = ? WHERE report_id = ?", changed)
    joins = load_joins(connection)
    for group in sorted({leader.report_id for leader in found.values()} | joins.keys()):
        _lead(connection, group, joins.get(group, group))


def _lead(connection: sqlite3.Connection, group: str, leader: str) -> None:
    """Give all reports of a group their leader: the group's own, or that of a group that people joined it with."""
    condition = "grouped = ? AND leader IS NOT ?"
    former = connection.execute(f"SELECT DISTINCT leader FROM report WHERE {condition}", (group, leader)).fetchall()  # noqa: S608
    if former:
        mark_stale(connection, (leader, *(old for (old,) in former)))
        connection.execute(f"UPDATE report SET leader = ? WHERE {condition}", (leader, group, leader))  # noqa: S608


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
    rows = connection.execute("SELECT leader FROM stale ORDER BY leader LIMIT ?", (_EVENTS_AT_ONCE,))
    return [leader for (leader,) in rows]
