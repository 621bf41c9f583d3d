import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.codebook import contexts_in, load_contexts
from dragoman.codebook.load import load_lookalikes
from tests.parsed import parse

SENTENCES: dict[str, dict[str, list[str]]] = tomllib.loads(
    (Path(__file__).parent / "contexts.toml").read_text(encoding="utf-8")
)


def list_cases(kind: str) -> list[tuple[str, str]]:
    return [(context, sentence) for context, kinds in SENTENCES.items() for sentence in kinds[kind]]


def find_contexts(text: str) -> tuple[str, ...]:
    return contexts_in([token.lemma.lower() for sentence in parse(text).sentences for token in sentence.tokens])


@pytest.mark.parametrize(
    ("words", "contexts"),
    [
        ("the army shell the town", ("military",)),
        ("the ambassador visit", ("diplomatic",)),
        ("Human Right group say", ("human_rights",)),
        ("a human be right", ()),
        ("a pro - democracy march", ("pro_democracy",)),
        ("climate talk", ("diplomatic", "environment")),
        ("they meet", ()),
        ("", ()),
    ],
)
def test_contexts_come_from_lemmas_and_phrases_in_the_codebooks_order(words: str, contexts: tuple[str, ...]) -> None:
    assert contexts_in(words.split()) == contexts


@pytest.mark.parametrize(("context", "sentence"), list_cases("shown"))
def test_a_sentence_shows_a_context(context: str, sentence: str) -> None:
    assert context in find_contexts(sentence)


@pytest.mark.parametrize(("context", "sentence"), list_cases("not_shown"))
def test_a_sentence_only_looks_like_a_context(context: str, sentence: str) -> None:
    assert context not in find_contexts(sentence)


def test_every_context_has_sentences_of_both_kinds() -> None:
    assert list(SENTENCES) == list(load_contexts())
    assert all(len(set(kinds["shown"])) >= 3 and len(set(kinds["not_shown"])) >= 2 for kinds in SENTENCES.values())


def test_a_lookalike_hides_only_the_words_inside_it() -> None:
    assert contexts_in("the west bank".split()) == ()
    assert "economic" in contexts_in("a bank in the west bank".split())
    assert "legal" in contexts_in("the court hear of law and order".split())


def test_every_lookalike_hides_a_word_of_its_context() -> None:
    assert set(load_lookalikes()) <= set(load_contexts())
    for context, phrases in load_lookalikes().items():
        assert len(set(phrases)) == len(phrases), context
        assert all(phrase == phrase.lower().strip() for phrase in phrases)
        for phrase in phrases:
            words = phrase.split()
            parts = [" ".join(words[i:j]) for i in range(len(words)) for j in range(i + 1, len(words) + 1)]
            assert set(parts) & set(load_contexts()[context]), phrase
            assert context not in contexts_in(words), phrase


@given(st.lists(st.text(max_size=12), max_size=12))
def test_any_words_can_be_read(words: list[str]) -> None:
    assert set(contexts_in(words)) <= set(load_contexts())
