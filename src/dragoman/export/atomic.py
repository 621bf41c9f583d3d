"""Files that are there whole or not at all."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from dragoman.errors import InputError

STANDARD_OUTPUT = Path("-")


@contextmanager
def open_replacing(path: Path) -> Iterator[BinaryIO]:
    """A stream to a hidden file beside `path`, which takes its place when the block ends well.

    An exception leaves what stood at `path` before, and no trace; a killed process leaves at most the hidden
    `.NAME.PID.part`. What is no plain file (`/dev/stdout`, a named pipe) is written to as it is, and stays what it is;
    behind a symbolic link the file that it points to is replaced. "-" is standard output.

    Raises:
        InputError: the file cannot be written, or the disk is full.

    """
    if path == STANDARD_OUTPUT:
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    whole = path.resolve()
    partial = whole.with_name(f".{whole.name}.{os.getpid()}.part")
    try:
        if path.exists() and not path.is_file() and not path.is_dir():
            with path.open("wb") as stream:
                yield stream
            return
        with _dropping(partial):
            with partial.open("wb") as stream:
                yield stream
                stream.flush()
                os.fsync(stream.fileno())
            partial.replace(whole)
    except OSError as error:
        # Faults of other files name them; whoever closed a pipe knows.
        is_ours = error.filename is None or os.fspath(error.filename) in {str(path), str(partial)}
        if error.errno is None or not is_ours or isinstance(error, BrokenPipeError):
            raise
        reason = error.strerror or str(error)
        raise InputError(
            f"it cannot be written ({reason})", place=str(path), remedy="Check the path, and the room on the disk."
        ) from error


@contextmanager
def _dropping(partial: Path) -> Iterator[None]:
    try:
        yield
    except BaseException:
        with suppress(OSError):  # what cannot be written can often not be removed either
            partial.unlink(missing_ok=True)
        raise
