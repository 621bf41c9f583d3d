"""Feasts checked against published calendars."""

from datetime import date

import pytest

from dragoman.timex.feasts import easter, feast_in, islamic, orthodox_easter
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
    ],
)
def test_feast_of_a_year(name: str, year: int, when: date) -> None:
    kind, figures = feasts()[name]
    period = feast_in(year, kind, figures)
    assert period is not None
    assert period.first == when
