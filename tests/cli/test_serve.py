"""`dragoman serve`: what it refuses before it opens, and that it opens."""

import os
import re
import signal
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

from dragoman.cli.serve import read_token
from dragoman.errors import ConfigurationError, RecordError
from tests.cli.conftest import Run
from tests.tasks.records import make_record


@pytest.fixture
def record(tmp_path: Path) -> Path:
    return make_record(tmp_path / "relations.db")


def test_a_record_that_is_not_there_is_said_so(run: Run, tmp_path: Path) -> None:
    assert isinstance(run("serve", tmp_path / "none.db").exception, RecordError)


def test_what_is_no_record_is_said_so(run: Run, tmp_path: Path) -> None:
    (tmp_path / "words.txt").write_text("no record, but words enough to be something else", encoding="utf-8")
    error = run("serve", tmp_path / "words.txt", "--port", 0).exception
    assert isinstance(error, RecordError) and "dragoman record init" in str(error)


def test_a_port_that_is_taken_is_said_so(run: Run, record: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        error = run("serve", record, "--port", taken.getsockname()[1]).exception
    assert isinstance(error, ConfigurationError) and "--port" in str(error)


def test_other_machines_need_a_token(run: Run, record: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DRAGOMAN_TOKEN", raising=False)
    error = run("serve", record, "--host", "0.0.0.0").exception  # noqa: S104
    assert isinstance(error, ConfigurationError) and "--token-file" in str(error)


def test_the_token_comes_from_the_file_else_from_the_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DRAGOMAN_TOKEN", " of the environment \n")
    assert read_token(None) == "of the environment"
    (tmp_path / "token").write_text("of the file\n", encoding="utf-8")
    assert read_token(tmp_path / "token") == "of the file"
    (tmp_path / "empty").write_text("\n", encoding="utf-8")
    for name in ("empty", "none"):
        with pytest.raises(ConfigurationError, match=name):
            read_token(tmp_path / name)
    monkeypatch.setenv("DRAGOMAN_TOKEN", "")
    assert read_token(None) is None


def test_missing_libraries_are_named_with_what_to_install(
    run: Run, record: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in [name for name in sys.modules if name.startswith("dragoman.desk")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "fastapi", None)
    error = run("serve", record).exception
    assert isinstance(error, ConfigurationError) and "pip install 'dragoman[desk]'" in str(error)


def test_a_desk_opens_answers_and_ends_when_told_to(record: Path) -> None:
    command = [sys.executable, "-m", "dragoman", "serve", str(record), "--port", "0"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env={**os.environ, "COLUMNS": "200"}) as process:
        assert process.stderr
        line = process.stderr.readline()
        address = re.search(r"http://127\.0\.0\.1:\d+/", line)
        assert address, line
        with urllib.request.urlopen(f"{address[0]}events.json") as answer:  # noqa: S310
            assert answer.status == 200 and "server" not in answer.headers
        process.send_signal(signal.SIGINT)
        rest = process.stderr.read()
        assert process.wait(timeout=20) in {0, 130, -signal.SIGINT}
    assert "Traceback" not in rest
