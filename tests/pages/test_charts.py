"""Charts: where months stand, what is drawn, in which colours."""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import pytest

from dragoman.pages.charts import Drawing, draw_balance, draw_quad_classes, draw_types
from dragoman.pages.charts.drawing import QUAD_CLASSES, WIDE
from dragoman.pages.charts.months import MonthAxis, find_axis, number_month
from dragoman.pages.stretches import count_types


def month_of(month: str | None, mean: float | None = 2.0, **quads: int) -> dict[str, Any]:
    counts = {name: quads.get(name.replace(" ", "_"), 0) for name in QUAD_CLASSES}
    return {"month": month, "events": sum(counts.values()), "quad_classes": counts, "means": {"plover": mean}}


COLOURS = ("soft", "rule", "paper", "ink", *(name.replace(" ", "-") for name in QUAD_CLASSES))

MONTHS = [month_of(None, verbal_conflict=9), month_of("2025-03", verbal_cooperation=2, material_conflict=1)]


def axis_of(*months: str) -> MonthAxis:
    axis = find_axis(months)
    assert axis
    return axis


def marks(svg: str, colour: str) -> int:
    return len(re.findall(rf'(?:fill|stroke)="var\(--{colour}\)"', svg))


@pytest.mark.parametrize(
    ("months", "length"),
    [
        (["2025-03"], 6),
        (["2025-03", "2025-05"], 6),
        (["2024-01", "2025-03"], 15),
        (["0001-01"], None),
        (["9999-12"], None),
    ],
)
def test_an_axis_has_all_its_months_and_not_too_few(months: list[str], length: int | None) -> None:
    axis = axis_of(*months)
    assert length is None or axis.months == length
    assert all(axis.first <= number_month(month) <= axis.last + 1 for month in months)
    assert draw_quad_classes([month_of(months[0], verbal_cooperation=1)], axis).wide.startswith("<svg ")


def test_without_months_there_is_no_axis() -> None:
    assert find_axis([]) is None


@pytest.mark.parametrize("years", [1, 5, 20, 60])
@pytest.mark.parametrize("width", ["wide", "narrow"])
def test_the_words_below_an_axis_have_room(years: int, width: str) -> None:
    drawing = draw_balance(MONTHS, axis_of("1965-01", f"{1965 + years - 1}-12", "1965-06"))
    labels = re.findall(r">(\d{4}(?:-\d\d)?)</text>", getattr(drawing, width))
    assert 2 <= len(labels) <= (12 if width == "wide" else 5)


def test_what_is_of_no_one_month_is_not_drawn() -> None:
    drawing = draw_quad_classes(MONTHS, axis_of("2025-03"))
    assert [marks(drawing.wide, name.replace(" ", "-")) for name in QUAD_CLASSES] == [1, 0, 0, 1]


def test_a_mean_has_no_colour_of_a_class_since_a_month_mixes_them() -> None:
    drawing = draw_balance([month_of("2025-03", -2.0), month_of("2025-04", None)], axis_of("2025-03"))
    assert marks(drawing.wide, "ink") == 2, "a dot and its stem"
    assert not any(marks(drawing.wide, name.replace(" ", "-")) for name in QUAD_CLASSES)


@pytest.mark.parametrize(
    ("statuses", "discs", "rings"),
    [({"occurred": 2}, 1, 0), ({"claimed": 1}, 0, 1), ({"occurred": 9, "planned": 1}, 1, 1)],
)
def test_what_did_not_occur_is_a_ring(statuses: dict[str, int], discs: int, rings: int) -> None:
    rows = [
        {
            "month": "2025-03",
            "quad_class": "verbal conflict",
            "event_type": "ACCUSE",
            "status": status,
            "events": events,
        }
        for status, events in statuses.items()
    ]
    svg = draw_types(count_types(rows), axis_of("2025-03")).narrow
    assert svg.count('fill="var(--verbal-conflict)"') == discs
    assert svg.count('stroke="var(--verbal-conflict)"') == rings
    assert ">ACCUSE</text>" in svg


def test_a_long_relation_has_a_disc_for_each_type_and_year() -> None:
    months = [f"{year}-{month:02}" for year in range(2010, 2020) for month in range(1, 13)]
    rows = [
        {"month": month, "quad_class": quad, "event_type": kind, "status": "occurred", "events": 1}
        for month in months
        for kind, quad in (("ACCUSE", "verbal conflict"), ("AID", "material cooperation"))
    ]
    svg = draw_types(count_types(rows), axis_of(*months)).wide
    assert svg.count('fill="var(--verbal-conflict)"') == svg.count('fill="var(--material-cooperation)"') == 10


@pytest.mark.parametrize("width", ["wide", "narrow"])
def test_charts_have_no_colour_of_their_own_and_nothing_that_runs_or_loads(width: str) -> None:
    axis = axis_of("2025-03")
    for drawing in (draw_balance(MONTHS, axis), draw_quad_classes(MONTHS, axis)):
        svg = getattr(drawing, width)
        assert set(re.findall(r'(?:fill|stroke)="([^"]+)"', svg)) <= {"none", *(f"var(--{name})" for name in COLOURS)}
        assert not re.search(r"<script|\son\w+=|href|\sstyle=|\sid=|url\(", svg)


def test_charts_are_the_same_twice() -> None:
    axis = axis_of("2025-03")
    one, other = draw_balance(MONTHS, axis), draw_balance(MONTHS, axis)
    assert (one.wide, one.narrow) == (other.wide, other.narrow)


@pytest.mark.parametrize("draw", [draw_balance, draw_quad_classes])
def test_a_chart_has_nothing_of_the_one_drawn_before(
    draw: Callable[[Sequence[Mapping[str, Any]], MonthAxis], Drawing],
) -> None:
    busy = [month_of(f"2025-{month:02}", 5.0, verbal_cooperation=90) for month in range(1, 13)]
    alone = draw(MONTHS, axis_of("2025-03")).wide
    assert draw(busy, axis_of("2024-06", "2026-02")).wide != alone
    assert draw(MONTHS, axis_of("2025-03")).wide == alone


def test_a_chart_for_a_script_holds_its_rows_and_its_days() -> None:
    chart = draw_balance(MONTHS, axis_of("2025-03"), brushed=True).specify(WIDE)
    settings = {given["name"]: given.get("value") for given in chart["params"]}
    assert [row["mean"] for row in chart["datasets"]["rows"]] == [2.0]
    assert settings["begin"] < chart["datasets"]["rows"][0]["middle"] < settings["end"]
    assert "period" in settings
