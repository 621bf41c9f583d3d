"""What words of a search may be the name of: persons, offices, places, publishers."""

import sqlite3
from collections.abc import Iterator
from datetime import date

from dragoman.export import JsonObject
from dragoman.gazetteer.add_names import add_names
from dragoman.gazetteer.places import PlaceEntry, load_places
from dragoman.gazetteer.register import Register, list_offices, load_register
from dragoman.store import count_names, count_places, find_publishers
from dragoman.tasks.listing import search_record
from dragoman.tasks.persons import find_near, list_full_names
from dragoman.tasks.sides import name_side

_MOST = 8
"""Of each kind."""

_LONGEST = 8
"""Words; no name has more, and to look for one takes time."""


def search_names_too(
    connection: sqlite3.Connection, words: str, *, as_of: date | None = None, limit: int = 20, offset: int = 0
) -> JsonObject:
    """Documents and events with all the words, as `search_record` tells them, and whatever is called so: `named`."""
    found = search_record(connection, words, as_of=as_of, limit=limit, offset=offset)
    return {**found, "named": find_named(connection, words)}


def find_named(connection: sqlite3.Connection, words: str) -> JsonObject:
    """Persons, offices, places and publishers of a name.

    Args:
        connection: of the record.
        words: the name, or part of it; quotation marks are left out.

    Returns:
        `persons`, those in most events first; `offices` whose state or organisation the words name too; `places`
        at which events happened, those with most first; `publishers` whose name holds the words.

    """
    plain = " ".join(words.replace('"', " ").split())
    is_name = 0 < len(plain.split()) <= _LONGEST
    return {
        "persons": list(_find_persons(connection, plain)) if is_name else [],
        "offices": list(_find_offices(plain)) if is_name else [],
        "places": list(_find_places(connection, plain)) if is_name else [],
        "publishers": find_publishers(connection, plain, limit=_MOST) if is_name else [],
    }


def _find_persons(connection: sqlite3.Connection, name: str) -> Iterator[JsonObject]:
    known = load_register().find_person(name)
    near = find_near(connection, {name, *(n for match in known for n in (match.person.name, *match.person.aliases))})
    register = add_names(Register([match.person for match in known], []), near)
    persons = [match.person for match in register.find_person(name)]
    counts = {c.name: c.events for c in count_names(connection, {n for p in persons for n in list_full_names(p)})}
    events = {p.person_id: sum(counts.get(n, 0) for n in list_full_names(p)) for p in persons}
    told = [p for p in persons if events[p.person_id] or p.person_id in load_register().persons]
    for person in sorted(told, key=lambda p: (-events[p.person_id], p.name))[:_MOST]:
        yield {"person_id": person.person_id, "name": person.name, "events": events[person.person_id]}


def _find_offices(words: str) -> Iterator[JsonObject]:
    for office, code, body in list_offices(words)[:_MOST]:
        if code:
            yield {"office": office, "code": code, "body": body, "owner": body or name_side(code)}


def _find_places(connection: sqlite3.Connection, name: str) -> Iterator[JsonObject]:
    # What is searched for is often written small, which the gazetteer takes for no name.
    entries = {e.geonames_id: e for e in (*load_places().lookup(name.title()), *load_places().lookup(name))}
    ids = [geonames_id for geonames_id in entries if geonames_id]
    for found in count_places(connection, name, ids, limit=_MOST):
        entry = entries.get(found.geonames_id) or load_places().by_geonames_id(found.geonames_id)
        yield {"geonames_id": found.geonames_id, **_name_place(entry, name), "events": found.events}


def _name_place(entry: PlaceEntry | None, name: str) -> JsonObject:
    """A place by name, division and country; one that the shipped gazetteer lacks by the name asked for."""
    if entry is None:
        return {"name": name, "admin1": None, "country": None}
    country = name_side(entry.country) if entry.country else None
    return {"name": entry.name, "admin1": entry.admin1, "country": country}
