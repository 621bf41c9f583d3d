"""Runs the program in this process, with a coder that needs no model."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from dragoman.cli import app
from dragoman.config import CoderConfig
from dragoman.tasks import code as code_task
from tests.tasks.fakes import WordCoder

Run = Callable[..., Result]
MET = "date 2025-10-02 They met."


class StandIn(WordCoder):
    """A `WordCoder` in the place of the coder."""

    models: dict[str, str] = {}  # noqa: RUF012 - never changed


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working folder, with one document at in/a.txt."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(MET)
    return tmp_path


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Iterator[Run]:
    """`run("code", "in.txt", …)`."""
    seen: list[CoderConfig] = []

    def load(config: CoderConfig) -> StandIn:
        seen.append(config)
        return StandIn(config)

    monkeypatch.setattr("dragoman.tasks.coders.load_coder", load)
    code_task.coder_of_process.cache_clear()

    def invoke(*arguments: object, stdin: str | bytes | None = None) -> Result:
        return CliRunner().invoke(app, [str(argument) for argument in arguments], input=stdin)

    invoke.configs = seen  # type: ignore[attr-defined]
    yield invoke
    code_task.coder_of_process.cache_clear()
