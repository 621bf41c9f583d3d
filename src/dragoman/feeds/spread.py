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
"""Seconds between two looks at whether to end early."""


class Spread(Generic[Item, Result]):
    """Maps a function over items with threads, those of one host in order and never two at a time."""

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

    def map(self, items: Iterable[Item], *, until: Callable[[], bool] = lambda: False) -> Iterator[tuple[Item, Result]]:
        """Each item with its result, as they come. Once this is closed, nothing new is begun.

        Args:
            items: in any order.
            until: whether to end early, without what is not there yet.

        """
        groups: dict[Hashable, list[Item]] = {}
        for item in items:
            groups.setdefault(self._host(item), []).append(item)
        queue = deque(groups.values())
        left = sum(map(len, groups.values()))
        results: Queue[tuple[Item, Result]] = Queue(HELD)
        ended = threading.Event()

        def run() -> None:
            while not ended.is_set():
                try:
                    group = queue.popleft()
                except IndexError:
                    return
                for item in group:
                    results.put((item, self._work(item)))
                    if ended.is_set():
                        return

        for _ in range(min(self._threads, len(groups))):
            # Daemons: one that waits for a name server must not hold up the end of the program.
            threading.Thread(target=run, daemon=True).start()
        try:
            while left and not until():
                try:
                    result = results.get(timeout=LOOKING)
                except Empty:
                    continue
                left -= 1
                yield result
        finally:
            ended.set()
            while not results.empty():  # whoever waits to put one more can go on, and end
                results.get_nowait()
