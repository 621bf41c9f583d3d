"""What spreads the work of a run: processes of this machine, or a Ray cluster. Results are the same, and in order."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from dragoman.tasks.pool import OrderedPool

Item = TypeVar("Item")
Result = TypeVar("Result")


class Engine(Protocol):
    """Maps functions over items."""

    def map(
        self,
        work: Callable[[Sequence[Item]], list[Result]],
        items: Iterable[Item],
        *,
        crashed: Callable[[Item], Result],
    ) -> Iterator[Result]:
        """The results, in the order of the items.

        Args:
            work: maps a few items to as many results; importable by name.
            items: taken as they are needed.
            crashed: the result of an item on which a process died; importable by name.

        Raises:
            DragomanError: what the function raised, or the engine broke down.

        """
        ...


@dataclass(frozen=True, slots=True)
class LocalEngine:
    """Some processes of this machine; with one worker, this process."""

    workers: int = 1

    def map(
        self,
        work: Callable[[Sequence[Item]], list[Result]],
        items: Iterable[Item],
        *,
        crashed: Callable[[Item], Result],
    ) -> Iterator[Result]:
        """See `Engine`; in one process, what dies takes the run with it."""
        if self.workers > 1:
            yield from OrderedPool(work, workers=self.workers, crashed=crashed).map(items)
            return
        for item in items:
            yield from work((item,))
