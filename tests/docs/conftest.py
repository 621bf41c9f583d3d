"""A place to run the documentation's examples, with one coder for all of them."""

import os
from functools import cache
from pathlib import Path

import pytest

import dragoman
from dragoman.coder import Coder
from dragoman.config import CoderConfig
from tests.docs.transcripts import WIDTH, make_folder


@cache
def load_coder(config: CoderConfig) -> Coder:
    """One coder for each setting: loading takes seconds."""
    return Coder(config)


def make_coder(config: CoderConfig | None = None) -> Coder:
    """Stands in for `dragoman.Coder` in examples."""
    return load_coder(config or CoderConfig())


@pytest.fixture
def workplace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the examples, the current one; output has no colour and a fixed width."""
    monkeypatch.chdir(make_folder(tmp_path))
    monkeypatch.setenv("COLUMNS", WIDTH)
    monkeypatch.setenv("NO_COLOR", "1")
    for name in ("FORCE_COLOR", "TERM", "PYTHONPATH"):
        monkeypatch.delenv(name, raising=False)
    # `python examples/…` must find the package that is tested, installed or not.
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(Path(dragoman.__file__).parents[1])]))
    monkeypatch.setattr("dragoman.tasks.coders.load_coder", load_coder)
    monkeypatch.setattr("dragoman.tasks.stages.load_coder", load_coder)
    monkeypatch.setattr(dragoman, "Coder", make_coder)
    return tmp_path
