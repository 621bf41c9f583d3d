"""Search persons by name: the strictest of the matching keys that finds somebody decides."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

from dragoman.gazetteer.name_keys import are_same, are_turned, bone_key, is_part, is_vowelless, plain_key, sound_key
from dragoman.model.tenure import Person, PersonMatch

Key = Callable[[str], tuple[str, ...]]

Test = Callable[[Sequence[str], Sequence[str]], bool]

# How each way of meeting is called, its key and test, and its score; docs/offices.md has the measured precision.
_WHOLE: tuple[tuple[str, int, Test, float], ...] = (
    ("same", 0, are_same, 1.0),
    ("spelling", 1, are_same, 0.9),
    ("order", 1, are_turned, 0.85),
)
_KEYS: tuple[Key, ...] = (plain_key, sound_key)
_PART = 0.8
_SCRIPT = 0.6
# Fewer consonants than this, over all pieces, fit too many people.
_FEWEST_BONES = 3


class PersonSearch:
    """An index of persons by all of their names."""

    def __init__(self, persons: Iterable[Person]) -> None:
        self._persons: dict[str, Person] = {}
        self._files: list[dict[str, set[str]]] = [defaultdict(set) for _ in _KEYS]
        self._bones: dict[str, set[str]] = defaultdict(set)
        for person in persons:
            self.add(person)

    def add(self, person: Person) -> None:
        """File a person under all names."""
        self._persons[person.person_id] = person
        for name in (person.name, *person.aliases):
            for key, file in zip(_KEYS, self._files, strict=True):
                for handle in _handles(key(name)):
                    file[handle].add(person.person_id)
            self._bones["".join(bone_key(name))].add(person.person_id)

    def find(self, name: str) -> list[PersonMatch]:
        """The best matches of a name, in alphabetical order of their ids; none where it fits nobody."""
        for how, which, test, score in _WHOLE:
            if found := self._meet(which, test, name):
                return self._matches(found, how, score)
        for which in range(len(_KEYS)):
            if found := self._meet(which, _is_contained, name):
                return self._matches(found, "part", _PART)
        return self._matches(self._meet_bones(name), "script", _SCRIPT) if is_vowelless(name) else []

    def _meet(self, which: int, test: Test, name: str) -> set[str]:
        """Who bears a name that passes a test against the name asked for, both under one of the keys."""
        key, file = _KEYS[which], self._files[which]
        wanted = key(name)
        near = {person_id for handle in _handles(wanted) for person_id in file.get(handle, ())}
        return {i for i in near if any(test(wanted, key(known)) for known in self._names(i))}

    def _meet_bones(self, name: str) -> set[str]:
        """Who bears the whole name, by its consonants, piece by piece where there are as many."""
        wanted = bone_key(name)
        joined = "".join(wanted)
        if len(joined) < _FEWEST_BONES:
            return set()
        return {
            person_id
            for person_id in self._bones.get(joined, ())
            if any(
                key == wanted or (len(key) != len(wanted) and "".join(key) == joined)
                for key in map(bone_key, self._names(person_id))
            )
        }

    def _names(self, person_id: str) -> Iterator[str]:
        person = self._persons[person_id]
        yield person.name
        yield from person.aliases

    def _matches(self, found: Iterable[str], how: str, score: float) -> list[PersonMatch]:
        return [PersonMatch(person=self._persons[i], how=how, score=score) for i in sorted(found)]


def _is_contained(wanted: Sequence[str], known: Sequence[str]) -> bool:
    """Whether one name is a shorter form of the other; a single piece is looked for as a surname."""
    if len(wanted) == 1:
        return len(known) > 1 and wanted[0] == known[-1]
    return is_part(wanted, known) or is_part(known, wanted)


def list_keys(name: str) -> frozenset[str]:
    """What a name is filed under, in one set: any two names that `find` can bring together share one of these."""
    handles = {handle for key in _KEYS for handle in _handles(key(name))}
    bones = "".join(bone_key(name))
    return frozenset(handles | ({f"={bones}"} if bones else set()))


def _handles(key: tuple[str, ...]) -> set[str]:
    """What a name is filed under: first and last piece, and all of it written together."""
    return {key[0], key[-1], "".join(key)} if key else set()
