from typing import Any

import pytest

from dragoman.linking import find_host, find_wide_leaders
from dragoman.model.report import Report
from tests.linking.factories import make_place, make_report

MAY = ("2024-05-01", "2024-05-31")
MAJOR = {"code": "CHL", "name": "Pablo Rojas", "office": "minister of foreign affairs", "mention": "Rojas"}
LIMA = make_place("Lima", "PER", -12.04, -77.03)


def visit(report_id: str, **fields: Any) -> Report:
    told = {"event_type": "CONSULT", "mode": "visit", "actors": [MAJOR], "recipients": "PER", "quote": "Rojas came"}
    return make_report(report_id, **{**told, **fields})


def attack(report_id: str, **fields: Any) -> Report:
    return make_report(report_id, **{"actors": "CHL", "recipients": "PER", "quote": "shells hit the bridge", **fields})


def test_a_visit_told_by_its_month_joins_the_only_one_of_that_month() -> None:
    joint = find_host(visit("w", day=MAY), [visit("a", day="2024-05-14"), visit("b", day="2024-06-14")])
    assert joint is not None
    assert (joint.report_id, joint.other_id) == ("w", "a")
    assert any(part.name == "date" and part.value < 0 for part in joint.parts)


def test_of_two_visits_that_fit_alike_neither_is_meant() -> None:
    assert find_host(visit("w", day=MAY), [visit("a", day="2024-05-07"), visit("b", day="2024-05-21")]) is None


def test_of_two_visits_the_one_that_fits_better_is_meant() -> None:
    there, elsewhere = visit("a", day="2024-05-07", place=LIMA), visit("b", day="2024-05-21", mode=None)
    joint = find_host(visit("w", day=MAY, place=LIMA), [elsewhere, there])
    assert joint is not None and joint.other_id == "a"


def test_reports_of_one_event_do_not_compete() -> None:
    first, second = visit("a", day="2024-05-14"), visit("b", day="2024-05-14")
    assert find_host(visit("w", day=MAY), [first, second]) is not None
    two = {"a": "a", "b": "b"}
    assert find_host(visit("w", day=MAY), [first, second], leaders=two) is None


def test_no_report_joins_an_event_that_its_document_tells_already() -> None:
    first, second = visit("a", day="2024-05-14"), visit("b", day="2024-05-14", document_id="doc-w")
    assert find_host(visit("w", day=MAY), [first, second], leaders={"a": "a", "b": "a"}) is None


@pytest.mark.parametrize(
    "candidate",
    [
        visit("a", day="2024-06-01"),
        visit("a", day="2024-05-14", status="claimed"),
        visit("a", day=("2024-05-10", "2024-05-20")),
        visit("a", day="2024-05-14", actors="ECU"),
        make_report("a", day="2024-05-14", actors="CHL", recipients="PER"),
    ],
)
def test_other_events_are_no_hosts(candidate: Report) -> None:
    assert find_host(visit("w", day=MAY), [candidate]) is None


def test_without_an_interval_there_is_no_host() -> None:
    assert find_host(visit("w", date=None), [visit("a", day="2024-05-14")]) is None


def leaders(*reports: Report) -> list[str]:
    found = find_wide_leaders(reports)
    return [found[report.report_id].report_id for report in reports]


def test_reports_of_one_month_that_agree_are_one_event() -> None:
    assert leaders(attack("b", day=MAY), attack("a", day=MAY)) == ["a", "a"]


def test_reports_of_other_intervals_are_not_compared() -> None:
    assert leaders(attack("a", day=MAY), attack("b", day=("2024-05-01", "2024-05-30"))) == ["a", "b"]


def test_reports_without_any_date_join_only_when_published_together_or_copied() -> None:
    quote = "shells hit the old stone bridge over the border river again"
    one, soon = attack("a", date=None), attack("b", date=None, published="2024-05-18")
    late = attack("c", date=None, published="2025-05-18", quote="mortars and shells hit a bridge")
    assert leaders(one, soon, late) == ["a", "a", "c"]
    copies = attack("a", date=None, quote=quote), attack("b", date=None, quote=quote, published="2025-05-18")
    assert leaders(*copies) == ["a", "a"]
