"""A sentence as folded words, ready for lookups."""

import re
from dataclasses import dataclass
from typing import NamedTuple

from dragoman.gazetteer.index import fold
from dragoman.model.text import Sentence, Token

# A token may hold several words: the parser leaves "U.S.-backed" whole.
_PARTS = re.compile(r"[^\s\-‐‑‒–—/]+")
_SAYS_NOTHING = {"'s", "’s", "'", "’"}


class Word(NamedTuple):
    """A piece of a token between hyphens or slashes."""

    key: str
    token: int
    start: int
    end: int
    capital: bool
    """Whether it begins with a capital letter or a digit."""
    shout: bool
    """Whether it is all in capitals (and digits), with at least one capital."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one sentence."""

    all: list[Word]
    keys: list[str]
    first_of: list[int]
    """For each token, the position of its first word at or after it."""
    shouted: bool
    """Whether the sentence is written in capitals throughout, so that capitals tell nothing."""
    titled: bool
    """Whether nearly every word has a capital, as in the headlines of some papers."""


def read_words(sentence: Sentence) -> Words:
    """The words of a sentence, without hyphens, slashes and possessive endings."""
    words: list[Word] = []
    first_of: list[int] = []
    for token in sentence.tokens:
        first_of.append(len(words))
        if token.text in _SAYS_NOTHING:
            continue
        if token.text.isalnum():
            words.append(_word(token, token.text, 0))
        else:
            for part in _PARTS.finditer(token.text):
                word = _word(token, part.group(), part.start())
                if word.key:
                    words.append(word)
    letters = [w for w in words if w.key.isalpha()]
    shouts = sum(w.shout for w in letters)
    capitals = sum(w.capital for w in letters if len(w.key) > 3)
    long_words = sum(len(w.key) > 3 for w in letters)
    return Words(
        words,
        [w.key for w in words],
        first_of,
        shouted=len(letters) >= 3 and shouts >= 0.8 * len(letters),
        titled=long_words >= 4 and capitals >= 0.9 * long_words,
    )


def _word(token: Token, text: str, offset: int) -> Word:
    first = text[0]
    return Word(
        fold(text),
        token.i,
        token.start + offset,
        token.start + offset + len(text),
        first.isupper() or first.isdigit(),
        text.isupper(),
    )


def head_of_range(sentence: Sentence, first: int, last: int) -> Token:
    """The last token of a range (both ends included) whose own head lies outside of it."""
    for at in range(last, first - 1, -1):
        token = sentence.tokens[at]
        if token.head == at or not first <= token.head <= last:
            return token
    return sentence.tokens[last]
