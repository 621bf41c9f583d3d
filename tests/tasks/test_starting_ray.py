"""How Ray is begun and ended, with another in its place, and what it leaves."""

import json
import logging
import signal
import subprocess
import sys
from types import SimpleNamespace
from typing import Any

import pytest

from dragoman.config import EngineName
from dragoman.errors import ConfigurationError
from dragoman.logs import LogFormat, start_logs
from dragoman.tasks.engines import open_engine
from dragoman.tasks.starting_ray import hand_over_logs, running_ray
from tests.logs.conftest import as_before

__all__ = ["as_before"]  # a fixture

NO_EXTRA = "not installed, as where Ray has no wheel: pip install 'dragoman[ray]'"


class LateRay:
    """Ray on a machine that is too busy for so many starts; each leaves a process that would go on."""

    def __init__(self, late: int) -> None:
        self.late = late
        self.started: list[subprocess.Popen[bytes]] = []

    def init(self, *_: Any, **__: Any) -> None:
        self.started.append(subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE))
        if len(self.started) <= self.late:
            raise Exception("the node timed out during startup")  # as Ray does

    def shutdown(self) -> None:
        for child in self.started:
            child.communicate(b"\n")


@pytest.fixture
def take_for_ray(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Put something in the place of Ray."""
    pytest.importorskip("psutil", reason=NO_EXTRA)
    return lambda ray: monkeypatch.setattr("dragoman.tasks.starting_ray.import_ray", lambda: ray)


def test_a_start_that_takes_too_long_is_tried_again_and_its_processes_ended(
    take_for_ray: Any, caplog: pytest.LogCaptureFixture
) -> None:
    take_for_ray(ray := LateRay(late=1))
    with running_ray(1, None):
        first, second = ray.started
        assert first.poll() is not None and second.poll() is None
    (warning,) = caplog.records
    assert warning.message == "Ray did not start, and is tried once more"
    assert vars(warning)["fault"] == "the node timed out during startup"


def test_a_start_that_fails_twice_is_told_whatever_ray_raises(take_for_ray: Any) -> None:
    take_for_ray(ray := LateRay(late=2))
    expected = r"--engine ray: Ray did not start, tried twice \(the node timed out.*Check the memory"
    with pytest.raises(ConfigurationError, match=expected), running_ray(1, None):
        pass
    assert [child.poll() is None for child in ray.started] == [False, False]
    ray.shutdown()


def test_a_cluster_that_does_not_answer_is_told_at_once(take_for_ray: Any) -> None:
    take_for_ray(ray := LateRay(late=2))
    with (
        pytest.raises(ConfigurationError, match=r"there:1: Ray does not answer.*Check that"),
        running_ray(1, "there:1"),
    ):
        pass
    assert len(ray.started) == 1
    ray.shutdown()


def test_sigterm_ends_the_process_as_it_did_before_ray_started(take_for_ray: Any) -> None:
    def meddle(*_: Any, **__: Any) -> None:
        signal.signal(signal.SIGTERM, signal.SIG_IGN)

    take_for_ray(SimpleNamespace(init=meddle, shutdown=meddle))
    before = signal.getsignal(signal.SIGTERM)
    with running_ray(1, None):
        assert signal.getsignal(signal.SIGTERM) == before
    assert signal.getsignal(signal.SIGTERM) == before


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


def test_without_ray_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "ray", None)
    with (
        pytest.raises(ConfigurationError, match=r"libraries that are missing \(ray\).*pip install 'dragoman\[ray\]'"),
        open_engine(EngineName.RAY, workers=1),
    ):
        pass
