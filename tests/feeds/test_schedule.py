"""Feeds are asked as often as they have news, within bounds; those at fault less and less."""

import pytest

from dragoman.feeds import Bounds, find_back_off, find_interval

BOUNDS = Bounds(least=300, most=21_600)
HOUR = 3_600

INTERVALS = [
    ("the first look", None, 20, 20, None, 1_800),
    ("some news", HOUR, 2, 20, None, 2_400),
    ("nothing but news", HOUR, 20, 20, None, 1_200),
    ("no news", HOUR, 0, 20, None, 5_400),
    ("an empty feed", HOUR, 0, 0, None, 5_400),
    ("not too often", 310, 1, 20, None, 300),
    ("not too seldom", 20_000, 0, 20, None, 21_600),
    ("as the publisher suggests", HOUR, 2, 20, 3 * HOUR, 3 * HOUR),
    ("more seldom than most, as the publisher suggests", HOUR, 0, 20, 12 * HOUR, 12 * HOUR),
    ("not once a year", HOUR, 0, 20, 8_760 * HOUR, 24 * HOUR),
]


@pytest.mark.parametrize(
    ("before", "new", "entries", "suggested", "seconds"), [i[1:] for i in INTERVALS], ids=[i[0] for i in INTERVALS]
)
def test_intervals(before: float | None, new: int, entries: int, suggested: float | None, seconds: float) -> None:
    interval = find_interval(BOUNDS, before, new=new, entries=entries, suggested=suggested)
    assert interval == pytest.approx(seconds)


BACK_OFFS = [(1, None, 600), (2, None, 1_200), (5, None, 9_600), (99, None, 86_400), (1, 3_000.0, 3_000), (1, 5.0, 600)]


@pytest.mark.parametrize(("failures", "retry_after", "seconds"), BACK_OFFS)
def test_back_offs(failures: int, retry_after: float | None, seconds: float) -> None:
    assert find_back_off(BOUNDS, failures, retry_after) == seconds
