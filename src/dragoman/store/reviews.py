"""What people said of events: only ever added to, undone by a further entry, and kept when documents are coded anew."""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from dragoman.errors import RecordError
from dragoman.store.clock import now
from dragoman.store.pending import mark_pending, mark_stale


class Action(StrEnum):
    """What a review does."""

    CONFIRM = "confirm"
    REJECT = "reject"
    SET = "set"
    JOIN = "join"
    SPLIT = "split"
    UNDO = "undo"


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """One entry of the history."""

    id: int
    at: str
    by: str
    because: str
    action: Action
    event_id: str
    set_field: str | None
    value: Any
    undoes: int | None
    is_undone: bool
    anchors: tuple[tuple[str, bool], ...]
    """The reports it is about, as they were called then, and whether the record still has them."""
    present: tuple[str, ...]
    """The ids of those reports that the record has, as they are now."""


_ACTIVE = "NOT EXISTS (SELECT 1 FROM review AS later WHERE later.undoes = review.id)"


def put_review(
    connection: sqlite3.Connection,
    action: Action,
    report_ids: Sequence[str],
    *,
    by: str,
    because: str,
    set_field: str | None = None,
    value: Any = None,
) -> int:
    """Add a review, inside a transaction of the caller's, and note what has to be joined or composed anew.

    Args:
        connection: open for writing.
        action: anything but an undo.
        report_ids: of the reviewed report; for a join that of the other event too.
        by: who says so.
        because: why.
        set_field: set: which field.
        value: set: its value, in the form of docs/data-model.md.

    Returns:
        The review's number.

    Raises:
        RecordError: an id names no report.

    """
    reports = [_find_report(connection, report_id) for report_id in report_ids]
    cursor = connection.execute(
        "INSERT INTO review (at, by, because, action, event_id, set_field, value) VALUES (?, ?, ?, ?, ?, ?, ?)",
        (now(), by, because, action.value, reports[0]["leader"], set_field, json.dumps(value, ensure_ascii=False)),
    )
    number = int(cursor.lastrowid or 0)
    for part, report in enumerate(reports):
        evidence = json.loads(report["body"])["evidence"]
        connection.execute(
            "INSERT INTO anchor (review, part, report, report_id, document_id, field, start, end, body) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                number, part, report["id"], report["report_id"], report["document_id"], evidence.get("field", "text"),
                evidence["trigger_start"], evidence["trigger_end"], report["body"],
            ),
        )  # fmt: skip
    _mark_touched(connection, action, reports)
    return number


def undo_review(connection: sqlite3.Connection, number: int, *, by: str, because: str) -> int:
    """Take a review back by adding another, inside a transaction of the caller's.

    Raises:
        RecordError: no such review, one undone before, or itself an undo.

    """
    review = connection.execute("SELECT action, event_id FROM review WHERE id = ?", (number,)).fetchone()
    if review is None or review["action"] == Action.UNDO:
        raise RecordError(f"there is no review {number} to undo", remedy="See them: dragoman review list")
    if connection.execute("SELECT 1 FROM review WHERE undoes = ?", (number,)).fetchone():
        raise RecordError(f"review {number} was undone before", remedy="Add the review again if it should hold.")
    cursor = connection.execute(
        "INSERT INTO review (at, by, because, action, event_id, undoes) VALUES (?, ?, ?, 'undo', ?, ?)",
        (now(), by, because, review["event_id"], number),
    )
    rows = connection.execute(
        "SELECT report.* FROM anchor JOIN report ON report.id = anchor.report WHERE review = ?", (number,)
    ).fetchall()
    _mark_touched(connection, Action(review["action"]), rows)
    return int(cursor.lastrowid or 0)


def list_reviews(connection: sqlite3.Connection, event_id: str | None = None) -> list[Review]:
    """The history, of the whole record or of the event that an id names, oldest first."""
    condition, values = "", ()
    if event_id is not None:
        condition = (
            "WHERE coalesce(undoes, id) IN (SELECT review FROM anchor JOIN report ON report.id = anchor.report "
            "WHERE report.leader = (SELECT leader FROM report WHERE report_id = ?))"
        )
        values = (event_id,)  # type: ignore[assignment]
    rows = connection.execute(f"SELECT *, NOT {_ACTIVE} AS is_undone FROM review {condition} ORDER BY id", values)  # noqa: S608
    return [_read_review(connection, row) for row in rows.fetchall()]


def _read_review(connection: sqlite3.Connection, row: sqlite3.Row) -> Review:
    anchors = connection.execute(
        "SELECT anchor.report_id, report.report_id FROM anchor LEFT JOIN report ON report.id = anchor.report "
        "WHERE review = ? ORDER BY part",
        (row["id"],),
    ).fetchall()
    return Review(
        id=row["id"],
        at=row["at"],
        by=row["by"],
        because=row["because"],
        action=Action(row["action"]),
        event_id=row["event_id"],
        set_field=row["set_field"],
        value=json.loads(row["value"]) if row["value"] else None,
        undoes=row["undoes"],
        is_undone=bool(row["is_undone"]),
        anchors=tuple((then, now is not None) for then, now in anchors),
        present=tuple(now for _, now in anchors if now is not None),
    )


def load_active(connection: sqlite3.Connection, reports: Iterable[int]) -> list[Review]:
    """The reviews of these reports that were not undone, oldest first."""
    wanted = tuple(reports)
    marks = ",".join("?" * len(wanted))
    rows = connection.execute(
        f"SELECT DISTINCT review.*, 0 AS is_undone FROM anchor JOIN review ON review.id = anchor.review "  # noqa: S608
        f"WHERE anchor.report IN ({marks}) AND {_ACTIVE} ORDER BY review.id",
        wanted,
    )
    return [_read_review(connection, row) for row in rows.fetchall()]


def load_splits(connection: sqlite3.Connection) -> set[str]:
    """Reports that people took out of the event they had been joined to."""
    rows = connection.execute(
        f"SELECT report.report_id FROM review JOIN anchor ON anchor.review = review.id "  # noqa: S608
        f"JOIN report ON report.id = anchor.report WHERE review.action = 'split' AND {_ACTIVE}"
    )
    return {report_id for (report_id,) in rows}


def load_joins(connection: sqlite3.Connection) -> dict[str, str]:
    """For the leaders of groups that people joined, the leader of all: of these the one published first."""
    rows = connection.execute(
        f"""
        SELECT review.id, report.grouped, head.published FROM review
        JOIN anchor ON anchor.review = review.id JOIN report ON report.id = anchor.report
        JOIN report AS head ON head.report_id = report.grouped
        WHERE review.action = 'join' AND {_ACTIVE} ORDER BY review.id, anchor.part
        """  # noqa: S608
    ).fetchall()
    pairs: dict[int, list[str]] = defaultdict(list)
    published: dict[str, str] = {}
    for number, grouped, day in rows:
        pairs[number].append(grouped)
        published[grouped] = day
    root = {leader: leader for leader in published}

    def find(leader: str) -> str:
        while root[leader] != leader:
            leader = root[leader]
        return leader

    for pair in pairs.values():
        ends = sorted({find(leader) for leader in pair}, key=lambda leader: (published[leader], leader))
        for leader in ends:
            root[leader] = ends[0]
    return {leader: find(leader) for leader in root}


def find_reports_again(connection: sqlite3.Connection, document_id: str, coding: int) -> list[str]:
    """Point the reviews of a document that was coded anew at its new reports.

    A review finds the report of the same id, or the one whose trigger shares most code points with that of the old,
    or, where the text before it has changed, the one that quotes the same words.

    Args:
        connection: open for writing.
        document_id: of the document.
        coding: the new one.

    Returns:
        The old bodies (JSON) of the reports that are not found again though a review of them holds, each once.

    """
    anchors = connection.execute(
        f"SELECT anchor.* FROM anchor JOIN review ON review.id = anchor.review "  # noqa: S608
        f"WHERE anchor.document_id = ? AND anchor.report IS NULL AND {_ACTIVE} ORDER BY review, part",
        (document_id,),
    ).fetchall()
    if not anchors:
        return []
    reports = connection.execute("SELECT id, report_id, body FROM report WHERE coding = ?", (coding,)).fetchall()
    lost: dict[str, str] = {}
    for anchor in anchors:
        found = _find_again(anchor, reports)
        if found is None:
            lost.setdefault(anchor["report_id"], anchor["body"])
        else:
            connection.execute(
                "UPDATE anchor SET report = ? WHERE review = ? AND part = ?", (found, anchor["review"], anchor["part"])
            )
    return list(lost.values())


def _find_again(anchor: sqlite3.Row, reports: Sequence[sqlite3.Row]) -> int | None:
    then = json.loads(anchor["body"])
    best, highest = None, (0, False, False, 0)
    for row in reports:
        if row["report_id"] == anchor["report_id"]:
            return int(row["id"])
        now = json.loads(row["body"])
        shared, is_moved = _count_shared(then["evidence"], now["evidence"]), _says_the_same(then, now)
        apart = abs(now["evidence"]["start"] - then["evidence"]["start"])
        rank = (shared, is_moved, now["event_type"] == then["event_type"], -apart)
        if (shared or is_moved) and (best is None or rank > highest):
            best, highest = int(row["id"]), rank
    return best


def _count_shared(one: Mapping[str, Any], other: Mapping[str, Any]) -> int:
    """Code points that two triggers share, at one place and, since the text may have changed, of the same words."""
    start = max(one["trigger_start"], other["trigger_start"])
    end = min(one["trigger_end"], other["trigger_end"])
    words = {e["trigger"][start - e["trigger_start"] : end - e["trigger_start"]] for e in (one, other)}
    fields = {e.get("field", "text") for e in (one, other)}
    return end - start if end > start and len(words) == len(fields) == 1 else 0


def _says_the_same(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Whether two reports quote the same words, with the same trigger in them: those of a text that has moved."""
    first, second = (
        (e["text"], e["trigger_start"] - e["start"], e["trigger_end"] - e["start"], e.get("field", "text"))
        for e in (one["evidence"], other["evidence"])
    )
    return first == second


def _find_report(connection: sqlite3.Connection, report_id: str) -> sqlite3.Row:
    row = connection.execute(
        "SELECT report.*, document.document_id FROM report JOIN coding ON coding.id = report.coding "
        "JOIN document ON document.id = coding.document WHERE report_id = ?",
        (report_id,),
    ).fetchone()
    if row is None:
        raise RecordError(f"no event or report is called {report_id}", remedy="List them: dragoman events")
    found: sqlite3.Row = row
    return found


def _mark_touched(connection: sqlite3.Connection, action: Action, rows: Sequence[sqlite3.Row]) -> None:
    """Note what the review changes: a split or join the grouping, anything else the composed event alone."""
    mark_stale(connection, (r["leader"] for r in rows))
    if action in {Action.SPLIT, Action.JOIN}:
        mark_pending(connection, ((r["event_type"], r["day"], r["first"], r["last"], r["published"]) for r in rows))
