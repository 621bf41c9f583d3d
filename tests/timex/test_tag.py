"""Expressions, their types and values, as published on Friday 9 June 2023 unless a case says otherwise."""

from datetime import date

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from dragoman.model.codes import Granularity
from dragoman.model.text import Field
from dragoman.timex import tag_times
from tests.timex.tagging import FRIDAY, tagged

ABSOLUTE = [
    ("It was signed on 28 May 2023.", "28 May 2023", "2023-05-28"),
    ("It was signed on May 28, 2023.", "May 28, 2023", "2023-05-28"),
    ("They met on the 28th of May, 2019.", "the 28th of May, 2019", "2019-05-28"),
    ("Filed on 2023-05-28.", "2023-05-28", "2023-05-28"),
    ("Filed on 28/05/2023.", "28/05/2023", "2023-05-28"),
    ("Filed on 05/28/2023.", "05/28/2023", "2023-05-28"),
    ("in Sept. 2021", "Sept. 2021", "2021-09"),
    ("in May '98", "May '98", "1998-05"),
    ("since 2015", "2015", "2015"),
    ("the year 2000", "the year 2000", "2000"),
    ("in the 1990s", "the 1990s", "199"),
    ("in the ’90s", "the ’90s", "199"),
    ("in the late nineteenth century", "the late nineteenth century", "18"),
    ("in the first quarter of 2022", "the first quarter of 2022", "2022-Q1"),
    ("in Q2 2023", "Q2 2023", "2023-Q2"),
    ("in the second half of 2022", "the second half of 2022", "2022-H2"),
    ("in fiscal 2024", "fiscal 2024", "2024"),
    ("in nineteen ninety-six", "nineteen ninety-six", "1996"),
    ("in the spring of 2022", "the spring of 2022", "2022-SP"),
]

RELATIVE = [
    ("He arrived on Wednesday night.", "Wednesday night", "2023-06-07TNI"),
    ("He arrived on Friday.", "Friday", "2023-06-09"),
    ("He will arrive on Monday.", "Monday", "2023-06-12"),
    ("He arrived on Monday.", "Monday", "2023-06-05"),
    ("He arrived last Friday.", "last Friday", "2023-06-02"),
    ("He arrived on Friday last week.", "Friday last week", "2023-06-02"),
    ("He arrived on May 28.", "May 28", "2023-05-28"),
    ("The court ruled in October.", "October", "2022-10"),
    ("The court will rule in October.", "October", "2023-10"),
    ("It fell last month.", "last month", "2023-05"),
    ("It fell last May.", "last May", "2023-05"),
    ("It fell last year.", "last year", "2022"),
    ("It fell earlier this year.", "earlier this year", "2023"),
    ("It opens next week.", "next week", "2023-W24"),
    ("It opened over the weekend.", "the weekend", "2023-W22-WE"),
    ("It fell ten days ago.", "ten days ago", "2023-05-30"),
    ("It fell two months ago.", "two months ago", "2023-04"),
    ("It fell a decade ago.", "a decade ago", "2013"),
    ("It fell several years ago.", "several years ago", "PAST_REF"),
    ("They spoke yesterday evening.", "yesterday evening", "2023-06-08TEV"),
    ("They spoke the day before yesterday.", "the day before yesterday", "2023-06-07"),
    ("Drones came overnight.", "overnight", "2023-06-09TNI"),
    ("It fell last summer.", "last summer", "2022-SU"),
    ("It began at 10:30 p.m. GMT on Tuesday.", "10:30 p.m. GMT on Tuesday", "2023-06-06T22:30"),
    ("He spoke at noon on Friday.", "noon on Friday", "2023-06-09T12:00"),
    ("in early June", "early June", "2023-06"),
    ("on the night of 12 March", "the night of 12 March", "2023-03-12TNI"),
    ("on the eve of Easter", "the eve of Easter", "2023-04-08"),
    ("They now agree.", "now", "PRESENT_REF"),
    ("It will come in the near future.", "the near future", "FUTURE_REF"),
]

LASTING = [
    ("for twenty-four hours", "twenty-four hours", "PT24H"),
    ("a 36-hour truce", "36-hour", "PT36H"),
    ("for three days", "three days", "P3D"),
    ("for a hundred and twenty days", "a hundred and twenty days", "P120D"),
    ("for two and a half years", "two and a half years", "P2.5Y"),
    ("for half a century", "half a century", "P50Y"),
    ("in recent weeks", "recent weeks", "PXW"),
    ("over the past few months", "the past few months", "PXM"),
    ("for a couple of days", "a couple of days", "P2D"),
    ("a three-year war", "three-year", "P3Y"),
    ("they meet every Monday", "every Monday", "XXXX-WXX-1"),
    ("they meet on Mondays", "Mondays", "XXXX-WXX-1"),
    ("they meet twice a week", "twice a week", "P1W"),
    ("two daily flights", "daily", "P1D"),
    ("marched each July", "each July", "XXXX-07"),
]


@pytest.mark.parametrize(("text", "words", "value"), [*ABSOLUTE, *RELATIVE, *LASTING])
def test_expression_gets_its_value(text: str, words: str, value: str) -> None:
    assert tagged(text) == [(words, value)]


@pytest.mark.parametrize(
    "text",
    [
        "The Seven Network reported it.",
        "May said the deal was dead.",
        "Theresa May resigned.",
        "They march to the square.",
        "It ended the Second Lebanon War.",
        "The shop is open 24/7 here.",
        "A 45-year-old man and a two-month-old baby were hurt.",
        "The Daily Telegraph and USA Today wrote about it.",
        "Some 2000 people and 1,999 dogs came.",
        "It cost $1999.",
        "The Good Friday Agreement holds.",
        "As soon as possible, wait a second.",
        "Prices fall and rivers spring.",
        "Shares of Sun rose 1.26 to 17.50.",
    ],
)
def test_what_is_no_time_stays_untagged(text: str) -> None:
    assert tagged(text) == []


@pytest.mark.parametrize(
    ("text", "values"),
    [
        (
            "On 3 May they met. Two days later the army left. The next day it returned.",
            ["2023-05-03", "2023-05-05", "2023-05-06"],
        ),
        ("In 1998 he fled, and later that year he returned.", ["1998", "1998"]),
        ("It was held on April 24 and 25.", ["2023-04-24", "2023-04-25"]),
        ("It ran from 3 to 5 June 2021.", ["2021-06-03", "2021-06-05"]),
        ("It ran May 3-5, 2021.", ["2021-05-03", "2021-05-05"]),
        ("It ran from Monday to Wednesday.", ["2023-06-05", "2023-06-07"]),
        ("It fell in April and May.", ["2023-04", "2023-05"]),
        ("Profit rose in the first quarter from a year earlier.", ["2023-Q1", "2022-Q1"]),
        ("On 9/11 and in the October 7 attack of Hamas", ["2001-09-11", "2023-10-07"]),
    ],
)
def test_expressions_lean_on_those_before_them(text: str, values: list[str]) -> None:
    assert [t.value for t in tag_times(text, FRIDAY)] == values


@pytest.mark.parametrize(
    ("text", "first", "last", "granularity"),
    [
        ("last month", date(2023, 5, 1), date(2023, 5, 31), Granularity.MONTH),
        ("next week", date(2023, 6, 12), date(2023, 6, 18), Granularity.WEEK),
        ("in 2015", date(2015, 1, 1), date(2015, 12, 31), Granularity.YEAR),
        ("last winter", date(2022, 12, 1), date(2023, 2, 28), Granularity.QUARTER),
        ("on Tuesday at 10:30", date(2023, 6, 6), date(2023, 6, 6), Granularity.HOUR),
    ],
)
def test_calendar_stretch_has_its_first_and_last_day(
    text: str, first: date, last: date, granularity: Granularity
) -> None:
    (timex,) = tag_times(text, FRIDAY)
    assert (timex.first, timex.last, timex.granularity) == (first, last, granularity)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("on Monday", "XXXX-WXX-1"),
        ("on May 28", "XXXX-05-28"),
        ("yesterday", "XXXX-XX-XX"),
        ("on 28 May 2023", "2023-05-28"),
    ],
)
def test_without_a_publication_date_relative_words_stay_unresolved(text: str, value: str) -> None:
    assert [t.value for t in tag_times(text, None)] == [value]


def test_every_expression_names_its_rule_and_field() -> None:
    (timex,) = tag_times("on 28 May", FRIDAY, field=Field.TITLE)
    assert timex.span.field is Field.TITLE
    assert [(e.field, e.rule, e.span) for e in timex.evidence] == [("timex", "timex:day-month", timex.span)]


WORDS = st.sampled_from(
    [
        *"the last next two of 31 30 Feb. February 1999 20 Monday night at 10:30 p.m. ago later earlier a year".split(),
        *"quarter century ’90s Q3 Easter eve decade and to - , . — May 9999 0001 every this week hundred ½ İ ’".split(),
        *("half", "9/11", "years", "\n"),
    ]
)


@settings(max_examples=300, deadline=None)
@example(text="the first decade of the century", published=date(9, 1, 1))
@example(text="THE CENTURY", published=date(99, 1, 1))
@example(text="LAST May, the last quarter, last winter, last year", published=date(1, 1, 1))
@example(text="next May, next quarter, next winter, next year, a week from Monday", published=date(9999, 12, 31))
@given(st.one_of(st.text(max_size=80), st.lists(WORDS, max_size=14).map(" ".join)), st.dates())
def test_never_fails_and_spans_never_overlap(text: str, published: date) -> None:
    free = 0
    for timex in tag_times(text, published):
        assert free <= timex.span.start < timex.span.end <= len(text)
        assert timex.value
        if timex.first and timex.last:
            assert timex.first <= timex.last
        free = timex.span.end
