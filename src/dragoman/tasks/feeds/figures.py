"""How it stands with the feeds that a record is kept up with, for people and for whoever watches over it."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from prometheus_client import Counter, Histogram

from dragoman.export import JsonObject
from dragoman.metrics import Gauge
from dragoman.store import FeedState, Outcome, load_feeds
from dragoman.tasks.opening import open_snapshot

LOOKS = Counter("dragoman_feed_looks_total", "Looks at feeds, by outcome: read, unchanged or fault.", ["outcome"])
ENTRIES = Counter("dragoman_feed_entries_total", "Entries settled: coded, left out or rejected.", ["outcome"])
SECONDS = Histogram(
    "dragoman_feed_look_seconds",
    "Seconds from asking for a feed to its answer, pauses and further tries among them.",
    buckets=(0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20, 60, 180),
)


def list_feeds(record: Path) -> list[FeedState]:
    """How it stands with each feed that was ever followed with a record.

    Raises:
        RecordError: no such record.

    """
    with open_snapshot(record) as connection:
        return load_feeds(connection)


def feed_to_json(state: FeedState) -> JsonObject:
    """How it stands with a feed, as an object."""
    moments = {"tried": state.tried, "good": state.good, "next": state.due}
    return {
        "url": state.url,
        "name": state.name,
        **{name: moment.isoformat(timespec="seconds") if moment else None for name, moment in moments.items()},
        "interval": round(state.interval) if state.interval else None,
        "entries": state.entries,
        "new": state.new,
        **{outcome.replace(" ", "_"): state.outcomes.get(outcome, 0) for outcome in Outcome},
        "failures": state.failures,
        "fault": state.fault,
    }


def read_feed_gauges(record: Path) -> Iterator[Gauge]:
    """How many feeds are followed, fail or are late, and what waits to be coded."""
    states, now = list_feeds(record), datetime.now(UTC)
    late = [state for state in states if state.due and (now - state.due).total_seconds() > 600]
    waiting = sum(state.outcomes.get(Outcome.WAITING, 0) for state in states)
    good = max((state.good for state in states if state.good), default=None)
    yield Gauge("dragoman_feeds", "Feeds.", len(states))
    yield Gauge("dragoman_feeds_failing", "Feeds that could not be read last.", sum(s.failures > 0 for s in states))
    yield Gauge("dragoman_feeds_late", "Feeds that should have been asked ten minutes ago or more.", len(late))
    yield Gauge("dragoman_feed_entries_waiting", "Entries that wait to be coded.", waiting)
    if good:
        about = "When a feed could be read last."
        yield Gauge("dragoman_feeds_good_timestamp_seconds", about, good.timestamp())
