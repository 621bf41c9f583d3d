"""When an announced act is due; published on Friday 9 June 2023."""

from datetime import date

import pytest

from dragoman.model.codes import EventType, Status
from dragoman.model.event import Plan
from dragoman.model.timex import EventDate
from dragoman.timex import TimexStep
from tests.timex.parsed import coding, frame

FRIDAY = date(2023, 6, 9)
VISIT = Plan(event_type=EventType.CONSULT, mode="visit")


def due(text: str, table: str, trigger: str, plan: Plan | None = VISIT) -> EventDate | None:
    status = Status.PLANNED if plan else Status.OCCURRED
    announced = frame(text, trigger, event_type=EventType.AGREE, status=status, plan=plan)
    (found,) = TimexStep()(coding(text, [table], [announced], published=FRIDAY)).due_dates
    return found


def will_visit(when: str) -> tuple[str, str]:
    return f"Peru will visit Chile on {when}.", (
        "Peru PROPN NNP nsubj 2\nwill AUX MD aux 2\nvisit VERB VB ROOT 2\nChile PROPN NNP dobj 2\non ADP IN prep 2\n"
        f"{when} PROPN NNP pobj 4\n. PUNCT . punct 2"
    )


@pytest.mark.parametrize(("when", "day"), [("Sunday", date(2023, 6, 11)), ("Friday", date(2023, 6, 9))])
def test_a_day_to_come_is_when_the_act_is_due(when: str, day: date) -> None:
    found = due(*will_visit(when), "visit")
    assert found is not None
    assert found.first == day


def test_the_day_of_an_announcement_is_not_when_the_act_is_due() -> None:
    text = "Peru agreed on Friday."
    table = (
        "Peru PROPN NNP nsubj 1\nagreed VERB VBD ROOT 1\non ADP IN prep 1\nFriday PROPN NNP pobj 2\n. PUNCT . punct 1"
    )
    assert due(text, table, "agreed") is None


def test_without_a_day_nothing_is_due() -> None:
    text = "Peru will visit Chile."
    table = "Peru PROPN NNP nsubj 2\nwill AUX MD aux 2\nvisit VERB VB ROOT 2\nChile PROPN NNP dobj 2\n. PUNCT . punct 2"
    assert due(text, table, "visit") is None


def test_what_announces_no_act_is_never_due() -> None:
    assert due(*will_visit("Sunday"), "visit", None) is None
