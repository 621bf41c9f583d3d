"""Bulk runs on a real Ray of this machine: the same bytes as without it, also when a worker is killed."""

import json
import logging
import os
import shutil
import signal
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from dragoman.config import CoderConfig, EngineName
from dragoman.errors import ConfigurationError, EngineError, ModelError
from dragoman.logs import LogFormat, start_logs
from dragoman.tasks import code_documents, make_coder
from dragoman.tasks.engines import Engine, LocalEngine, open_engine
from dragoman.tasks.on_ray import hand_over_logs, start_ray
from tests.logs.conftest import as_before
from tests.tasks.bulk.coders import make_mortal_coder
from tests.tasks.bulk.runs import code, make_order, read_tree, write_inputs
from tests.tasks.fakes import make_no_coder
from tests.tasks.test_code import sourced

__all__ = ["as_before"]  # a fixture

REPOSITORY = Path(__file__).parents[3]
# Ray minds its own settings.
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:ray.*")

NO_RAY = "Ray is not installed: pip install 'dragoman[ray]'"


@pytest.fixture(scope="module")
def two_workers() -> Iterator[Engine]:
    """A Ray that lives as long as these tests."""
    pytest.importorskip("ray", reason=NO_RAY)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONPATH", str(REPOSITORY), prepend=os.pathsep)  # where the coders of these tests are
        patch.setenv("RAY_AUTH_MODE", "disabled")  # else Ray writes a token to the home folder
        patch.setenv("RAY_worker_niceness", "0")  # else its processes yield to whatever else a busy machine does
        with open_engine(EngineName.RAY, workers=2) as engine:
            yield engine


def test_killed_workers_cost_nothing_and_fatal_documents_themselves(tmp_path: Path, two_workers: Engine) -> None:
    inputs = write_inputs(tmp_path, lines=60)
    (inputs / "d.txt").write_text(f"date 2025-01-03 They met. KILL self {tmp_path / 'child'}")
    (inputs / "e.txt").write_text(f"date 2025-01-03 They met. KILL parent {tmp_path / 'worker'}")
    (inputs / "f.txt").write_text("date 2025-01-03 They met. DIE")
    order = make_order(tmp_path, maker=make_mortal_coder, part_size=20)
    tally = code(order, two_workers)
    assert (tmp_path / "child").exists() and (tmp_path / "worker").exists()
    assert (tally.documents, tally.rejected) == (61, 4)
    # With one worker the fatal document would take this process with it.
    assert code(replace(order, folder=tmp_path / "local"), LocalEngine(2)) == tally
    assert read_tree(tmp_path / "out") == read_tree(tmp_path / "local")


def test_the_coder_itself_gives_the_same(tmp_path: Path, two_workers: Engine) -> None:
    (tmp_path / "in").mkdir()
    for path in sorted((REPOSITORY / "examples" / "dispatches").iterdir())[:4]:
        shutil.copy(path, tmp_path / "in")
    order = make_order(tmp_path, maker=make_coder)
    assert code(order, two_workers).events > 10
    code(replace(order, folder=tmp_path / "local"))
    assert read_tree(tmp_path / "out") == read_tree(tmp_path / "local")


def test_a_missing_model_ends_the_run(two_workers: Engine) -> None:
    with pytest.raises(ModelError, match=r"the model is missing\. Install it again"):
        list(code_documents(sourced("They met."), CoderConfig(), engine=two_workers, maker=make_no_coder))


def test_what_nobody_foresaw_is_told_with_a_remedy(two_workers: Engine) -> None:
    with pytest.raises(EngineError, match=r"(?s)Ray broke down.*a bulk run goes on by the same command"):
        list(two_workers.map(fail, [1], crashed=str))


def fail(chunk: Sequence[int]) -> list[str]:
    raise ZeroDivisionError


def test_ray_writes_nothing_of_its_own(two_workers: Engine, capfd: pytest.CaptureFixture[str]) -> None:
    assert list(two_workers.map(list, range(40), crashed=int)) == list(range(40))
    assert capfd.readouterr() == ("", "")


@pytest.mark.usefixtures("as_before")
def test_what_ray_logs_is_written_as_all_else_is(capsys: pytest.CaptureFixture[str]) -> None:
    start_logs(LogFormat.JSON)
    theirs = logging.Logger("like ray")
    theirs.parent, theirs.propagate = logging.getLogger(), False
    theirs.addHandler(logging.StreamHandler())
    hand_over_logs(theirs)
    theirs.warning("tokens are on")
    theirs.error("a node is gone")
    (told,) = [json.loads(line) for line in capsys.readouterr().err.splitlines()]
    assert (told["level"], told["message"]) == ("error", "a node is gone")


def test_a_start_that_fails_is_told_whatever_ray_raises(monkeypatch: pytest.MonkeyPatch) -> None:
    def init(*_: Any, **__: Any) -> None:
        raise Exception("the node timed out during startup")  # as Ray does

    monkeypatch.setattr("dragoman.tasks.on_ray.import_ray", lambda: SimpleNamespace(init=init))
    with pytest.raises(ConfigurationError, match=r"--engine ray: Ray does not answer \(the node timed"), start_ray(1):
        pass


def test_sigterm_ends_the_process_as_it_did_before_ray_started(monkeypatch: pytest.MonkeyPatch) -> None:
    def meddle(*_: Any, **__: Any) -> None:
        signal.signal(signal.SIGTERM, signal.SIG_IGN)

    monkeypatch.setattr("dragoman.tasks.on_ray.import_ray", lambda: SimpleNamespace(init=meddle, shutdown=meddle))
    before = signal.getsignal(signal.SIGTERM)
    with start_ray(1):
        assert signal.getsignal(signal.SIGTERM) == before
    assert signal.getsignal(signal.SIGTERM) == before


def test_without_ray_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "ray", None)
    with (
        pytest.raises(ConfigurationError, match=r"libraries that are missing \(ray\).*pip install 'dragoman\[ray\]'"),
        open_engine(EngineName.RAY, workers=1),
    ):
        pass
