"""Logging as it was, after each test."""

import logging
from collections.abc import Iterator

import pytest


@pytest.fixture
def as_before(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The handlers and the level of before, after each test."""
    monkeypatch.setenv("DRAGOMAN_LOGS_OF_PARENT", "")
    root, ours = logging.getLogger(), logging.getLogger("dragoman")
    handlers, level = list(root.handlers), ours.level
    yield
    root.handlers[:] = handlers
    ours.setLevel(level)
