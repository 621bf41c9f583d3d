"""Words of quotes, made comparable."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from typing import Final

from dragoman.gazetteer.countries import read_states
from dragoman.linking.lists import load_lists

_WORD: Final = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_LETTERS: Final = 6
"""Of a stem; "investigation" and "investigated" meet."""
_ENDINGS: Final = ("'s", "’s", "ing", "ed", "es", "s")


@lru_cache(maxsize=65_536)
def fold(word: str) -> str:
    """A word in lower case without accents: "Güler" and "Guler" are one."""
    folded = unicodedata.normalize("NFKD", word.casefold())
    return "".join(letter for letter in folded if not unicodedata.combining(letter)).replace("ı", "i")


def find_words(text: str) -> tuple[str, ...]:
    """The words of a text in order, as they stand; numbers are none."""
    return tuple(_WORD.findall(text))


def stem_all(words: Iterable[str]) -> frozenset[str]:
    """Stems of the words that carry meaning; "the", "said" and the like are left out."""
    return frozenset(stem for word in words if (stem := _stem(word)))


@lru_cache(maxsize=65_536)
def _stem(word: str) -> str:
    """A rough stem, or "" for a word that carries no meaning of its own."""
    folded = fold(word)
    if folded in load_lists().plain_words:
        return ""
    for ending in _ENDINGS:
        if folded.endswith(ending) and len(folded) - len(ending) >= 3:
            folded = folded[: -len(ending)]
            break
    if len(folded) > 3 and folded[-1] == folded[-2]:
        folded = folded[:-1]  # "stopped", "shelled"
    return folded.rstrip("ey")[:_LETTERS] if len(folded) > 2 else ""


@cache
def load_state_words() -> Mapping[str, frozenset[str]]:
    """Folded names, adjectives and capitals of one word, by country: that both quotes say "Peru" tells nothing new."""
    found: dict[str, set[str]] = defaultdict(set)
    for text, name in read_states():
        if name.actor and name.actor.country:
            found[name.actor.country] |= {fold(word) for word in find_words(text)} if " " not in text else set()
    return {country: frozenset(words) for country, words in found.items()}


def name_key(name: str) -> tuple[str, ...]:
    """The words of a person's or body's name in order, spelled so that common variants meet.

    "Zelenskyy" and "Zelensky" become one, "Nasirzadeh" and "Nasirzade", "Güler" and "Guler". The rules are for
    accents and endings alone: transliteration within a word is left to the registers of persons.
    """
    return tuple(_name_word(word) for word in find_words(name) if len(word) > 1)


@lru_cache(maxsize=65_536)
def _name_word(word: str) -> str:
    folded = fold(word).removesuffix("'s").removesuffix("’s")
    folded = re.sub(r"(?:iy|yy|ii|ij|y|i)$", "i", folded)
    folded = re.sub(r"eh$", "e", folded)
    return re.sub(r"(.)\1", r"\1", folded)


def are_same_person(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two names, as `name_key` gives them, may be one person's.

    The surname alone is enough ("Xi" and "Xi Jinping"), a given name is not ("Mohammed bin Salman" and "Mohammed Al
    Thani").
    """
    return one[-1] == other[-1] or set(one) <= set(other) or set(other) <= set(one)
