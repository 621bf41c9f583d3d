"""Who published the documents of a record, and what these tell. Capitals of names don't matter."""

import sqlite3
from dataclasses import dataclass
from itertools import islice

from dragoman.store.conditions import REJECTED
from dragoman.store.counting import Pair

_PAPERS = (
    "SELECT id FROM document WHERE publisher = :name COLLATE NOCASE AND is_current = 1 "
    "ORDER BY published DESC, id DESC LIMIT :latest"
)
_TOLD = (
    f"SELECT DISTINCT report.event FROM ({_PAPERS}) AS paper JOIN coding ON coding.document = paper.id "  # noqa: S608
    f"JOIN report ON report.coding = coding.id WHERE report.event IS NOT NULL AND report.event NOT IN ({REJECTED})"
)
"""Events that the latest documents tell of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Publisher:
    """A publisher, with what there is of it."""

    name: str
    """As its latest document has it."""
    documents: int
    """Current versions."""
    first: str
    last: str
    """Days of publication."""


def load_publisher(connection: sqlite3.Connection, name: str) -> Publisher | None:
    """The publisher of a name; None where no document names it."""
    row = connection.execute(
        "SELECT count(*) AS documents, min(published) AS first, max(published) AS last FROM document "
        "WHERE publisher = ? COLLATE NOCASE AND is_current = 1",
        (name,),
    ).fetchone()
    if not name or not row["documents"]:
        return None
    (written,) = connection.execute(
        f"SELECT publisher FROM document WHERE id IN ({_PAPERS})",  # noqa: S608
        {"name": name, "latest": 1},
    ).fetchone()
    return Publisher(name=written, **dict(row))


def find_publishers(connection: sqlite3.Connection, words: str = "", *, limit: int | None = None) -> list[str]:
    """Names of publishers that hold some words, in order of the alphabet; all of them without words and limit."""
    rows = connection.execute(
        # From one name to the next in the index: there are far fewer names than documents.
        """
        WITH RECURSIVE named (name) AS (
            SELECT ''
            UNION ALL
            SELECT (SELECT publisher FROM document WHERE publisher > name COLLATE NOCASE
                    ORDER BY publisher COLLATE NOCASE LIMIT 1)
            FROM named WHERE name IS NOT NULL
        )
        SELECT name FROM named WHERE name != ''
        """
    )
    sought = words.casefold()
    return list(islice((name for (name,) in rows if sought in name.casefold()), limit))


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedDocument:
    """A document of a publisher."""

    document_id: str
    title: str
    published: str
    events: int
    """Of which it tells."""


def list_published(
    connection: sqlite3.Connection, name: str, *, limit: int, offset: int = 0
) -> list[PublishedDocument]:
    """Current documents of a publisher, the latest first."""
    rows = connection.execute(
        f"""
        SELECT document_id, title, published,
               (SELECT count(DISTINCT event) FROM coding JOIN report ON report.coding = coding.id
                WHERE coding.document = document.id) AS events
        FROM document WHERE id IN ({_PAPERS} OFFSET :offset) ORDER BY published DESC, id DESC
        """,  # noqa: S608
        {"name": name, "latest": limit, "offset": offset},
    )
    return [PublishedDocument(**dict(row)) for row in rows]


def count_told(connection: sqlite3.Connection, name: str, *, latest: int) -> int:
    """Of how many events the latest documents of a publisher tell, so many at most."""
    told = {"name": name, "latest": latest}
    (count,) = connection.execute(f"SELECT count(*) FROM ({_TOLD})", told).fetchone()  # noqa: S608
    return int(count)


def find_pairs_told(connection: sqlite3.Connection, name: str, *, latest: int, limit: int) -> list[Pair]:
    """The pairs of sides of which the latest documents of a publisher tell most, by events."""
    rows = connection.execute(
        f"SELECT one, other, count(DISTINCT event) AS events FROM dyad WHERE one != other AND event IN ({_TOLD}) "  # noqa: S608
        "GROUP BY one, other ORDER BY events DESC, one, other LIMIT :limit",
        {"name": name, "latest": latest, "limit": limit},
    )
    return [Pair(**dict(row)) for row in rows]


def find_shared(connection: sqlite3.Connection, name: str, *, latest: int, limit: int) -> list[str]:
    """Ids of events of which the latest documents of a publisher tell and other reports too, the latest first."""
    rows = connection.execute(
        f"SELECT event_id FROM event WHERE id IN ({_TOLD}) AND reports > 1 ORDER BY until DESC, id DESC LIMIT :limit",  # noqa: S608
        {"name": name, "latest": latest, "limit": limit},
    )
    return [event_id for (event_id,) in rows]


def count_outlets(connection: sqlite3.Connection, name: str, *, latest: int, limit: int) -> list[tuple[str, int]]:
    """The outlets that reports in the latest documents of a publisher name as their source, with how many do."""
    rows = connection.execute(
        f"""
        SELECT json_extract(report.body, '$.attribution.outlet') AS outlet, count(*) AS reports
        FROM ({_PAPERS}) AS paper JOIN coding ON coding.document = paper.id JOIN report ON report.coding = coding.id
        WHERE outlet IS NOT NULL GROUP BY outlet ORDER BY reports DESC, outlet LIMIT :limit
        """,  # noqa: S608
        {"name": name, "latest": latest, "limit": limit},
    )
    return [(outlet, int(reports)) for outlet, reports in rows]
