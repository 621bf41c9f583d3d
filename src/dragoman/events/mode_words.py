"""The words of `data/modes.toml`, and where they stand in a sentence."""

import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from dragoman.model.codes import EventType
from dragoman.model.text import Token

Phrases = Mapping[str, tuple[tuple[str, ...], ...]]
"""Phrases of lemmas by their first word."""
PLACES = ("trigger", "clause", "content", "tool")
"""Where words show a mode: see `Cue`."""

_HYPHENS = frozenset("-‐‑–")
_GAP = "…"
_LONGEST_GAP = 4
"""How many words "…" may stand for in a phrase: "lift … sanction" is also "lift all of its economic sanctions"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """Words that show one mode."""

    mode: str
    own: Phrases
    """Shown where they stand in the trigger itself."""
    clause: Phrases
    """Shown anywhere in the trigger's clause, and in the trigger."""
    content: Phrases
    """Shown in what is asked for, refused or threatened: "called for a truce"."""
    tool: Phrases
    """As in the clause, but not where they name what the act is aimed at: "shot down a drone"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """All of `data/modes.toml`."""

    cues: Mapping[EventType, tuple[Cue, ...]]
    carriers: frozenset[str]
    """Nouns that a weapon before them is the means of: the "strike" of "a drone strike"."""
    wielding: frozenset[str]
    """Verbs whose object is the means: "launched a drone"."""
    effects: frozenset[str]
    """Verbs that say what an act did: "the blast killed three"."""


@cache
def load_lexicon() -> Lexicon:
    """The words of `data/modes.toml`."""
    raw = read_lexicon()
    cues = {EventType(t): tuple(_cue(mode, words) for mode, words in modes.items()) for t, modes in raw["cues"].items()}
    return Lexicon(
        cues=cues,
        carriers=frozenset(raw["carriers"]),
        wielding=frozenset(raw["wielding"]),
        effects=frozenset(raw["effects"]),
    )


def read_lexicon() -> dict[str, Any]:
    """`data/modes.toml` as it is written."""
    return tomllib.loads((files("dragoman.events") / "data" / "modes.toml").read_text(encoding="utf-8"))


def _cue(mode: str, words: Mapping[str, list[str]]) -> Cue:
    trigger, clause, content, tool = (words.get(place, []) for place in PLACES)
    return Cue(
        mode=mode,
        own=_by_first_word([*trigger, *clause]),
        clause=_by_first_word(clause),
        content=_by_first_word(content),
        tool=_by_first_word(tool),
    )


def _by_first_word(written: Iterable[str]) -> Phrases:
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for words in (tuple(phrase.split()) for phrase in written):
        found[words[0]] = (*found.get(words[0], ()), words)
    return found


@dataclass(frozen=True, slots=True)
class Words:
    """Words in which phrases are sought: each counts by its lemma or as written, in any case."""

    tokens: Sequence[Token]
    forms: Sequence[frozenset[str]]
    all_forms: frozenset[str]


def read_words(tokens: Iterable[Token]) -> Words:
    """Words without hyphens, which do not count: "car-bomb" is "car bomb"."""
    words = [t for t in tokens if t.text not in _HYPHENS]
    forms = [frozenset((t.lemma.lower(), t.text.lower())) for t in words]
    return Words(words, forms, frozenset().union(*forms))


def find_phrases(words: Words, phrases: Phrases) -> Iterator[Sequence[Token]]:
    """Where phrases stand among words, the longest at each place, in order of position."""
    if words.all_forms.isdisjoint(phrases):
        return
    for i, form in enumerate(words.forms):
        candidates = [phrase for word in form for phrase in phrases.get(word, ())]
        ends = [end for phrase in candidates if (end := _match(words.forms, i, phrase)) is not None]
        if ends:
            yield words.tokens[i : max(ends)]


def _match(forms: Sequence[frozenset[str]], start: int, phrase: tuple[str, ...]) -> int | None:
    """Where a phrase ends that begins with the word at `start`, or None."""
    at, reach = start, 0
    for word in phrase:
        if word == _GAP:
            reach = _LONGEST_GAP
            continue
        found = next((i for i in range(at, min(at + reach + 1, len(forms))) if word in forms[i]), None)
        if found is None:
            return None
        at, reach = found + 1, 0
    return at
