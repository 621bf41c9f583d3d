"""Standard error for machines: closing lines, rejects and errors are objects, and there is no bar."""

import json
import os
import pty
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from dragoman.cli.logs import Pulse, begin_logs
from dragoman.logs import LogFormat
from tests.cli.conftest import Run
from tests.cli.test_program import PROGRAM, read_terminal
from tests.logs.conftest import as_before

__all__ = ["as_before"]  # a fixture

pytestmark = pytest.mark.usefixtures("as_before")


def read_log(written: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in written.splitlines()]


def test_the_closing_line_and_rejects_are_objects(run: Run, folder: Path) -> None:
    (folder / "in" / "undated.txt").write_text("They met.")
    done = run("code", "in", "-o", "events.jsonl", "--log-format", "json")
    rejected, closing = read_log(done.stderr)
    assert (done.exit_code, rejected["level"], rejected["file"]) == (3, "warning", "in/undated.txt")
    assert rejected["fault"] and rejected["remedy"]
    assert (closing["level"], closing["documents"], closing["rejected"]) == ("info", 1, 1)


def test_a_record_is_filled_with_objects_in_the_log(run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run("record", "init", "r.db")
    monkeypatch.setenv("DRAGOMAN_LOG_FORMAT", "json")
    (closing,) = read_log(run("record", "add", "r.db", "in").stderr)
    assert (closing["record"], closing["added"], closing["new_version"]) == ("r.db", 1, 0)
    assert not read_log(run("record", "add", "r.db", "in", "--log-level", "error").stderr)


def test_people_see_no_records_of_what_they_are_told_anyway(run: Run, folder: Path) -> None:
    assert (
        run("code", "in", "-o", "events.jsonl").stderr == "1 document coded, 1 event in events.jsonl; none rejected\n"
    )


def test_a_long_run_says_how_it_stands(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    begin_logs(LogFormat.JSON, None, ends=True)
    now = 100.0
    monkeypatch.setattr("time.monotonic", lambda: now)
    pulse = Pulse()
    for now in (101.0, 131.0, 132.0):
        pulse.beat(documents=int(now))
    (told,) = read_log(capsys.readouterr().err)
    assert (told["message"], told["documents"]) == ("under way", 131)


FAULTS = [
    ("code nowhere -o events.jsonl", 2, "nowhere", "no such file or folder"),
    ("serve none.db", 2, "none.db", "no such"),
]


@pytest.mark.parametrize(("arguments", "code", "place", "fault"), FAULTS)
def test_errors_are_objects_too_on_a_terminal_as_well(
    folder: Path, arguments: str, code: int, place: str, fault: str
) -> None:
    ours, theirs = pty.openpty()
    command = [*PROGRAM, *arguments.split(), "--log-format", "json"]
    with subprocess.Popen(command, cwd=folder, stderr=theirs, env={**os.environ, "TERM": "xterm"}) as process:
        os.close(theirs)
        shown = b"".join(iter(lambda: read_terminal(ours), b"")).decode()
    os.close(ours)
    (told,) = read_log(shown)
    assert (process.returncode, told["level"], told["place"]) == (code, "error", place) and fault in told["fault"]


def test_a_fault_of_dragoman_is_an_object_with_its_traceback(folder: Path) -> None:
    broken = (
        "import dragoman.cli.code, dragoman.cli as cli, dragoman.tasks as tasks\n"
        "tasks.check_paths = lambda *_: 1 / 0\n"
        "cli.main()"
    )
    command = [sys.executable, "-c", broken, "code", "in", "-o", "events.jsonl", "--log-format", "json"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    (told,) = read_log(done.stderr)
    assert (done.returncode, told["level"]) == (1, "error") and "ZeroDivisionError" in told["traceback"]
