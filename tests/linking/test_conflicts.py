from typing import Any

import pytest

from dragoman.linking.conflicts import find_conflicts
from dragoman.model.report import Report
from tests.linking.factories import make_place, make_report

LIMA, CALLAO = make_place("Lima", "PER", -12.04, -77.03), make_place("Callao", "PER", -12.05, -77.12)
CUSCO, PERU = make_place("Cusco", "PER", -13.52, -71.98), make_place("Peru", "PER", -10.0, -76.0, kind="country")


def fields(*reports: Report) -> dict[str, list[tuple[Any, list[str]]]]:
    return {
        conflict["field"]: [(value["value"], value["reports"]) for value in conflict["values"]]
        for conflict in find_conflicts(reports)
    }


def told(report_id: str, **given: Any) -> Report:
    return make_report(report_id, **{"actors": "CHL", "recipients": "PER", **given})


CONFLICTS = [
    (
        [told("a", day="2024-05-14"), told("b", day="2024-05-15"), told("c", day="2024-05-15")],
        {"date": [("2024-05-15", ["b", "c"]), ("2024-05-14", ["a"])]},
    ),
    ([told("a", place=LIMA), told("b", place=CUSCO)], {"place": [("Cusco, PER", ["b"]), ("Lima, PER", ["a"])]}),
    ([told("a", mode="aerial"), told("b", mode="drone")], {"mode": [("aerial", ["a"]), ("drone", ["b"])]}),
    (
        [told("a", quote="killing 12 people"), told("b", quote="14 were killed"), told("c", quote="killed 12")],
        {"number of dead": [(12, ["a", "c"]), (14, ["b"])]},
    ),
    (
        [told("a"), told("b", actors="PER", recipients="CHL")],
        {"actors": [(["CHL"], ["a"]), (["PER"], ["b"])], "recipients": [(["CHL"], ["b"]), (["PER"], ["a"])]},
    ),
]


@pytest.mark.parametrize(("reports", "conflicts"), CONFLICTS)
def test_what_cannot_all_be_right_is_kept(reports: list[Report], conflicts: dict[str, Any]) -> None:
    assert fields(*reports) == conflicts


NONE = [
    [told("a", day="2024-05-14"), told("b", published="2024-05-16")],
    [told("a", day="2024-05-14"), told("b", day=("2024-05-01", "2024-05-31"))],
    [told("a", place=LIMA), told("b", place=PERU), told("c", place=CALLAO), told("d")],
    [told("a"), told("b", actors="CHL USA"), told("c", actors="")],
    [told("a", quote="12 killed"), told("b", quote="17 wounded")],
    [told("a", mode="aerial"), told("b")],
]


@pytest.mark.parametrize("reports", NONE)
def test_what_one_tells_and_another_leaves_out_is_no_conflict(reports: list[Report]) -> None:
    assert fields(*reports) == {}
