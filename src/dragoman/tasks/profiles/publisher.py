"""One publisher: what there is of it, what it tells of, and who tells of the same."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import asdict

from dragoman.errors import NotInRecordError
from dragoman.export import JsonObject
from dragoman.store import (
    Pair,
    compose_all,
    count_outlets,
    count_told,
    find_pairs_told,
    find_publishers,
    find_shared,
    list_published,
    load_publisher,
)
from dragoman.tasks.sides import name_side

LOOKED_AT = 300
"""Documents of a publisher, the latest, whose events are counted."""

COMPARED = 20
"""Events of these documents, the latest that other reports tell of too, whose reports are compared."""

_RELATIONS = 10
_OTHERS = 10


def tell_publisher(connection: sqlite3.Connection, name: str, *, limit: int = 20, offset: int = 0) -> JsonObject:
    """A publisher as its documents show it.

    Args:
        connection: of the record.
        name: whole; capitals don't matter.
        limit: at most so many documents.
        offset: how many to pass over first.

    Returns:
        `publisher` with `name`, `documents` and the days of the `first` and the `last`; of the latest documents, so
        many as `looked_at` says at most: how many `events` they tell of, the `relations` with most, and `outlets` that
        they name as their source, with how many `reports` do; `shared`: how many events told by other reports too were
        `compared`, in how many the publisher has a voice of its own (`alone`), and the `others` who tell of them, each
        with how many `events`, and in how many of these both are one voice (`as_one`); the `total` of documents, and
        `documents` from `offset` on, the latest first.

    Raises:
        NotInRecordError: no document names it.

    """
    found = load_publisher(connection, name)
    if found is None:
        raise NotInRecordError(f"no publisher is called {name!r}", remedy="Search for a part of its name.")
    outlets = count_outlets(connection, name, latest=LOOKED_AT, limit=_OTHERS)
    published = list_published(connection, name, limit=limit, offset=offset)
    return {
        "publisher": asdict(found),
        "looked_at": LOOKED_AT,
        "events": count_told(connection, name, latest=LOOKED_AT),
        "relations": list(name_pairs(find_pairs_told(connection, name, latest=LOOKED_AT, limit=_RELATIONS))),
        "outlets": [{"outlet": outlet, "reports": reports} for outlet, reports in outlets],
        "shared": _compare(connection, name),
        "total": found.documents,
        "offset": offset,
        "documents": [asdict(document) for document in published],
    }


def list_publishers(connection: sqlite3.Connection, *, limit: int = 50, offset: int = 0) -> JsonObject:
    """The publishers of a record in order of the alphabet: `total`, `offset` and `publishers`, as `tell_publisher`."""
    names = find_publishers(connection)
    found = [load_publisher(connection, name) for name in names[offset : offset + limit]]
    return {"total": len(names), "offset": offset, "publishers": [asdict(one) for one in found if one]}


def name_pairs(pairs: Iterable[Pair]) -> Iterator[JsonObject]:
    """Relations as they are listed: `sides`, each with `code` and `name`, and how many `events`."""
    for pair in pairs:
        sides = [{"code": code, "name": name_side(code)} for code in (pair.one, pair.other)]
        yield {"sides": sides, "events": pair.events}


def _compare(connection: sqlite3.Connection, name: str) -> JsonObject:
    """Who else tells of a publisher's events, and whether in the same words."""
    compared, alone = 0, 0
    events: dict[str, int] = defaultdict(int)
    as_one: dict[str, int] = defaultdict(int)
    shared = find_shared(connection, name, latest=LOOKED_AT, limit=COMPARED)
    for event in compose_all(connection, shared).values():
        told = _group(event["reports"])
        own = next((voices for other, voices in told.items() if other.casefold() == name.casefold()), set())
        others = {other: voices for other, voices in told.items() if other.casefold() != name.casefold()}
        compared += bool(others)
        alone += bool(others) and not any(own & voices for voices in others.values())
        for other, voices in others.items():
            events[other] += 1
            as_one[other] += bool(own & voices)
    ranked = sorted(events, key=lambda other: (-events[other], other))[:_OTHERS]
    return {
        "compared": compared,
        "alone": alone,
        "others": [{"publisher": other or None, "events": events[other], "as_one": as_one[other]} for other in ranked],
    }


def _group(reports: Iterable[JsonObject]) -> dict[str, set[int]]:
    """The voices of reports by their publisher."""
    voices: dict[str, set[int]] = defaultdict(set)
    for report in reports:
        voices[report["publisher"]].add(report["voice"])
    return voices
