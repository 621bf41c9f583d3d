"""What a site allows programs to ask for: robots.txt, as RFC 9309 has it."""

import threading
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import SplitResult

from protego import Protego

from dragoman.feeds.clock import Clock
from dragoman.feeds.exchange import Answer
from dragoman.feeds.faults import FetchError, UnreachedError
from dragoman.feeds.pace import Pace

NAME = "dragoman"
"""What a robots.txt calls this program."""

KEPT = 86_400.0
"""Seconds that a robots.txt is taken for what it was."""

KEPT_FAULT = 300.0
"""Seconds after which one that could not be had is asked for again."""


@dataclass(frozen=True, slots=True)
class _Rules:
    rules: Protego | None
    fault: FetchError | None
    """Why there are none though there may be some."""
    until: float


class Robots:
    """The robots.txt of each site, asked for once a day."""

    def __init__(self, ask: Callable[[SplitResult], Answer], clock: Clock, pace: Pace, *, longest_pause: float) -> None:
        """Know no site yet.

        Args:
            ask: follows an address to its answer.
            clock: says when a robots.txt is old.
            pace: slowed down for a site that asks for it.
            longest_pause: most seconds that a Crawl-delay is taken for.

        """
        self._ask = ask
        self._clock = clock
        self._pace = pace
        self._longest = longest_pause
        self._known: dict[str, _Rules] = {}
        self._lock = threading.Lock()

    def check(self, parts: SplitResult) -> None:
        """Make sure that an address may be asked for.

        Raises:
            FetchError: the site forbids it, or its robots.txt can't be had.

        """
        site = f"{parts.scheme}://{parts.netloc}"
        with self._lock:
            known = self._known.get(site)
        if known is None or known.until < self._clock.now():
            known = self._read(parts)
            with self._lock:
                self._known[site] = known
        if known.fault and not known.fault.is_passing:
            raise known.fault  # it is the site's as a whole: its address is not public, its certificate not valid
        if known.fault:
            wait = known.until - self._clock.now()
            whose = "" if isinstance(known.fault, UnreachedError) else "robots.txt: "
            raise FetchError(f"{whose}{known.fault.words}", is_passing=True, retry_after=wait)
        if known.rules is not None and not known.rules.can_fetch(parts.geturl(), NAME):
            raise FetchError("robots.txt forbids it")

    def _read(self, parts: SplitResult) -> _Rules:
        try:
            answer = self._ask(parts._replace(path="/robots.txt", query="", fragment=""))
        except FetchError as error:
            now = self._clock.now()
            if error.status and not error.is_passing:
                return _Rules(None, None, now + KEPT)  # there is none: nothing is forbidden
            return _Rules(None, error, now + KEPT_FAULT)
        rules = Protego.parse(answer.content.decode("utf-8", "replace"))
        if delay := rules.crawl_delay(NAME):
            self._pace.slow_down(parts.netloc, min(delay, self._longest))
        return _Rules(rules, None, self._clock.now() + KEPT)
