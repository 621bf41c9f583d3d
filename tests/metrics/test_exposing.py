"""Figures for Prometheus: of one process, of several together, at an address of their own."""

import multiprocessing
import os
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from prometheus_client.parser import text_string_to_metric_families

from dragoman.errors import ConfigurationError
from dragoman.metrics import Gauge, serve_metrics, share_metrics, write_metrics
from tests.metrics import counting


def read_two() -> list[Gauge]:
    return [Gauge("dragoman_test_two", "Two.", 2)]


def find(written: bytes, name: str) -> list[float]:
    families = text_string_to_metric_families(written.decode())
    return [sample.value for family in families for sample in family.samples if sample.name == name]


def test_counters_and_gauges_are_written_together() -> None:
    counting.JOBS.inc(3)
    written, media_type = write_metrics(read_two)
    assert media_type.startswith("text/plain")
    assert find(written, "dragoman_test_jobs_total")[0] >= 3 and find(written, "dragoman_test_two") == [2]
    assert b"_created" not in written


def test_a_form_can_be_asked_for() -> None:
    _, media_type = write_metrics(accept="application/openmetrics-text; version=1.0.0")
    assert media_type.startswith("application/openmetrics-text")


def test_processes_that_share_count_together() -> None:
    context = multiprocessing.get_context("spawn")
    before = os.environ.get("PROMETHEUS_MULTIPROC_DIR")
    with share_metrics(), context.Pool(1) as one, context.Pool(1) as other:
        one.apply(counting.count, (2,))
        assert find(other.apply(counting.count, (3,)), "dragoman_test_jobs_total") == [5]
    assert os.environ.get("PROMETHEUS_MULTIPROC_DIR") == before


SHARING = """
import os, sys
from dragoman.metrics import share_metrics
with share_metrics():
    print(os.environ["PROMETHEUS_MULTIPROC_DIR"], flush=True)
    sys.stdin.read()
"""


def test_what_a_killed_process_left_is_removed_by_the_next_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    elsewhere = tmp_path / "elsewhere"
    for folder in (tmp_path / "dragoman-metrics-unlocked", elsewhere):
        folder.mkdir()
    (elsewhere / "lock").touch()
    (tmp_path / "dragoman-metrics-link").symlink_to(elsewhere)
    with _share_aside(tmp_path) as alive:
        kept = {path.name for path in tmp_path.iterdir()}
        with _share_aside(tmp_path) as killed:
            killed.kill()
            killed.wait()
        assert len(list(tmp_path.iterdir())) == len(kept) + 1
        with share_metrics():
            assert len(list(tmp_path.iterdir())) == len(kept) + 1
        assert {path.name for path in tmp_path.iterdir()} == kept
        assert alive.poll() is None
    assert (elsewhere / "lock").exists()


@contextmanager
def _share_aside(place: Path) -> Iterator[subprocess.Popen[str]]:
    """Another process that shares figures, in a folder of its own."""
    with subprocess.Popen(
        [sys.executable, "-c", SHARING],
        env={**os.environ, "TMPDIR": str(place)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout and process.stdout.readline().startswith(str(place))
        yield process


def test_prometheus_is_answered_at_an_address_of_its_own() -> None:
    with serve_metrics(0, read_two) as address:
        with urllib.request.urlopen(address) as answer:  # noqa: S310
            assert find(answer.read(), "dragoman_test_two") == [2]
        port = int(address.rpartition(":")[2].removesuffix("/metrics"))
    refused = pytest.raises(ConfigurationError, match=f"127.0.0.1:{port}: figures cannot be served")
    with socket.create_server(("127.0.0.1", port)), refused, serve_metrics(port):
        pass
