"""Ray, begun and ended so that nothing of it is left over: processes, handlers of signals, handlers of logs."""

import logging
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

from dragoman.errors import ConfigurationError
from dragoman.extras import needing

STORE_BYTES = 128 * 1024 * 1024
"""Room for each worker in Ray's object store, where this process starts Ray: twice what a window of pages takes."""

QUIET = {"configure_logging": False, "log_to_driver": False}
"""Leaves to us what is logged, and what workers print."""

_LOGGER = logging.getLogger(__name__)


@contextmanager
def running_ray(workers: int, address: str | None) -> Iterator[None]:
    """A block in which Ray answers: the cluster at an address, or one of this machine that ends with the block.

    Args:
        workers: processors that a Ray of this machine may use.
        address: as `ray.init` takes it ("auto", "HOST:6379"); None starts Ray here.

    Raises:
        ConfigurationError: Ray is not installed, does not start, or does not answer at the address.

    """
    ray = import_ray()
    with keeping_signals():
        if address:
            join_cluster(ray, address)
        else:
            start_here(ray, workers)
    try:
        yield
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


def join_cluster(ray: Any, address: str) -> None:
    """Have this process use the cluster at an address."""
    try:
        ray.init(address, **QUIET)
    except Exception as error:  # of many kinds, bare ones too
        raise ConfigurationError(
            f"Ray does not answer ({error})",
            place=address,
            remedy="Check that the cluster runs and has the same versions of Python and Ray.",
        ) from error


def start_here(ray: Any, workers: int) -> None:
    """Start Ray on this machine, at the second try if need be: its processes get 30 seconds, too few on a busy one."""
    room = {"num_cpus": workers, "object_store_memory": STORE_BYTES * workers, "include_dashboard": False}
    for last in (False, True):
        try:
            with leaving_no_process():
                # "local" by name: else Ray would look for a cluster in the environment.
                ray.init("local", **QUIET, **room)
            return
        except Exception as error:  # a bare one where the time is up
            if last:
                raise ConfigurationError(
                    f"Ray did not start, tried twice ({error})",
                    place="--engine ray",
                    remedy="Check the memory, the room on the disk, and whether the machine is too busy.",
                ) from error
            _LOGGER.warning("Ray did not start, and is tried once more", extra={"fault": str(error)})


@contextmanager
def leaving_no_process() -> Iterator[None]:
    """A block that kills what it started where it fails: Ray would let it go on, beside the next try, until we end."""
    with needing("ray", "work is spread over machines"):
        import psutil
    us = psutil.Process()
    before = set(us.children(recursive=True))
    try:
        yield
    except BaseException:
        started = [child for child in us.children(recursive=True) if child not in before]
        for child in started:
            with suppress(psutil.NoSuchProcess):
                child.kill()
        psutil.wait_procs(started, timeout=10)
        raise
