"""The day on which an entry was published."""

from calendar import timegm
from datetime import UTC, date, datetime, timedelta
from email.utils import parsedate_to_datetime
from time import struct_time

EARLIEST = date(1990, 1, 1)
"""A feed that dates its entries earlier has a clock that was never set: 1970-01-01, 0001-01-01."""

AHEAD = timedelta(days=1)
"""How far ahead of us a day may be: somewhere it is tomorrow already."""


def read_entry_day(written: str, parsed: struct_time | None, now: float) -> date | None:
    """The day of an entry, in the zone that it was written in: for its readers "today" was that day.

    Args:
        written: "Fri, 03 Oct 2025 01:30:00 +0300".
        parsed: the same in UTC, as feedparser reads it; it knows more forms, but tells no zone.
        now: seconds since 1970.

    Returns:
        The day; None where there is none, or one that cannot be right.

    """
    if parsed is None:
        return None
    try:
        moment = datetime.fromtimestamp(timegm(parsed), UTC)
    except (ValueError, OverflowError, OSError):
        return None
    local = _read_local(written)
    day = local.date() if local and abs(local - moment) < timedelta(minutes=1) else moment.date()
    return day if EARLIEST <= day <= datetime.fromtimestamp(now, UTC).date() + AHEAD else None


def _read_local(written: str) -> datetime | None:
    """A time with its zone, None where it is written otherwise."""
    for read in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            moment = read(written.strip())
        except (ValueError, TypeError):
            continue
        return moment if moment.tzinfo else None
    return None
