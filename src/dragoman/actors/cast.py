"""Who is named in full anywhere in a document, so that bare surnames can be told apart."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
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
        self.states: set[str] = set()
        """Codes of all names in the document."""
        full = load_persons().full
        for scene in scenes:
            self.states.update(a.code for name in scene.names for a in name.actors)
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
        return any(self.is_given_of(g, person) for g in given if len(g) > 1)

    def is_given_of(self, given: str, person: Person) -> bool:
        """Whether a first name (folded) fits a person of the register, as written there or in another spelling.

        Another spelling ("Sergey", "Sergei") may as well be another person's name, so the text must then name the
        person's state: "Ousman Sonko" in a report from Banjul is not Senegal's "Ousmane Sonko".
        """
        parts = {fold(part) for name in (person.name, *person.short) for part in name.replace("-", " ").split()}
        if given in parts:
            return True
        near = any(p.startswith(given[:3]) for p in parts)
        return near and any(t.code in self.states for t in person.tenures)

    def choose(self, persons: Sequence[Person], day: date) -> Person:
        """Who is meant by a full name that several bear: one whose state the text names, then the most prominent.

        "King Abdullah" was Jordan's and Saudi Arabia's at the same time.
        """
        if len(persons) == 1:
            return persons[0]
        return max(
            persons,
            key=lambda p: (p.is_known_on(day), any(t.code in self.states for t in p.tenures), p.prominence_on(day)),
        )
