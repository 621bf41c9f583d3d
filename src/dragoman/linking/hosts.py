"""Reports without a single day: the event they belong to, or the one they make among themselves."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final, TypeAlias

from dragoman.linking.grouping import group_reports
from dragoman.linking.joint import Joint, Leader
from dragoman.linking.leaders import find_leaders
from dragoman.linking.naming import name_leaders
from dragoman.linking.score import explain, may_be_one, weigh
from dragoman.linking.traits import Traits, read_traits
from dragoman.model.codes import EventType
from dragoman.model.report import Report

_SURE: Final = 0.5
"""Log-odds that a report without a day needs to join one with a day."""
_AHEAD: Final = 1.0
"""How much likelier, in log-odds, its event must be than any other within the interval: "clashed in March" tells
none of ten clashes in March."""

Bucket: TypeAlias = tuple[EventType, date | None, date | None]


def find_host(
    report: Report, candidates: Sequence[Report], *, leaders: Mapping[str, str] | None = None
) -> Joint | None:
    """The report with a day that tells the same event as one whose date is wider.

    Args:
        report: whose date is an interval.
        candidates: reports with one day; those of another type or outside the interval are passed over.
        leaders: for each candidate's id that of its leader; found here where not given. Reports of one event
            do not compete.

    Returns:
        The joint to the report that fits best, or None where none does, or two events fit alike, or no interval is
        known.

    """
    fitting = [read_traits(other) for other in candidates if _is_within(other, report)]
    if not fitting:
        return None
    known = leaders or {key: leader.report_id for key, leader in find_leaders([t.report for t in fitting]).items()}
    traits = read_traits(report)
    closed = {known[t.report.report_id] for t in fitting if t.report.document_id == report.document_id}
    best: dict[str, tuple[float, tuple[str, str], Traits]] = {}
    for other in sorted(fitting, key=lambda other: other.rank):
        leader = known[other.report.report_id]
        if leader in closed or not may_be_one(traits, other):
            continue
        found = (-weigh(traits, other), other.rank, other)
        best[leader] = min(best.get(leader, found), found, key=lambda entry: entry[:2])
    ranked = sorted(best.values(), key=lambda entry: entry[:2])
    if not ranked or -ranked[0][0] <= _SURE or (len(ranked) > 1 and ranked[1][0] - ranked[0][0] < _AHEAD):
        return None
    return explain(traits, ranked[0][2])


def _is_within(other: Report, report: Report) -> bool:
    if other.event_type is not report.event_type or other.day is None or report.first is None or report.last is None:
        return False
    return report.first <= other.day <= report.last


def find_wide_leaders(reports: Sequence[Report]) -> dict[str, Leader]:
    """Which event each report without a single day tells, among those that found no host.

    Only reports of one type and of equal intervals are compared; those of no date at all only where they were
    published within days of each other, or are copies.

    Args:
        reports: any without a single day, in any order.

    Returns:
        For every report's id its leader.

    """
    buckets: dict[Bucket, list[Traits]] = defaultdict(list)
    for report in reports:
        buckets[report.event_type, report.first, report.last].append(read_traits(report))
    return name_leaders(group for bucket in buckets.values() for group in group_reports(bucket))
