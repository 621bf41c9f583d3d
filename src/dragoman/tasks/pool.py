"""Work spread over processes, results in order, and no result lost when a process dies."""

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from itertools import islice
from multiprocessing.connection import wait
from typing import Generic, TypeVar

from dragoman.logs import continue_logs

Item = TypeVar("Item")
Result = TypeVar("Result")

CHUNK = 4
"""Items handed to a process at a time: enough to hide the hand-over, few enough to share small inputs fairly."""

AHEAD = 3
"""Chunks in hand for each process, so that none waits while memory stays bounded."""


@dataclass(frozen=True, slots=True)
class _Handed(Generic[Item, Result]):
    """A chunk in hand."""

    chunk: tuple[Item, ...]
    pool: ProcessPoolExecutor
    future: Future[list[Result]] | None
    """None where the pool was broken already."""


class OrderedPool(Generic[Item, Result]):
    """Maps a function over items with some processes: once, by `map`, or now and again, by `feed`."""

    def __init__(
        self,
        work: Callable[[Sequence[Item]], list[Result]],
        *,
        workers: int,
        crashed: Callable[[Item], Result],
    ) -> None:
        """Start nothing yet.

        Args:
            work: maps a chunk of items to as many results; importable by name.
            workers: processes.
            crashed: the result of an item on which the process died (killed, out of memory, a fault in C code).

        """
        self._work = work
        self._workers = workers
        self._crashed = crashed
        self._pool: ProcessPoolExecutor | None = None
        self._single: ProcessPoolExecutor | None = None

    def map(self, items: Iterable[Item]) -> Iterator[Result]:
        """The results, in the order of the items; exceptions of the function are raised here."""
        try:
            yield from self.feed(items)
        finally:
            for pool in (self._pool, self._single):
                if pool:
                    pool.shutdown(wait=True, cancel_futures=True)

    def feed(self, items: Iterable[Item]) -> Iterator[Result]:
        """As `map`, but the processes stay for the next call, as long as this one lives."""
        pending: deque[_Handed[Item, Result]] = deque()
        stream = iter(items)
        while chunk := tuple(islice(stream, CHUNK)):
            pending.append(self._submit(chunk))
            if len(pending) >= AHEAD * self._workers:
                yield from self._collect(pending.popleft())
        while pending:
            yield from self._collect(pending.popleft())

    def _submit(self, chunk: tuple[Item, ...]) -> "_Handed[Item, Result]":
        if self._pool is None:
            self._pool = start_pool(self._workers)
        try:
            return _Handed(chunk, self._pool, self._pool.submit(self._work, chunk))
        except BrokenProcessPool:
            return _Handed(chunk, self._pool, None)

    def _collect(self, handed: "_Handed[Item, Result]") -> list[Result]:
        if handed.future:
            try:
                return handed.future.result()
            except BrokenProcessPool:
                pass
        # All chunks in hand fail with the process that died: each item is tried by itself to find the culprit. The
        # first of them puts the pool away; one that was started since is sound.
        if self._pool is handed.pool:
            handed.pool.shutdown(wait=True)
            self._pool = None
        return [self._try_alone(item) for item in handed.chunk]

    def _try_alone(self, item: Item) -> Result:
        if self._single is None:
            self._single = start_pool(1)
        try:
            return self._single.submit(self._work, (item,)).result()[0]
        except BrokenProcessPool:
            self._single.shutdown(wait=True)
            self._single = None
            return self._crashed(item)


def start_pool(workers: int) -> ProcessPoolExecutor:
    """A pool of fresh processes: forked ones would inherit the threads of the model runtime."""
    context = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(workers, mp_context=context, initializer=follow_parent)


def follow_parent() -> None:
    """Leave Ctrl-C to the parent, log as it does, and end when it does, even if it was killed."""
    continue_logs()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()


def _end_with(sentinel: int) -> None:
    wait([sentinel])
    os._exit(1)
