"""The engine for more than one machine: work spread over a Ray cluster by Ray Data."""

import logging
import pickle
import signal
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from itertools import islice
from typing import Any, TypeVar

import pyarrow as pa

from dragoman.errors import ConfigurationError, DragomanError, EngineError
from dragoman.extras import needing
from dragoman.tasks.pool import OrderedPool

Item = TypeVar("Item")
Result = TypeVar("Result")

CHUNK = 16
"""Items a task: about a second's work, beside which handing them over is nothing."""

WINDOW = 32
"""Chunks for each worker in one dataset: enough to even out, few enough to hold them all in memory."""

STORE_BYTES = 128 * 1024 * 1024
"""Room for each worker in Ray's object store, where this process starts Ray: twice what a window of pages takes."""


@contextmanager
def start_ray(workers: int, address: str | None = None) -> Iterator["RayEngine"]:
    """An engine on the cluster at an address, or on one that is started on this machine and ended afterwards.

    Args:
        workers: tasks at a time, each with a processor of its own.
        address: as `ray.init` takes it ("auto", "HOST:6379"); None starts Ray here.

    Raises:
        ConfigurationError: Ray is not installed, or does not answer at the address.

    """
    ray = import_ray()
    here = {"num_cpus": workers, "include_dashboard": False, "object_store_memory": STORE_BYTES * workers}
    try:
        with keeping_signals():
            # "local" by name: else Ray would look for a cluster in the environment.
            ray.init(address or "local", configure_logging=False, log_to_driver=False, **({} if address else here))
    except Exception as error:  # a bare one where its processes take longer than 30 seconds to begin
        remedy = (
            "Check that the cluster runs and has the same versions of Python and Ray."
            if address
            else "Check the memory, the room on the disk, and whether the machine is too busy."
        )
        place = address or "--engine ray"
        raise ConfigurationError(f"Ray does not answer ({error})", place=place, remedy=remedy) from error
    try:
        yield RayEngine(workers)
    finally:
        with keeping_signals():
            ray.shutdown()


def import_ray() -> Any:
    """Ray, with Ray Data.

    Raises:
        ConfigurationError: it is not installed.

    """
    with needing("ray", "work is spread over machines"):
        import ray
        import ray.data
    for name in ("ray", "ray.data"):
        hand_over_logs(logging.getLogger(name))
    logging.getLogger("ray.data").setLevel(logging.ERROR)
    return ray


def hand_over_logs(logger: logging.Logger) -> None:
    """Have what a library writes to standard error itself written there as all else is: for machines as objects."""
    for handler in list(logger.handlers):
        if isinstance(handler, logging.StreamHandler) and not isinstance(handler, logging.FileHandler):
            logger.removeHandler(handler)
    logger.propagate = True


@contextmanager
def keeping_signals() -> Iterator[None]:
    """Have SIGTERM end this process as it did before: Ray sets a handler of its own, and at its end none."""
    before = signal.getsignal(signal.SIGTERM)
    try:
        yield
    finally:
        if threading.current_thread() is threading.main_thread():  # in others Ray sets none
            signal.signal(signal.SIGTERM, before)


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
