"""Files that are there whole or not at all."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO


@contextmanager
def open_replacing(path: Path) -> Iterator[BinaryIO]:
    """A stream to a hidden file beside `path`, which takes its place when the block ends well.

    An exception leaves what stood at `path` before, and no trace; a killed process leaves at most the hidden
    `.NAME.PID.part`.

    Raises:
        OSError: the file cannot be written.

    """
    partial = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with partial.open("wb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        partial.replace(path)
    except BaseException:
        partial.unlink(missing_ok=True)
        raise
