"""A process beside this one that does one job at a time, and is ended when a job takes too long."""

import multiprocessing
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import Any, ParamSpec, TypeVar

from dragoman.errors import DragomanError
from dragoman.tasks.pool import follow_parent

Given = ParamSpec("Given")
Result = TypeVar("Result")


class Aside:
    """Does jobs in a process of its own, which is started with the first and kept for the next.

    What a job loads stays loaded there and takes no time from this process; one that takes too long, or dies, costs
    its process alone. Not for several threads at a time.
    """

    def __init__(self) -> None:
        self._process: multiprocessing.process.BaseProcess | None = None
        self._jobs: Connection | None = None

    def do(self, seconds: float, job: Callable[Given, Result], *args: Given.args, **kwargs: Given.kwargs) -> Result:
        """What a job gives.

        Args:
            seconds: after which it is ended; the first job's include starting the process.
            job: importable by name; takes and gives what can be pickled.
            args: of the job.
            kwargs: of the job.

        Raises:
            DragomanError: the job raised it.
            TimeoutError: it took too long.
            ChildProcessError: its process died, or it raised an error of another kind, whose name is told.

        """
        jobs = self._start()
        try:
            jobs.send((job, args, kwargs))
            if not jobs.poll(seconds):
                raise TimeoutError
            is_done, told = jobs.recv()
        except (TimeoutError, EOFError, OSError) as error:
            self.end()
            if isinstance(error, TimeoutError):
                raise
            raise ChildProcessError("its process died") from None
        if is_done:
            result: Result = told
            return result
        raise told

    def end(self) -> None:
        """End the process, whatever it does; the next job starts another."""
        if self._process is not None:
            self._process.kill()
            self._process.join()
            self._process.close()
        if self._jobs is not None:
            self._jobs.close()
        self._process = self._jobs = None

    def _start(self) -> Connection:
        if self._process is not None and self._jobs is not None and self._process.is_alive():
            return self._jobs
        self.end()
        # A fresh process: a forked one would inherit the threads of this one.
        context = multiprocessing.get_context("spawn")
        self._jobs, theirs = context.Pipe()
        self._process = context.Process(target=_do_jobs, args=(theirs,), daemon=True)
        self._process.start()
        theirs.close()
        return self._jobs


def _do_jobs(jobs: Connection) -> None:
    follow_parent()
    while True:
        try:
            job, args, kwargs = jobs.recv()
        except EOFError:
            return
        jobs.send(_do(job, args, kwargs))


def _do(job: Callable[..., Any], args: tuple[Any, ...], kwargs: dict[str, Any]) -> tuple[bool, Any]:
    """Whether the job was done, and what it gave or raised."""
    try:
        return True, job(*args, **kwargs)
    except DragomanError as error:
        return False, error
    except Exception as error:
        return False, ChildProcessError(f"{type(error).__name__}: {error}")
