"""Days as people write them."""

import re
from datetime import date

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def read_day(written: str) -> date:
    """The day of which "2025-10-02" is written; no other form is taken, lest a number be one.

    Raises:
        ValueError: it is none; the message says how days are written.

    """
    if not is_day(written):
        raise ValueError("Write days as 2025-10-02")
    return date.fromisoformat(written)


def is_day(written: str) -> bool:
    """Whether it is a day of the calendar, written as "2025-10-02"."""
    if not _DAY.fullmatch(written):
        return False
    try:
        date.fromisoformat(written)
    except ValueError:
        return False
    return True
