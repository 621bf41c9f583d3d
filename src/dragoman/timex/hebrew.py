"""The arithmetic Hebrew calendar, as far as its feasts need it."""

from datetime import date
from typing import Final

_EPOCH: Final = -1373428
"""Ordinal of the eve of 1 Tishri of the year 1."""


def hebrew(year: int, number: int, day_of_month: int) -> date:
    """A day of the Hebrew calendar in the Gregorian one, by Reingold and Dershowitz, Calendrical Calculations, ch. 8.

    Args:
        year: counted from the Creation; 5784 began in September 2023.
        number: of the month, 1 for Tishri; 7 to 12 for Nisan to Elul, in leap years, too.
        day_of_month: from 1.

    """
    days = _new_year(year) + day_of_month - 1
    if number < 7:
        days += sum(_month_length(year, before) for before in range(1, number))
    else:
        # From Nisan on the months have 30 and 29 days by turns and end with the year.
        days = _new_year(year + 1) - sum((30, 29)[after % 2 == 0] for after in range(number, 13)) + day_of_month - 1
    return date.fromordinal(days)


def _month_length(year: int, number: int) -> int:
    length = _new_year(year + 1) - _new_year(year)
    if number == 2:
        return 30 if length % 10 == 5 else 29  # Heshvan is long in a complete year
    if number == 3:
        return 29 if length % 10 == 3 else 30  # Kislev is short in a deficient one
    return 30 if number % 2 else 29


def _new_year(year: int) -> int:
    """Ordinal of 1 Tishri."""
    days, before, after = _elapsed(year), _elapsed(year - 1), _elapsed(year + 1)
    delay = 2 if after - days == 356 else 1 if days - before == 382 else 0
    return _EPOCH + 1 + days + delay


def _elapsed(year: int) -> int:
    """Days from the epoch to the mean conjunction of Tishri, kept off Sunday, Wednesday and Friday."""
    months = (235 * year - 234) // 19
    parts = 12084 + 13753 * months
    days = 29 * months + parts // 25920
    return days + ((3 * (days + 1)) % 7 < 3)
