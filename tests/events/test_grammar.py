"""What the parse says of a trigger's sides."""

import pytest

from dragoman.events.grammar import (
    find_behind,
    find_doer,
    find_doers_of_noun,
    find_place_modifiers,
    find_undergoer,
    is_obliged,
)
from dragoman.model.text import Sentence, Token
from tests.parsed import parse


def at(text: str, word: str, *, headline: bool = False) -> tuple[Sentence, Token]:
    sentence = (parse("", title=text) if headline else parse(text)).sentences[0]
    return sentence, next(t for t in sentence.tokens if t.text == word)


def text_of(token: Token | None) -> str | None:
    return token.text if token else None


DOERS = [
    ("Peru expelled two envoys.", "expelled", "Peru"),
    ("Two envoys were expelled by Peru.", "expelled", "Peru"),
    ("Peru summoned the envoy and expelled his deputy.", "expelled", "Peru"),
    ("Peru agreed to withdraw its troops.", "withdraw", "Peru"),
    ("Peru, which expelled the envoy, kept silent.", "expelled", "Peru"),
    ("Peru imposed sanctions on two banks.", "sanctions", "Peru"),
    ("Two envoys were expelled.", "expelled", None),
    ("Peru urged Chile to withdraw.", "withdraw", "Chile"),
]


@pytest.mark.parametrize(("text", "verb", "doer"), DOERS)
def test_the_doer_of_a_verb(text: str, verb: str, doer: str | None) -> None:
    assert text_of(find_doer(*at(text, verb))) == doer


UNDERGOERS = [
    ("Peru expelled two envoys.", "expelled", "envoys"),
    ("Two envoys were expelled by Peru.", "expelled", "envoys"),
    ("The envoy expelled by Peru went home.", "expelled", "envoy"),
    ("Peru withdrew.", "withdrew", None),
]


@pytest.mark.parametrize(("text", "verb", "undergoer"), UNDERGOERS)
def test_the_undergoer_of_a_verb(text: str, verb: str, undergoer: str | None) -> None:
    assert text_of(find_undergoer(*at(text, verb))) == undergoer


def test_a_headline_past_form_without_object_is_passive() -> None:
    sentence, verb = at("Journalist jailed over leak", "jailed", headline=True)
    assert find_doer(sentence, verb) is None
    assert text_of(find_undergoer(sentence, verb)) == "Journalist"


def test_a_headline_in_the_present_is_active() -> None:
    assert text_of(find_doer(*at("Peru expels two envoys", "expels", headline=True))) == "Peru"


@pytest.mark.parametrize(
    ("text", "noun", "doer"),
    [
        ("The strikes by Peru went on.", "strikes", "Peru"),
        ("Peru's strikes went on.", "strikes", "Peru"),
        ("The Peruvian strikes went on.", "strikes", "Peruvian"),
    ],
)
def test_the_doer_of_an_act_told_by_a_noun(text: str, noun: str, doer: str) -> None:
    assert doer in [t.text for t in find_doers_of_noun(*at(text, noun))]


def test_a_place_before_an_attack_is_found_as_its_place() -> None:
    assert [t.text for t in find_place_modifiers(*at("The Lima attack killed six people.", "attack"))] == ["Lima"]


@pytest.mark.parametrize(
    ("text", "trigger", "found"),
    [
        ("Peru held talks with Chile in Lima.", "talks", ["Chile"]),
        ("Peru spoke with Chile.", "spoke", ["Chile"]),
        ("Peru spoke in Chile.", "spoke", []),
    ],
)
def test_who_stands_behind_a_preposition(text: str, trigger: str, found: list[str]) -> None:
    assert [t.text for t in find_behind(*at(text, trigger), {"with"}) if t.text[0].isupper()] == found


@pytest.mark.parametrize(
    ("text", "verb", "obliged"),
    [
        ("Peru must open the border.", "open", True),
        ("Peru should open the border.", "open", True),
        ("Peru needs to open the border.", "needs", True),
        ("Peru will open the border.", "open", False),
        ("Peru has opened the border.", "opened", False),
    ],
)
def test_an_obligation_is_told_from_an_act(text: str, verb: str, obliged: bool) -> None:
    assert is_obliged(*at(text, verb)) is obliged
