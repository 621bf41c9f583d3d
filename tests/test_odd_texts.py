"""The coder takes time with the length of a text, not with its square, whatever the text; nothing of it is left out."""

import sys
from datetime import date
from functools import cache

import pytest

from dragoman import Coder, Document
from tests.odd_texts import make_shapes

SHORT = 1_500
TIMES = 4
MOST = 6.5
"""Of the work for a text the most that one four times as long may take: four times, and what little grows faster."""
SHAPES = ["news", "one sentence", "people and states", "dates in one sentence", "speakers"]
"""Those in which pairs are most: of events, of places, of what is in one sentence, of names, of days, of quotations."""


@cache
def make_coder() -> Coder:
    return Coder()


def read(text: str) -> Document:
    return Document(id="odd", published=date(2025, 3, 6), text=text)


def count_calls(text: str) -> int:
    """How many functions, of Python's and of libraries', are called for a text: its work, on a busy machine too."""
    calls = 0

    def count(*_: object) -> None:
        nonlocal calls
        calls += 1

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        make_coder().code(read(text))
    finally:
        sys.setprofile(before)
    return calls


@pytest.mark.parametrize("shape", SHAPES)
def test_four_times_the_text_is_about_four_times_the_work(shape: str) -> None:
    make = make_shapes()[shape]
    make_coder().code(read(make(SHORT)))  # what is loaded and remembered
    assert count_calls(make(SHORT * TIMES)) <= MOST * count_calls(make(SHORT))


@pytest.mark.parametrize("shape", make_shapes())
def test_any_text_is_coded(shape: str) -> None:
    text = make_shapes()[shape](600)
    coding = make_coder().code(read(text))
    for event in coding.events:
        assert coding.document.quote(event.trigger)
    read_words = "".join(token.text for sentence in coding.sentences for token in sentence.tokens)
    dateline = coding.document.quote(coding.dateline.span) if coding.dateline else ""
    assert "".join((dateline + read_words).split()) == "".join(text.split())
