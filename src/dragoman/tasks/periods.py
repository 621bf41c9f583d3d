"""Periods of a relation, and what two of them have and have not in common."""

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from dragoman.commitments import Commitment, Fate
from dragoman.export import JsonObject
from dragoman.store import EventFilter, count_events
from dragoman.tasks.balance import compare
from dragoman.tasks.counts import count_months
from dragoman.tasks.promises import MAKERS, follow

FOLLOWED = 150
"""Events that make commitments, the latest, that are followed up in a relation; `list_commitments` can follow all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """Days from `first` to `last`, both included."""

    first: date
    last: date

    @property
    def days(self) -> int:
        """How many."""
        return (self.last - self.first).days + 1

    def before(self) -> "Period | None":
        """The period as long that ends where this one begins; None where the calendar does not reach back so far."""
        length = self.last - self.first
        if self.first - date.min <= length:
            return None
        return Period(first=self.first - length - timedelta(days=1), last=self.first - timedelta(days=1))

    def to_json(self) -> JsonObject:
        """Both days."""
        return {"from": self.first.isoformat(), "until": self.last.isoformat()}


def compare_periods(
    connection: sqlite3.Connection, wanted: EventFilter, now: Period, before: Period, commitments: Sequence[Commitment]
) -> JsonObject:
    """A period of a relation beside another.

    Args:
        connection: of the record.
        wanted: the conditions on events.
        now: the one period.
        before: the other; it may lie anywhere.
        commitments: of the relation, of which those are told that changed in the one period.

    Returns:
        `period` and `before`, and `days` of each; what `dragoman.tasks.balance.compare` gives; and the `commitments`
        that changed.

    """
    counted = [count_months(connection, replace(wanted, first=span.first, last=span.last)) for span in (now, before)]
    return {
        "period": now.to_json(),
        "before": before.to_json(),
        "days": {"now": now.days, "before": before.days},
        **compare(*counted),
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
            if now.first <= change.on <= now.last
        ],
    }


def count_fates(connection: sqlite3.Connection, wanted: EventFilter, period: Period, on: date) -> JsonObject:
    """How many commitments were made in a period, and how many, of whatever day, were kept or not in it.

    Args:
        connection: of the record.
        wanted: the dyad, and `as_of`.
        period: the days.
        on: what happened later is not known.

    Returns:
        `made`, `kept`, `broken` and `lapsed`; `latest`, how many of the events that make commitments were followed up
        where the period has more, and None where all were.

    """
    end = min(period.last, on)
    found = follow(connection, replace(wanted, last=end), end, latest=FOLLOWED)
    ends = [change.fate for c in found for change in c.changes if period.first <= change.on <= period.last]
    makers = count_events(connection, replace(wanted, types=MAKERS, first=period.first, last=end))
    return {
        "made": sum(period.first <= c.made_on <= period.last for c in found),
        **{fate.value: ends.count(fate) for fate in (Fate.KEPT, Fate.BROKEN, Fate.LAPSED)},
        "latest": FOLLOWED if makers > FOLLOWED else None,
    }
