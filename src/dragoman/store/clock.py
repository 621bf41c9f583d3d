"""The time of day that the record notes beside what it stores."""

from datetime import UTC, datetime


def now() -> str:
    """The moment, in UTC, as the record writes it: "2025-10-02T08:30:00+00:00"."""
    return datetime.now(UTC).isoformat(timespec="seconds")
