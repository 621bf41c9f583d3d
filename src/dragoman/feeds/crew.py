"""Work on many hosts at a time, one thing at a time on each."""

import threading
from collections import deque
from collections.abc import Callable, Hashable, Iterable, Iterator
from queue import Empty, Queue
from typing import Generic, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

HELD = 8
"""Results that may wait to be taken: a page may weigh megabytes."""

LOOKING = 0.2
"""Seconds that are waited for a result before it is looked at whether to end."""


class Crew(Generic[Item, Result]):
    """Threads that work on what they are given: each host's items in order, never two at a time."""

    def __init__(self, work: Callable[[Item], Result], *, host: Callable[[Item], Hashable], threads: int) -> None:
        """Start nothing yet.

        Args:
            work: what is done with each item; it raises nothing.
            host: what an item belongs to.
            threads: most at a time.

        """
        self._work = work
        self._host = host
        self._threads = threads
        self._waiting: dict[Hashable, deque[Item]] = {}
        self._busy: set[Hashable] = set()
        self._lock = threading.Lock()
        self._results: Queue[tuple[Item, Result]] = Queue(HELD)
        self._ended = threading.Event()
        self.in_hand = 0
        """Items given whose result was not taken."""

    def give(self, item: Item) -> None:
        """Have an item worked on."""
        host = self._host(item)
        self.in_hand += 1
        with self._lock:
            self._waiting.setdefault(host, deque()).append(item)
            if host in self._busy or len(self._busy) == self._threads:
                return
            self._busy.add(host)
        # A daemon: one that waits for a name server must not hold up the end of the program.
        threading.Thread(target=self._run, args=(host,), daemon=True).start()

    def take(self, seconds: float = LOOKING) -> tuple[Item, Result] | None:
        """An item with its result, the first to come within some time; None where none comes."""
        try:
            taken = self._results.get(timeout=seconds) if seconds else self._results.get_nowait()
        except Empty:
            return None
        self.in_hand -= 1
        return taken

    def map(self, items: Iterable[Item], *, until: Callable[[], bool]) -> Iterator[tuple[Item, Result]]:
        """Each item with its result, as they come; then, or once this is closed, the crew has ended.

        Args:
            items: in any order.
            until: whether to end early, without what is not there yet.

        """
        try:
            for item in items:
                self.give(item)
            while self.in_hand:
                is_over = until()
                taken = self.take(0) if is_over else self.take()
                if taken is not None:
                    yield taken
                elif is_over:
                    return
        finally:
            self.end()

    def end(self) -> None:
        """Begin nothing new."""
        self._ended.set()
        while self.take(0) is not None:  # whoever waits to hand over one more can do so, and end
            pass

    def _run(self, host: Hashable) -> None:
        while (item := self._find_next(host)) is not None:
            host = self._host(item)
            self._results.put((item, self._work(item)))

    def _find_next(self, host: Hashable) -> Item | None:
        """The next item of this thread's host, else of a host that has no thread yet; None at the end."""
        with self._lock:
            if not self._waiting.get(host):
                self._waiting.pop(host, None)
                self._busy.discard(host)
                host = next((other for other in self._waiting if other not in self._busy), None)
            if host is None or self._ended.is_set():
                return None
            self._busy.add(host)
            return self._waiting[host].popleft()
