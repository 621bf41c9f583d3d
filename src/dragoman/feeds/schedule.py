"""When a feed is asked again."""

from dataclasses import dataclass

FIRST = 1_800.0
"""Seconds from the first look to the second."""

LONGEST_AFTER_FAULTS = 86_400.0
"""Seconds: a feed that is gone for good is asked once a day."""

LONGEST_SUGGESTED = 86_400.0
"""Seconds that a publisher's suggestion is followed for at most; some that say "yearly" have news every day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """Seconds between two looks at a feed, at least and at most."""

    least: float = 300.0
    most: float = 21_600.0


def find_interval(bounds: Bounds, before: float | None, *, new: int, entries: int, suggested: float | None) -> float:
    """Seconds until a feed is asked again after a look that went well.

    A feed that had news is asked sooner, one without later, so that its interval settles near the pace of its news; but
    never more often than its publisher suggests. One that was all news may have dropped some unseen.

    Args:
        bounds: of the interval.
        before: the interval before; None at the first look, of which nothing can be learnt.
        new: entries not seen before.
        entries: all entries.
        suggested: by the publisher.

    """
    interval = FIRST
    if before is not None:
        interval = before * (1 / 3 if new and new == entries else 2 / 3 if new else 1.5)
    return max(min(max(interval, bounds.least), bounds.most), min(suggested or 0.0, LONGEST_SUGGESTED))


def find_back_off(bounds: Bounds, failures: int, retry_after: float | None) -> float:
    """Seconds until a feed is asked again after a fault, longer with each in a row.

    Args:
        bounds: of the interval.
        failures: in a row, this one counted.
        retry_after: what the server asked for.

    """
    wait = min(bounds.least * 2.0 ** min(failures, 30), LONGEST_AFTER_FAULTS)
    return max(wait, retry_after or 0.0)
