"""Fire that is exchanged is an assault, whatever the words beside it."""

import pytest

from dragoman.events.fire import settle_fire
from dragoman.model.codes import EventType
from tests.events.texts import trigger_at, window_of
from tests.parsed import parse

TYPES = [EventType.RETREAT, EventType.ASSAULT]


def settle(text: str, **taken: int) -> list[tuple[str, EventType, str]]:
    """The triggers of a text after words of the model's, each with the index of its type."""
    coding = parse(text)
    known = [trigger_at(coding, word, kind) for word, kind in taken.items()]
    settled = settle_fire(window_of(coding), coding.sentences, TYPES, known)
    return [(coding.document.quote(t.span), TYPES[t.type_index], t.rule) for t in settled]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Guards of Peru and Chile exchanged fire.", "exchanged fire"),
        ("Kenyan troops traded gunfire with Ugandan soldiers.", "traded gunfire"),
        ("Norwegian soldiers returned fire.", "returned fire"),
        ("Peru and Chile exchanged strikes this week despite a truce.", "exchanged strikes"),
        ("Oslo said its troops exchanged fire with the guards.", "exchanged fire"),
        ("Ghana and Togo traded artillery fire, breaking the ceasefire.", "traded artillery fire"),
    ],
)
def test_fire_exchanged_is_an_assault_where_the_model_found_nothing(text: str, words: str) -> None:
    assert settle(text) == [(words, EventType.ASSAULT, "grammar:fire")]


def test_what_the_model_took_for_a_truce_is_an_assault() -> None:
    told = settle("Peru and Chile exchanged fire despite a ceasefire.", exchanged=0)
    assert told == [("exchanged fire", EventType.ASSAULT, "grammar:fire")]


def test_an_assault_that_the_model_found_is_kept_as_it_is() -> None:
    assert settle("Peru and Chile exchanged fire.", fire=1) == [("fire", EventType.ASSAULT, "model:trigger")]


@pytest.mark.parametrize(
    "text",
    [
        "Peru and Chile exchanged prisoners.",
        "Norwegian and Danish candidates traded verbal fire.",
        "Peru and Chile agreed to stop exchanging fire.",
        "The guards did not return fire.",
        "Kenya trades missiles and shells with Uganda.",
        "Ghana returned shells to Togo.",
        "Both sides cease fire tonight.",
    ],
)
def test_other_exchanges_are_left_as_they_are(text: str) -> None:
    assert settle(text) == []
