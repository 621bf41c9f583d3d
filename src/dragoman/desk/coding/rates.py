"""How often something is done, by each who asks and by all together."""

import math
import time
from collections import deque
from collections.abc import Callable
from http import HTTPStatus
from threading import Lock

from dragoman.desk.coding.later import LaterError


class Rates:
    """Counts what was done in the last while, and says when there was too much.

    Args:
        each: so often may one do it in the while.
        together: so often all.
        seconds: how long the while is.
        clock: tells the time, in seconds.

    """

    def __init__(
        self, *, each: int = 10, together: int = 30, seconds: int = 60, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._each, self._together, self._seconds = each, together, seconds
        self._clock = clock
        self._lock = Lock()
        self._done: deque[tuple[float, str]] = deque()
        """When and by whom: never longer than `together`, however many ask."""

    def take(self, who: str) -> None:
        """Count one more.

        Raises:
            LaterError: it would be too much; then it is not counted.

        """
        with self._lock:
            now = self._clock()
            while self._done and self._done[0][0] <= now - self._seconds:
                self._done.popleft()
            own = [when for when, by in self._done if by == who]
            if len(own) >= self._each:
                raise self._refuse(f"you asked {self._each} times within a minute", own[0], now)
            if len(self._done) >= self._together:
                raise self._refuse(f"all together asked {self._together} times within a minute", self._done[0][0], now)
            self._done.append((now, who))

    def _refuse(self, fault: str, first: float, now: float) -> LaterError:
        wait = max(1, math.ceil(first + self._seconds - now))
        remedy = f"Try again in {wait} second{'s' * (wait > 1)}; many texts at once: dragoman record add."
        return LaterError(fault, remedy=remedy, status=HTTPStatus.TOO_MANY_REQUESTS, wait=wait)
