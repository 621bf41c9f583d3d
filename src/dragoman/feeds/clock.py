"""The time, and waiting that can be cut short."""

import threading
import time
from typing import Protocol


class Clock(Protocol):
    """What following needs of time; tests have one that does not take any."""

    def now(self) -> float:
        """Seconds since 1970, UTC."""
        ...

    def wait(self, seconds: float) -> bool:
        """Wait; whether the end was asked for meanwhile, or before."""
        ...

    @property
    def is_stopped(self) -> bool:
        """Whether the end was asked for."""
        ...


class SystemClock:
    """The machine's."""

    def __init__(self) -> None:
        self._stopped = threading.Event()

    def now(self) -> float:
        """See `Clock`."""
        return time.time()

    def wait(self, seconds: float) -> bool:
        """See `Clock`."""
        return self._stopped.wait(max(0.0, seconds))

    @property
    def is_stopped(self) -> bool:
        """See `Clock`."""
        return self._stopped.is_set()

    def stop(self) -> None:
        """Ask for the end; safe in a signal handler."""
        self._stopped.set()
