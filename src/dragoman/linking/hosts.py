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
        leaders: for each candidate's id that of its leader; found here, among those that fit, where not given.
            Reports of one event do not compete, and none joins an event that its document tells already.

    Returns:
        The joint to the report that fits best, or None where none does, or two events fit alike, or no interval is
        known.

    """
    traits = read_traits(report)
    fitting = [read_traits(other) for other in candidates if _is_within(other, report)]
    scores = {other: weigh(traits, other) for other in fitting if may_be_one(traits, other)}
    if not scores or max(scores.values()) <= _SURE:
        return None
    rivals = sorted((other for other, score in scores.items() if score > max(scores.values()) - _AHEAD), key=_rank)
    known = leaders or {key: leader.report_id for key, leader in find_leaders([t.report for t in rivals]).items()}
    events = {known[other.report.report_id] for other in rivals}
    own = {known.get(t.report.report_id) for t in fitting if t.report.document_id == report.document_id}
    if len(events) > 1 or events & own:
        return None
    return explain(traits, max(rivals, key=lambda other: scores[other]))


def _rank(traits: Traits) -> tuple[str, str]:
    return traits.rank


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
