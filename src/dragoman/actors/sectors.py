"""Sectors that the words before a noun tell: "police officers" are police, "party officials" a party's."""

from collections.abc import Iterable

from dragoman.gazetteer.nouns import NounKind, load_nouns
from dragoman.model.codes import Sector
from dragoman.model.text import Token

# Nouns that say no more than that somebody serves: who is served stands before them.
_PLAIN = frozenset(
    "agency agent boss branch chief commander department figure force head member officer official service source "
    "spokesman spokesperson spokeswoman unit".split()
)
_TELLING = frozenset({Sector.COP, Sector.SPY, Sector.MIL, Sector.PTY, Sector.LEG, Sector.JUD})
_NEWS = frozenset({"news", "press"})


def read_sectors_before(words: Iterable[Token], head: str) -> tuple[Sector, ...]:
    """The sectors told by the words before a plain noun; empty where they tell none.

    Args:
        words: the tokens between the start of the phrase and its head.
        head: the lower-case lemma of the head noun.

    """
    if head not in _PLAIN:
        return ()
    nouns = load_nouns()
    found: tuple[Sector, ...] = ()
    for token in words:
        word = token.lemma.lower()
        noun = nouns.get(word)
        if word in _NEWS:
            found = (Sector.MED,)
        elif noun is not None and noun.kind is NounKind.BODY and _TELLING.issuperset(noun.sectors):
            found = noun.sectors
    return found
