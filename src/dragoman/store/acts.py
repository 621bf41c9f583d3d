"""Events as far as commitments are followed up by them: read from their columns, since composing each takes longer."""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice

from dragoman.commitments import Act, Commitment, Participant, find_commitments, read_act, read_commitment
from dragoman.model.codes import EventType, Status
from dragoman.store.conditions import EventFilter
from dragoman.store.questions import place_events

_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Deed:
    """What one event is to commitments."""

    act: Act | None
    """None without a day."""
    commitment: Commitment | None
    """The one it makes."""


def find_deeds(
    connection: sqlite3.Connection, wanted: EventFilter, *, limit: int | None = None, newest_first: bool = False
) -> Iterator[Deed]:
    """The deeds of the events that `find_events` finds, in its order."""
    placed = place_events(connection, wanted, limit=limit, newest_first=newest_first)
    while some := list(islice(placed, _AT_ONCE)):
        settled = _load_deeds(connection, [event_id for event_id, event in some if event is None])
        for event_id, event in some:
            if event is not None:
                yield Deed(read_act(event), next(find_commitments([event]), None))
            elif event_id in settled:
                yield settled[event_id]


def _load_deeds(connection: sqlite3.Connection, event_ids: Sequence[str]) -> dict[str, Deed]:
    rows = connection.execute(
        "SELECT event.id, event_id, event_type, mode, status, first, reciprocal, country, trigger, commitment.body "
        "FROM event LEFT JOIN commitment ON commitment.event = event.id "
        "WHERE event_id IN (SELECT value FROM json_each(?))",
        (json.dumps(event_ids),),
    ).fetchall()
    sides = _load_sides(connection, [row["id"] for row in rows])
    return {
        row["event_id"]: Deed(
            _read_act(row, sides[row["id"]]) if row["first"] else None,
            read_commitment(json.loads(row["body"])) if row["body"] else None,
        )
        for row in rows
    }


def _load_sides(connection: sqlite3.Connection, events: Sequence[int]) -> dict[int, dict[str, list[Participant]]]:
    """The sides of each event by their role, in the event's order."""
    sides: dict[int, dict[str, list[Participant]]] = defaultdict(lambda: {"actor": [], "recipient": []})
    rows = connection.execute(
        "SELECT event, role, code, name, office FROM side "
        "WHERE event IN (SELECT value FROM json_each(?)) ORDER BY event, rowid",
        (json.dumps(events),),
    )
    for event, role, code, name, office in rows:
        sides[event][role].append(Participant(code=code, name=name, office=office))
    return sides


def _read_act(row: sqlite3.Row, sides: dict[str, list[Participant]]) -> Act:
    return Act(
        event_id=row["event_id"],
        kind=EventType(row["event_type"]),
        mode=row["mode"],
        status=Status(row["status"]),
        day=date.fromisoformat(row["first"]),
        actors=tuple(sides["actor"]),
        recipients=tuple(sides["recipient"]),
        is_mutual=bool(row["reciprocal"]),
        country=row["country"],
        trigger=row["trigger"],
        codes=frozenset(side.code for of_role in sides.values() for side in of_role),
    )
