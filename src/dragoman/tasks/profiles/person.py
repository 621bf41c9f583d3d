"""One person as the record and the tables know them: names, offices, events, company, claims."""

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, replace
from datetime import date

from dragoman.errors import NotInRecordError
from dragoman.export import JsonObject
from dragoman.gazetteer.add_names import add_names
from dragoman.gazetteer.register import Register, load_register
from dragoman.gazetteer.seed import person_id_of
from dragoman.model.tenure import Person, PersonMatch
from dragoman.store import Company, EventFilter, NameCount, count_events, count_names, find_company
from dragoman.tasks.listing import list_events
from dragoman.tasks.offices import list_conflicts, tell_conflict, tell_tenure
from dragoman.tasks.persons import find_bearers, list_full_names
from dragoman.tasks.profiles.evidence import shorten_proofs

LOOKED_AT = 2000
"""Events of a person, the latest, in which company is looked for."""

_COMPANY = 15
_CLAIMS = 10
_BRIEF = 2
"""Offices by which persons of one name are told apart, the latest."""

Counts = Mapping[str, NameCount]


def tell_person(
    connection: sqlite3.Connection, name: str, on: date, *, who: str = "", limit: int = 20, offset: int = 0
) -> JsonObject:
    """The person whom a name means, or those whom it may mean.

    Args:
        connection: of the record.
        name: in full or the surname alone, in any spelling.
        on: the day for which it is told how surely an office was held.
        who: id of the one meant, where the name fits several.
        limit: at most so many events of the person.
        offset: how many of these to pass over first.

    Returns:
        `name` as asked; `on`; `spelt`, events in which this very spelling stands; `persons`, whom it fits, each with
        `person_id`, `name`, how the name fits, `spellings`, their latest `offices` and how many `events`; `person`,
        the one meant, None where several are. That one has also all `offices` with what says so, `conflicts` with
        others in them, `names` with how many events have each, the `first` and `last` day, the `total` of events and
        those from `offset` on, `company` (whom they met) in the `looked_at` latest, and `claims`: events on their word.

    Raises:
        InputError: an empty name.
        NotInRecordError: nobody is called so.

    """
    register, matches = find_bearers(connection, name, on)
    counts = _count(connection, [name, *(n for m in matches for n in list_full_names(m.person))])
    found = [m for m in matches if _is_known(connection, register, m.person, counts)]
    if not found and (name in counts or _count_claims(connection, (name,))):
        found = [PersonMatch(person=Person(person_id=person_id_of(name), name=name), how="same", score=1.0)]
    if not found:
        raise NotInRecordError(f"nobody is called {name!r}", remedy="Search for the surname alone.")
    meant = [m for m in found if m.person.person_id == who] or found
    return {
        "name": name,
        "on": on.isoformat(),
        "spelt": counts[name].events if name in counts else 0,
        "persons": [_tell_brief(register, m, counts, on) for m in found],
        "person": None
        if len(meant) > 1
        else {
            **_tell_brief(register, meant[0], counts, on),
            **_tell_offices(register, meant[0].person, on),
            **_tell_names(list_full_names(meant[0].person), counts),
            **_tell_events(connection, list_full_names(meant[0].person), counts, limit, offset),
        },
    }


def _count(connection: sqlite3.Connection, names: Iterable[str]) -> Counts:
    return {count.name: count for count in count_names(connection, names)}


def _count_claims(connection: sqlite3.Connection, names: tuple[str, ...]) -> int:
    return count_events(connection, EventFilter(speaker_names=names))


def _is_known(connection: sqlite3.Connection, register: Register, person: Person, counts: Counts) -> bool:
    """Whether there is anything to tell; a name whose events are gone is nobody's."""
    names = list_full_names(person)
    return bool(
        person.person_id in load_register().persons
        or register.tenures_of(person.person_id)
        or any(name in counts for name in names)
        or _count_claims(connection, names)
    )


def _tell_brief(register: Register, match: PersonMatch, counts: Counts, on: date) -> JsonObject:
    person = match.person
    latest = list(register.tenures_of(person.person_id))[-_BRIEF:]
    return {
        "person_id": person.person_id,
        "name": person.name,
        "how": match.how,
        "spellings": list(person.aliases),
        "offices": [shorten_proofs(tell_tenure(register, tenure, on), on) for tenure in reversed(latest)],
        "events": sum(counts[name].events for name in list_full_names(person) if name in counts),
    }


def _tell_offices(register: Register, person: Person, on: date) -> JsonObject:
    tenures = register.tenures_of(person.person_id)
    conflicts = [c for c in list_conflicts(register, tenures) if person.person_id in c.person_ids]
    return {
        "offices": [shorten_proofs(tell_tenure(register, tenure, on), on) for tenure in reversed(tenures)],
        "conflicts": [tell_conflict(register, conflict) for conflict in conflicts],
    }


def _tell_names(names: Sequence[str], counts: Counts) -> JsonObject:
    """The spellings that events have, the commonest first, and the days of these events."""
    found = sorted((counts[name] for name in names if name in counts), key=lambda c: (-c.events, c.name))
    return {
        "names": [{"name": count.name, "events": count.events} for count in found],
        "first": min((count.first for count in found if count.first), default=None),
        "last": max((count.last for count in found if count.last), default=None),
    }


def merge_company(company: Sequence[Company]) -> list[Company]:
    """Company in which other spellings of a name are one person's, called by the commonest."""
    register = add_names(Register([], []), (one.name for one in company if one.name))
    bearers = {name: p.person_id for p in register.persons.values() for name in (p.name, *p.aliases)}
    merged: dict[tuple[str, str], Company] = {}
    for one in company:
        key = (one.code, bearers.get(one.name or "", one.name or ""))
        known = merged.get(key, one)
        merged[key] = one if known is one else _add(known, one)
    return sorted(merged.values(), key=lambda one: -one.events)


def _add(one: Company, other: Company) -> Company:
    days = [day for day in (one.first, one.last, other.first, other.last) if day]
    first, last = min(days, default=None), max(days, default=None)
    return replace(one, events=one.events + other.events, first=first, last=last)


def _tell_events(
    connection: sqlite3.Connection, names: tuple[str, ...], counts: Counts, limit: int, offset: int
) -> JsonObject:
    # A table knows many spellings that no event has, and the fewer are asked for the sooner they are found.
    spelt = tuple(name for name in names if name in counts) or names
    events = list_events(connection, EventFilter(names=spelt), limit=limit, offset=offset, newest_first=True)
    claims = list_events(connection, EventFilter(speaker_names=names), limit=_CLAIMS, newest_first=True)
    company = merge_company(find_company(connection, names, latest=LOOKED_AT, limit=3 * _COMPANY))
    return {
        "total": events["total"],
        "offset": offset,
        "events": events["events"],
        "looked_at": LOOKED_AT,
        "company": [asdict(one) for one in company[:_COMPANY]],
        "claims": {"total": claims["total"], "events": claims["events"]},
    }
