"""Asking for feeds when they are due, and noting in the record what stands in them."""

import logging
import sqlite3
from collections.abc import Mapping
from datetime import UTC, datetime
from urllib.parse import urlsplit

from dragoman.feeds import Clock, Crew, Fetcher
from dragoman.store import FeedState, add_feeds, load_feeds, put_look
from dragoman.tasks.feeds.figures import LOOKS, SECONDS
from dragoman.tasks.feeds.looks import Look, conclude, look_at
from dragoman.tasks.feeds.values import Followed, FollowSettings, Polled, Watcher

_LOGGER = logging.getLogger(__name__)


class Asking:
    """Asks for feeds in threads, while documents are coded; a slow one holds up nothing but itself."""

    def __init__(
        self, connection: sqlite3.Connection, names: Mapping[str, str], settings: FollowSettings, *, clock: Clock,
        fetcher: Fetcher, watcher: Watcher, followed: Followed,
    ) -> None:  # fmt: skip
        """Ask for nothing yet.

        Args:
            connection: of the record, open for writing.
            names: what the list of feeds calls each, by address.
            settings: see `FollowSettings`.
            clock: says what is due.
            fetcher: asks.
            watcher: told of each look.
            followed: counts them.

        """
        self._connection = connection
        self._names = names
        self._settings = settings
        self._clock = clock
        self._fetcher = fetcher
        self._watcher = watcher
        self._followed = followed
        self._crew = Crew(self._look, host=lambda state: urlsplit(state.url).netloc, threads=settings.limits.hosts)
        self._asked = set[str]()
        add_feeds(connection, names)
        self._states = {state.url: state for state in load_feeds(connection) if state.url in names}

    @property
    def is_under_way(self) -> bool:
        """Whether an answer is to come."""
        return self._crew.in_hand > 0

    @property
    def next_due(self) -> datetime | None:
        """When the next feed is due."""
        return min((state.due for state in self._states.values() if state.due), default=None)

    def ask_due(self) -> None:
        """Ask for the feeds that are due."""
        now = datetime.fromtimestamp(self._clock.now(), UTC)
        for url, state in self._states.items():
            if url not in self._asked and (state.due is None or state.due <= now):
                self._asked.add(url)
                self._crew.give(state)

    def take_answers(self, *, waits: bool) -> None:
        """Note what stands in the feeds that have answered.

        Args:
            waits: whether to wait a moment for one.

        """
        taken = self._crew.take() if waits else self._crew.take(0)
        while taken is not None:
            state, look = taken
            self._asked.discard(state.url)
            if not (look.fault and self._clock.is_stopped):  # that is our own doing
                self._note(state, look)
            taken = self._crew.take(0)

    def close(self) -> None:
        """Ask for no more."""
        self._crew.end()

    def _look(self, state: FeedState) -> Look:
        name = self._names[state.url]
        return look_at(self._fetcher, state, self._settings.limits, name=name, now=self._clock.now())

    def _note(self, before: FeedState, look: Look) -> None:
        bounds, name = self._settings.bounds, self._names[before.url]
        state = put_look(
            self._connection, before.url, look.seen, lambda new: conclude(before, look, new, bounds, name=name)
        )
        self._states[state.url] = state
        self._followed.asked += 1
        self._followed.at_fault += look.fault is not None
        self._followed.new += state.new
        log_look(state, look)
        self._watcher.polled(Polled(state=state, look=look))


def log_look(state: FeedState, look: Look) -> None:
    """Log and count a look at a feed."""
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
