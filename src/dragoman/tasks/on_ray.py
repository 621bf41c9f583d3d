"""The engine for more than one machine: work spread over a Ray cluster by Ray Data."""

import pickle
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from itertools import islice
from typing import Any, TypeVar

import pyarrow as pa

from dragoman.errors import DragomanError, EngineError
from dragoman.tasks.pool import OrderedPool
from dragoman.tasks.starting_ray import import_ray

Item = TypeVar("Item")
Result = TypeVar("Result")

CHUNK = 16
"""Items a task: about a second's work, beside which handing them over is nothing."""

WINDOW = 32
"""Chunks for each worker in one dataset: enough to even out, few enough to hold them all in memory."""


class RayEngine:
    """See `Engine`: items become datasets of so many chunks a worker, one after the other."""

    def __init__(self, workers: int) -> None:
        self._workers = workers

    def map(
        self,
        work: Callable[[Sequence[Item]], list[Result]],
        items: Iterable[Item],
        *,
        crashed: Callable[[Item], Result],
    ) -> Iterator[Result]:
        """See `Engine`. A task whose process or machine dies is run again."""
        stream = iter(items)
        while window := tuple(islice(stream, CHUNK * WINDOW * self._workers)):
            chunks = [window[start : start + CHUNK] for start in range(0, len(window), CHUNK)]
            for results in self._run([pickle.dumps((work, crashed, chunk)) for chunk in chunks]):
                if isinstance(results, DragomanError):
                    raise results
                yield from results

    def _run(self, packed: Sequence[bytes]) -> Iterator[Any]:
        ray = import_ray()
        context = ray.data.DataContext.get_current()
        context.execution_options.preserve_order = True
        context.enable_progress_bars = False
        dataset = ray.data.from_items([{"chunk": chunk} for chunk in packed], override_num_blocks=len(packed))
        # Tasks, not actors: actors are made anew for every dataset, while the processes of tasks stay, and with them
        # the coder.
        size = ray.data.TaskPoolStrategy(size=min(self._workers, len(packed)))
        done = dataset.map_batches(run_batch, batch_size=1, batch_format="pyarrow", compute=size, num_cpus=1)
        try:
            for row in done.iter_rows():
                yield pickle.loads(row["results"])  # noqa: S301 - pickled by our own tasks
        except ray.exceptions.RayError as error:
            raise EngineError(
                f"Ray broke down ({error})", remedy="Look after the cluster; a bulk run goes on by the same command."
            ) from error


def run_batch(table: Any) -> Any:
    """Map the chunks of a batch, in a process of Ray."""
    results = [pickle.dumps(run_chunk(chunk)) for chunk in table.column("chunk").to_pylist()]
    return pa.table({"results": pa.array(results, pa.large_binary())})


def run_chunk(packed: bytes) -> list[Any] | DragomanError:
    """The results of a chunk, or what the function raised on purpose."""
    work, crashed, items = pickle.loads(packed)  # noqa: S301 - pickled by `RayEngine.map`
    try:
        return list(child_of_process().feed((work, crashed, item) for item in items))
    except DragomanError as error:
        return error


@cache
def child_of_process() -> OrderedPool[Any, Any]:
    """A process below this one, since Ray would run a task on which its process dies again without end."""
    return OrderedPool(apply_to_items, workers=1, crashed=report_crashed)


def apply_to_items(chunk: Sequence[tuple[Any, Any, Any]]) -> list[Any]:
    """Map a few items, each handed over with the function that is to be mapped."""
    work = chunk[0][0]
    return list(work([item for _, _, item in chunk]))


def report_crashed(handed: tuple[Any, Any, Any]) -> Any:
    """The result of an item on which the process died."""
    _, crashed, item = handed
    return crashed(item)
