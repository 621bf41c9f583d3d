"""Sentences that are too long are read in pieces, of which no word is missing."""

from collections import namedtuple

import pytest

from dragoman.sentences.overlong import LONGEST, cut_overlong
from tests.parsed import parse

Word = namedtuple("Word", "text")
CLAUSE = "Peru met Chile in Lima on Monday, and"

CASES = [
    ("no word", [], []),
    ("a short one", ["a"] * 9, [9]),
    ("the longest", ["a"] * LONGEST, [LONGEST]),
    ("no mark to cut behind", ["a"] * (2 * LONGEST + 1), [LONGEST, LONGEST, 1]),
    ("behind the last mark", ["a"] * 150 + [","] + ["a"] * 49 + [","] + ["a"] * 99, [201, 99]),
    ("not behind a mark too early", ["a", ","] + ["a"] * LONGEST, [LONGEST, 2]),
]


@pytest.mark.parametrize(("words", "sizes"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_pieces_have_at_most_so_many_words_and_lack_none(words: list[str], sizes: list[int]) -> None:
    tokens = [Word(word) for word in words]
    pieces = list(cut_overlong(tokens))
    assert [len(piece) for piece in pieces] == sizes
    assert [token for piece in pieces for token in piece] == tokens


def test_pieces_of_a_sentence_are_trees_of_their_own() -> None:
    text = " ".join([CLAUSE] * 60)
    sentences = parse(text).sentences
    assert [token.text for s in sentences for token in s.tokens] == text.replace(",", " ,").split()
    assert len(sentences) > 1 and all(len(s.tokens) <= LONGEST for s in sentences)
    for sentence in sentences:
        for token in sentence.tokens:
            assert (token.head == token.i) == (token.dep == "ROOT")
            assert len(list(sentence.ancestors(token.i))) < len(sentence.tokens)
        assert all(begin < end <= len(sentence.tokens) for begin, end in sentence.noun_chunks)
