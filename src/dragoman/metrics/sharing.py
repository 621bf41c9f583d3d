"""Figures that several processes count together: each writes them into files of one folder, and any can tell all."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from tempfile import TemporaryDirectory
from typing import Final

_FOLDER: Final = "PROMETHEUS_MULTIPROC_DIR"
"""Variable of `prometheus_client`, which it reads once, when it is first imported."""


@contextmanager
def share_metrics() -> Iterator[None]:
    """Have the processes that are started in the block count together; this one does not take part."""
    before = os.environ.get(_FOLDER)
    with TemporaryDirectory(prefix="dragoman-metrics-") as folder:
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
