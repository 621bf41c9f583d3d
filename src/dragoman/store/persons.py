"""Where names of persons stand in a record: on sides of events, beside whom, and under words that events rest on."""

import json
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

from dragoman.store.conditions import REJECTED


@dataclass(frozen=True, slots=True, kw_only=True)
class NameCount:
    """How often a name stands on a side of events; rejected ones are left out."""

    name: str
    events: int
    first: str | None
    """Day on which the first of them began."""
    last: str | None
    """Day on which the last of them began."""


def count_names(connection: sqlite3.Connection, names: Iterable[str]) -> list[NameCount]:
    """In how many events each of some names stands, the commonest first; names of none are left out."""
    counts = (_count_name(connection, name) for name in sorted(set(names)))
    return sorted((count for count in counts if count.events), key=lambda count: (-count.events, count.name))


def _count_name(connection: sqlite3.Connection, name: str) -> NameCount:
    row = connection.execute(
        # In the order of the index, so that nothing has to be noted to tell what was seen.
        f"SELECT count(*) AS events, min(first) AS first, max(first) AS last FROM "  # noqa: S608
        f"(SELECT DISTINCT first, last, event FROM side WHERE name = ? AND event NOT IN ({REJECTED}))",
        (name,),
    ).fetchone()
    return NameCount(name=name, **dict(row))


@dataclass(frozen=True, slots=True, kw_only=True)
class Company:
    """Somebody of another side with whom a person was at a meeting."""

    code: str
    name: str | None
    """None where the events name the state or organisation alone."""
    events: int
    first: str | None
    last: str | None
    """Days on which the first and the last of them began."""


def find_company(connection: sqlite3.Connection, names: Iterable[str], *, latest: int, limit: int) -> list[Company]:
    """Whom a person met or spoke with: the other sides of consultations that occurred.

    Args:
        connection: of the record.
        names: all spellings of the person.
        latest: at most so many events of the person are looked at, those of the latest days.
        limit: at most so many persons and sides, those met most often.

    """
    spelt = json.dumps(sorted(set(names)))
    rows = connection.execute(
        """
        SELECT other.code, other.name, count(DISTINCT event.id) AS events, min(event.first) AS first,
               max(event.first) AS last
        FROM (
            SELECT event, role, code FROM side WHERE name IN (SELECT value FROM json_each(:names))
            ORDER BY first DESC LIMIT :latest
        ) AS mine
        JOIN event ON event.id = mine.event AND event.event_type = 'CONSULT' AND event.status = 'occurred'
            AND event.is_rejected = 0
        JOIN side AS other ON other.event = event.id AND (other.role != mine.role OR other.code != mine.code)
        WHERE other.name IS NULL OR other.name NOT IN (SELECT value FROM json_each(:names))
        GROUP BY other.code, other.name
        ORDER BY events DESC, last DESC, other.code, other.name LIMIT :limit
        """,
        {"names": spelt, "latest": latest, "limit": limit},
    )
    return [Company(**dict(row)) for row in rows]
