"""Who is named in full anywhere in a document, so that bare surnames can be told apart."""

from collections import defaultdict
from collections.abc import Iterable
from itertools import pairwise

from dragoman.actors.scene import Scene
from dragoman.gazetteer.index import fold
from dragoman.gazetteer.persons import Person, load_persons

# Shorter last words of entities are particles and initials.
_SHORTEST = 3


class Cast:
    """First names by surname, over the whole document, as folded words."""

    def __init__(self, scenes: Iterable[Scene]) -> None:
        self._given: dict[str, set[str]] = defaultdict(set)
        full = load_persons().full
        for scene in scenes:
            tokens = scene.sentence.tokens
            for before, token in pairwise(tokens):
                if before.entity == token.entity == "PERSON" and not token.entity_start and token.text[0].isupper():
                    self._add(before.text, token.text)
            keys = scene.words.keys
            for at, word in enumerate(scene.words.all):
                if word.capital:
                    for length, _ in full.matches(keys, at):
                        self._given[keys[at + length - 1]].update(keys[at : at + length - 1])

    def _add(self, given: str, surname: str) -> None:
        if len(surname) >= _SHORTEST:
            self._given[fold(surname)].add(fold(given))

    def names(self, surname: str) -> bool:
        """Whether the document gives a full name with this (folded) surname."""
        return surname in self._given

    def fits(self, surname: str, person: Person) -> bool:
        """Whether a person of the register may be meant by a bare surname in this document.

        "Ghani" is not the president where the text names a "Nusrat Ghani" only.
        """
        given = self._given.get(surname)
        if not given:
            return True
        parts = {fold(part) for name in (person.name, *person.short) for part in name.replace("-", " ").split()}
        return any(g in parts or any(p.startswith(g[:3]) for p in parts) for g in given if len(g) > 1)
