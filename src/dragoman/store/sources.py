"""The documents that events rest on."""

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceDocument:
    """A document, and which of the events asked for it tells of."""

    document_id: str
    published: str
    publisher: str
    title: str
    url: str
    coder: str
    """Name and version of what coded it."""
    codebook: str
    events: tuple[str, ...]


def find_sources(
    connection: sqlite3.Connection, event_ids: Sequence[str], *, as_of: date | None = None
) -> list[SourceDocument]:
    """The documents with reports of some events, by day of publication.

    Args:
        connection: of the record.
        event_ids: of the events.
        as_of: only documents published by that day.

    """
    rows = connection.execute(
        """
        SELECT document_id, document.published, publisher, title, url, coder.name || ' ' || coder.version AS coder,
               codebook, json_group_array(leader) AS events
        FROM report
        JOIN coding ON coding.id = report.coding
        JOIN coder ON coder.id = coding.coder
        JOIN document ON document.id = coding.document
        WHERE leader IN (SELECT value FROM json_each(?)) AND report.published <= ?
        GROUP BY document.id ORDER BY document.published, document_id
        """,
        (json.dumps(list(event_ids)), (as_of or date.max).isoformat()),
    )
    return [
        SourceDocument(**{**dict(row), "events": tuple(dict.fromkeys(sorted(json.loads(row["events"]))))})
        for row in rows
    ]
