"""Figures of the desk for Prometheus: what is counted, who may see it, and that several processes count together."""

import urllib.request
from collections.abc import Callable
from datetime import datetime
from http.client import HTTPConnection
from pathlib import Path

import pytest
from prometheus_client.parser import text_string_to_metric_families
from starlette.testclient import TestClient

from tests.desk.conftest import TOKEN, Open
from tests.desk.test_serving import run_desk
from tests.tasks.records import FIRST, id_of

Figures = dict[tuple[str, ...], float]


def read_figures(written: str) -> Figures:
    """Figures by name and values of labels in their order: ("dragoman_requests_total", "GET", "/events", "200")."""
    families = text_string_to_metric_families(written)
    return {
        (sample.name, *(value for _, value in sorted(sample.labels.items()))): sample.value
        for family in families
        for sample in family.samples
    }


def count_between(desk: TestClient, ask: Callable[[], object]) -> Figures:
    """What figures rose by while something was asked, without asking for figures itself."""
    before = read_figures(desk.get("/metrics").text)
    ask()
    after = read_figures(desk.get("/metrics").text)
    rises = {key: value - before.get(key, 0) for key, value in after.items() if "/metrics" not in key}
    return {key: rise for key, rise in rises.items() if rise}


CASES = [
    ("/", "GET", ("GET", "/", "200")),
    ("/events.json?side=TUR", "GET", ("GET", "/events.json", "200")),
    (f"/event/{id_of(FIRST)}", "HEAD", ("HEAD", "/event/{event_id}", "200")),
    ("/event/none", "GET", ("GET", "/event/{event_id}", "404")),
    ("/nothing/of/the/kind", "GET", ("GET", "none", "404")),
    ("/events", "BREW", ("other", "none", "411")),
]


@pytest.mark.parametrize(("address", "method", "counted"), CASES)
def test_requests_are_counted_by_kind_of_page_and_status(
    desk: TestClient, address: str, method: str, counted: tuple[str, ...]
) -> None:
    rises = count_between(desk, lambda: desk.request(method, address))
    assert rises["dragoman_requests_total", *counted] == 1
    assert rises["dragoman_request_seconds_count", counted[1]] == 1
    assert not [key for key in rises if "TUR" in str(key) or id_of(FIRST) in str(key)], "never what was asked"


def test_a_request_that_fails_within_counts_as_a_fault(desk: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError

    monkeypatch.setattr("dragoman.desk.routes.single.look_over", fail)

    def ask() -> None:
        with pytest.raises(RuntimeError):
            desk.get("/")

    assert count_between(desk, ask)["dragoman_requests_total", "GET", "/", "500"] == 1


def test_the_record_is_told_in_figures(desk: TestClient, record: Path) -> None:
    figures = read_figures(desk.get("/metrics").text)
    holdings = desk.get("/home.json").json()["holdings"]
    for name in ("documents", "events", "publishers", "reviews"):
        assert figures[f"dragoman_record_{name}",] == holdings[name]
    assert figures["dragoman_record_readable",] == 1
    assert figures["dragoman_record_bytes",] >= record.stat().st_size
    last = datetime.fromisoformat(f"{holdings['published_last']}T00:00:00Z")
    assert figures["dragoman_record_published_last_timestamp_seconds",] == last.timestamp()
    assert figures["dragoman_try_waiting",] == 0


def test_a_record_that_cannot_be_read_is_a_figure_too(desk: TestClient, record: Path) -> None:
    record.rename(record.with_name("elsewhere.db"))
    answer = desk.get("/metrics")
    figures = read_figures(answer.text)
    assert answer.status_code == 200 and figures["dragoman_record_readable",] == 0
    assert ("dragoman_record_events",) not in figures


def test_figures_need_the_token_where_pages_do(open_desk: Open) -> None:
    guarded = open_desk("http://desk.example", host="0.0.0.0", token=TOKEN)  # noqa: S104
    assert guarded.get("/metrics").status_code == 401
    answer = guarded.get("/metrics", headers={"authorization": f"Bearer {TOKEN}"})
    assert answer.status_code == 200 and TOKEN not in answer.text
    assert "set-cookie" not in answer.headers, "who asks twice a minute needs no session"


def test_health_is_told_without_the_token_and_nothing_else_is(open_desk: Open, record: Path) -> None:
    guarded = open_desk("http://desk.example", host="0.0.0.0", token=TOKEN)  # noqa: S104
    assert (guarded.get("/health").status_code, guarded.get("/health").text) == (200, "well\n")
    record.rename(record.with_name("elsewhere.db"))
    answer = guarded.get("/health")
    assert answer.status_code == 503 and record.name not in answer.text


def test_processes_count_together(record: Path) -> None:
    with run_desk(record, 2) as (_, port):
        for _ in range(8):  # a connection each: both processes answer some
            connection = HTTPConnection("127.0.0.1", port, timeout=60)
            connection.request("GET", "/events.json")
            assert connection.getresponse().read()
            connection.close()
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/metrics") as answer:
            figures = read_figures(answer.read().decode())
    assert figures["dragoman_requests_total", "GET", "/events.json", "200"] == 8
    assert figures["dragoman_record_events",] == 5 and figures["dragoman_try_waiting",] == 0
