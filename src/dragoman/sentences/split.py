"""Where sentences end inside a paragraph, as far as the characters tell.

The parser is bound by these breaks: it may add none but at the places left open.
"""

import re
from collections import deque
from collections.abc import Iterable
from functools import cache
from typing import Final, NamedTuple

from dragoman.sentences.words import load_words

# Begun at the first mark of a run and never gone back over: a line of full stops takes as long as any other.
_END: Final = re.compile(r"(?<![.!?…])(?P<marks>[.!?…]++)(?P<closers>[\"'”’»)\]]*+)(?P<space>\s+)")
_WORD_BEFORE: Final = re.compile(r"(?:[^\W\d_]\.)*[^\s.!?…\"'“”‘’()\[\]]*$")
# Text glued together by a page scraper: "left the talks.The minister".
_GLUED: Final = re.compile(r"(?<=[a-z]{2})[.!?][\"”’]?(?=[A-Z][a-z]*\s)")
_OPENING: Final = re.compile(r"[\"'“‘«(\[]*")

_LONGEST_WORD: Final = 40
"""How far back from a full stop an abbreviation may begin, in code points."""

_SHORT: Final = 8
"""Quotations of at most so many words are never split: the minister said “No. Never.” and left."""


class Breaks(NamedTuple):
    """Offsets of code points at which a sentence begins, other than the first."""

    certain: frozenset[int]
    open: frozenset[int]
    """Where the parser decides."""


def find_breaks(text: str, quoted: Iterable[tuple[int, int]] = ()) -> Breaks:
    """Where new sentences begin in a paragraph.

    Args:
        text: the paragraph.
        quoted: ranges of the quotations in it, in code points of `text`.

    Returns:
        The certain breaks and those left to the parser, as offsets into `text`.

    """
    short = deque(sorted((start, end) for start, end in quoted if len(text[start:end].split()) <= _SHORT))
    farthest = 0  # up to where the short quotations reach that have begun
    certain: set[int] = set()
    undecided: set[int] = set()
    for found in _END.finditer(text):
        at = found.end()
        while short and short[0][0] < at:
            farthest = max(farthest, short.popleft()[1])
        if at >= len(text) or at < farthest:
            continue
        verdict = _is_break(found, text)
        if verdict is None:
            undecided.add(at)
        elif verdict:
            certain.add(at)
    certain.update(m.end() for m in _GLUED.finditer(text))
    return Breaks(frozenset(certain), frozenset(undecided))


def _is_break(found: re.Match[str], text: str) -> bool | None:
    """Whether a sentence ends at the marks found; None where the parse must tell."""
    after = _OPENING.match(text, found.end())
    begin = after.end() if after else found.end()
    following = text[begin : begin + _LONGEST_WORD * 2]
    opener = re.match(r"[^\W_]+", following)
    if not opener:
        return None
    if opener[0][0].islower():
        return False
    if found["marks"] == ".":
        verdict = _after_full_stop(_read_word_before(text, found.start()), opener[0])
        if verdict is not None:
            return verdict
    if "…" in found["marks"] or ".." in found["marks"]:
        return None
    # “Will you come?” Raisi asked.
    is_reported = found["closers"].strip(")]") and found["marks"] != "." and _reported().match(following)
    return not is_reported


def _read_word_before(text: str, at: int) -> str:
    found = _WORD_BEFORE.search(text[max(0, at - _LONGEST_WORD) : at])
    return found[0] if found else ""


@cache
def _reported() -> re.Pattern[str]:
    """A clause that names the speaker of the quotation before it: "General Raisi asked"."""
    verbs = "|".join(sorted(load_words("speech")))
    return re.compile(rf"(?:[\w.’'-]+\s+){{1,4}}(?:{verbs})\b(?!\s+(?:that|[“\"]))")


def _after_full_stop(word: str, following: str) -> bool | None:
    """Whether a full stop after `word` ends the sentence: None where `word` is no abbreviation."""
    lower = word.lower()
    if lower in load_words("titles"):
        return False
    if following[0].isdigit() and lower in load_words("before_number"):
        return False
    is_initial = len(word) == 1 and word.isupper()
    is_acronym = bool(re.fullmatch(r"(?:[^\W\d_]\.)+[^\W\d_]", word))
    if is_initial or is_acronym or lower in load_words("soft"):
        return following.lower() in load_words("openers") and following[0].isupper() and following != "I"
    return None
