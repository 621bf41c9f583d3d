"""Pauses between requests to one host."""

import threading

from dragoman.feeds.clock import Clock
from dragoman.feeds.faults import FetchError


class Pace:
    """When each host may be asked again."""

    def __init__(self, clock: Clock, pause: float) -> None:
        """Know no host yet.

        Args:
            clock: to wait by.
            pause: seconds between two requests to one host.

        """
        self._clock = clock
        self._pause = pause
        self._free: dict[str, float] = {}
        self._pauses: dict[str, float] = {}
        self._lock = threading.Lock()

    def slow_down(self, host: str, pause: float) -> None:
        """Ask a host less often, where it wants that."""
        with self._lock:
            self._pauses[host] = max(self._pause, pause)

    def hold(self, host: str, seconds: float) -> None:
        """Leave a host alone for some time."""
        with self._lock:
            self._free[host] = max(self._free.get(host, 0.0), self._clock.now() + seconds)

    def take_turn(self, host: str, *, patience: float) -> None:
        """Wait until a host may be asked, and count this as being asked.

        Args:
            host: name and port.
            patience: most seconds to wait besides the usual pauses.

        Raises:
            FetchError: it asked to be left alone for longer than that, or the end was asked for.

        """
        with self._lock:
            now = self._clock.now()
            pause = self._pauses.get(host, self._pause)
            start = max(now, self._free.get(host, 0.0))
            if start - now > patience + pause:
                raise FetchError("its host asked to be left alone", is_passing=True, retry_after=start - now)
            self._free[host] = start + pause
        if self._clock.wait(start - now):
            raise FetchError("it was not asked, since the end was asked for")
