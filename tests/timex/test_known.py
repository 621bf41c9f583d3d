"""Happenings known by their name; sentences parsed by the default pipeline, published on 16 May 2024."""

import re
from dataclasses import replace
from datetime import date

import pytest

from dragoman.model.actor import Actor
from dragoman.model.codes import EventType, Status
from dragoman.model.event import EventFrame, Party
from dragoman.model.timex import KNOWN_DAY, EventDate
from dragoman.timex import TimexStep
from dragoman.timex.known import load_happenings
from tests.parsed import parse
from tests.timex.parsed import frame


def told(text: str, trigger: str, *, sides: tuple[str, ...] = (), status: Status = Status.OCCURRED) -> EventFrame:
    """A frame by the first side on the second."""
    begun = frame(text, trigger, event_type=EventType.ASSAULT, status=status)
    actors, recipients = (
        tuple(Party(actor=Actor(code=code, country=None), mention=begun.trigger) for code in part)
        for part in (sides[:1], sides[1:])
    )
    return replace(begun, actors=actors, recipients=recipients)


def date_of(text: str, *frames: EventFrame) -> EventDate | None:
    return TimexStep()(parse(text).with_layers(frames=frames)).event_dates[0]


@pytest.mark.parametrize(
    ("text", "trigger", "sides", "day"),
    [
        ("Prices have risen since Russia's invasion of Ukraine.", "invasion", ("RUS", "UKR"), date(2022, 2, 24)),
        ("Russia invaded Ukraine and met resistance.", "invaded", ("RUS", "UKR"), date(2022, 2, 24)),
        ("Peru has condemned the Hamas attack on Israel.", "attack", ("NSA:HAMAS/PSE", "ISR"), date(2023, 10, 7)),
        ("Hundreds were charged over the riot at the U.S. Capitol.", "riot", (), date(2021, 1, 6)),
        ("Riyadh denies ordering the murder of Jamal Khashoggi.", "murder", (), date(2018, 10, 2)),
        ("The two have been at odds since Iraq's invasion of Kuwait.", "invasion", ("IRQ", "KWT"), date(1990, 8, 2)),
        ("Moscow annexed Crimea and armed the rebels.", "annexed", ("RUS", "UKR"), date(2014, 3, 18)),
        ("Danes suspected sabotage of the Nord Stream pipelines.", "sabotage", (), date(2022, 9, 26)),
        ("Finland joined NATO after years of talks.", "joined", ("FIN", "IGO:NATO"), date(2023, 4, 4)),
    ],
)
def test_what_is_known_by_name_has_its_day(text: str, trigger: str, sides: tuple[str, ...], day: date) -> None:
    when = date_of(text, told(text, trigger, sides=sides))
    assert when is not None
    assert when.first == day
    assert when.is_stated


@pytest.mark.parametrize(
    ("text", "trigger", "sides", "status"),
    [
        ("On Monday Russia invaded Ukraine from the north.", "invaded", ("RUS", "UKR"), Status.OCCURRED),
        ("Russia could invade Ukraine again.", "invade", ("RUS", "UKR"), Status.HYPOTHETICAL),
        ("Russia's attacks on Ukraine have not stopped.", "attacks", ("RUS", "UKR"), Status.OCCURRED),
        ("Hamas attacks on Israel went on.", "attacks", ("NSA:HAMAS/PSE", "ISR"), Status.OCCURRED),
        ("Chad invaded the disputed strip.", "invaded", ("TCD", "NER"), Status.OCCURRED),
        ("Jamal Khashoggi praised the reforms and the drop in killings.", "praised", (), Status.OCCURRED),
    ],
)
def test_other_happenings_do_not(text: str, trigger: str, sides: tuple[str, ...], status: Status) -> None:
    when = date_of(text, told(text, trigger, sides=sides, status=status))
    assert when is None or when.evidence.rule != KNOWN_DAY


def test_another_telling_of_it_has_the_known_day_too() -> None:
    text = "Hamas attacked Israel. The carnage shocked many."
    attacked = told(text, "attacked", sides=("NSA:HAMAS/PSE", "ISR"))
    again = frame(text, "carnage", index=1, event_type=EventType.ASSAULT, same_as=0)
    dates = TimexStep()(parse(text).with_layers(frames=(attacked, again))).event_dates
    assert [when and when.first for when in dates] == [date(2023, 10, 7)] * 2


def test_it_is_old_news_once_a_week_has_passed() -> None:
    text = "Prices have risen since Russia's invasion of Ukraine."
    coding = TimexStep()(parse(text).with_layers(frames=(told(text, "invasion", sides=("RUS", "UKR")),)))
    assert coding.retold[0] is not None


def test_the_table_is_sound() -> None:
    happenings = load_happenings()
    assert len({h.name for h in happenings}) == len(happenings) > 40
    for known in happenings:
        assert date(1900, 1, 1) < known.day < date(2026, 11, 1)
        assert known.about or (known.actor and known.recipient), known.name
        assert isinstance(known.words, re.Pattern)
