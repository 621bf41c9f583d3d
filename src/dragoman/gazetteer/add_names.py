"""Names of a record's events joined to a register: further spellings of its persons, and persons it does not have."""

from collections.abc import Iterable
from dataclasses import replace

from dragoman.gazetteer.person_search import PersonSearch
from dragoman.gazetteer.register import Register
from dragoman.gazetteer.seed import person_id_of
from dragoman.model.tenure import Person

_WHOLE = frozenset({"same", "spelling", "order"})
"""Ways of meeting that make one full name a spelling of another."""


def add_names(register: Register, names: Iterable[str]) -> Register:
    """A register that knows names too that no office stands with.

    Args:
        register: of tables and documents.
        names: of persons, in any order; the result does not depend on it.

    Returns:
        A new register. A name that is another spelling of one person's becomes an alias of that person, one that fits
        nobody a person without offices; one that fits several is left out.

    """
    persons = dict(register.persons)
    search = PersonSearch(persons.values())
    for name in sorted(set(names)):
        found = [match for match in search.find(name) if match.how in _WHOLE]
        if len(found) > 1:
            continue
        if not found:
            person = Person(person_id=person_id_of(name, persons), name=name)
        elif name in {found[0].person.name, *found[0].person.aliases}:
            continue
        else:
            person = replace(found[0].person, aliases=(*found[0].person.aliases, name))
        persons[person.person_id] = person
        search.add(person)
    return Register(persons.values(), register.tenures)
