"""Feeds that are followed, and their entries from the moment they are seen to that in which they are coded.

All of it is in the record's own file: an entry is settled in the transaction that puts its document there, so that no
process killed between the two codes it twice or loses it, and a copy of the record takes along what it has seen.
"""

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

MOST_VERSIONS = 10
"""Some sites put the time of day, or how many have read it, into the words of an entry: that must end."""


class Outcome(StrEnum):
    """What became of an entry."""

    WAITING = "waiting"
    CODED = "coded"
    LEFT_OUT = "left out"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedState:
    """How it stands with one feed."""

    url: str
    name: str = ""
    etag: str = ""
    modified: str = ""
    interval: float | None = None
    suggested: float | None = None
    """The interval that its publisher suggests."""
    tried: datetime | None = None
    good: datetime | None = None
    due: datetime | None = None
    failures: int = 0
    fault: str = ""
    entries: int = 0
    """In the last answer."""
    new: int = 0
    """Of these, not seen before the last look."""
    outcomes: Mapping[Outcome, int] = field(default_factory=dict)
    """Of all entries that were ever seen in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenEntry:
    """An entry that stood in a feed."""

    keys: Sequence[str]
    document_id: str
    fingerprint: str
    body: Mapping[str, Any]
    """All that is needed to code it later."""
    left_out: str = ""
    """Why it is not to be coded."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingEntry:
    """An entry to be coded."""

    number: int
    """Of its row: those seen later have higher ones."""
    document_id: str
    feed: str
    body: Mapping[str, Any]
    seen: datetime
    """When it was first seen."""
    tries: int


def load_feeds(connection: sqlite3.Connection) -> list[FeedState]:
    """All feeds that were ever followed with this record."""
    outcomes: dict[int, dict[Outcome, int]] = {}
    for feed, outcome, count in connection.execute("SELECT feed, outcome, count(*) FROM feed_entry GROUP BY 1, 2"):
        outcomes.setdefault(feed, {})[Outcome(outcome)] = count
    return [
        FeedState(
            url=row["url"], name=row["name"], etag=row["etag"], modified=row["modified"], interval=row["interval"],
            suggested=row["suggested"], tried=_read_moment(row["tried"]), good=_read_moment(row["good"]),
            due=_read_moment(row["due"]), failures=row["failures"], fault=row["fault"], entries=row["entries"],
            new=row["new"], outcomes=outcomes.get(row["id"], {}),
        )
        for row in connection.execute("SELECT * FROM feed ORDER BY id")
    ]  # fmt: skip


def add_feeds(connection: sqlite3.Connection, urls: Iterable[str]) -> None:
    """Make feeds known, in this order; those that are known stay as they are."""
    with _quietly(connection):
        connection.executemany("INSERT INTO feed (url) VALUES (?) ON CONFLICT DO NOTHING", ((url,) for url in urls))


def put_look(
    connection: sqlite3.Connection, url: str, seen: Sequence[SeenEntry], conclude: Callable[[int], FeedState]
) -> FeedState:
    """Put what a look at a feed brought, all of it or nothing.

    Args:
        connection: open for writing.
        url: of the feed, known by `add_feeds`.
        seen: its entries. One that is known by any of its keys and has other words than before is to be coded anew, if
            it was seen in this feed; another feed may have the same report in fewer words.
        conclude: from the number of entries not known before, how it stands with the feed; `outcomes` are not put.

    Returns:
        How it stands.

    """
    with _quietly(connection):
        (feed,) = connection.execute("SELECT id FROM feed WHERE url = ?", (url,)).fetchone()
        state = conclude(sum(_put_entry(connection, feed, entry) for entry in seen))
        connection.execute(
            "UPDATE feed SET name = ?, etag = ?, modified = ?, interval = ?, suggested = ?, tried = ?, good = ?, "
            "due = ?, failures = ?, fault = ?, entries = ?, new = ? WHERE id = ?",
            (
                state.name, state.etag, state.modified, state.interval, state.suggested, _write_moment(state.tried),
                _write_moment(state.good), _write_moment(state.due), state.failures, state.fault, state.entries,
                state.new, feed,
            ),
        )  # fmt: skip
    return state


def _put_entry(connection: sqlite3.Connection, feed: int, entry: SeenEntry) -> bool:
    """Put one entry; whether it is new."""
    marks = ", ".join("?" * len(entry.keys))
    known = connection.execute(
        f"SELECT id, feed, fingerprint, versions FROM feed_entry WHERE id IN "  # noqa: S608 - question marks alone
        f"(SELECT entry FROM feed_key WHERE key IN ({marks})) OR document_id = ? ORDER BY id",
        (*entry.keys, entry.document_id),
    ).fetchone()
    outcome = Outcome.LEFT_OUT if entry.left_out else Outcome.WAITING
    values = (entry.fingerprint, outcome, entry.left_out, None if entry.left_out else json.dumps(entry.body))
    if known is None:
        number = connection.execute(
            "INSERT INTO feed_entry (fingerprint, outcome, reason, body, feed, document_id, seen) "
            "VALUES (?, ?, ?, ?, ?, ?, ?)",
            (*values, feed, entry.document_id, _write_moment(datetime.now(UTC))),
        ).lastrowid
    else:
        number = known["id"]
        is_changed = known["fingerprint"] != entry.fingerprint and known["feed"] == feed
        if is_changed and known["versions"] < MOST_VERSIONS:
            connection.execute(
                "UPDATE feed_entry SET fingerprint = ?, outcome = ?, reason = ?, body = ?, tries = 0, due = '', "
                "versions = versions + 1 WHERE id = ?",
                (*values, number),
            )
    connection.executemany(
        "INSERT INTO feed_key (key, entry) VALUES (?, ?) ON CONFLICT DO NOTHING", ((k, number) for k in entry.keys)
    )
    return known is None


def list_waiting(connection: sqlite3.Connection, now: datetime, *, limit: int, after: int = 0) -> list[WaitingEntry]:
    """Entries that wait to be coded and may be tried now, those seen first first.

    Args:
        connection: of the record.
        now: those that are postponed until later are left out.
        limit: how many at most.
        after: the number of the entry to go on behind.

    """
    rows = connection.execute(
        "SELECT feed_entry.id, document_id, url, body, seen, tries "
        "FROM feed_entry JOIN feed ON feed.id = feed_entry.feed "
        "WHERE outcome = 'waiting' AND feed_entry.due <= ? AND feed_entry.id > ? ORDER BY feed_entry.id LIMIT ?",
        (_write_moment(now), after, limit),
    )
    return [
        WaitingEntry(
            number=row["id"],
            document_id=row["document_id"],
            feed=row["url"],
            body=json.loads(row["body"]),
            seen=datetime.fromisoformat(row["seen"]),
            tries=row["tries"],
        )
        for row in rows
    ]


def find_next_waiting(connection: sqlite3.Connection) -> datetime | None:
    """When the next of the waiting entries may be tried; None where none waits."""
    (due,) = connection.execute("SELECT min(due) FROM feed_entry WHERE outcome = 'waiting'").fetchone()
    return None if due is None else _read_moment(due) or datetime.min.replace(tzinfo=UTC)


def postpone_entry(connection: sqlite3.Connection, document_id: str, until: datetime) -> None:
    """Try an entry again later."""
    with _quietly(connection):
        connection.execute(
            "UPDATE feed_entry SET tries = tries + 1, due = ? WHERE document_id = ?",
            (_write_moment(until), document_id),
        )


def settle_entry(connection: sqlite3.Connection, document_id: str, outcome: Outcome, reason: str = "") -> None:
    """Note what became of an entry, within the transaction that puts its document into the record."""
    connection.execute(
        "UPDATE feed_entry SET outcome = ?, reason = ?, body = NULL WHERE document_id = ?",
        (outcome, reason, document_id),
    )


@contextmanager
def _quietly(connection: sqlite3.Connection) -> Iterator[None]:
    """A transaction that leaves the record's revision: no answer to a question rests on feeds."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise


def _write_moment(moment: datetime | None) -> str | None:
    return moment.astimezone(UTC).isoformat(timespec="seconds") if moment else None


def _read_moment(written: str | None) -> datetime | None:
    return datetime.fromisoformat(written) if written else None
