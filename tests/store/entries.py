"""Documents of one sentence with one event, as they are put into a record."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from sqlite3 import Connection
from typing import Any

from dragoman.export import JsonObject
from dragoman.model.report import read_report
from dragoman.store import Entry, Mark, connect, create_record, put_entry, relink, transaction

STAMP = {"name": "dragoman", "version": "1", "codebook": "plover-2.0d", "models": {}}

NAMES = {"IRN": "Iran", "TUR": "Turkey", "OMN": "Oman", "PER": "Peru", "CHL": "Chile"}


def make_body(
    document_id: str,
    *,
    published: date = date(2025, 10, 2),
    actor: str = "IRN",
    recipient: str = "TUR",
    verb: str = "thanked",
    event_type: str = "SUPPORT",
    day: date | None = None,
    last: date | None = None,
    publisher: str = "The Harbour Post",
    **changes: Any,
) -> JsonObject:
    """An event read from "Iran thanked Turkey." with true offsets; `day` stated, else that of publication."""
    text = make_text(actor, verb, recipient)
    first, end = day or published, last or day or published
    content = f"{document_id}|{text}|{first}|{end}|{event_type}|{sorted(changes.items())}"
    return {
        "event_id": "ev_" + hashlib.sha256(content.encode()).hexdigest()[:16],
        "document_id": document_id,
        "published": published.isoformat(),
        "publisher": publisher,
        "event_type": event_type,
        "mode": None,
        "contexts": [],
        "quad_class": "verbal cooperation",
        "cameo": "050",
        "goldstein": 3.5,
        "actors": [make_side(actor, text)],
        "recipients": [make_side(recipient, text)],
        "reciprocal": False,
        "date": {
            "start": first.isoformat(), "end": end.isoformat(),
            "granularity": "day" if first == end else "month", "approximate": first != end,
            "timex": verb if day else None, "start_char": text.index(verb) if day else None,
            "end_char": text.index(verb) + len(verb) if day else None,
        },
        "retold": False,
        "status": "occurred",
        "planned": None,
        "attribution": None,
        "place": None,
        "evidence": {
            "text": text, "start": 0, "end": len(text), "trigger": verb,
            "trigger_start": text.index(verb), "trigger_end": text.index(verb) + len(verb),
        },
        "mentions": [],
        "confidence": 0.9,
        "explanation": [],
        "coder": STAMP,
        **changes,
    }  # fmt: skip


def make_text(actor: str, verb: str, recipient: str) -> str:
    return f"{NAMES[actor]} {verb} {NAMES[recipient]}."


def make_side(code: str, text: str) -> JsonObject:
    start = text.index(NAMES[code])
    return {
        "code": code, "country": code, "sectors": ["GOV"], "name": None, "office": None,
        "mention": NAMES[code], "start": start, "end": start + len(NAMES[code]),
    }  # fmt: skip


def make_entry(document_id: str, *, text: str | None = "", stamp: JsonObject = STAMP, **event: Any) -> Entry:
    """A document with one event; `text` None: only the event is known."""
    body = {**make_body(document_id, **event), "coder": stamp}
    report = read_report(body)
    return Entry(
        document_id=document_id,
        published=report.published,
        publisher=report.publisher,
        url="",
        title="",
        text=None if text is None else text or report.quote,
        stamp=stamp,
        reports=[report],
        marks=[] if text is None else [Mark(kind="actor", field="text", start=0, end=4, body={"code": "IRN"})],
    )


@contextmanager
def open_new(path: Path) -> Iterator[Connection]:
    """A new record, open for writing."""
    create_record(path)
    connection = connect(path, write=True)
    try:
        yield connection
    finally:
        connection.close()


def put_all(connection: Connection, *entries: Entry) -> list[str]:
    """Put entries one by one, join them, and tell what each changed."""
    changes = []
    for entry in entries:
        with transaction(connection):
            changes.append(put_entry(connection, entry).value)
    relink(connection)
    return changes


def list_events(connection: Connection) -> list[tuple[str, int]]:
    """Ids of the events with their numbers of reports."""
    return [tuple(row) for row in connection.execute("SELECT event_id, reports FROM event ORDER BY event_id")]


def dump_tables(connection: Connection) -> dict[str, list[tuple[Any, ...]]]:
    """What a record says, without row numbers and times: two records that say the same have equal dumps."""
    questions = {
        "document": "SELECT document_id, sha256, version, is_current, text FROM document",
        "report": "SELECT report_id, leader, joint, body FROM report",
        "event": "SELECT event_id, event_type, first, last, status, reports, voices, since, until FROM event",
        "side": "SELECT event_id, role, code, name FROM side JOIN event ON event.id = side.event",
        "dyad": "SELECT event_id, one, other, direction FROM dyad JOIN event ON event.id = dyad.event",
        "pending": "SELECT * FROM pending",
        "stale": "SELECT * FROM stale",
    }
    return {name: sorted(map(tuple, connection.execute(sql)), key=repr) for name, sql in questions.items()}
