"""Esteem that no one word tells is found by rule."""

import pytest

from dragoman.events.encode import Window
from dragoman.events.esteem import find_esteem
from dragoman.events.triggers import Trigger
from dragoman.model.codes import EventType
from tests.parsed import parse

TYPES = [EventType.CONSULT, EventType.SUPPORT]


def esteem(text: str, *taken: str) -> list[str]:
    coding = parse(text)
    spans = [sentence.token_span(t.i, t.i) for sentence in coding.sentences for t in sentence.tokens]
    numbers = [n for n, sentence in enumerate(coding.sentences) for _ in sentence.tokens]
    window = Window(tuple(range(len(spans))), tuple(spans), tuple(numbers))
    words = [coding.document.quote(s) for s in spans]
    known = [Trigger((words.index(w),), spans[words.index(w)], 0, 0, 0.9) for w in taken]
    return [coding.document.quote(t.span) for t in find_esteem(window, coding.sentences, TYPES, known)]


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
