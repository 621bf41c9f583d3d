"""How values are worded."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.pages.words import (
    LONGEST,
    cut_quote,
    head_act,
    join_words,
    name_act,
    name_weekday,
    plural,
    say_change,
    say_days,
    say_mean,
    say_moment,
    say_month,
    split_days,
    tells_more,
)


@pytest.mark.parametrize(
    ("when", "said"),
    [
        (None, "no date"),
        ({"start": "2025-10-01", "end": "2025-10-01", "approximate": False}, "2025-10-01"),
        ({"start": "2025-10-01", "end": "2025-10-31", "approximate": True}, "about 2025-10-01 to 2025-10-31"),
        ({"start": None, "end": "2025-10-31"}, "… to 2025-10-31"),
        ({"start": "2025-10-01", "end": None}, "2025-10-01 to …"),
    ],
)
def test_days(when: dict[str, str | bool | None] | None, said: str) -> None:
    assert say_days(when) == said


@pytest.mark.parametrize(
    ("day", "weekday"), [("2025-10-02", "Thursday"), ("0001-01-01", "Monday"), ("2025-10", ""), ("2025", ""), ("", "")]
)
def test_a_day_has_a_weekday_and_a_month_has_none(day: str, weekday: str) -> None:
    assert name_weekday(day) == weekday


def test_times_of_day_are_told_to_the_minute_with_their_zone() -> None:
    assert say_moment("2025-10-02T08:30:59+00:00") == "2025-10-02 08:30 UTC"


def test_figures_have_their_signs() -> None:
    given = (2.5, -1.0, 0.0, -0.001, None)
    assert [say_mean(value) for value in given] == ["+2.50", "−1.00", "+0.00", "+0.00", "–"]
    assert [say_change(value) for value in (3, -1200, 0)] == ["+3", "−1,200", "0"]


def test_counts_have_their_nouns() -> None:
    assert [plural(1, "event"), plural(2000, "event"), plural(2, "occurred", "occurred")] == [
        "1 event",
        "2,000 events",
        "2 occurred",
    ]


def test_lists_months_and_acts() -> None:
    assert [join_words(words) for words in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == [
        "",
        "a",
        "a and b",
        "a, b and c",
    ]
    assert [say_month(month) for month in ("2025-10", "0099-01", None)] == [
        "October 2025",
        "January 99",
        "Without a date",
    ]
    assert name_act({"event_type": "CONSULT", "mode": "visit"}) == "CONSULT, visit"
    assert name_act({"what": None, "mode": None}) == ""


@pytest.mark.parametrize(
    ("words", "more"), [("Iran", False), ("Iranian", False), ("", False), ("Tehran", True), ("Iranian missiles", True)]
)
def test_words_for_a_side_are_shown_where_they_say_more_than_its_name(words: str, more: bool) -> None:
    assert tells_more(words, "Iran") is more


def test_the_words_that_tell_the_act_are_set_off() -> None:
    assert cut_quote("Iran\n thanked Turkey.", "thanked") == ("Iran ", "thanked", " Turkey.")
    assert cut_quote("Iran thanked Turkey.", "praised") == ("Iran thanked Turkey.", "", "")


@given(st.text(), st.text(max_size=20), st.text())
def test_long_quotations_are_cut_around_them(before: str, trigger: str, after: str) -> None:
    cut = cut_quote(before * 500 + trigger + after * 500, trigger)
    assert len("".join(cut)) <= LONGEST + 2
    assert cut.trigger in {"", " ".join(trigger.split())}


def test_a_line_of_a_megabyte_is_cut_on_both_sides() -> None:
    cut = cut_quote("a" * 1_000_000 + " thanked " + "b" * 1_000_000, "thanked")
    assert cut.before.startswith("…a") and cut.after.endswith("b…") and cut.trigger == "thanked"


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("from 2025-10-01 to 2025-10-02", ["2025-10-01", "2025-10-02"]),
        ("2016-06 to …", ["2016-06"]),
        ("since 2016", []),
        ("report 1234-56-789, 12025-10-01", []),
        ("", []),
    ],
)
def test_days_are_cut_out_of_words(words: str, days: list[str]) -> None:
    pieces = split_days(words)
    assert [piece for piece, is_day in pieces if is_day] == days
    assert "".join(piece for piece, _ in pieces) == words


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ({"event_type": "CONSULT", "mode": "visit"}, "Consult, visit"),
        ({"event_type": "ASSAULT", "mode": "heavy-weapons", "planned": None}, "Assault, heavy weapons"),
        ({"event_type": "ACCUSE", "mode": None}, "Accuse"),
        ({"event_type": "THREATEN", "planned": {"event_type": "SANCTION", "mode": None}}, "Threaten: sanction"),
        ({"event_type": "AGREE", "planned": {"event_type": "CONSULT", "mode": "visit"}}, "Agree: consult, visit"),
    ],
)
def test_a_heading_says_what_was_read_and_no_more(line: dict[str, Any], words: str) -> None:
    assert head_act(line) == words
