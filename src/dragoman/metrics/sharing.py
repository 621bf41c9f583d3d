"""Figures that several processes count together: each writes them into files of one folder, and any can tell all."""

import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from shutil import rmtree
from tempfile import TemporaryDirectory, gettempdir
from typing import BinaryIO, Final

_FOLDER: Final = "PROMETHEUS_MULTIPROC_DIR"
"""Variable of `prometheus_client`, which it reads once, when it is first imported."""

_PREFIX: Final = "dragoman-metrics-"

_LOCK: Final = "lock"
"""File in the folder, locked as long as its process lives: the system takes the lock from one that is killed."""


@contextmanager
def share_metrics() -> Iterator[None]:
    """Have the processes that are started in the block count together; this one does not take part."""
    before = os.environ.get(_FOLDER)
    _remove_forsaken(Path(gettempdir()))
    with ExitStack() as held, TemporaryDirectory(prefix=_PREFIX) as folder:
        held.enter_context(_lock_folder(Path(folder)))
        os.environ[_FOLDER] = folder
        try:
            yield
        finally:
            if before is None:
                del os.environ[_FOLDER]
            else:
                os.environ[_FOLDER] = before


def find_shared() -> str | None:
    """The folder of the figures that this process shares with others; None where it counts alone."""
    return os.environ.get(_FOLDER) or None


@contextmanager
def _lock_folder(folder: Path) -> Iterator[None]:
    """Keep others from removing a folder. The lock gets its name when it is locked: nobody finds it before."""
    unnamed = folder / f".{_LOCK}"
    with unnamed.open("wb") as stream:
        if _lock(stream):
            unnamed.rename(folder / _LOCK)
        yield


def _remove_forsaken(place: Path) -> None:
    """Remove the folders of this user whose processes were killed, and so could not do it themselves."""
    for folder in place.glob(f"{_PREFIX}*"):
        # Of what others put into a folder that is open to all, nothing is opened.
        with suppress(OSError, AttributeError):  # no users on this system, and no locks
            if folder.lstat().st_uid == os.getuid() and not folder.is_symlink():
                with (folder / _LOCK).open("rb") as stream:
                    if _lock(stream):
                        rmtree(folder, ignore_errors=True)


def _lock(stream: BinaryIO) -> bool:
    """Whether an open file could be locked: not if another process has, or where there are no locks."""
    try:
        import fcntl

        fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (ImportError, OSError):
        return False
    return True
