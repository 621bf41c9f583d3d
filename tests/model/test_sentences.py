"""What a sentence tells of its tokens."""

import pytest

from dragoman.model.text import Field, Span
from tests.parsed import parse

WORDS = "Peru met Chile."
CASES = [
    ((0, 4), ["Peru"]),
    ((3, 6), ["Peru", "met"]),
    ((4, 5), []),  # the blank
    ((2, 2), ["Peru"]),
    ((4, 4), []),
    ((0, 15), ["Peru", "met", "Chile", "."]),
    ((12, 99), ["Chile", "."]),
    ((40, 50), []),
]


@pytest.mark.parametrize(("span", "words"), CASES)
def test_tokens_of_a_span_share_a_character_with_it(span: tuple[int, int], words: list[str]) -> None:
    (sentence,) = parse(WORDS).sentences
    assert [token.text for token in sentence.tokens_in(Span(*span))] == words


def test_a_span_of_another_field_has_no_tokens() -> None:
    (sentence,) = parse(WORDS).sentences
    assert sentence.tokens_in(Span(0, 4, Field.TITLE)) == ()
