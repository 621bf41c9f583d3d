"""A record in figures, for whoever watches over it."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from dragoman.errors import RecordError
from dragoman.metrics import Gauge
from dragoman.store import Holdings, count_holdings, keep
from dragoman.tasks.opening import open_snapshot


def read_gauges(record: Path) -> Iterator[Gauge]:
    """How large a record is, what it holds and how new that is; whether it can be read, where it cannot."""
    try:
        with open_snapshot(record) as connection:
            holdings = keep(connection, "holdings", count_holdings, may_lag=True)
    except RecordError:
        yield _say_readable(is_readable=False)
        return
    yield _say_readable(is_readable=True)
    yield Gauge("dragoman_record_bytes", "Size of the record's file and of its log.", measure_bytes(record))
    yield from _tell_holdings(holdings)


def _say_readable(*, is_readable: bool) -> Gauge:
    return Gauge("dragoman_record_readable", "Whether the record can be read.", is_readable)


def measure_bytes(record: Path) -> int:
    """The bytes of a record, with those of its log; 0 where there is none."""
    files = (record, record.with_name(f"{record.name}-wal"))
    return sum(file.stat().st_size for file in files if file.exists())


def _tell_holdings(holdings: Holdings) -> Iterator[Gauge]:
    yield Gauge("dragoman_record_documents", "Documents, the current version of each.", holdings.documents)
    yield Gauge("dragoman_record_events", "Events, without those that people rejected.", holdings.events)
    yield Gauge("dragoman_record_publishers", "Publishers.", holdings.publishers)
    yield Gauge("dragoman_record_reviews", "Reviews.", holdings.reviews)
    if holdings.published_last:
        last = datetime.fromisoformat(holdings.published_last).replace(tzinfo=UTC)
        about = "The day on which the last document was published, at its beginning."
        yield Gauge("dragoman_record_published_last_timestamp_seconds", about, last.timestamp())
