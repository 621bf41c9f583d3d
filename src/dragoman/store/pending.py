"""What changed since reports were last joined. Written with the change itself, so that no killed process loses it."""

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

Dated = tuple[str, str | None, str | None, str | None, str]
"""Type, day, first and last day and day of publication of a report, as its row holds them."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """The days of a report that names no single one, as ISO 8601; without any those of its month of publication."""

    first: str
    last: str
    is_stated: bool

    @classmethod
    def of(cls, first: date | None, last: date | None, published: date) -> "Stretch":
        """The stretch of a report without a day."""
        if first and last:
            return cls(first.isoformat(), last.isoformat(), is_stated=True)
        return cls.of_month(published.isoformat()[:7])

    @classmethod
    def of_month(cls, month: str) -> "Stretch":
        """That of the reports published in a month ("2025-10") of which nothing is known."""
        return cls(f"{month}-01", f"{month}-31", is_stated=False)


def mark_pending(connection: sqlite3.Connection, reports: Iterable[Dated]) -> None:
    """Note where reports came or went."""
    connection.executemany(
        "INSERT INTO pending (event_type, day) VALUES (?, ?) ON CONFLICT DO NOTHING",
        {
            (event_type, day or (f"{first}/{last}" if first else f"/{published[:7]}"))
            for event_type, day, first, last, published in reports
        },
    )


def count_pending(connection: sqlite3.Connection) -> int:
    """How many days have something to join, of each type and by themselves."""
    (count,) = connection.execute("SELECT count(*) FROM pending").fetchone()
    return int(count)


def list_pending_types(connection: sqlite3.Connection) -> list[str]:
    """Event types with something to join."""
    return [kind for (kind,) in connection.execute("SELECT DISTINCT event_type FROM pending ORDER BY event_type")]


def read_pending(connection: sqlite3.Connection, event_type: str) -> tuple[list[date], list[Stretch]]:
    """Days and stretches of days of a type where something changed, in order."""
    days, stretches = [], []
    for (day,) in connection.execute("SELECT day FROM pending WHERE event_type = ? ORDER BY day", (event_type,)):
        first, slash, last = day.partition("/")
        if first and slash:
            stretches.append(Stretch(first, last, is_stated=True))
        elif slash:
            stretches.append(Stretch.of_month(last))
        else:
            days.append(date.fromisoformat(day))
    return days, stretches


def clear_pending(connection: sqlite3.Connection, event_type: str, days: Iterable[date]) -> None:
    """Days that have been worked off."""
    connection.executemany(
        "DELETE FROM pending WHERE event_type = ? AND day = ?", ((event_type, d.isoformat()) for d in days)
    )


def clear_pending_stretches(connection: sqlite3.Connection, event_type: str) -> None:
    """All stretches of a type have been worked off."""
    connection.execute("DELETE FROM pending WHERE event_type = ? AND day LIKE '%/%'", (event_type,))


def mark_stale(connection: sqlite3.Connection, leaders: Iterable[str | None]) -> None:
    """Note the leaders whose events have to be composed anew."""
    connection.executemany(
        "INSERT INTO stale (leader) VALUES (?) ON CONFLICT DO NOTHING", {(leader,) for leader in leaders if leader}
    )


def merge_days(days: Iterable[date], *, apart: int, longest: int) -> Iterator[list[date]]:
    """Days in order, in groups that lie more than `apart` days from one another or span `longest` days."""
    group: list[date] = []
    for day in sorted(days):
        if group and ((day - group[-1]).days > apart or (day - group[0]).days >= longest):
            yield group
            group = []
        group.append(day)
    if group:
        yield group
