"""Several processes answer as one, say how long they took, and end together."""

import os
import re
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from dragoman.desk.serving import open_sockets
from dragoman.errors import ConfigurationError
from tests.desk.conftest import read


@contextmanager
def run_desk(record: Path, workers: int) -> Iterator[tuple["subprocess.Popen[str]", int]]:
    command = [sys.executable, "-m", "dragoman", "serve", str(record), "--port", "0", "--workers", str(workers)]
    with subprocess.Popen(
        command, stderr=subprocess.PIPE, text=True, env={**os.environ, "COLUMNS": "200"}, start_new_session=True
    ) as process:
        assert process.stderr
        found = re.search(r"http://127\.0\.0\.1:(\d+)/", process.stderr.readline())
        assert found
        try:
            yield process, int(found[1])
        finally:
            process.kill()


def find_children(process: int) -> list[int]:
    listed = Path(f"/proc/{process}/task/{process}/children").read_text()
    # Beside the workers there may be one that codes, started before them.
    return [int(n) for n in listed.split() if b"spawn_main" in Path(f"/proc/{n}/cmdline").read_bytes()]


def is_running(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


def wait_until_gone(processes: list[int]) -> None:
    for _ in range(200):
        if not any(map(is_running, processes)):
            return
        time.sleep(0.1)
    pytest.fail("processes go on")


pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")


def test_a_session_begun_with_one_process_holds_with_the_others(record: Path) -> None:
    with run_desk(record, 3) as (process, port):
        cookies: set[str] = set()
        for _ in range(12):  # each connection is one process's; among twelve not all are the same one's
            connection = HTTPConnection("127.0.0.1", port, timeout=60)
            headers = {"Cookie": next(iter(cookies))} if cookies else {}
            connection.request("GET", "/events", headers=headers)
            answer = connection.getresponse()
            assert answer.status == 200
            if given := answer.headers["set-cookie"]:
                cookies.add(given.partition(";")[0])
            connection.close()
        assert len(cookies) == 1
        children = find_children(process.pid)
        assert len(children) >= 3
        os.killpg(process.pid, signal.SIGINT)  # as Ctrl-C does
        assert process.wait(timeout=30) == 0
        assert process.stderr and "Traceback" not in process.stderr.read()
    wait_until_gone(children)


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGKILL])
def test_no_process_outlives_the_first(record: Path, how: signal.Signals) -> None:
    with run_desk(record, 2) as (process, port):
        urllib.request.urlopen(f"http://127.0.0.1:{port}/events.json").close()
        children = find_children(process.pid)
        assert len(children) >= 2
        process.send_signal(how)
        process.wait(timeout=30)
    wait_until_gone(children)


def test_where_one_fails_all_end(record: Path) -> None:
    with run_desk(record, 2) as (process, port):
        urllib.request.urlopen(f"http://127.0.0.1:{port}/events.json").close()
        children = find_children(process.pid)
        os.kill(children[-1], signal.SIGKILL)
        assert process.wait(timeout=30) != 0
    wait_until_gone(children)


def test_a_port_that_somebody_has_is_not_shared() -> None:
    (taken, _) = sockets = open_sockets("127.0.0.1", 0, 2)
    try:
        for count in (1, 2):
            with pytest.raises(ConfigurationError, match="cannot listen"):
                open_sockets("127.0.0.1", taken.getsockname()[1], count)
    finally:
        for one in sockets:
            one.close()


def test_each_answer_says_how_long_it_took(desk: TestClient) -> None:
    read(desk, "/events")
    for address in ("/events", "/events.json", "/nowhere"):
        told = re.fullmatch(r"desk;dur=(\d+\.\d)", desk.get(address).headers["server-timing"])
        assert told and 0 < float(told[1]) < 60_000
