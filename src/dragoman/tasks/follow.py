"""Keeping a record up with feeds: what `dragoman follow` does.

Each round asks for the feeds that are due and notes in the record what stands in them, then codes what waits there.
What was noted is never lost and what is coded is never coded again, wherever the process is killed.
"""

import logging
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol
from urllib.parse import urlsplit

from filelock import FileLock, Timeout

from dragoman.config import CoderConfig
from dragoman.documents import Reject, Sourced
from dragoman.errors import RecordError
from dragoman.feeds import Bounds, Clock, Fetcher, Limits, Spread, Subscription
from dragoman.store import (
    FeedState,
    Outcome,
    WaitingEntry,
    add_feeds,
    find_next_waiting,
    list_waiting,
    load_feeds,
    postpone_entry,
    put_look,
    settle_entry,
)
from dragoman.tasks.coders import make_coder
from dragoman.tasks.feed_documents import FullTexts, compose_entry
from dragoman.tasks.feed_figures import ENTRIES, LOOKS, SECONDS
from dragoman.tasks.looks import Look, conclude, look_at
from dragoman.tasks.opening import open_record
from dragoman.tasks.outcomes import CoderMaker
from dragoman.tasks.prepare import Gate, SetAside
from dragoman.tasks.record import Filling, add_documents

BATCH = 100
"""Entries coded before it is looked at whether a feed is due."""

LONGEST_REST = 60.0
"""Seconds after which it is looked at again what is due, in case the machine slept or its clock was set."""

_LOGGER = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowSettings:
    """How feeds are followed."""

    config: CoderConfig
    limits: Limits = field(default_factory=Limits)
    bounds: Bounds = field(default_factory=Bounds)
    full_text: bool = False
    """Whether the pages that entries link to are fetched, and their text coded."""
    contact: str = ""
    """Where a webmaster can complain."""
    workers: int = 1
    gate: Gate | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Polled:
    """What a look at a feed brought."""

    state: FeedState
    look: Look


class Watcher(Protocol):
    """Told of what happens."""

    def polled(self, polled: Polled) -> None:
        """A feed was asked for."""

    def settled(self, reject: Reject | None, filling: Filling) -> None:
        """An entry was settled, within the transaction that notes it."""

    def rests(self, until: datetime) -> None:
        """Nothing is to be done before."""


@dataclass(slots=True)
class Followed:
    """What a run did."""

    asked: int = 0
    at_fault: int = 0
    new: int = 0
    filling: Filling = field(default_factory=Filling)
    next_due: datetime | None = None


class Follower:
    """Follows feeds; see `run`."""

    def __init__(
        self,
        record: Path,
        subscriptions: Sequence[Subscription],
        settings: FollowSettings,
        *,
        clock: Clock,
        watcher: Watcher,
        maker: CoderMaker = make_coder,
    ) -> None:
        """Do nothing yet.

        Args:
            record: to keep up.
            subscriptions: the feeds.
            settings: see `FollowSettings`.
            clock: to wait by; asked to stop, the run ends.
            watcher: told of what happens.
            maker: makes a coder; importable by name.

        """
        self._record = record
        self._names = {subscription.url: subscription.name for subscription in subscriptions}
        self._settings = settings
        self._clock = clock
        self._watcher = watcher
        self._maker = maker
        self._fetcher = Fetcher(settings.limits, clock, contact=settings.contact)
        self._followed = Followed()

    def cut(self) -> None:
        """Cut off the requests that are open, once the clock was stopped; safe in a signal handler."""
        self._fetcher.cut()

    def run(self, *, once: bool = False) -> Followed:
        """Follow until the clock is stopped.

        Args:
            once: ask for the feeds that are due, code what waits, and end.

        Raises:
            RecordError: no such record, or another process follows feeds for it.

        """
        with open_record(self._record, write=True) as connection, hold_alone(self._record):
            add_feeds(connection, self._names)
            while not self._clock.is_stopped:
                self._ask(connection)
                while self._code(connection) and (once or not self._find_due(connection)):
                    pass
                if once:
                    break
                self._rest(connection)
            self._followed.next_due = min(filter(None, (s.due for s in self._load(connection))), default=None)
        return self._followed

    def _load(self, connection: sqlite3.Connection) -> list[FeedState]:
        """How it stands with the feeds followed."""
        return [state for state in load_feeds(connection) if state.url in self._names]

    def _now(self) -> datetime:
        return datetime.fromtimestamp(self._clock.now(), UTC)

    def _find_due(self, connection: sqlite3.Connection) -> list[FeedState]:
        now = self._now()
        return [state for state in self._load(connection) if state.due is None or state.due <= now]

    def _ask(self, connection: sqlite3.Connection) -> None:
        """Ask for the feeds that are due, and note what stands in them."""
        limits = self._settings.limits
        spread = Spread(self._look, host=lambda state: urlsplit(state.url).netloc, threads=limits.hosts)
        for state, look in spread.map(self._find_due(connection), until=lambda: self._clock.is_stopped):
            if not (look.fault and self._clock.is_stopped):  # that is our own doing
                self._note(connection, state, look)

    def _look(self, state: FeedState) -> Look:
        name = self._names[state.url]
        return look_at(self._fetcher, state, self._settings.limits, name=name, now=self._clock.now())

    def _note(self, connection: sqlite3.Connection, state: FeedState, look: Look) -> None:
        bounds, name = self._settings.bounds, self._names[state.url]
        after = put_look(connection, state.url, look.seen, lambda new: conclude(state, look, new, bounds, name=name))
        self._followed.asked += 1
        self._followed.at_fault += look.fault is not None
        self._followed.new += after.new
        polled = Polled(state=after, look=look)
        log_poll(polled)
        self._watcher.polled(polled)

    def _code(self, connection: sqlite3.Connection) -> bool:
        """Code a batch of what waits; whether any of it was settled."""
        waiting = list_waiting(connection, self._now(), limit=BATCH)
        if not waiting or self._clock.is_stopped:
            return False
        settings, later = self._settings, list[tuple[str, datetime]]()
        filling = add_documents(
            self._record,
            self._compose(waiting, later),
            settings.config,
            workers=settings.workers,
            gate=settings.gate,
            maker=self._maker,
            told=self._watcher.settled,
            settle=settle,
        )
        for document_id, until in later:
            postpone_entry(connection, document_id, until)
        self._count(filling)
        return bool(filling.documents or filling.rejected or filling.set_aside or later)

    def _compose(
        self, waiting: Sequence[WaitingEntry], later: list[tuple[str, datetime]]
    ) -> Iterator[Sourced | Reject]:
        """The documents of what waits, until the end is asked for."""
        if self._settings.full_text:
            texts = FullTexts(
                self._fetcher, self._settings.limits, self._clock, lambda entry, until: later.append((entry, until))
            )
            documents = texts.compose(waiting)
        else:
            documents = map(compose_entry, waiting)
        for document in documents:
            if self._clock.is_stopped:
                return
            yield document

    def _count(self, filling: Filling) -> None:
        total = self._followed.filling
        total.reports += filling.reports
        total.rejected += filling.rejected
        total.set_aside += filling.set_aside
        for change, count in filling.changes.items():
            total.changes[change] += count

    def _rest(self, connection: sqlite3.Connection) -> None:
        """Wait until something is due."""
        dues = [state.due for state in self._load(connection)]
        until = min(filter(None, (*dues, find_next_waiting(connection))), default=self._now())
        self._watcher.rests(until)
        self._clock.wait(min(max(until.timestamp() - self._clock.now(), 1.0), LONGEST_REST))


def settle(connection: sqlite3.Connection, document_id: str | None, left_out: Reject | SetAside | None) -> None:
    """Note what became of an entry, in the transaction that puts its document into the record."""
    if document_id is None:
        return
    outcome, reason = Outcome.CODED, ""
    if isinstance(left_out, Reject):
        outcome, reason = Outcome.REJECTED, left_out.fault
    elif left_out is not None:
        outcome, reason = Outcome.LEFT_OUT, left_out.reason
    settle_entry(connection, document_id, outcome, reason)
    ENTRIES.labels(outcome.value).inc()


def log_poll(polled: Polled) -> None:
    """Log and count a look at a feed."""
    state, look = polled.state, polled.look
    outcome = "fault" if look.fault else "unchanged" if look.is_unchanged else "read"
    LOOKS.labels(outcome).inc()
    SECONDS.observe(look.seconds)
    fields: dict[str, object] = {"feed": state.url, "outcome": outcome, "seconds": round(look.seconds, 3)}
    if state.due:
        fields["next"] = state.due.isoformat(timespec="seconds")
    if look.fault:
        _LOGGER.warning("a feed could not be read", extra={**fields, "fault": look.fault.words})
        return
    if look.warning:
        fields["warning"] = look.warning
    _LOGGER.info("a feed was asked for", extra={**fields, "entries": state.entries, "new": state.new})


@contextmanager
def hold_alone(record: Path) -> Iterator[None]:
    """Make sure that no other process follows feeds for a record: both would code what is new.

    The lock is the system's, which takes it from a process that is killed.

    Raises:
        RecordError: another one does.

    """
    lock = FileLock(record.with_name(f"{record.name}.follow-lock"))
    try:
        lock.acquire(timeout=0)
    except Timeout:
        remedy = "Wait for it to end; one process can follow any number of feeds."
        raise RecordError("another dragoman follow fills it", place=str(record), remedy=remedy) from None
    try:
        yield
    finally:
        lock.release()
