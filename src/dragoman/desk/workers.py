"""Several processes that do one job, each at a socket of its own: Python alone keeps one core busy at most."""

import multiprocessing
import os
import signal
import socket
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from multiprocessing.connection import wait
from multiprocessing.context import SpawnProcess
from types import FrameType

from dragoman.logs import continue_logs

Job = Callable[[socket.socket], None]
"""Importable by name; it ends when its process is told to."""

_SECONDS = 10
"""For a process to end in, before it is killed."""


def keep_working(job: Job, listening: Sequence[socket.socket]) -> None:
    """Have a job done by a process for each socket, until this process is told to end or one of them fails.

    Args:
        job: what each does.
        listening: a socket for each.

    Raises:
        ChildProcessError: a process ended though nobody had told it to.

    """
    told = threading.Event()

    def end(_signal: int, _frame: FrameType | None) -> None:
        told.set()
        for process in processes:
            process.terminate()

    processes = [_start(job, one) for one in listening]
    before = {number: signal.signal(number, end) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        wait([process.sentinel for process in processes])
        if not told.is_set():
            raise ChildProcessError("a process of the desk ended by itself; the others are ended too")
    finally:
        for process in processes:
            process.terminate()
        for process in processes:
            process.join(_SECONDS)
            process.kill()
            process.join()
        for number, handler in before.items():
            signal.signal(number, handler)


def _start(job: Job, listening: socket.socket) -> SpawnProcess:
    process = multiprocessing.get_context("spawn").Process(target=_work, args=(job, listening))
    process.start()
    return process


def _work(job: Job, listening: socket.socket) -> None:
    continue_logs()
    threading.Thread(target=_end_with_parent, daemon=True).start()
    with suppress(KeyboardInterrupt):  # Ctrl-C reaches all processes of a terminal
        job(listening)


def _end_with_parent() -> None:
    """A killed process tells nobody: whoever it started would go on without it."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os.kill(os.getpid(), signal.SIGTERM)
