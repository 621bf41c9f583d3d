from datetime import date

import pytest

from dragoman.model.tenure import PartialDate


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2023-06-04", date(2023, 6, 4), date(2023, 6, 4)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2023-12", date(2023, 12, 1), date(2023, 12, 31)),
        ("1999", date(1999, 1, 1), date(1999, 12, 31)),
    ],
)
def test_a_partial_date_spans_the_days_it_may_mean(text: str, first: date, last: date) -> None:
    assert (PartialDate(text).first, PartialDate(text).last) == (first, last)


@pytest.mark.parametrize("text", ["", "23", "2023-13", "2023-02-30", "06/2023", "2023-6-4", "2023-06-", "20230604"])
def test_what_no_calendar_has_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        PartialDate(text)
