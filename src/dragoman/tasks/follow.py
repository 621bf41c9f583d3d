"""Keeping a record up with feeds: what `dragoman follow` does.

Each round asks for the feeds that are due and notes in the record what stands in them, then codes what waits there.
What was noted is never lost and what is coded is never coded again, wherever the process is killed.
"""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path

from filelock import FileLock, Timeout

from dragoman.documents import Reject, Sourced
from dragoman.errors import RecordError
from dragoman.feeds import Clock, Fetcher, Subscription
from dragoman.store import (
    Outcome,
    find_next_waiting,
    list_waiting,
    postpone_entry,
    settle_entry,
)
from dragoman.tasks.coders import make_coder
from dragoman.tasks.feeds.asking import Asking
from dragoman.tasks.feeds.documents import FullTexts, compose_entry
from dragoman.tasks.feeds.figures import ENTRIES
from dragoman.tasks.feeds.values import Followed, FollowSettings, Watcher
from dragoman.tasks.opening import open_record
from dragoman.tasks.outcomes import CoderMaker
from dragoman.tasks.prepare import SetAside
from dragoman.tasks.record import add_documents

BATCH = 20
"""Entries that are settled together: what is lost of the work where the process is killed."""

MOST = 500
"""Entries coded before their events are joined with those of the record."""

LONGEST_REST = 60.0
"""Seconds after which it is looked at again what is due, in case the machine slept or its clock was set."""


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
            asking = Asking(
                connection, self._names, self._settings, clock=self._clock, fetcher=self._fetcher,
                watcher=self._watcher, followed=self._followed,
            )  # fmt: skip
            with closing(asking):
                asking.ask_due()
                while not self._clock.is_stopped:
                    if not self._advance(connection, asking):
                        if once:
                            break
                        self._rest(connection, asking)
                    if not once:
                        asking.ask_due()
                self._followed.next_due = asking.next_due
        return self._followed

    def _advance(self, connection: sqlite3.Connection, asking: Asking) -> bool:
        """Do what can be done now; whether there was anything to do, or to wait for."""
        asking.take_answers(waits=False)
        if self._code(connection, asking):
            return True
        is_under_way = asking.is_under_way
        asking.take_answers(waits=is_under_way)
        return is_under_way

    def _now(self) -> datetime:
        return datetime.fromtimestamp(self._clock.now(), UTC)

    def _code(self, connection: sqlite3.Connection, asking: Asking) -> bool:
        """Code some of what waits; whether any of it was settled."""
        if not list_waiting(connection, self._now(), limit=1):
            return False
        settings, later = self._settings, list[tuple[str, datetime]]()
        filling = add_documents(
            self._record,
            self._compose(connection, asking, later),
            settings.config,
            workers=settings.workers,
            gate=settings.gate,
            with_copies=settings.with_copies,
            maker=self._maker,
            told=self._watcher.settled,
            settle=settle,
            batch=BATCH,
        )
        for document_id, until in later:
            postpone_entry(connection, document_id, until)
        self._followed.filling.count(filling)
        return bool(filling.documents or filling.rejected or filling.set_aside or later)

    def _compose(
        self, connection: sqlite3.Connection, asking: Asking, later: list[tuple[str, datetime]]
    ) -> Iterator[Sourced | Reject]:
        """The documents of what waits, until the end is asked for. It is taken up between two transactions."""
        texts = FullTexts(
            self._fetcher, self._settings.limits, self._clock, lambda entry, until: later.append((entry, until))
        )
        after = taken = 0
        while taken < MOST and (waiting := list_waiting(connection, self._now(), limit=BATCH, after=after)):
            for document in texts.compose(waiting) if self._settings.full_text else map(compose_entry, waiting):
                if self._clock.is_stopped:
                    return
                yield document
            asking.take_answers(waits=False)
            after, taken = waiting[-1].number, taken + len(waiting)

    def _rest(self, connection: sqlite3.Connection, asking: Asking) -> None:
        """Wait until something is due."""
        until = min(filter(None, (asking.next_due, find_next_waiting(connection))), default=self._now())
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
