"""Runs that are killed at every step they take on the disk, each in a fork of this process; run as a script.

`mortal.py WHAT FOLDER PART_SIZE`: FOLDER/in is coded to FOLDER/out with an eye on copies (WHAT is "code"), or its
rejects are ("retry"), and each time the run is killed one step later, until one comes through. Prints how many were
killed.
"""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from itertools import count
from pathlib import Path

import pandas  # noqa: F401  # imported here, rather than in every fork

import dragoman.export.parquet  # noqa: F401
from dragoman.tasks import Tally
from dragoman.tasks.bulk import BulkOrder
from tests.tasks.bulk.runs import code, make_order, retry

REPOSITORY = Path(__file__).parents[3]

STEPS = {"open", "os.rename", "os.mkdir", "os.remove", "os.utime"}
"""What Python tells audit hooks: files opened, and what changes a folder."""


def kill_at_every_step(what: str, folder: Path, *, part_size: int) -> int:
    """How often a run was killed until one came through; see above."""
    environment = {**os.environ, "PYTHONPATH": str(REPOSITORY)}
    done = subprocess.run(
        [sys.executable, __file__, what, str(folder), str(part_size)],
        env=environment,
        check=True,
        capture_output=True,
        text=True,
    )
    return int(done.stdout)


def main() -> None:
    what, folder, part_size = sys.argv[1:]
    for steps in count(1):
        child = os.fork()
        if not child:
            order = make_order(Path(folder), part_size=int(part_size), with_copies=what == "code")
            live_for(steps, order, retry if what == "retry" else code)
        _, status = os.waitpid(child, 0)
        if status == 0:
            sys.stdout.write(str(steps - 1))
            return
        if not os.WIFSIGNALED(status):
            sys.exit(f"it failed after {steps} steps")


def live_for(steps: int, order: BulkOrder, run: Callable[[BulkOrder], Tally]) -> None:
    """Run, and be killed at some step in the folder; never returns."""
    taken = 0

    def die(event: str, arguments: tuple[object, ...]) -> None:
        nonlocal taken
        if event in STEPS and str(arguments[0]).startswith(str(order.folder)):
            taken += 1
            if taken == steps:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(die)
    try:
        run(order)
    except BaseException as error:
        sys.stderr.write(repr(error))
        os._exit(1)
    os._exit(0)


if __name__ == "__main__":
    main()
