"""A sentence with everything found in it so far, by token."""

from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from dragoman.actors.draft import Draft
from dragoman.actors.words import Words
from dragoman.gazetteer.offices import Office, load_offices
from dragoman.model.text import Sentence

# Short titles are other words without a capital: "3 pm", "gov" in an address.
_NEEDS_CAPITAL = frozenset(
    "fm ag cfo pm mp mps pms mep meps msp msps ceo ceos gov govs sen sens rep reps adm gen col maj lt capt prof "
    "rev pres sgt pte dr mr mrs ms brig king queen prince".split()
)
# Alone and in lower case these are mostly no office: "a chair", "justice was done".
_NOT_NOUNS_ALONE = frozenset({"justice", "private", "major", "chair", "representative", "miss", "marshal"})


class Title(NamedTuple):
    """An office or rank in the sentence, as a token range, both included."""

    first: int
    last: int
    office: Office


@dataclass(slots=True)
class Scene:
    """One sentence under work."""

    index: int
    sentence: Sentence
    words: Words
    names: list[Draft]
    name_at: list[Draft | None]
    titles: list[Title]
    title_at: list[Title | None]
    chunk_first: list[int]
    """For each token, the first token of its base noun phrase; itself outside of one."""
    people: list[Draft] = field(default_factory=list)
    person_at: list[Draft | None] = field(default_factory=list)

    def sentence_text(self, first: int, last: int) -> str:
        """The words of a token range, with single blanks where the text has white space."""
        tokens = self.sentence.tokens
        parts = [tokens[first].text]
        for before, token in pairwise(tokens[first : last + 1]):
            parts.append(f" {token.text}" if token.start > before.end else token.text)
        return "".join(parts)


def read_scene(index: int, sentence: Sentence, words: Words, names: list[Draft]) -> Scene:
    """Gather a sentence, its names and its titles by token."""
    size = len(sentence.tokens)
    name_at: list[Draft | None] = [None] * size
    for name in names:
        for i in range(name.first, name.last + 1):
            name_at[i] = name
    titles = _find_titles(sentence, words, name_at)
    title_at: list[Title | None] = [None] * size
    for title in titles:
        for i in range(title.first, title.last + 1):
            title_at[i] = title
    chunk_first = list(range(size))
    for first, after in sentence.noun_chunks:
        for i in range(first, after):
            chunk_first[i] = first
    return Scene(index, sentence, words, names, name_at, titles, title_at, chunk_first, person_at=[None] * size)


def _find_titles(sentence: Sentence, words: Words, name_at: list[Draft | None]) -> list[Title]:
    offices = load_offices()
    tokens = sentence.tokens
    titles: list[Title] = []
    at = 0
    while at < len(words.all):
        for length, values in offices.matches(words.keys, at):
            found = words.all[at : at + length]
            last = tokens[found[-1].token]
            free = all(name_at[w.token] is None for w in found)
            if free and _is_title(words, at, length, last.pos):
                titles.append(Title(found[0].token, last.i, values[0]))
                at += length
                break
        else:
            at += 1
    return titles


def _is_title(words: Words, at: int, length: int, pos: str) -> bool:
    word = words.all[at]
    if length > 1:
        return True
    if word.key in _NEEDS_CAPITAL and not word.capital:
        return False
    if word.key in _NOT_NOUNS_ALONE and not word.capital:
        return False
    return pos in {"NOUN", "PROPN"} or (word.capital and pos != "VERB")
