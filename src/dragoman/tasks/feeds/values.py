"""Settings of following, and what is told of it."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from dragoman.config import CoderConfig
from dragoman.documents import Reject
from dragoman.feeds import Bounds, Limits
from dragoman.store import FeedState
from dragoman.tasks.code import Gate
from dragoman.tasks.feeds.looks import Look
from dragoman.tasks.record import Filling


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
    with_copies: bool = True
    """Whether copies of earlier documents are told with the events of these."""


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
