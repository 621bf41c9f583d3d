"""Find the words that may be a time expression: trigger words, and the longest rule around each."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Final

from dragoman.timex.lexicon import feasts, words
from dragoman.timex.patterns import Rule, rules

_WORD: Final = re.compile(r"\d+|[^\W\d_]+")
_CLOCK_AFTER: Final = re.compile(
    r"[:.][0-5]\d|[\s-]{0,2}(?:[ap]\.?\s?m\b|o['’]clock|in\sthe\s(?:morning|afternoon|evening)\b)", re.IGNORECASE
)
_FOUR_FIGURES: Final = re.compile(r"[0-2]\d{3}\s(?:GMT|UTC|hours|hrs)\b")
_SLASHED: Final = re.compile(r"[/.]\d{1,2}[/.](?:\d{4}|\d{2})(?!\d)")
_ADJECTIVAL: Final = ("ing", "ous", "ful", "less")
"""Ends of words that no rule names and that may stand within an expression: "six disappointing months"."""
_REACH: Final = 8
"""How many words before its trigger an expression may begin: "no more than a hundred and twenty-one days"."""

_TABLES: Final = {
    "months": "month",
    "weekdays": "weekday",
    "units": "unit",
    "seasons": "season",
    "dayparts": "daypart",
    "deictic_days": "deictic",
    "decades": "decade",
    "frequencies": "frequency",
}


@dataclass(frozen=True, slots=True)
class Candidate:
    """Words that fit a rule."""

    rule: Rule
    match: re.Match[str]

    def group(self, *names: str) -> str:
        """The words of the first of these groups that the rule has and that took part, else ""."""
        groups = self.match.groupdict()
        return next((groups[name] for name in names if groups.get(name)), "")

    def has(self, name: str) -> bool:
        """Whether a group took part, be it empty."""
        return self.match.groupdict().get(name) is not None


@cache
def _triggers() -> MappingProxyType[str, frozenset[str]]:
    """Each trigger word in lower case, to the kinds of word it is."""
    kinds: dict[str, set[str]] = {}
    for table, kind in _TABLES.items():
        for word in words(table):
            kinds.setdefault(word, set()).add(kind)
    for word in words("weekdays"):
        if not word.endswith("day"):
            del kinds[word]  # "Sun" and "Sat" count only before a date
        kinds.setdefault(f"{word}s", set()).add("weekday")
    for phrase in words("references"):
        kinds.setdefault(phrase.split()[-1], set()).add("reference")
    for phrase in feasts():
        kinds.setdefault(re.findall(r"[^\W\d_]+", phrase)[0], set()).add("feast")
    for word, kind in words("trigger_words").items():
        kinds.setdefault(word, set()).add(kind)
    kinds.setdefault("time", set()).add("unit")
    return MappingProxyType({word: frozenset(k) for word, k in kinds.items()})


@cache
def _glue() -> frozenset[str]:
    """Words that can stand before a trigger within an expression: all that occur in any rule."""
    found: set[str] = set()
    for rule in rules():
        found.update(re.findall(r"[a-z]+", re.sub(r"\?P<\w+>", "", rule.pattern.pattern).lower()))
    return frozenset(found)


@cache
def _rules_for(kinds: frozenset[str]) -> tuple[Rule, ...]:
    return tuple(rule for rule in rules() if rule.triggers & kinds)


def find_candidates(text: str) -> Iterator[Candidate]:
    """The longest fitting rule around each trigger word of a text, left to right, none overlapping."""
    triggers, glue = _triggers(), _glue()
    tokens = [(found.start(), found[0].lower()) for found in _WORD.finditer(text)]
    kinds = [
        _number_kinds(text, start, word) if word[0].isdecimal() else triggers.get(word, _NONE) for start, word in tokens
    ]
    free = 0  # where the next expression may begin
    for position, (start, _) in enumerate(tokens):
        if not kinds[position] or start < free:
            continue
        wanted = kinds[position].union(*_kinds_after(tokens, kinds, glue, position))
        candidate = _longest(text, _starts(tokens, glue, position, free), start, wanted)
        if candidate:
            free = candidate.match.end()
            yield candidate


_NONE: Final[frozenset[str]] = frozenset()
_DIGITS: Final = frozenset({"digits"})
_CLOCK: Final = frozenset({"clock"})


def _number_kinds(text: str, start: int, word: str) -> frozenset[str]:
    end = start + len(word)
    if len(word) == 4:
        if _FOUR_FIGURES.match(text, start):
            return _CLOCK
        return _DIGITS if word[:2] in {"15", "16", "17", "18", "19", "20", "21"} else _NONE
    if len(word) <= 2:
        after = text[end : end + 1]
        if after == "s" or (after in "'’" and text[end + 1 : end + 2] == "s"):
            return _DIGITS
        if after == "/" or (after == "." and _SLASHED.match(text, end)):
            return _DIGITS
        if _CLOCK_AFTER.match(text, end):
            return _CLOCK
    return _NONE


Tokens = list[tuple[int, str]]


def _kinds_after(
    tokens: Tokens, kinds: list[frozenset[str]], glue: frozenset[str], position: int
) -> Iterator[frozenset[str]]:
    """Kinds of the trigger words that may belong to the same expression: "years" after "recent"."""
    for after in range(position + 1, min(len(tokens), position + 1 + _REACH)):
        word = tokens[after][1]
        if not (word in glue or word[0].isdecimal() or word.endswith(_ADJECTIVAL)):
            return
        if kinds[after]:
            yield kinds[after]


def _starts(tokens: Tokens, glue: frozenset[str], position: int, free: int) -> list[int]:
    """Where an expression around a token may begin, leftmost first."""
    starts = [tokens[position][0]]
    for before in range(position - 1, max(-1, position - 1 - _REACH), -1):
        start, word = tokens[before]
        if start < free or not (word in glue or word[0].isdecimal() or word.endswith(_ADJECTIVAL)):
            break
        starts.append(start)
    starts.reverse()
    return starts


def _longest(text: str, starts: list[int], trigger: int, kinds: frozenset[str]) -> Candidate | None:
    """The match that reaches furthest; of several, the one that begins first; of several rules, the first."""
    ranked = _rules_for(kinds)
    best: Candidate | None = None
    reach = trigger
    for start in starts:
        # "'98" and "'90s": the apostrophe is the expression's.
        begin = start - 1 if start and text[start - 1] in "'’‘" and text[start].isdecimal() else start
        for rule in ranked:
            match = rule.pattern.match(text, begin)
            if match and match.end() > reach and _whole_words(text, match):
                best, reach = Candidate(rule, match), match.end()
    return best


def _whole_words(text: str, match: re.Match[str]) -> bool:
    end = match.end()
    return end >= len(text) or not (text[end].isalnum() and text[end - 1].isalnum())
