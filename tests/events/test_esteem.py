"""Esteem that no one word tells is found by rule."""

import pytest

from dragoman.events.esteem import find_esteem
from dragoman.model.codes import EventType
from tests.events.texts import trigger_at, window_of
from tests.parsed import parse

TYPES = [EventType.CONSULT, EventType.SUPPORT]


def esteem(text: str, *taken: str) -> list[str]:
    coding = parse(text)
    known = [trigger_at(coding, word, 0) for word in taken]
    return [coding.document.quote(t.span) for t in find_esteem(window_of(coding), coding.sentences, TYPES, known)]


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("The Kenyan minister spoke of the importance of the trip.", "spoke"),
        ("Kenya's envoy stressed the significance of ties with Peru.", "stressed"),
        ("The minister referred to the value of his guest's stay in Nairobi.", "referred"),
        ("The president highlighted the value of the partnership.", "highlighted"),
        ("He pointed to the weight of the meeting for both armies.", "pointed"),
    ],
)
def test_speaking_of_the_worth_of_a_bond_is_support(text: str, verb: str) -> None:
    assert esteem(text) == [verb]


@pytest.mark.parametrize(
    "text",
    [
        "The minister stressed the importance of vaccines.",
        "The importance of the visit was unclear.",
        "The visit gained in importance.",
    ],
)
def test_other_talk_of_importance_is_left_alone(text: str) -> None:
    assert esteem(text) == []


def test_words_that_the_model_took_are_not_taken_twice() -> None:
    assert esteem("The minister stressed the significance of ties with Peru.", "stressed") == []
