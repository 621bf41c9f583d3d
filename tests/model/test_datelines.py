import re

import pytest

from dragoman.model.datelines import CAPITAL, DATE


@pytest.mark.parametrize("day", ["March 3", "Sept. 12, 2024", "3 March", "03 June 2025", "May 1 2025"])
def test_days_of_datelines_are_known(day: str) -> None:
    assert re.fullmatch(DATE, day)


@pytest.mark.parametrize("words", ["March", "Marching 3 miles", "3", "12 Oak Street", "2024"])
def test_what_is_no_day_of_a_dateline_is_left(words: str) -> None:
    assert not re.fullmatch(DATE, words)


def test_capitals_of_other_scripts_count_and_small_letters_do_not() -> None:
    assert [c for c in "AÉŁЖéłaß3_-" if re.fullmatch(CAPITAL, c)] == ["A", "É", "Ł", "Ж", "ł"]
