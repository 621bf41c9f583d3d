import pytest

from dragoman.codebook import contexts_in


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
