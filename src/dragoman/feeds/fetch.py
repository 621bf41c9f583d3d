"""Fetching politely: robots.txt, pauses, redirects, tries."""

import random
from collections.abc import Mapping
from http import HTTPStatus
from urllib.parse import SplitResult, urljoin

from urllib3.exceptions import InvalidHeader
from urllib3.util import Retry

from dragoman.feeds.addresses import split_url
from dragoman.feeds.clock import Clock
from dragoman.feeds.exchange import Answer, Exchange
from dragoman.feeds.faults import FetchError
from dragoman.feeds.limits import Limits
from dragoman.feeds.pace import Pace
from dragoman.feeds.robots import NAME, Robots
from dragoman.version import __version__

_MOVED = {301, 302, 303, 307, 308}
_PASSING = {408, 425, 429, 500, 502, 503, 504}


class Fetcher:
    """Fetches feeds and pages, from several threads at once."""

    def __init__(self, limits: Limits, clock: Clock, *, contact: str = "") -> None:
        """Fetch nothing yet.

        Args:
            limits: see `Limits`.
            clock: to wait by.
            contact: where a webmaster can complain: a mail address or a page.

        """
        agent = f"{NAME}/{__version__}" + (f" (+{contact})" if contact else "")
        self._limits = limits
        self._clock = clock
        self._exchange = Exchange(limits, agent)
        self._pace = Pace(clock, limits.pause)
        self._robots = Robots(self._ask_robots, clock, self._pace, longest_pause=limits.longest_pause)

    def fetch(
        self, url: str, *, most: int, headers: Mapping[str, str] | None = None, tries: int | None = None
    ) -> Answer:
        """What stands at an address; a fault that may pass is given some tries.

        Args:
            url: http or https.
            most: largest body taken, in bytes.
            headers: sent besides the usual ones.
            tries: other than usual.

        Returns:
            An answer of status 200 or 304.

        Raises:
            FetchError: everything else.

        """
        return self._try(split_url(url), most=most, headers=headers, tries=tries or self._limits.tries)

    def cut(self) -> None:
        """Cut off what is open."""
        self._exchange.cut()

    def _try(
        self, parts: SplitResult, *, most: int, tries: int, headers: Mapping[str, str] | None = None, obeys: bool = True
    ) -> Answer:
        """The answer of the first try that has one; without obeying robots.txt where it is itself asked for."""
        wait = self._limits.back_off
        for left in range(tries - 1, -1, -1):
            try:
                return check_status(self._follow(parts, most=most, headers=headers, obeys=obeys))
            except FetchError as error:
                asked = error.retry_after or 0.0
                if asked:
                    self._pace.hold(parts.netloc, asked)
                if not error.is_passing or not left or asked > self._limits.patience:
                    raise
                # Tries of many feeds that failed together must not come together again.
                if self._clock.wait(max(asked, wait * random.uniform(0.75, 1.25))):  # noqa: S311
                    raise
                wait *= 2
        raise AssertionError("the last try returns or raises")

    def _follow(self, parts: SplitResult, *, most: int, headers: Mapping[str, str] | None, obeys: bool) -> Answer:
        """The answer at the end of some redirects; each address on the way is checked like the first."""
        seen = {parts.geturl()}
        for _ in range(self._limits.redirects + 1):
            if obeys:
                self._robots.check(parts)
            self._pace.take_turn(parts.netloc, patience=self._limits.patience)
            answer = self._exchange.ask(parts, most=most, headers=headers)
            target = answer.headers.get("location", "")
            if answer.status not in _MOVED or not target:
                return answer
            parts = split_url(urljoin(parts.geturl(), target))._replace(fragment="")
            if parts.geturl() in seen:
                raise FetchError("it redirects in a circle")
            seen.add(parts.geturl())
        raise FetchError(f"it redirects more than {self._limits.redirects} times")

    def _ask_robots(self, parts: SplitResult) -> Answer:
        return self._try(parts, most=self._limits.robots_bytes, tries=self._limits.tries, obeys=False)


def check_status(answer: Answer) -> Answer:
    """The answer, if it is one.

    Raises:
        FetchError: its status says otherwise.

    """
    if answer.status in (200, 304):
        return answer
    try:
        phrase = f" ({HTTPStatus(answer.status).phrase})"
    except ValueError:
        phrase = ""
    raise FetchError(
        f"HTTP {answer.status}{phrase}",
        is_passing=answer.status in _PASSING,
        retry_after=read_retry_after(answer.headers.get("retry-after", "")),
        status=answer.status,
    )


def read_retry_after(given: str) -> float | None:
    """Seconds of a header `Retry-After` (seconds or a date), six hours at most; None where it says neither."""
    try:
        return max(0.0, Retry().parse_retry_after(given.strip())) if given else None
    except (InvalidHeader, ValueError, OverflowError):
        return None
