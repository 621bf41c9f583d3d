"""Weekdays, parts of the day and the clock; published on Friday 9 June 2023."""

import pytest

from dragoman.model.timex import TimexType
from dragoman.timex import tag_times
from tests.timex.tagging import FRIDAY, tagged, values


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The council meets on Tuesday.", "2023-06-13"),
        ("The match on Tuesday is postponed.", "2023-06-13"),
        ("She underwent surgery on Tuesday.", "2023-06-06"),
        ("They prepared ahead of Tuesday's vote.", "2023-06-13"),
        ("They must answer by 5 p.m. on Tuesday.", "2023-06-13T17:00"),
        ("He will visit this Monday.", "2023-06-12"),
        ("He came this Monday.", "2023-06-05"),
        ("The army says it came on Tuesday.", "2023-06-06"),
        ("How they prepare for the final on Saturday", "2023-06-10"),
        ("Pupils returned to class on Saturday.", "2023-06-03"),
        ("A preview, followed by live coverage of Sunday's match", "2023-06-11"),
        ("Thursday's parade will go down in history.", "2023-06-08"),
        ("He had promised to resign by Thursday.", "2023-06-08"),
        ("The court will sit on Thursday.", "2023-06-15"),
        ("They cut the man following Monday's fight.", "2023-06-05"),
        ("The vote was pushed from Monday to Tuesday.", "2023-06-13"),
        ("He agreed to a long contract on Thursday.", "2023-06-08"),
        ("He said Monday the army will stay.", "2023-06-05"),
        ("He told reporters on Monday that it will stay.", "2023-06-05"),
        ("He said the army will stay on Monday.", "2023-06-12"),
        ("Police study Saturday's deadly crash.", "2023-06-03"),
        ("They await Saturday's vote on fire safety.", "2023-06-10"),
        ("No one will forget Saturday's attacks.", "2023-06-03"),
    ],
)
def test_weekday_lies_where_the_verb_looks(text: str, value: str) -> None:
    assert values(text)[-1] == value


def test_possessive_weekday_is_the_one_told_of_before() -> None:
    text = "Envoys will talk on Tuesday. Grain was not to be the focus of Tuesday's talks, he said on Thursday."
    assert values(text) == ["2023-06-13", "2023-06-13", "2023-06-08"]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("the night before, he said", "the night before", "2023-06-08TNI"),
        ("the night before last", "the night before last", "2023-06-07TNI"),
        ("It fell at dawn.", "dawn", "2023-06-09TMO"),
        ("It fell in the small hours.", "the small hours", "2023-06-09TMO"),
        ("He quit earlier in the day.", "earlier in the day", "2023-06-09"),
        ("a Monday night raid", "Monday night", "2023-06-05TNI"),
        ("It burnt overnight Monday.", "overnight Monday", "2023-06-05TNI"),
        ("It burnt overnight.", "overnight", "2023-06-09TNI"),
        (
            "They came in the early morning hours of Tuesday.",
            "the early morning hours of Tuesday",
            "2023-06-06TMO",
        ),
        ("The road opens at 6am tomorrow morning.", "6am tomorrow morning", "2023-06-10T06:00"),
    ],
)
def test_part_of_the_day(text: str, words: str, value: str) -> None:
    assert tagged(text) == [(words, value)]


def test_the_morning_is_that_of_the_day_told_of() -> None:
    assert values("They met on June 1. In the morning it rained.") == ["2023-06-01", "2023-06-01TMO"]
    assert values("They met on June 1. By late afternoon it rained.") == ["2023-06-01", "2023-06-01TAF"]
    assert values("Most people are tired by late afternoon.") == []


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("at 5pm local time", "5pm local time", "2023-06-09T17:00"),
        ("at 6:45 am Kyiv time", "6:45 am Kyiv time", "2023-06-09T06:45"),
        ("at 8 in the morning", "8 in the morning", "2023-06-09T08:00"),
        ("at 3 o'clock in the afternoon", "3 o'clock in the afternoon", "2023-06-09T15:00"),
        ("at five o'clock this afternoon", "five o'clock this afternoon", "2023-06-09T17:00"),
        ("at 0530 UTC", "0530 UTC", "2023-06-09T05:30"),
        ("at 21:00 UTC+3 on June 5", "21:00 UTC+3 on June 5", "2023-06-05T21:00"),
        ("at 10.30pm", "10.30pm", "2023-06-09T22:30"),
        ("at midnight on Saturday", "midnight on Saturday", "2023-06-10T24:00"),
    ],
)
def test_clock_time(text: str, words: str, value: str) -> None:
    (timex,) = tag_times(text, FRIDAY)
    assert timex.type is TimexType.TIME
    assert tagged(text) == [(words, value)]


def test_time_in_brackets_ends_before_the_bracket() -> None:
    text = "It starts at 8 p.m. local time (1 p.m. Eastern time)."
    assert [words for words, _ in tagged(text)] == ["8 p.m. local time", "1 p.m. Eastern time"]
