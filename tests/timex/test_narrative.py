"""What a story tells on of a time long past; sentences parsed by the default pipeline, published on 16 May 2024."""

from datetime import date

import pytest

from dragoman.model.codes import EventType
from dragoman.timex import TimexStep
from tests.parsed import parse
from tests.timex.parsed import frame

WITHDREW = "In late January Iran withdrew from the bloc."


def date_of_second(second: str, trigger: str, *, first: str = WITHDREW, country: str = "IRN") -> date | None:
    text = f"{first} {second}"
    frames = (
        frame(text, first.split()[-5], event_type=EventType.SANCTION),
        frame(text, trigger, index=1, event_type=EventType.ACCUSE, country=country),
    )
    when = TimexStep()(parse(text).with_layers(frames=frames)).event_dates[1]
    return when.first if when else None


@pytest.mark.parametrize(
    ("second", "trigger"),
    [
        ("Iran accused the bloc of failing its members.", "accused"),
        ("It expelled three envoys, too.", "expelled"),
        ("The ministry blamed sanctions for that.", "blamed"),
    ],
)
def test_the_past_goes_on_with_the_same_sides(second: str, trigger: str) -> None:
    assert date_of_second(second, trigger) == date(2024, 1, 1)


def test_others_and_the_present_are_of_another_time() -> None:
    assert date_of_second("Chad accused the bloc of weakness.", "accused", country="TCD") != date(2024, 1, 1)
    assert date_of_second("Iran accuses the bloc of failing its members.", "accuses") != date(2024, 1, 1)
    assert date_of_second("On Tuesday Iran accused the bloc of weakness.", "accused") == date(2024, 5, 14)


def test_a_time_since_which_something_holds_is_not_told_of() -> None:
    since = "Since late January Iran has quit the bloc."
    assert date_of_second("Iran accused the bloc of weakness.", "accused", first=since) != date(2024, 1, 1)
