"""How many days the shipped tables know a holder for, state by state and post by post."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import groupby

from dragoman.gazetteer.office_names import POSTS, load_posts
from dragoman.gazetteer.register import load_register

POSTS_COVERED = (*POSTS, "minister of foreign affairs", "minister of defence", "chief of staff")


def measure_coverage(since: date, until: date) -> dict[str, tuple[float, ...]]:
    """The share of days with a holder of each of `POSTS_COVERED`, by state.

    Args:
        since: the first day.
        until: the last day.

    """
    days = (until - since).days + 1
    return {
        code: tuple(sum(_find_days(code, post, since, until)) / days for post in POSTS_COVERED)
        for code in sorted({code for _, code in load_posts()})
    }


def find_gaps(since: date, until: date) -> Iterator[tuple[str, str, date, date]]:
    """Stretches without a holder: state, post, first and last day."""
    for code in sorted({code for _, code in load_posts()}):
        for post in POSTS_COVERED:
            held = enumerate(_find_days(code, post, since, until))
            for is_held, stretch in groupby(held, key=lambda day: day[1]):
                if not is_held:
                    numbers = [number for number, _ in stretch]
                    yield code, post, since + timedelta(days=numbers[0]), since + timedelta(days=numbers[-1])


def _find_days(code: str, post: str, since: date, until: date) -> bytearray:
    """One byte a day: whether somebody may have held the post, by the dates of the tables."""
    days = bytearray((until - since).days + 1)
    for office, owner in load_posts().get((post, code), ((post, code),)):
        for tenure in load_register().tenures_in(office, owner):
            if tenure.since is not None:
                first = max(tenure.since.first, since)
                last = min(tenure.until.last if tenure.until else until, until)
                for number in range((first - since).days, (last - since).days + 1):
                    days[number] = 1
    return days
