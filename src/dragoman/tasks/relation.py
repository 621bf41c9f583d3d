"""The relation of two sides: what happened, how it stands, what is open, what changed."""

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from dragoman.commitments import Commitment, Fate
from dragoman.errors import InputError
from dragoman.export import JsonObject
from dragoman.store import EventFilter, count_by_month, find_events
from dragoman.tasks.balance import balance, compare, tabulate
from dragoman.tasks.lines import line_of
from dragoman.tasks.listing import check_period
from dragoman.tasks.promises import follow
from dragoman.tasks.sides import name_side

YEAR = timedelta(days=364)
"""From the first to the last of 365 days."""

FOLLOWED = 150
"""Events that make commitments, the latest, that are followed up in a relation; `list_commitments` follows all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """Days from `first` to `last`, both included."""

    first: date
    last: date

    def before(self) -> "Period | None":
        """The period as long that ends where this one begins; None where the calendar does not reach back so far."""
        length = self.last - self.first
        if self.first - date.min <= length:
            return None
        return Period(first=self.first - length - timedelta(days=1), last=self.first - timedelta(days=1))

    def to_json(self) -> JsonObject:
        """Both days."""
        return {"from": self.first.isoformat(), "until": self.last.isoformat()}


def relate(
    connection: sqlite3.Connection,
    one: str,
    other: str,
    *,
    first: date | None = None,
    last: date | None = None,
    as_of: date | None = None,
    limit: int | None = None,
) -> JsonObject:
    """All that the record tells of two sides in a period.

    Args:
        connection: of the record.
        one: code of a side.
        other: code of the other.
        first: of the period; without it the record's beginning.
        last: of the period; without it `as_of`, or today.
        as_of: only what had been published by that day.
        limit: how many events, the latest, the chronology holds at most; None for all. Counts are of all events.

    Returns:
        `sides`, `period`, `events` (how many), `chronology`, `by_month`, `balance`, `open` (commitments) and `changes`
        against the period before. Without `first` these compare the 365 days up to `last`, or up to the last event,
        with the 365 before.

    Raises:
        InputError: both sides are one, or the period ends before it begins.

    """
    if one == other:
        raise InputError(f"{one} is given as both sides", remedy="Give two: dragoman relation IRN TUR")
    check_period(first, last)
    today = last or as_of or date.today()
    wanted = EventFilter(dyad=(one, other), first=first, last=last, as_of=as_of)
    counts = count_by_month(connection, wanted)
    latest = list(find_events(connection, wanted, limit=limit, newest_first=True))
    events = sorted(latest, key=lambda e: ((e["date"] or {}).get("start") or "9999", e["event_id"]))
    commitments = follow(connection, replace(wanted, first=None, last=None), today, latest=FOLLOWED)
    return {
        "sides": [{"code": code, "name": name_side(code)} for code in (one, other)],
        "period": {"from": first and first.isoformat(), "until": last and last.isoformat()},
        "as_of": as_of and as_of.isoformat(),
        "on": today.isoformat(),
        "events": sum(count.events for count in counts),
        "chronology": [line_of(event) for event in events],
        "by_month": tabulate(counts),
        "balance": balance(counts, (one, other)),
        "open": [c.to_json() for c in commitments if c.fate is Fate.OPEN],
        "changes": _find_changes(connection, wanted, _find_period(events, first, last, today), commitments),
    }


def measure(
    connection: sqlite3.Connection,
    one: str,
    other: str,
    *,
    first: date | None = None,
    last: date | None = None,
    as_of: date | None = None,
) -> JsonObject:
    """The figures of a relation without the rest: what charts are drawn from.

    Args:
        connection: of the record.
        one: code of a side.
        other: code of the other.
        first: of the period; without it the record's beginning.
        last: of the period; without it the record's end.
        as_of: only what had been published by that day.

    Returns:
        `by_month` and `balance`, as `relate` tells them.

    """
    counts = count_by_month(connection, EventFilter(dyad=(one, other), first=first, last=last, as_of=as_of))
    return {"by_month": tabulate(counts), "balance": balance(counts, (one, other))}


def _find_period(events: Sequence[JsonObject], first: date | None, last: date | None, today: date) -> Period:
    """The period that is compared with the one before."""
    days = [event["date"]["start"] for event in events if event["date"]]
    end = today if first or last or not days else min(today, date.fromisoformat(max(days)))
    if first:
        return Period(first=first, last=max(first, end))  # one from tomorrow on has at least that day
    return Period(first=end - min(YEAR, end - date.min), last=end)


def _find_changes(
    connection: sqlite3.Connection, wanted: EventFilter, period: Period, commitments: Sequence[Commitment]
) -> JsonObject | None:
    before = period.before()
    if before is None:
        return None
    now, then = (
        count_by_month(connection, replace(wanted, first=span.first, last=span.last)) for span in (period, before)
    )
    return {
        "period": period.to_json(),
        "before": before.to_json(),
        **compare(now, then),
        "commitments": [
            {
                "commitment_id": c.commitment_id,
                "kind": c.kind.value,
                "quote": c.quote,
                "status": change.fate.value,
                "on": change.on.isoformat(),
                "event_id": change.event_id,
                "because": change.because,
            }
            for c in commitments
            for change in c.changes
            if period.first <= change.on <= period.last
        ],
    }
