"""A person by name: all spellings, the offices held, the latest events."""

import sqlite3
from collections.abc import Iterable
from datetime import date

from dragoman.errors import InputError
from dragoman.export import JsonObject
from dragoman.gazetteer.add_names import add_names
from dragoman.gazetteer.person_search import PersonSearch
from dragoman.gazetteer.register import Register, load_register
from dragoman.model.tenure import Person, PersonMatch
from dragoman.store import EventFilter, count_events, find_events, find_names
from dragoman.tasks.lines import line_of
from dragoman.tasks.offices import find_register, list_conflicts, list_owned, tell_conflict, tell_tenure

_MOST_OFFICES = 30
"""Offices whose other holders are looked at; "Khan" alone means persons of too many."""


def ask_person(connection: sqlite3.Connection, name: str, on: date, *, limit: int = 5) -> JsonObject:
    """The persons whom a name fits best, in whichever spelling or script.

    Args:
        connection: of the record.
        name: in full, or the surname alone.
        on: the day for which it is told how surely an office was held.
        limit: at most so many events of each.

    Returns:
        `name`, `on` and `persons`, each with `name`, `how` the name fits, `spellings`, `offices` in order of their
        beginning with all that says so, `conflicts` with others in them (not sought where the name means persons of
        more than 30 offices), `total` and `events`, the latest first.

    Raises:
        InputError: an empty name.

    """
    shipped = load_register()
    register, matches = find_bearers(connection, name, on)
    told = [_tell_person(connection, register, match, on, limit) for match in matches]
    # A name whose events are gone is nobody's.
    persons = [p for p in told if p["offices"] or p["events"] or p["person_id"] in shipped.persons]
    return {"name": name, "on": on.isoformat(), "persons": persons}


def find_bearers(connection: sqlite3.Connection, name: str, on: date) -> tuple[Register, list[PersonMatch]]:
    """Whom a name fits best, those whose events are gone among them, and all that is known of their offices.

    Args:
        connection: of the record.
        name: in full, or the surname alone, in any spelling.
        on: a day of which all evidence is wanted.

    Raises:
        InputError: an empty name.

    """
    if not name.strip():
        raise InputError("the name is empty", remedy="Give a name: dragoman person 'Yasar Guler'")
    shipped = load_register()
    known = shipped.find_person(name)
    near = find_near(connection, {name, *(n for match in known for n in (match.person.name, *match.person.aliases))})
    # With the rivals for their offices, who divide tenures and contradict them.
    offices = {(t.office, t.code) for match in known for t in shipped.tenures_of(match.person.person_id)}
    offices |= list_owned(connection, near)
    if len(offices) > _MOST_OFFICES:
        offices = set()
    register = add_names(find_register(connection, offices=offices, names={name, *near}, on=on), near)
    return register, register.find_person(name)


def find_near(connection: sqlite3.Connection, wanted: set[str]) -> set[str]:
    """The record's names that may be other spellings of some names."""
    filed = find_names(connection, wanted)
    meant, search = _search(wanted), _search(filed)
    near = {match.person.name for name in wanted for match in search.find(name)}
    return near | {spelt for spelt in filed if meant.find(spelt)}


def _search(names: Iterable[str]) -> PersonSearch:
    return PersonSearch(Person(person_id=name, name=name) for name in names)


def _tell_person(
    connection: sqlite3.Connection, register: Register, match: PersonMatch, on: date, limit: int
) -> JsonObject:
    person = match.person
    tenures = register.tenures_of(person.person_id)
    conflicts = [c for c in list_conflicts(register, tenures) if person.person_id in c.person_ids]
    wanted = EventFilter(names=list_full_names(person))
    return {
        "person_id": person.person_id,
        "name": person.name,
        "how": match.how,
        "score": match.score,
        "spellings": list(person.aliases),
        "offices": [tell_tenure(register, tenure, on) for tenure in tenures],
        "conflicts": [tell_conflict(register, conflict) for conflict in conflicts],
        "total": count_events(connection, wanted),
        "events": [line_of(event) for event in find_events(connection, wanted, limit=limit, newest_first=True)],
    }


def list_full_names(person: Person) -> tuple[str, ...]:
    """The spellings under which events are a person's; one name alone ("Sultan") is too many people's."""
    return tuple(n for n in (person.name, *person.aliases) if len(n.split()) > 1) or (person.name,)
