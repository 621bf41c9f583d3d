"""Desks as people start them: `dragoman serve`, in processes of their own."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

EXAMPLES = Path(__file__).parents[2] / "examples" / "dispatches"

# Wide enough that no message is broken.
_ENVIRONMENT = {"COLUMNS": "1000", "NO_COLOR": "1"}


def run_dragoman(*words: str | Path) -> None:
    """Run a command to its end."""
    subprocess.run(_command(*words), check=True, capture_output=True, env={**os.environ, **_ENVIRONMENT})


def make_record(path: Path, *inputs: Path) -> Path:
    """A new record of the documents."""
    run_dragoman("record", "init", path)
    if inputs:
        run_dragoman("record", "add", path, *inputs)
    return path


@contextmanager
def run_desk(record: Path, *options: str, token: str = "") -> Iterator[str]:
    """The address of a desk that answers as long as the context lasts, at a port that is free.

    Args:
        record: what it shows.
        options: of `dragoman serve`.
        token: demanded for everything; "" for none.

    """
    environment = {**os.environ, **_ENVIRONMENT, "DRAGOMAN_TOKEN": token}
    command = _command("serve", record, "--port", "0", *options)
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=environment) as process:
        assert process.stderr
        line = process.stderr.readline()
        try:
            # Nothing said but the address: warnings would stand before it.
            address = re.fullmatch(r".* is open at (http://127\.0\.0\.1:\d+)/ .*\n", line)
            assert address, line
            yield address[1]
        finally:
            process.terminate()
            rest = process.communicate(timeout=20)[1]
        assert not rest, rest


def _command(*words: str | Path) -> list[str | Path]:
    return [sys.executable, "-m", "dragoman", *words]
