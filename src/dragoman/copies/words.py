"""A text as a row of words that can be compared, each with its place."""

import re
import tomllib
from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from operator import itemgetter
from typing import Final

from dragoman.gazetteer.countries import read_states
from dragoman.gazetteer.index import fold
from dragoman.gazetteer.tables import read_table, split_list
from dragoman.model.datelines import CAPITAL, DASH, DATE

# "1,200.5", "U.S.", "Peru"; of "Peru's" the "s" is a word of its own, so that "Peru's" and "Peru´s" are one.
_WORD: Final = re.compile(r"\d+(?:[.,]\d+)*|(?:[^\W\d_]\.){2,}|[^\W\d_]+")
_SENTENCE_END: Final = re.compile(r"[.!?:;\n]")
_DAY: Final = rf"(?:,?\s*{DATE})"
_CAPITALS: Final = rf"{CAPITAL}{{2,}}(?:[ /,]{{1,2}}{CAPITAL}[\w.'’-]*){{0,5}}"
_PLACE: Final = rf"{CAPITAL}[\w.'’-]*(?:[ /,]{{1,2}}{CAPITAL}[\w.'’-]*){{0,5}}"
_AGENCY: Final = r"\([A-Z][^)\n]{1,40}\)"
_DASH: Final = rf"\s*(?:--|{DASH}(?=\s))"
# "By Ana Rojas", then "LIMA, March 3 (Reuters) – ": what stands before the text proper. A bare place is one in
# capitals, since "President Rojas – who …" is none.
_HEAD: Final = re.compile(
    rf"\s*(?:By [^\n.]{{3,60}}\n+\s*)?"
    rf"(?:(?:{_PLACE}(?:{_DAY})?,?\s*)?{_AGENCY}(?:{_DASH}|:)?\s*|{_PLACE}{_DAY}(?:{_DASH}|:)\s*|{_CAPITALS}{_DASH}\s*)?"
)
_LONGEST_HEAD: Final = 160
_CREDITS: Final = (
    r"\((?:[Aa]dditional |[Ww]ith )?(?:[Rr]eport|[Ww]rit|[Ee]dit|[Ii]nput)[^)\n]*\)",  # "(Reporting by Ana Rojas)"
    r"(?:[Aa]dditional )?(?:[Rr]eporting|[Ww]riting|[Ee]diting) by [^\n]{3,200}",
    r"[A-Z][\w.]*['’]s (?:[A-Z][\w.’'-]+ ){2,3}(?:reports|has more)\.",  # "CNN's Li Wei reports."
    r"(?:©|\([Cc]\)\s|[Cc]opyright\b)[^\n]{0,120}",
    r"\([A-Z][A-Za-z./ -]{1,30}\)",  # "(Reuters)"
    r"[-–—]{1,2}\s*[A-Z][A-Za-z./ -]{1,30}",  # "– AFP"
)
_TAIL: Final = re.compile(rf"(?:\s+(?:{'|'.join(_CREDITS)}))+\s*$")
_LONGEST_TAIL: Final = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The words of a text in order."""

    text: str
    folded: tuple[str, ...]
    """Without case, marks and full stops; numbers without their commas."""
    spans: tuple[tuple[int, int], ...]
    first: int
    """The first word of the text proper, behind by-line and dateline."""
    last: int
    """The word after its last one, before credits."""

    def __len__(self) -> int:
        return len(self.folded)

    def is_number(self, at: int) -> bool:
        """Whether digits stand there."""
        return self.folded[at][0].isdigit()

    def is_capital(self, at: int) -> bool:
        """Whether the word begins with a capital letter."""
        return self.text[self.spans[at][0]].isupper()

    def list_small(self) -> frozenset[str]:
        """The words that stand somewhere without a capital letter."""
        return frozenset(word for at, word in enumerate(self.folded) if not self.is_capital(at))

    def opens(self, at: int) -> bool:
        """Whether a sentence, or what may be one, begins there; also just behind the last word."""
        if at in (0, len(self.spans)):
            return True
        return bool(_SENTENCE_END.search(self.text, self.spans[at - 1][1], self.spans[at][0]))


def read_words(text: str) -> Words:
    """The words of a text."""
    found = [(match[0], match.span()) for match in _WORD.finditer(text)]
    spans = tuple(span for _, span in found)
    start, end = find_proper(text)
    first, last = bisect_left(spans, (start, 0)), bisect_right(spans, end, key=itemgetter(1))
    return Words(
        text=text,
        folded=tuple(word.replace(",", "") if word[0].isdigit() else fold(word) or word for word, _ in found),
        spans=spans,
        first=min(first, last),
        last=last,
    )


def find_proper(text: str) -> tuple[int, int]:
    """Where the text proper begins and ends: without by-line, dateline and credits."""
    head = _HEAD.match(text, 0, _LONGEST_HEAD)
    start = head.end() if head else 0
    tail = _TAIL.search(text, max(start, len(text) - _LONGEST_TAIL))
    return start, tail.start() if tail else len(text)


@cache
def load_kinds() -> Mapping[str, frozenset[str]]:
    """Words by what an edit with them means: the tables of `data/words.toml`."""
    raw = tomllib.loads(files("dragoman.copies").joinpath("data", "words.toml").read_text(encoding="utf-8"))
    return {kind: frozenset(words.split()) for kind, words in raw.items()}


@cache
def load_telling() -> frozenset[str]:
    """Words that an editor does not put in or take out: what is told changes with them."""
    kinds = load_kinds()
    return kinds["negation"] | kinds["modality"] | kinds["rank"] | kinds["number"] | kinds["day"] | kinds["turn"]


@cache
def load_credits() -> frozenset[str]:
    """Words of the names of agencies and papers."""
    names = (name for row in read_table("outlets.csv") for name in (row["name"], *split_list(row["aliases"])))
    return load_kinds()["credit"] | {fold(word) for name in names for word in _WORD.findall(name)}


@cache
def load_nameless() -> frozenset[str]:
    """Words that name nobody, though they may have a capital letter."""
    return load_kinds()["plain"] | load_kinds()["day"] | load_credits()


@cache
def load_states() -> frozenset[str]:
    """Names of states, their people and capitals, of one word each."""
    return frozenset(fold(text) for text, name in read_states() if name.actor and " " not in text)
