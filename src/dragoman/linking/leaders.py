"""Which reports tell one event, and which of them leads.

Everything is local in time, so that adding a report changes nothing far away. In steps:

1. Reports that words date are grouped by their day; those without such words by their day of publication.
2. A dated group joins a group of the day before that fits it in spite of the day: a visit of two days, copies of one
   text whose "Tuesday" was read in two ways.
3. A group without dates joins the best dated group of the two days before, the same day or the next.
4. What then is left without a date joins what is left of the day before.

No chain is followed further than that: what would have to join a group that itself joins an earlier one stays alone.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta
from typing import Final, TypeAlias

from dragoman.linking.grouping import Group, group_reports
from dragoman.linking.joint import Leader
from dragoman.linking.naming import name_leaders
from dragoman.linking.offers import ByCode, Offer, accept_offers, find_best
from dragoman.linking.traits import Traits, read_traits
from dragoman.model.codes import EventType
from dragoman.model.report import Report

REACH: Final = timedelta(days=6)
"""A report that is added, changed or taken away can change leaders of reports this much earlier or later, no further.

An event begun by a dated group of day e has members from e-1 to e+3 and hangs on reports from e-3 to e+4. So whoever
computes leaders for days a to b gives `find_leaders` the reports of a - REACH to b + REACH at least.
"""

_BEFORE: Final = 2
_AFTER: Final = 1
"""Days before and after its publication on which what a report tells without a date may have happened."""

Days: TypeAlias = Mapping[int, Sequence[Group]]
"""Groups by the number of their day."""


def find_leaders(reports: Sequence[Report]) -> dict[str, Leader]:
    """Which event each report tells, named after its leader.

    Args:
        reports: of one event type or of several, with one day each (`Report.day`), in any order.

    Returns:
        For every report's id its leader. The reports of one event have the same one.

    Raises:
        ValueError: a report has no single day.

    """
    by_type: dict[EventType, list[Traits]] = defaultdict(list)
    for report in reports:
        traits = read_traits(report)
        if traits.ordinal is None:
            raise ValueError(f"report {report.report_id} has no single day")
        by_type[report.event_type].append(traits)
    return name_leaders(event for of_type in by_type.values() for event in _find_events(of_type))


def _find_events(reports: Iterable[Traits]) -> list[Group]:
    reports = tuple(reports)
    dated = _group_by_day(traits for traits in reports if traits.report.is_dated)
    undated = _group_by_day(traits for traits in reports if not traits.report.is_dated)
    homes, by_code = _follow(dated), _index(dated)
    offers: dict[Group, list[Offer]] = defaultdict(list)
    left: dict[int, list[Group]] = defaultdict(list)
    # All offers are made to groups as they are by themselves: what an event takes in must not change who else asks.
    for day, groups in undated.items():
        near = [by_code[other] for other in range(day - _BEFORE, day + _AFTER + 1) if other in by_code]
        for group in groups:
            if offer := find_best(group, near):
                offers[homes[offer.to]].append(offer)
            else:
                left[day].append(group)
    alone = [group for event, made in offers.items() for group in accept_offers(event, made)]
    return [*_distinct(homes), *alone, *_distinct(_follow(left))]


def _group_by_day(reports: Iterable[Traits]) -> dict[int, list[Group]]:
    buckets: dict[int, list[Traits]] = defaultdict(list)
    for traits in reports:
        buckets[traits.ordinal or 0].append(traits)
    return {day: group_reports(bucket) for day, bucket in sorted(buckets.items())}


def _follow(days: Days) -> dict[Group, Group]:
    """The event that each group belongs to: its own, or that of the day before, if that one follows none itself."""
    by_code = _index(days)
    wishes = {
        group: find_best(group, [by_code[day - 1]] if day - 1 in by_code else [])
        for day, groups in days.items()
        for group in groups
    }
    events = {group: group.copy() for group in wishes}
    offers: dict[Group, list[Offer]] = defaultdict(list)
    for offer in wishes.values():
        if offer and wishes[offer.to] is None:
            offers[offer.to].append(offer)
    for to, made in offers.items():
        refused = set(accept_offers(events[to], made))
        events |= {offer.group: events[to] for offer in made if offer.group not in refused}
    return events


def _index(days: Days) -> dict[int, ByCode]:
    found: dict[int, ByCode] = {}
    for day, groups in days.items():
        by_code: dict[str, list[Group]] = defaultdict(list)
        for group in groups:
            for code in group.codes:
                by_code[code].append(group)
        found[day] = by_code
    return found


def _distinct(homes: Mapping[Group, Group]) -> Iterable[Group]:
    return dict.fromkeys(homes.values())
