"""Lengths, rates and distances; published on Friday 9 June 2023."""

import pytest

from dragoman.model.timex import TimexType
from dragoman.timex import tag_times
from tests.timex.tagging import FRIDAY, tagged, values


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("for half an hour", "half an hour", "PT30M"),
        ("for three quarters of an hour", "three quarters of an hour", "PT45M"),
        ("for half a day", "half a day", "PT12H"),
        ("for a quarter of a century", "a quarter of a century", "P25Y"),
        ("the 10-day search", "10-day", "P10D"),
        ("a months-long war", "months-long", "PXM"),
        ("a yearlong probe", "yearlong", "P1Y"),
        ("after six bitter, long months", "months", "PXM"),
        ("after six disappointing months", "six disappointing months", "P6M"),
        ("within a few short years", "a few short years", "PXY"),
        ("for over three years", "over three years", "P3Y"),
        ("criticised over three years of silence", "three years", "P3Y"),
        ("in the last couple of weeks", "the last couple of weeks", "P2W"),
        ("over the next decade", "the next decade", "P10Y"),
        ("The year ended 31 March was bad.", "The year", "P1Y"),
        ("a month later than planned", "a month", "P1M"),
        ("for a day after the raid", "a day", "P1D"),
        ("the two-year-old civil war", "two-year-old", "P2Y"),
        ("the week-old strike", "week-old", "P1W"),
        ("the 14-year-old panel of experts", "14-year-old", "P14Y"),
        ("It is expected to last two weeks.", "two weeks", "P2W"),
        ("It may last weeks.", "weeks", "PXW"),
        ("It will last four to six days.", "four to six days", "P4D"),
        ("It has shrunk in the last two weeks.", "the last two weeks", "P2W"),
        ("He fell in the decade since the war.", "the decade", "P10Y"),
        ("for two consecutive quarters", "two consecutive quarters", "P2Q"),
        ("seconds after the blast", "seconds", "PTXS"),
        ("an 8-month-old truce", "8-month-old", "P8M"),
        ("a decades-old feud", "decades-old", "PXDE"),
        ("a four-decade-old row", "four-decade-old", "P40Y"),
        ("the years-old inquiry", "years-old", "PXY"),
        ("within minutes of the blast", "minutes", "PTXM"),
        ("after hours of talks", "hours", "PTXH"),
        ("over the next hour", "the next hour", "PT1H"),
        ("millions of years of change", "millions of years", "PXY"),
    ],
)
def test_length(text: str, words: str, value: str) -> None:
    first = tag_times(text, FRIDAY)[0]
    assert tagged(text)[0] == (words, value)
    assert first.type is TimexType.DURATION


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("It costs $5 a month.", "a month", "P1M"),
        ("It kills 1,400 people a year.", "a year", "P1Y"),
        ("They meet three times a week.", "three times a week", "P1W"),
        ("They meet on weekends.", "weekends", "XXXX-WXX-WE"),
        ("They meet during weekends.", "weekends", "XXXX-WXX-WE"),
    ],
)
def test_rate_is_a_set(text: str, words: str, value: str) -> None:
    (timex,) = tag_times(text, FRIDAY)
    assert timex.type is TimexType.SET
    assert tagged(text) == [(words, value)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In June 1998 he fled, and later that year he returned.", ["1998-06", "1998"]),
        ("He was born in 1950. Two years later they moved.", ["1950", "1952"]),
        ("Seventy years later, they meet again.", ["P70Y"]),
        ("One year later they meet again.", ["P1Y"]),
        ("Two nights earlier they met.", ["2023-06-07"]),
        ("Taxes rise in the coming year. In the coming year they fall.", ["2024", "2024"]),
        ("a year and a half ago", ["2021"]),
        ("a quarter century ago", ["1998"]),
        ("113 million years ago", ["PAST_REF"]),
        ("tracks of 113m years ago", ["PAST_REF"]),
        ("4,500 years ago", ["PAST_REF"]),
        ("two years back, and again", ["2021"]),
        ("Sixty years ago today he fled.", ["1963-06-09"]),
        ("It shut five years ago this month.", ["2018-06"]),
        ("It shut five years ago.", ["2018"]),
        ("It may one day return.", ["FUTURE_REF"]),
        ("in the hopes of one day returning", ["FUTURE_REF"]),
        ("It was built a generation ago.", ["PAST_REF"]),
        ("a long time ago", ["PAST_REF"]),
        ("He will return one day.", ["FUTURE_REF"]),
        ("He will return for one day.", ["P1D"]),
    ],
)
def test_distance(text: str, expected: list[str]) -> None:
    assert values(text) == expected
