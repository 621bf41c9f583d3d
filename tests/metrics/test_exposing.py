"""Figures for Prometheus: of one process, of several together, at an address of their own."""

import multiprocessing
import os
import socket
import urllib.request

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


def test_prometheus_is_answered_at_an_address_of_its_own() -> None:
    with serve_metrics(0, read_two) as address:
        with urllib.request.urlopen(address) as answer:  # noqa: S310
            assert find(answer.read(), "dragoman_test_two") == [2]
        port = int(address.rpartition(":")[2].removesuffix("/metrics"))
    refused = pytest.raises(ConfigurationError, match=f"127.0.0.1:{port}: figures cannot be served")
    with socket.create_server(("127.0.0.1", port)), refused, serve_metrics(port):
        pass
