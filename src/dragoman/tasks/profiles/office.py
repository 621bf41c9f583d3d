"""One office through time: all who are said to have held it, and who did on a day."""

import sqlite3
from datetime import date

from dragoman.export import JsonObject
from dragoman.tasks.offices import (
    answer_office,
    find_office_register,
    list_conflicts,
    list_tenures,
    tell_conflict,
    tell_tenure,
)
from dragoman.tasks.profiles.evidence import shorten_proofs
from dragoman.tasks.sides import name_side

_LISTS = ("holders", "others", "before", "after")
"""Of tenures, in what is known of a day."""


def tell_office(
    connection: sqlite3.Connection, words: str, owner: str, on: date, *, limit: int = 50, offset: int = 0
) -> JsonObject:
    """An office of a state or organisation.

    Args:
        connection: of the record.
        words: "minister of defence", "head of state".
        owner: code or name of the state or organisation; empty where the words name it.
        on: a day.
        limit: at most so many tenures.
        offset: how many to pass over first.

    Returns:
        `day`: as `ask_office` tells who held it on the day; `offices`, those meant, each with its `owner` in words;
        the `total` of tenures, those that begin last first: `tenures` from `offset` on; `conflicts` of any time.

    Raises:
        InputError: the words name no office, or the owner is not known.

    """
    register, asked = find_office_register(connection, words, owner, on)
    day = answer_office(register, asked, words, owner, on)
    for name in _LISTS:
        day[name] = [shorten_proofs(tenure, on) for tenure in day[name]]
    tenures = list_tenures(register, asked)
    latest = sorted(tenures, key=lambda t: t.since.first if t.since else date.min, reverse=True)
    return {
        "asked": words,
        "on": on.isoformat(),
        "offices": [{**office, "owner": office["body"] or name_side(office["code"])} for office in day["offices"]],
        "day": day,
        "total": len(tenures),
        "offset": offset,
        "tenures": [shorten_proofs(tell_tenure(register, t, on), on) for t in latest[offset : offset + limit]],
        "conflicts": [tell_conflict(register, conflict) for conflict in list_conflicts(register, tenures)],
    }
