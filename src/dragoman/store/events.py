"""Events as the record keeps them: composed from their reports, with the columns that questions filter by."""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from dragoman.commitments import find_commitments
from dragoman.linking import compose_event, read_joint
from dragoman.model.report import Report, read_report
from dragoman.store.body import dump_body
from dragoman.store.reviews import Action, Review, load_active

JsonObject = dict[str, Any]

_REPORTS = (
    "SELECT report.id, leader, report_id, report.published, joint, body, url "
    "FROM report JOIN coding ON coding.id = report.coding JOIN document ON document.id = coding.document "
    "WHERE leader IN (SELECT value FROM json_each(?))"
)


def write_event(connection: sqlite3.Connection, leader: str) -> None:
    """Compose the event of a leader's reports and write its row; without reports, remove it."""
    rows = _load_reports(connection, [leader]).get(leader)
    if not rows:
        connection.execute("DELETE FROM event WHERE event_id = ?", (leader,))
        return
    event = _compose(leader, rows, load_active(connection, (row["id"] for row in rows)))
    number = _put_row(connection, event, len(rows))
    connection.executemany("UPDATE report SET event = ? WHERE id = ?", ((number, row["id"]) for row in rows))
    _put_beside(connection, number, event)


def load_event(connection: sqlite3.Connection, event_id: str) -> JsonObject | None:
    """The composed event that an id names: its own, or that of any of its reports. None where there is none."""
    row = connection.execute("SELECT leader FROM report WHERE report_id = ?", (event_id,)).fetchone()
    return compose_known(connection, row["leader"]) if row and row["leader"] else None


def compose_known(connection: sqlite3.Connection, leader: str, *, as_of: date | None = None) -> JsonObject | None:
    """The event of a leader, of the reports published by a day, with all reviews; None where there are no reports."""
    return compose_all(connection, [leader], as_of=as_of).get(leader)


def compose_all(
    connection: sqlite3.Connection, leaders: Sequence[str], *, as_of: date | None = None
) -> dict[str, JsonObject]:
    """The events of some leaders by id, as `compose_known` gives each; in their order."""
    found = _load_reports(connection, leaders)
    numbers = json.dumps([row["id"] for rows in found.values() for row in rows])
    question = "SELECT DISTINCT report FROM anchor WHERE report IN (SELECT value FROM json_each(?))"
    reviewed = {report for (report,) in connection.execute(question, (numbers,))}
    composed = {}
    for leader in leaders:
        rows = found.get(leader, [])
        reviews = load_active(connection, ids) if (ids := [r["id"] for r in rows if r["id"] in reviewed]) else []
        known = rows if as_of is None else [row for row in rows if row["published"] <= as_of.isoformat()]
        if known:
            composed[leader] = _compose(leader, known, reviews)
    return composed


def _load_reports(connection: sqlite3.Connection, leaders: Sequence[str]) -> dict[str, list[sqlite3.Row]]:
    """The reports of each leader, in order of their publication."""
    found: dict[str, list[sqlite3.Row]] = defaultdict(list)
    for row in connection.execute(_REPORTS, (json.dumps(leaders),)):
        found[row["leader"]].append(row)
    return {
        leader: sorted(rows, key=lambda row: (row["published"], row["report_id"])) for leader, rows in found.items()
    }


def _compose(leader: str, rows: Sequence[sqlite3.Row], reviews: Sequence[Review]) -> JsonObject:
    reports: list[Report] = [read_report(json.loads(row["body"])) for row in rows]
    there = {report.report_id for report in reports}
    joints = [read_joint(json.loads(row["joint"])) for row in rows if row["joint"]]
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
        "trigger": event["evidence"]["trigger"],
        "reciprocal": bool(event["reciprocal"]),
    }
    names = ", ".join(values)
    updates = ", ".join(f"{name} = excluded.{name}" for name in values)
    row = connection.execute(
        f"INSERT INTO event ({names}) VALUES ({', '.join(':' + name for name in values)}) "  # noqa: S608
        f"ON CONFLICT (event_id) DO UPDATE SET {updates} RETURNING id",
        values,
    ).fetchone()
    return int(row[0])


def _put_beside(connection: sqlite3.Connection, number: int, event: Mapping[str, Any]) -> None:
    """The rows by which an event is found, its sides, dyads and tags; and what it promises."""
    for table in ("side", "dyad", "tag", "commitment"):
        connection.execute(f"DELETE FROM {table} WHERE event = ?", (number,))  # noqa: S608
    when = event["date"] or {"start": None, "end": None}
    days = (when["start"], when["end"])
    of_event = (number, event["event_type"], max(report["published"] for report in event["reports"]))
    connection.executemany(
        "INSERT INTO side (event, event_type, until, role, code, country, sectors, name, office, first, last) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            (*of_event, role, s["code"], s["country"], " ".join(s["sectors"]), s["name"], s["office"], *days)
            for role, sides in (("actor", event["actors"]), ("recipient", event["recipients"]))
            for s in sides
        ),
    )
    _put_dyads(connection, of_event, event, days)
    sectors = {sector for side in (*event["actors"], *event["recipients"]) for sector in side["sectors"]}
    connection.executemany(
        "INSERT INTO tag (event, tag, first, last) VALUES (?, ?, ?, ?)",
        ((number, tag, *days) for tag in sorted({*event["contexts"], *sectors})),
    )
    connection.executemany(
        "INSERT INTO commitment (event, body) VALUES (?, ?)",
        ((number, dump_body(commitment.to_json())) for commitment in find_commitments([event])),
    )


def _put_dyads(
    connection: sqlite3.Connection,
    of_event: tuple[int, str, str],
    event: Mapping[str, Any],
    days: tuple[str | None, str | None],
) -> None:
    dyads, kind = dyads_of(event), (event["quad_class"], event["status"], event["mode"], event["cameo"])
    # Each pair of two sides is counted once, also where both act on both.
    counted = set() if event["rejected"] else {max(d for d in dyads if d[:2] == (a, b)) for a, b, _ in dyads if a != b}
    mutual = {(one, other) for one, other, direction in dyads if direction < 0} & {d[:2] for d in dyads if d[2] > 0}
    connection.executemany(
        "INSERT INTO dyad (event, event_type, until, one, other, direction, first, last, quad_class, status, mode, "
        "cameo, counts, way, changed) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, abs(random() % 1099511627776))",  # a sum stays an integer
        (
            (*of_event, *dyad, *days, *kind, dyad in counted, 0 if dyad[:2] in mutual else dyad[2])
            for dyad in sorted(dyads)
        ),
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
