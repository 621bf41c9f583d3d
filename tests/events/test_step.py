"""The stage with its model: whose act it is, and on whose word."""

from functools import cache

import pytest

from dragoman import Coder
from dragoman.model.codes import EventType, Status
from dragoman.model.event import EventFrame
from tests.events.texts import document_of


@cache
def coder() -> Coder:
    return Coder()


def frames(text: str, kind: EventType) -> list[EventFrame]:
    return [f for f in coder().code_layer(document_of(text), "frames").frames if f.event_type is kind]


@pytest.mark.parametrize(
    ("text", "kind", "actors", "recipients"),
    [
        ("Kenya and Uganda broke off diplomatic relations with Chad on Friday.", EventType.SANCTION, "KEN UGA", "TCD"),
        ("Kenya severed ties with Chad on Friday.", EventType.SANCTION, "KEN", "TCD"),
        ("Peru and Chile held talks on Monday.", EventType.CONSULT, "PER CHL", ""),
        ("The leaders of Peru and Chile signed a treaty on Monday.", EventType.SUPPORT, "PER CHL", ""),
        ("Turkey's president received the Greek prime minister in Ankara.", EventType.CONSULT, "GRC", "TUR"),
        ("Qatar hosted talks between Chad and Niger.", EventType.CONSULT, "QAT", "TCD NER"),
        ("Norway's trade minister resigned over the Libya loans.", EventType.RETREAT, "NOR", ""),
    ],
)
def test_who_does_it_to_whom(text: str, kind: EventType, actors: str, recipients: str) -> None:
    (frame,) = frames(text, kind)

    assert [p.actor.code for p in frame.actors] == actors.split()
    assert [p.actor.code for p in frame.recipients] == recipients.split()


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Kenya accused Chad of bombing its depots.", "KEN"),
        ("Chilean forces killed three farmers, a Peruvian official claimed.", "PER"),
    ],
)
def test_an_attack_laid_to_somebodys_charge_is_claimed_by_who_says_so(text: str, speaker: str) -> None:
    (frame,) = frames(text, EventType.ASSAULT)

    assert frame.status is Status.CLAIMED
    assert frame.attribution is not None and frame.attribution.speaker is not None
    assert frame.attribution.speaker.actor.code == speaker


def test_of_several_who_say_it_the_first_is_the_speaker() -> None:
    (frame,) = frames("Peru and Chile urged Bolivia to open its border.", EventType.REQUEST)

    assert frame.attribution is not None and frame.attribution.speaker is not None
    assert frame.attribution.speaker.actor.code == "PER"
