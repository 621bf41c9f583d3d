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
        ("Peru and Chile held talks on Monday.", EventType.CONSULT, "PER CHL", ""),
    ],
)
def test_only_what_two_sides_can_do_to_each_other_has_no_direction(
    text: str, kind: EventType, actors: str, recipients: str
) -> None:
    (frame,) = frames(text, kind)

    assert [p.actor.code for p in frame.actors] == actors.split()
    assert [p.actor.code for p in frame.recipients] == recipients.split()


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Kenya blamed Chad for the drone strikes on its depots.", "KEN"),
        ("Chilean forces killed three farmers, a Peruvian official claimed.", "PER"),
    ],
)
def test_an_attack_laid_to_somebodys_charge_is_claimed_by_who_says_so(text: str, speaker: str) -> None:
    (frame,) = frames(text, EventType.ASSAULT)

    assert frame.status is Status.CLAIMED
    assert frame.attribution is not None and frame.attribution.speaker is not None
    assert frame.attribution.speaker.actor.code == speaker
