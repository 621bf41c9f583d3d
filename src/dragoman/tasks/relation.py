"""The relation of two sides: what happened, how it stands, what is open, what changed."""

import sqlite3
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from dragoman.commitments import Commitment, Fate
from dragoman.errors import InputError
from dragoman.export import JsonObject
from dragoman.store import EventFilter, count_by_month, find_events, keep
from dragoman.tasks.balance import balance, tabulate
from dragoman.tasks.counts import pair_of
from dragoman.tasks.lines import line_of
from dragoman.tasks.listing import check_period
from dragoman.tasks.periods import FOLLOWED, Period, compare_periods, count_fates
from dragoman.tasks.promises import follow
from dragoman.tasks.sides import name_side

YEAR = timedelta(days=364)
"""From the first to the last of 365 days."""


def relate(
    connection: sqlite3.Connection,
    one: str,
    other: str,
    *,
    first: date | None = None,
    last: date | None = None,
    as_of: date | None = None,
    among: EventFilter | None = None,
    against: Period | None = None,
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
        among: further conditions on the events; commitments are followed up whatever it says.
        against: the period to compare with; without it the one before.
        limit: how many events, the latest, the chronology holds at most; None for all. Counts are of all events.

    Returns:
        `sides`, `period`, `events` (how many), `chronology`, `by_month`, `balance`, `open` (commitments) and `changes`
        between two periods, as `compare_periods` gives them. Without `first` these are of the 365 days up to `last`, or
        up to the last event. With `against` they have `fates` too: `now` and `before`, as `count_fates` gives them.

    Raises:
        InputError: both sides are one, or the period ends before it begins.

    """
    if one == other:
        raise InputError(f"{one} is given as both sides", remedy="Give two: dragoman relation IRN TUR")
    check_period(first, last)
    today = last or as_of or date.today()
    wanted = replace(among or EventFilter(), dyad=(one, other), first=first, last=last, as_of=as_of)
    figures = _figure(connection, (one, other), wanted)
    latest = list(find_events(connection, wanted, limit=limit, newest_first=True))
    events = sorted(latest, key=lambda e: ((e["date"] or {}).get("start") or "9999", e["event_id"]))
    commitments = follow(connection, EventFilter(dyad=(one, other), as_of=as_of), today, latest=FOLLOWED)
    period = _find_period(events, first, last, today)
    return {
        "sides": [{"code": code, "name": name_side(code)} for code in (one, other)],
        "period": {"from": first and first.isoformat(), "until": last and last.isoformat()},
        "as_of": as_of and as_of.isoformat(),
        "on": today.isoformat(),
        "events": sum(row["events"] for row in figures["by_month"]),
        "chronology": [line_of(event) for event in events],
        **figures,
        "open": [c.to_json() for c in commitments if c.fate is Fate.OPEN],
        "changes": _find_changes(connection, wanted, period, against, commitments),
    }


def measure(
    connection: sqlite3.Connection,
    one: str,
    other: str,
    *,
    first: date | None = None,
    last: date | None = None,
    as_of: date | None = None,
    among: EventFilter | None = None,
) -> JsonObject:
    """The figures of a relation without the rest: what charts are drawn from.

    Args:
        connection: of the record.
        one: code of a side.
        other: code of the other.
        first: of the period; without it the record's beginning.
        last: of the period; without it the record's end.
        as_of: only what had been published by that day.
        among: further conditions on the events.

    Returns:
        `by_month` and `balance`, as `relate` tells them.

    """
    wanted = replace(among or EventFilter(), dyad=(one, other), first=first, last=last, as_of=as_of)
    return _figure(connection, (one, other), wanted)


def _figure(connection: sqlite3.Connection, sides: tuple[str, str], wanted: EventFilter) -> JsonObject:
    """What takes longest of a relation with many events; its charts and its twin are made of the same."""

    def ask(connection: sqlite3.Connection) -> JsonObject:
        counts = count_by_month(connection, wanted)
        return {"by_month": tabulate(counts), "balance": balance(counts, sides)}

    return keep(connection, ("figures", wanted), ask, of=pair_of(wanted))


def _find_period(events: Sequence[JsonObject], first: date | None, last: date | None, today: date) -> Period:
    """The period that is compared with the one before."""
    days = [event["date"]["start"] for event in events if event["date"]]
    end = today if first or last or not days else min(today, date.fromisoformat(max(days)))
    if first:
        return Period(first=first, last=max(first, end))  # one from tomorrow on has at least that day
    return Period(first=end - min(YEAR, end - date.min), last=end)


def _find_changes(
    connection: sqlite3.Connection,
    wanted: EventFilter,
    period: Period,
    against: Period | None,
    commitments: Sequence[Commitment],
) -> JsonObject | None:
    before = against or period.before()
    if before is None:
        return None
    changes = compare_periods(connection, wanted, period, before, commitments)
    if against is None:
        return changes
    # Following up takes its time, so that it is done where somebody asks for two periods, not beside every relation.
    whole, on = EventFilter(dyad=wanted.dyad, as_of=wanted.as_of), wanted.as_of or date.today()
    fates = {name: count_fates(connection, whole, s, on) for name, s in (("now", period), ("before", before))}
    return {**changes, "fates": fates}
