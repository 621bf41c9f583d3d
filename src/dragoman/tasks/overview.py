"""A record at a glance: what it holds, which relations are busy, what is new, what is due."""

import sqlite3
from calendar import monthrange
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from datetime import date
from typing import Any

from dragoman.commitments import Fate
from dragoman.export import JsonObject
from dragoman.store import EventCount, EventFilter, Holdings, count_holdings, find_busiest, find_newest, keep
from dragoman.tasks.balance import weigh
from dragoman.tasks.counts import count_months
from dragoman.tasks.lines import line_of
from dragoman.tasks.promises import RECENT, follow
from dragoman.tasks.sides import name_side
from dragoman.tasks.surroundings import tell_commitments

MONTHS = 36
"""Months over which relations are compared, up to the last that the record knows of."""

_RELATIONS = 10
_NEWEST = 8
_PROMISES = 6


def look_over(connection: sqlite3.Connection, on: date) -> JsonObject:
    """What somebody wants to know who opens a record.

    Args:
        connection: of the record.
        on: the day on which commitments are looked at.

    Returns:
        `holdings`: how many documents, publishers, events, and of which days; `months`, those compared; `relations`,
        the busiest of them, each with `sides`, `events`, `mean` and `months`; `newest`, the events published last;
        `promises`, open commitments: the `dated` ones, which name a day, the next first; then the latest of all that
        are `open`. The latest events that make any are `followed`, so many at most.

    """
    holdings = keep(connection, "holdings", count_holdings, may_lag=True)
    months = _find_months(holdings)
    promises = [c for c in follow(connection, EventFilter(), on, latest=RECENT) if c.fate is Fate.OPEN]
    dated = sorted((c for c in promises if c.due_last), key=lambda c: (c.due_last or on, c.commitment_id))
    others = [c for c in reversed(promises) if not c.due_last]
    return {
        "on": on.isoformat(),
        "holdings": asdict(holdings),
        "months": months,
        "relations": list(_compare(connection, months)),
        "newest": [line_of(event) for event in find_newest(connection, limit=_NEWEST)],
        "followed": RECENT,
        "open": len(promises),
        "dated": len(dated),
        "promises": list(tell_commitments(connection, (*dated, *others)[:_PROMISES])),
    }


def _find_months(holdings: Holdings) -> list[str]:
    """The months that end with the last event; what is announced for years to come would leave them empty."""
    if holdings.last is None or holdings.published_last is None:
        return []
    last = min(holdings.last, holdings.published_last)
    number = int(last[:4]) * 12 + int(last[5:7]) - 1
    return [f"{n // 12:04}-{n % 12 + 1:02}" for n in range(max(12, number - MONTHS + 1), number + 1)]


def _compare(connection: sqlite3.Connection, months: Sequence[str]) -> Iterator[JsonObject]:
    if not months:
        return
    first, last = date.fromisoformat(f"{months[0]}-01"), _end(months[-1])
    busiest = keep(
        connection,
        ("busiest", first, last),
        lambda connection: find_busiest(connection, first=first, last=last, limit=_RELATIONS),
        may_lag=True,
    )
    for one, other in busiest:
        wanted = EventFilter(dyad=(one, other), first=first, last=last)
        counts = count_months(connection, wanted)
        yield {
            "sides": [{"code": code, "name": name_side(code)} for code in (one, other)],
            "events": sum(count.events for count in counts),
            "mean": weigh(counts)["means"]["plover"],
            "months": _tally(counts, months),
        }


def _end(month: str) -> date:
    """The last day of a month."""
    year, number = int(month[:4]), int(month[5:7])
    return date(year, number, monthrange(year, number)[1])


def _tally(counts: Iterable[EventCount], months: Sequence[str]) -> list[dict[str, Any]]:
    """Events of each month by whether they are cooperation or conflict, whatever their status."""
    rows = {month: {"cooperation": 0, "conflict": 0} for month in months}
    for count in counts:
        if count.month in rows:
            rows[count.month][count.quad_class.value.split()[1]] += count.events
    return [{"month": month, **row} for month, row in rows.items()]
