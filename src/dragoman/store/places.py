"""Where events of a record happened, by the GeoNames ids of places."""

import json
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

from dragoman.store.counting import Pair

_KNOWN = "geonames_id = ? AND is_rejected = 0"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceCount:
    """A place, as events tell of it, and how many do."""

    geonames_id: int
    events: int


def find_latest_at(connection: sqlite3.Connection, geonames_id: int) -> str | None:
    """The id of the last event at a place, a rejected one too; None where there is none."""
    row = connection.execute(
        "SELECT event_id FROM event WHERE geonames_id = ? ORDER BY first DESC LIMIT 1", (geonames_id,)
    ).fetchone()
    return row["event_id"] if row else None


def find_days_at(connection: sqlite3.Connection, geonames_id: int) -> tuple[str | None, str | None]:
    """The days on which the first and the last event at a place began."""
    first, last = (
        connection.execute(f"SELECT {edge}(first) FROM event WHERE geonames_id = ?", (geonames_id,)).fetchone()[0]  # noqa: S608
        for edge in ("min", "max")
    )
    return first, last


def find_pairs_at(connection: sqlite3.Connection, geonames_id: int, *, latest: int, limit: int) -> list[Pair]:
    """The pairs of sides with most of the latest events at a place, the busiest first.

    Args:
        connection: of the record.
        geonames_id: of the place.
        latest: at most so many events are looked at, those of the latest days.
        limit: at most so many pairs.

    """
    rows = connection.execute(
        f"SELECT one, other, count(DISTINCT event) AS events FROM dyad WHERE one != other AND event IN "  # noqa: S608
        f"(SELECT id FROM event WHERE {_KNOWN} ORDER BY first DESC LIMIT ?) "
        "GROUP BY one, other ORDER BY events DESC, one, other LIMIT ?",
        (geonames_id, latest, limit),
    )
    return [Pair(**dict(row)) for row in rows]


def count_places(
    connection: sqlite3.Connection, name: str, geonames_ids: Iterable[int], *, limit: int
) -> list[PlaceCount]:
    """Places at which events of the record happened, those with most events first.

    Args:
        connection: of the record.
        name: of the places, as the record has it; capitals don't matter. Of 200 events at places of that name.
        geonames_ids: of further places that are meant.
        limit: at most so many.

    """
    rows = connection.execute(
        """
        SELECT geonames_id, count(*) AS events FROM event WHERE geonames_id IN (
            SELECT value FROM json_each(?) UNION
            SELECT geonames_id FROM (SELECT geonames_id FROM event WHERE place = ? COLLATE NOCASE LIMIT 200)
        ) GROUP BY geonames_id ORDER BY events DESC, geonames_id LIMIT ?
        """,
        (json.dumps(sorted(set(geonames_ids))), name, limit),
    )
    return [PlaceCount(**dict(row)) for row in rows]
