import random
import time
from collections import defaultdict
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.linking import REACH, Leader, find_leaders
from dragoman.model.report import Report
from tests.linking.factories import make_place, make_report
from tests.linking.strategies import alike_collections, alike_reports, collections, reports

LIMA = make_place("Lima", "PER", -12.04, -77.03)
CUSCO = make_place("Cusco", "PER", -13.52, -71.98)


def events(*given_reports: Report) -> set[frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for report_id, leader in find_leaders(given_reports).items():
        found[leader.report_id].add(report_id)
    return {frozenset(ids) for ids in found.values()}


def attack(report_id: str, quote: str = "shells hit the bridge", **fields: Any) -> Report:
    return make_report(report_id, quote=quote, **{"actors": "CHL", "recipients": "PER", **fields})


@given(collections() | alike_collections(), st.randoms(use_true_random=False))
def test_the_order_of_reports_changes_nothing(given_reports: list[Report], chance: random.Random) -> None:
    shuffled = given_reports[:]
    chance.shuffle(shuffled)
    assert find_leaders(shuffled) == find_leaders(given_reports)


@settings(max_examples=300)
@given(st.tuples(collections(), reports(10_000)) | st.tuples(alike_collections(), alike_reports(10_000)))
def test_a_report_changes_leaders_only_within_reach(told: tuple[list[Report], Report]) -> None:
    given_reports, added = told
    before, after = find_leaders(given_reports), find_leaders([*given_reports, added])
    assert added.day is not None
    for report in given_reports:
        if report.day is not None and abs(report.day - added.day) > REACH:
            assert after[report.report_id] == before[report.report_id]


@settings(max_examples=200)
@given(collections() | alike_collections(), st.integers(0, 24))
def test_leaders_of_a_window_need_only_reports_within_reach_of_it(given_reports: list[Report], start: int) -> None:
    first = date(2024, 4, 26) + timedelta(days=start)
    last = first + timedelta(days=2)
    near = [r for r in given_reports if r.day and first - REACH <= r.day <= last + REACH]
    whole, part = find_leaders(given_reports), find_leaders(near)
    inside = [r.report_id for r in near if r.day and first <= r.day <= last]
    assert {key: part[key] for key in inside} == {key: whole[key] for key in inside}


@given(collections())
def test_reports_of_one_document_never_share_a_leader(given_reports: list[Report]) -> None:
    leaders = find_leaders(given_reports)
    told = [(report.document_id, leaders[report.report_id].report_id) for report in given_reports]
    assert len(told) == len(set(told))


@given(collections())
def test_the_leader_is_published_first_and_all_others_are_joined_to_a_report_of_the_event(
    given_reports: list[Report],
) -> None:
    by_id = {report.report_id: report for report in given_reports}
    leaders = find_leaders(given_reports)
    assert leaders.keys() == by_id.keys()
    for report_id, leader in leaders.items():
        own, first = by_id[report_id], by_id[leader.report_id]
        assert (first.published, first.report_id) <= (own.published, own.report_id)
        assert leaders[leader.report_id] == Leader(report_id=leader.report_id, joint=None)
        if report_id == leader.report_id:
            continue
        assert leader.joint is not None and leader.joint.report_id == report_id
        assert leaders[leader.joint.other_id].report_id == leader.report_id
        assert (own.event_type, own.status) == (first.event_type, first.status)


@given(collections(12))
def test_a_found_event_given_again_by_itself_is_found_again(given_reports: list[Report]) -> None:
    by_leader: dict[str, list[Report]] = defaultdict(list)
    leaders = find_leaders(given_reports)
    for report in given_reports:
        by_leader[leaders[report.report_id].report_id].append(report)
    assert find_leaders([report for event in by_leader.values() for report in event]) == leaders


def test_a_report_without_a_day_is_refused() -> None:
    with pytest.raises(ValueError, match="ev_1"):
        find_leaders([make_report("ev_1", day=("2024-05-01", "2024-05-31"))])


ONE = [
    (attack("a", day="2024-05-14"), attack("b", day="2024-05-14")),
    (attack("a", day="2024-05-14"), attack("b", published="2024-05-15")),
    (attack("a", day="2024-05-14"), attack("b", published="2024-05-16", quote="the bridge that shells hit")),
    (attack("a", published="2024-05-15"), attack("b", published="2024-05-16")),
    (attack("a", day="2024-05-14", published="2024-05-14"), attack("b", day="2024-05-14", published="2024-11-02")),
    (attack("a", day="2024-05-14", place=LIMA), attack("b", day="2024-05-14")),
]


@pytest.mark.parametrize(("one", "other"), ONE)
def test_reports_that_agree_are_one_event(one: Report, other: Report) -> None:
    assert events(one, other) == {frozenset({"a", "b"})}


TWO = [
    (attack("a", day="2024-05-14"), attack("b", day="2024-05-21")),
    (attack("a", day="2024-05-14"), attack("b", day="2024-05-15", quote="mortars set a depot alight")),
    (attack("a", day="2024-05-14"), attack("b", day="2024-05-14", status="claimed")),
    (attack("a", day="2024-05-14"), attack("b", day="2024-05-14", document_id="doc-a")),
    (attack("a", day="2024-05-14", place=LIMA), attack("b", day="2024-05-14", place=CUSCO)),
    (attack("a", day="2024-05-14"), attack("b", day="2024-05-14", actors="ECU")),
    (attack("a", day="2024-05-14", mode="aerial"), attack("b", day="2024-05-14", mode="beat")),
    (attack("a", day="2024-05-14"), attack("b", day="2024-05-14", event_type="COERCE")),
]


@pytest.mark.parametrize(("one", "other"), TWO)
def test_reports_that_contradict_each_other_are_two_events(one: Report, other: Report) -> None:
    assert events(one, other) == {frozenset({"a"}), frozenset({"b"})}


def test_the_report_of_a_document_that_fits_best_is_the_one_that_is_joined() -> None:
    bridge, depot = attack("a", "shells hit the bridge of San Lorenzo"), attack("b", "a depot burns after shelling")
    both = (
        attack("c", "the depot was shelled and burns", document_id="x"),
        attack("d", "shelled: San Lorenzo bridge", document_id="x"),
    )
    assert events(bridge, depot, *both) == {frozenset({"a", "d"}), frozenset({"b", "c"})}


def test_no_chain_runs_on_from_day_to_day() -> None:
    daily = [attack(f"r{day}", published=f"2024-05-{day:02}") for day in range(1, 9)]
    assert max(len(event) for event in events(*daily)) == 2


def _bucket(size: int) -> Sequence[Report]:
    chance = random.Random(7)  # noqa: S311 - no secret
    codes = [f"{a}{b}X" for a in "ABCDEFG" for b in "PQRSTU"]
    weights = [1 / (rank + 1) for rank in range(len(codes))]
    things = "market bridge hospital depot harbour convoy village camp prison tanker pipeline dam ferry school".split()
    made = []
    for number in range(size):
        actor, recipient = chance.choices(codes, weights, k=2)
        quote = " ".join(chance.sample(things, chance.randint(2, 6)))
        made.append(make_report(f"ev_{number:05d}", actors=actor, recipients=recipient, quote=quote))
    return made


def test_two_thousand_reports_of_a_day_are_joined_in_about_a_second() -> None:
    bucket = _bucket(2000)
    begun = time.process_time()
    find_leaders(bucket)
    assert time.process_time() - begun < 6  # about one on a laptop; generous, for machines under load
