"""What a sentence tells of its tokens."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.model.text import Field, Sentence, Span, find_touched
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


SPANS = st.builds(
    lambda start, length, field: Span(start, start + length, field),
    st.integers(0, 59),
    st.integers(1, 30),
    st.sampled_from(Field),
)


@given(
    ends=st.tuples(st.sets(st.integers(0, 60), max_size=8), st.sets(st.integers(0, 60), max_size=8)),
    gap=st.integers(0, 7),
    span=SPANS,
)
def test_sentences_touched_are_those_that_going_through_all_would_find(
    ends: tuple[set[int], set[int]], gap: int, span: Span
) -> None:
    spans = [Span(a, b, field) for field, cuts in zip(Field, ends, strict=True) for a, b in pairwise(sorted(cuts))]
    sentences = [Sentence(span=s, tokens=()) for number, s in enumerate(spans) if number != gap]
    assert list(find_touched(sentences, span)) == [s for s in sentences if s.span.overlaps(span)]
