"""Joining reports into events after a change: only where something changed, and nothing is lost on the way.

The work to do stands in the tables `pending` and `stale`. Each step takes some of it in a transaction of its own, so a
killed process leaves work for the next one, never half an event.
"""

import json
import sqlite3
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from dragoman.linking import REACH, Leader, find_host, find_leaders, find_wide_leaders
from dragoman.model.codes import EventType
from dragoman.model.report import Report, read_report
from dragoman.store.body import code_in_body
from dragoman.store.connection import transaction
from dragoman.store.events import write_event
from dragoman.store.pending import (
    Stretch,
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


def relink(connection: sqlite3.Connection) -> None:
    """Join what was added or removed since the last time, and compose the events that this changes.

    Args:
        connection: open for writing, without a transaction under way.

    """
    for event_type in list_pending_types(connection):
        _link_days(connection, event_type)
    _compose_stale(connection)
    for event_type in EventType:
        _link_wide(connection, event_type.value)
    _compose_stale(connection)


def _link_days(connection: sqlite3.Connection, event_type: str) -> None:
    """Group the reports on and near the days that changed."""
    days, _ = read_pending(connection, event_type)
    for group in merge_days(days, apart=2 * REACH.days, longest=_LONGEST_RANGE):
        first, last = _move(group[0], -REACH), _move(group[-1], REACH)
        with transaction(connection):
            reports = load_day_reports(connection, event_type, _move(first, -REACH), _move(last, REACH))
            splits = load_splits(connection)
            leaders = find_leaders([r for r in reports if r.report_id not in splits])
            inner = [r.report_id for r in reports if r.day and first <= r.day <= last]
            _regroup(connection, {number: leaders.get(number) or _alone(number) for number in inner})
            _ungroup_wide(connection, event_type, first, last)
            clear_pending(connection, event_type, group)
    with transaction(connection):
        _, stretches = read_pending(connection, event_type)  # within: another process may have noted further ones
        for stretch in stretches:
            _ungroup(connection, event_type, *_within(stretch))
        _lead_groups(connection, ())  # a report that went may have led others that people joined it with
        clear_pending_stretches(connection, event_type)


def _move(day: date, by: timedelta) -> date:
    """A day moved, to the calendar's end at most: an event may tell of the year 9999."""
    ordinal = day.toordinal() + by.days
    return date.fromordinal(min(max(ordinal, date.min.toordinal()), date.max.toordinal()))


def _link_wide(connection: sqlite3.Connection, event_type: str) -> None:
    """Group the reports without a day: with an event that they can only mean, with each other, or alone."""
    waiting = "FROM report WHERE grouped IS NULL AND event_type = ? AND day IS NULL"
    if connection.execute(f"SELECT 1 {waiting} LIMIT 1", (event_type,)).fetchone() is None:
        return
    with transaction(connection):
        rows = connection.execute(f"SELECT body {waiting}", (event_type,)).fetchall()
        splits = load_splits(connection)
        reports = list(map(_read, rows))
        found = {report.report_id: _alone(report.report_id) for report in reports if report.report_id in splits}
        found |= _find_hosts(connection, [report for report in reports if report.report_id not in splits])
        for stretch in dict.fromkeys(Stretch.of(r.first, r.last, r.published) for r in reports):
            homeless = _load_homeless(connection, event_type, stretch)
            apart = found.keys() | splits
            found |= find_wide_leaders([report for report in homeless if report.report_id not in apart])
        _regroup(connection, found)


def _find_hosts(connection: sqlite3.Connection, reports: Sequence[Report]) -> dict[str, Leader]:
    """The events of a day that reports without one join."""
    offers: list[tuple[Report, Leader]] = []
    for report in reports:
        candidates, leaders = _find_candidates(connection, report)
        joint = find_host(report, candidates, leaders=leaders)
        if joint is not None:
            offers.append((report, Leader(report_id=leaders[joint.other_id], joint=joint)))
    return {report.report_id: leader for report, leader in _one_of_each_document(offers)}


def _load_homeless(connection: sqlite3.Connection, event_type: str, stretch: Stretch) -> list[Report]:
    """Reports of a stretch that are grouped with no event of a day, or not yet grouped."""
    condition, values = _within(stretch)
    rows = connection.execute(
        f"SELECT body FROM report WHERE event_type = ? AND day IS NULL AND {condition} "  # noqa: S608
        "AND NOT EXISTS (SELECT 1 FROM report AS head WHERE head.report_id = report.grouped AND head.day IS NOT NULL)",
        (event_type, *values),
    )
    return [_read(row) for row in rows]


def _within(stretch: Stretch) -> tuple[str, tuple[str, str]]:
    """What SQL asks of the reports of a stretch, beside that they have no day."""
    stated, unstated = "first = ? AND last = ?", "first IS NULL AND published BETWEEN ? AND ?"
    return stated if stretch.is_stated else unstated, (stretch.first, stretch.last)


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
    codes = [code_in_body(code) for code in report.codes]
    near = [row for row in rows if any(code in row["body"] for code in codes)]
    return [_read(row) for row in near], {row["report_id"]: row["grouped"] for row in near}


def _ungroup_wide(connection: sqlite3.Connection, event_type: str, first: date, last: date) -> None:
    """Reports without a day whose stretch holds days that changed have to look again, if they may join one at all."""
    condition = "last >= ? AND first <= ? AND julianday(last) - julianday(first) <= ?"
    _ungroup(connection, event_type, condition, (first.isoformat(), last.isoformat(), WIDEST.days))


def _ungroup(connection: sqlite3.Connection, event_type: str, condition: str, values: Sequence[str | int]) -> None:
    """Have the reports of a type without a day that meet a condition look for their event again."""
    # With them all of their documents, since of two only one may join an event. They keep their event until they are
    # grouped anew, so that readers never miss them.
    connection.execute(
        f"UPDATE report SET grouped = NULL WHERE event_type = ? AND day IS NULL "  # noqa: S608
        f"AND coding IN (SELECT coding FROM report WHERE event_type = ? AND day IS NULL AND {condition})",
        (event_type, event_type, *values),
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
    changed: list[tuple[str, str | None, str]] = []
    stale: set[str | None] = set()
    for report_id, new in found.items():
        grouped, leader, joint = connection.execute(
            "SELECT grouped, leader, joint FROM report WHERE report_id = ?", (report_id,)
        ).fetchone()
        why = json.dumps(new.joint.to_json(), ensure_ascii=False, sort_keys=True) if new.joint else None
        if (grouped, joint) != (new.report_id, why) or leader is None:
            changed.append((new.report_id, why, report_id))
            stale |= {leader, new.report_id}
    mark_stale(connection, stale)
    connection.executemany("UPDATE report SET grouped = ?, joint = ? WHERE report_id = ?", changed)
    _lead_groups(connection, (leader.report_id for leader in found.values()))


def _lead_groups(connection: sqlite3.Connection, groups: Iterable[str]) -> None:
    """Give groups that changed, and all that people joined, their leaders."""
    joins = load_joins(connection)
    for group in sorted({*groups} | joins.keys()):
        _lead(connection, group, joins.get(group, group))


def _lead(connection: sqlite3.Connection, group: str, leader: str) -> None:
    """Give all reports of a group their leader: the group's own, or that of a group that people joined it with."""
    condition = "grouped = ? AND leader IS NOT ?"
    former = connection.execute(f"SELECT DISTINCT leader FROM report WHERE {condition}", (group, leader)).fetchall()  # noqa: S608
    if former:
        mark_stale(connection, (leader, *(old for (old,) in former)))
        connection.execute(f"UPDATE report SET leader = ? WHERE {condition}", (leader, group, leader))  # noqa: S608


def _compose_stale(connection: sqlite3.Connection) -> None:
    while leaders := _next_stale(connection):
        with transaction(connection):
            for leader in leaders:
                write_event(connection, leader)
            connection.executemany("DELETE FROM stale WHERE leader = ?", ((leader,) for leader in leaders))


def _next_stale(connection: sqlite3.Connection) -> list[str]:
    rows = connection.execute("SELECT leader FROM stale ORDER BY leader LIMIT ?", (_EVENTS_AT_ONCE,))
    return [leader for (leader,) in rows]
