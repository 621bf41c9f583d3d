"""What spreads the work of a run: processes of this machine, or a Ray cluster. Results are the same, and in order."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Final, Protocol, TypeVar

from dragoman.config import EngineName
from dragoman.errors import ConfigurationError
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


THIS_PROCESS: Final = LocalEngine()
"""What is spread over nothing."""


@contextmanager
def open_engine(name: EngineName, *, workers: int, address: str | None = None) -> Iterator[Engine]:
    """An engine, for as long as the block takes.

    Args:
        name: which one.
        workers: processes, or tasks at a time.
        address: of the Ray cluster; None starts Ray on this machine.

    Raises:
        ConfigurationError: Ray is not installed, does not start or does not answer; an address for another engine.

    """
    if name is EngineName.LOCAL:
        if address is not None:
            raise ConfigurationError("only the engine ray has one", place="--address", remedy="Add --engine ray.")
        yield LocalEngine(workers)
        return
    from dragoman.tasks.on_ray import RayEngine
    from dragoman.tasks.starting_ray import running_ray

    with running_ray(workers, address):
        yield RayEngine(workers)
