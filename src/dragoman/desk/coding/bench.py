"""Where pasted texts are coded, one at a time, in a process beside the desk."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http import HTTPStatus
from threading import Lock
from typing import Any, Final, Protocol, TypeVar

from dragoman.desk.coding.later import LaterError
from dragoman.desk.coding.rates import Rates
from dragoman.errors import DragomanError
from dragoman.tasks.aside import Aside

Result = TypeVar("Result")

LONGEST = 60
"""Seconds for coding a text: 20,000 characters of news take about five, and loading the coder first another ten."""

LONGEST_WRITING = 120
"""Seconds where it goes into the record too: another writer may have to end first."""

WAITING: Final = 3
"""Requests that wait while one is done; any further one is told to come back."""

_SOON = 30
"""Seconds after which to come back."""


class Jobs(Protocol):
    """Who does the jobs."""

    def do(self, seconds: float, job: Callable[..., Any], /, *args: Any) -> Any:
        """What a job gives, as `Aside.do`."""
        ...


class Bench:
    """Takes jobs while there is room, and has them done one by one.

    Coding holds Python up, and a text can be made that takes it minutes: it has a process of its own, which pages
    never wait for, and which can be ended.

    Args:
        rates: how often jobs are taken.
        jobs: who does them.

    """

    def __init__(self, rates: Rates | None = None, jobs: Jobs | None = None) -> None:
        self._rates = rates or Rates()
        self._jobs = jobs or Aside()
        self._inside = 0
        self._counting = Lock()
        self._turn = Lock()

    def do(self, who: str, seconds: float, job: Callable[..., Result], /, *args: Any) -> Result:
        """What a job gives.

        Args:
            who: asks.
            seconds: after which it is ended.
            job: importable by name.
            args: of the job.

        Raises:
            LaterError: it was asked too often, too many wait, or it took too long.
            DragomanError: the job raised it, or failed.

        """
        self._rates.take(who)
        with self._take_turn():
            try:
                told: Result = self._jobs.do(seconds, job, *args)
            except TimeoutError:
                raise LaterError(
                    f"the coder did not come to an end within {seconds:g} seconds",
                    remedy="Try a shorter text, or one with shorter sentences.",
                    status=HTTPStatus.SERVICE_UNAVAILABLE,
                    wait=_SOON,
                ) from None
            except ChildProcessError as error:
                remedy = "This is a fault of dragoman: please report it together with the text."
                raise DragomanError(f"the coder failed ({error})", remedy=remedy) from None
            return told

    def count_waiting(self) -> int:
        """How many jobs are done or wait for it."""
        return self._inside

    @contextmanager
    def _take_turn(self) -> Iterator[None]:
        with self._counting:
            if self._inside > WAITING:
                raise LaterError(
                    f"{WAITING} texts wait to be read already",
                    remedy="Try again in half a minute.",
                    status=HTTPStatus.SERVICE_UNAVAILABLE,
                    wait=_SOON,
                )
            self._inside += 1
        try:
            with self._turn:
                yield
        finally:
            with self._counting:
                self._inside -= 1
