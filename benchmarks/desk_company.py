"""Somebody who does something over and over while others read."""

import threading
from collections.abc import Callable
from types import TracebackType
from typing import Self


class Company:
    """Runs a thread of its own from the beginning of a block to its end.

    Args:
        act: what the thread runs; it is to come back soon after `ended` is set.

    """

    def __init__(self, act: Callable[[], None]) -> None:
        self.ended = threading.Event()
        self._thread = threading.Thread(target=act)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.ended.set()
        self._thread.join()
