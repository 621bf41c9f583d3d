"""Events as the record keeps them: composed from their reports, with the columns that questions filter by."""

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from dragoman.linking import compose_event, read_joint
from dragoman.model.report import Report, read_report
from dragoman.store.reviews import Action, Review, load_active

JsonObject = dict[str, Any]

_REPORTS = (
    "SELECT report.id, report_id, report.published, joint, body, url "
    "FROM report JOIN coding ON coding.id = report.coding JOIN document ON document.id = coding.document "
    "WHERE leader = ? ORDER BY report.published, report_id"
)


def write_event(connection: sqlite3.Connection, leader: str) -> None:
    """Compose the event of a leader's reports and write its row; without reports, remove it."""
    rows = connection.execute(_REPORTS, (leader,)).fetchall()
    if not rows:
        connection.execute("DELETE FROM event WHERE event_id = ?", (leader,))
        return
    event = _compose(connection, leader, rows, (row["id"] for row in rows))
    number = _put_row(connection, event, len(rows))
    connection.executemany("UPDATE report SET event = ? WHERE id = ?", ((number, row["id"]) for row in rows))
    _put_sides(connection, number, event)


def load_event(connection: sqlite3.Connection, event_id: str) -> JsonObject | None:
    """The composed event that an id names: its own, or that of any of its reports. None where there is none."""
    row = connection.execute("SELECT leader FROM report WHERE report_id = ?", (event_id,)).fetchone()
    return compose_known(connection, row["leader"]) if row and row["leader"] else None


def compose_known(connection: sqlite3.Connection, leader: str, *, as_of: date | None = None) -> JsonObject | None:
    """The event of a leader, of the reports published by a day, with all reviews; None where there are no reports."""
    rows = connection.execute(_REPORTS, (leader,)).fetchall()
    known = rows if as_of is None else [row for row in rows if row["published"] <= as_of.isoformat()]
    return _compose(connection, leader, known, (row["id"] for row in rows)) if known else None


def _compose(
    connection: sqlite3.Connection, leader: str, rows: Sequence[sqlite3.Row], reviewed: Iterable[int]
) -> JsonObject:
    reports: list[Report] = [read_report(json.loads(row["body"])) for row in rows]
    there = {report.report_id for report in reports}
    joints = [read_joint(json.loads(row["joint"])) for row in rows if row["joint"]]
    reviews = load_active(connection, reviewed)
    # Of several for one field the last holds, and so does the last of the confirmations and rejections.
    corrections = {r.set_field: r.value for r in reviews if r.set_field}
    verdicts = [r.action for r in reviews if r.action in {Action.CONFIRM, Action.REJECT}]
    event = compose_event(reports, [j for j in joints if j.other_id in there], corrections, leader=leader)
    urls = {row["report_id"]: row["url"] for row in rows if row["url"]}
    return event | {
        "reports": [_add_url(report, urls.get(report["report_id"])) for report in event["reports"]],
        "rejected": verdicts[-1:] == [Action.REJECT],
        "confirmed": verdicts[-1:] == [Action.CONFIRM],
        "reviews": [_tell_review(review) for review in reviews],
    }


def _add_url(report: JsonObject, url: str | None) -> JsonObject:
    return report | {"url": url} if url else report


def _tell_review(review: Review) -> JsonObject:
    told: JsonObject = {"number": review.id, "action": review.action.value, "by": review.by, "at": review.at}
    if review.set_field:
        told |= {"field": review.set_field, "value": review.value}
    return told | {"because": review.because}


def _put_row(connection: sqlite3.Connection, event: Mapping[str, Any], reports: int) -> int:
    when, place = event["date"] or {}, event["place"] or {}
    speaker = (event["attribution"] or {}).get("speaker") or {}
    published = [r["published"] for r in event["reports"]]
    values = {
        "event_id": event["event_id"],
        "event_type": event["event_type"],
        "mode": event["mode"],
        "contexts": f" {' '.join(event['contexts'])} ",
        "quad_class": event["quad_class"],
        "cameo": event["cameo"],
        "status": event["status"],
        "first": when.get("start"),
        "last": when.get("end"),
        "place": place.get("name"),
        "country": place.get("country"),
        "geonames_id": place.get("geonames_id"),
        "latitude": place.get("latitude"),
        "longitude": place.get("longitude"),
        "speaker": speaker.get("code"),
        "goldstein": event["goldstein"],
        "confidence": event["confidence"],
        "reports": reports,
        "voices": event["voices"],
        "since": min(published),
        "until": max(published),
        "is_rejected": event["rejected"],
    }
    names = ", ".join(values)
    updates = ", ".join(f"{name} = excluded.{name}" for name in values)
    row = connection.execute(
        f"INSERT INTO event ({names}) VALUES ({', '.join(':' + name for name in values)}) "  # noqa: S608
        f"ON CONFLICT (event_id) DO UPDATE SET {updates} RETURNING id",
        values,
    ).fetchone()
    return int(row[0])


def _put_sides(connection: sqlite3.Connection, number: int, event: Mapping[str, Any]) -> None:
    """The rows by which an event is found: its sides, and its dyads."""
    connection.execute("DELETE FROM side WHERE event = ?", (number,))
    connection.execute("DELETE FROM dyad WHERE event = ?", (number,))
    when = event["date"] or {"start": None, "end": None}
    days = (when["start"], when["end"])
    connection.executemany(
        "INSERT INTO side (event, role, code, country, sectors, name, office, first, last) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            (number, role, s["code"], s["country"], " ".join(s["sectors"]), s["name"], s["office"], *days)
            for role, sides in (("actor", event["actors"]), ("recipient", event["recipients"]))
            for s in sides
        ),
    )
    connection.executemany(
        "INSERT INTO dyad (event, one, other, direction, first, last) VALUES (?, ?, ?, ?, ?, ?)",
        ((number, one, other, direction, *days) for one, other, direction in sorted(dyads_of(event))),
    )


def dyads_of(event: Mapping[str, Any]) -> set[tuple[str, str, int]]:
    """Dyads as (one, other, direction), `one` sorting first; 1: one acts on other, -1: the reverse, 0: each other."""
    actors = [side["code"] for side in event["actors"]]
    if event["reciprocal"]:
        pairs = [(min(a, b), max(a, b), 0) for i, a in enumerate(actors) for b in actors[i + 1 :]]
    else:
        recipients = [side["code"] for side in event["recipients"]]
        pairs = [(min(a, b), max(a, b), 1 if a <= b else -1) for a in actors for b in recipients]
    return set(pairs)
