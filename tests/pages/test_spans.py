"""Periods that pages offer."""

import pytest

from dragoman.pages.desk.spans import list_pairs, list_spans


@pytest.mark.parametrize(
    ("months", "told"),
    [
        ([], []),
        (["2024-02", "2023-12"], [("2023-12", "2023-12-01", "2023-12-31"), ("2024-02", "2024-02-01", "2024-02-29")]),
        (
            [f"{year}-{month:02}" for year in (2023, 2024, 2025) for month in range(1, 13)],
            [(str(year), f"{year}-01-01", f"{year}-12-31") for year in (2023, 2024, 2025)],
        ),
        (
            [f"{year}-01" for year in range(1991, 2021)],
            [(f"{year}s", f"{year}-01-01", f"{year + 9}-12-31") for year in (1990, 2000, 2010, 2020)],
        ),
        (
            [f"{year:04}-01" for year in range(1, 2100, 10)],
            [
                (f"{century:02}00 to {century:02}99", f"{max(1, century * 100):04}-01-01", f"{century:02}99-12-31")
                for century in range(21)
            ],
        ),
    ],
)
def test_periods_are_the_shortest_that_are_few_enough(months: list[str], told: list[tuple[str, str, str]]) -> None:
    assert [(span.name, span.first, span.last) for span in list_spans(months)] == told


@pytest.mark.parametrize(
    ("last", "before"),
    [("2024-02-29", ("2022-03-01", "2023-02-28")), ("2025-12-31", ("2024-01-01", "2024-12-31")), ("0003-12-31", None)],
)
def test_twelve_months_are_compared_with_the_twelve_before(last: str, before: tuple[str, str] | None) -> None:
    pairs = list_pairs(last)
    assert (pairs[0].before.first, pairs[0].before.last) == before if before else pairs == []
