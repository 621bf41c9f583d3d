"""Feasts checked against published calendars."""

from datetime import date

import pytest

from dragoman.timex.feasts import easter, feasts_in, islamic, orthodox_easter
from dragoman.timex.hebrew import hebrew
from dragoman.timex.lexicon import feasts


@pytest.mark.parametrize(
    ("when"), [date(1998, 4, 12), date(2008, 3, 23), date(2019, 4, 21), date(2023, 4, 9), date(2025, 4, 20)]
)
def test_western_easter(when: date) -> None:
    assert easter(when.year) == when


@pytest.mark.parametrize(("when"), [date(2019, 4, 28), date(2021, 5, 2), date(2023, 4, 16), date(2025, 4, 20)])
def test_orthodox_easter(when: date) -> None:
    assert orthodox_easter(when.year) == when


@pytest.mark.parametrize(
    ("year", "when"), [(1444, date(2022, 7, 30)), (1445, date(2023, 7, 19)), (1446, date(2024, 7, 7))]
)
def test_islamic_new_year_within_a_day_of_sightings(year: int, when: date) -> None:
    assert abs((islamic(year, 1, 1) - when).days) <= 1


@pytest.mark.parametrize(
    ("name", "year", "when"),
    [
        ("thanksgiving", 1999, date(1999, 11, 25)),
        ("memorial day", 2023, date(2023, 5, 29)),
        ("election day", 2024, date(2024, 11, 5)),
        ("good friday", 2023, date(2023, 4, 7)),
        ("christmas eve", 2023, date(2023, 12, 24)),
        ("mardi gras", 2024, date(2024, 2, 13)),
        ("passover", 2024, date(2024, 4, 23)),
        ("yom kippur", 2023, date(2023, 9, 25)),
        ("hanukkah", 2024, date(2024, 12, 26)),
        ("lunar new year", 2024, date(2024, 2, 10)),
        ("diwali", 2022, date(2022, 10, 24)),
        ("orthodox christmas", 2023, date(2023, 1, 7)),
    ],
)
def test_feast_of_a_year(name: str, year: int, when: date) -> None:
    kind, figures = feasts()[name]
    assert [period.first for period in feasts_in([year], kind, figures)] == [when]


@pytest.mark.parametrize(
    ("name", "first", "last"),
    [
        ("holy week", date(2023, 4, 2), date(2023, 4, 8)),
        ("lent", date(2023, 2, 22), date(2023, 4, 8)),
        ("ramadan", date(2023, 3, 22), date(2023, 4, 19)),
    ],
)
def test_feast_of_many_days(name: str, first: date, last: date) -> None:
    (period,) = feasts_in([2023], *feasts()[name])
    assert (period.first, period.last) == (first, last)


def test_a_feast_that_several_days_go_by_gives_them_all() -> None:
    assert [p.first for p in feasts_in([2023], *feasts()["eid"])] == [date(2023, 4, 21), date(2023, 6, 28)]


@pytest.mark.parametrize(
    ("year", "number", "day", "when"),
    [
        (5784, 1, 1, date(2023, 9, 16)),
        (5785, 1, 1, date(2024, 10, 3)),
        (5784, 7, 15, date(2024, 4, 23)),
        (5759, 3, 25, date(1998, 12, 14)),
        (5757, 12, 29, date(1997, 10, 1)),
    ],
)
def test_hebrew_calendar(year: int, number: int, day: int, when: date) -> None:
    assert hebrew(year, number, day) == when
