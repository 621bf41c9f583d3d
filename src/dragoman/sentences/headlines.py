"""Headlines written in title case or capitals, re-cased so that the parser can read them."""

import re
from collections.abc import Callable, Iterator
from typing import Final

from dragoman.sentences.words import load_words

_WORD: Final = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")

_TITLE_SHARE: Final = 0.75
"""From this share of capitalised words on, leaving the first aside, a headline counts as title case."""

_LONGEST_ACRONYM: Final = 4
"""In a headline all in capitals, a word no longer than this that the text never writes small stays as it is:
"UN", "NATO"."""


def recase_headline(title: str, body: str, is_verb: Callable[[str], bool]) -> str:
    """A copy of a headline, of equal length, cased like running text where it was not.

    "Putin Meets Xi In Beijing" becomes "Putin meets Xi in Beijing", so that "meets" is read as a verb. Words
    that the body writes with a capital inside its sentences stay large. A headline in sentence case is
    returned as it is.

    Args:
        title: the headline.
        body: the document's text, which shows how its words are cased.
        is_verb: whether a lower-case word is a form of an English verb.

    Returns:
        The copy; every code point stands where it stood.

    """
    words = list(_WORD.finditer(title))
    rest = [w[0] for w in words[1:]]
    if len(rest) < 2:
        return title
    capitals = all(w.isupper() for w in rest)
    if not capitals and sum(w[0].isupper() for w in rest) / len(rest) < _TITLE_SHARE:
        return title
    small, large = _read_cases(body)
    pieces: list[str] = []
    last = 0
    for number, word in enumerate(words):
        pieces.append(title[last : word.start()])
        pieces.append(_recase(word[0], first=number == 0, capitals=capitals, small=small, large=large, is_verb=is_verb))
        last = word.end()
    pieces.append(title[last:])
    return "".join(pieces)


def _recase(
    word: str,
    *,
    first: bool,
    capitals: bool,
    small: frozenset[str],
    large: dict[str, str],
    is_verb: Callable[[str], bool],
) -> str:
    lower = _lower(word)
    if lower in large and lower not in small:
        return large[lower]
    common = (
        lower in small
        or lower in load_words("function_words")
        or (is_verb(lower) and lower not in load_words("names_like_verbs"))
    )
    if common and not first:
        return lower
    if capitals and (len(word) > _LONGEST_ACRONYM or common):
        return word[0] + lower[1:]
    return word


def _read_cases(body: str) -> tuple[frozenset[str], dict[str, str]]:
    """Words the body writes small, and those it writes large inside a sentence, by their small form."""
    small: set[str] = set()
    large: dict[str, str] = {}
    for before, word in _inner_words(body):
        if word[0].islower():
            small.add(word)
        elif before not in ".!?":
            large.setdefault(_lower(word), word)
    return frozenset(small), large


def _inner_words(body: str) -> Iterator[tuple[str, str]]:
    """Each word with the last visible character before it; "." for the first."""
    before = "."
    end = 0
    for found in _WORD.finditer(body):
        gap = body[end : found.start()].strip(" \"'“”‘’()[]")
        before = gap[-1] if gap else (" " if end else ".")
        end = found.end()
        yield before, found[0]


def _lower(word: str) -> str:
    """The word in small letters, code point by code point, since "İ".lower() is two."""
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in word)
