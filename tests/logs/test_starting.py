"""Records on standard error: for people, for machines, from processes beside, above a progress bar, without secrets."""

import io
import json
import logging
import multiprocessing
import re
import sys

import pytest
from rich.console import Console
from rich.progress import Progress

from dragoman.logs import LogFormat, LogLevel, continue_logs, keep_secret, start_logs, writes_json

LOGGER = logging.getLogger("dragoman.tests")


pytestmark = pytest.mark.usefixtures("as_before")


def log(form: LogFormat, level: LogLevel = LogLevel.INFO) -> None:
    start_logs(form, level)
    LOGGER.debug("small")
    LOGGER.warning("a feed\ncould not be read", extra={"feed": "https://a.example/", "tries": 3})


def test_people_read_lines(capsys: pytest.CaptureFixture[str]) -> None:
    log(LogFormat.TEXT)
    (line,) = capsys.readouterr().err.splitlines()
    when, _, told = line.partition(" ")
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", when)
    assert told == r"warning dragoman.tests: a feed\ncould not be read (feed=https://a.example/, tries=3)"


def test_machines_read_objects(capsys: pytest.CaptureFixture[str]) -> None:
    log(LogFormat.JSON, LogLevel.DEBUG)
    small, told = map(json.loads, capsys.readouterr().err.splitlines())
    assert small["level"] == "debug"
    assert next(iter(told)) == "time" and isinstance(told.pop("process"), int)
    assert told.pop("time").startswith("20")
    assert told == {
        "level": "warning",
        "logger": "dragoman.tests",
        "message": "a feed\ncould not be read",
        "feed": "https://a.example/",
        "tries": 3,
    }


def test_an_error_brings_its_traceback(capsys: pytest.CaptureFixture[str]) -> None:
    for form in LogFormat:
        start_logs(form)
        try:
            raise ValueError("inner")
        except ValueError:
            LOGGER.exception("it failed")
    lines = capsys.readouterr().err.splitlines()
    assert lines[0].endswith("error dragoman.tests: it failed") and lines[-2] == "ValueError: inner"
    assert "ValueError: inner" in json.loads(lines[-1])["traceback"]


def test_nothing_in_a_record_moves_the_cursor(capsys: pytest.CaptureFixture[str]) -> None:
    start_logs()
    LOGGER.info("\x1b[2J\u202egone", extra={"feed": "a\r\nerror: forged", "half": "\ud800"})
    (line,) = capsys.readouterr().err.splitlines()
    assert line.isprintable() and r"a\r\nerror: forged" in line


@pytest.mark.parametrize(("name", "level", "is_shown"), [("urllib3", 30, False), ("urllib3", 40, True)])
def test_of_libraries_only_errors_are_shown(
    capsys: pytest.CaptureFixture[str], name: str, level: int, is_shown: bool
) -> None:
    start_logs(level=LogLevel.DEBUG)
    logging.getLogger(name).log(level, "tree of length 0")
    assert bool(capsys.readouterr().err) is is_shown


SECRETS = [
    ('the token "quöted" was given', 'the token "[secret]" was given'),
    ("https://ada:hunter2@news.example/feed?day=2", "https://[secret]@news.example/feed?day=2"),
    ("GET /feed?api_key=0123abc&day=2 and ?token=x", "GET /feed?api_key=[secret]&day=2 and ?token=[secret]"),
    ("{'authorization': 'Bearer abcdefgh01'}", "{'authorization': 'Bearer [secret]'}"),
]


@pytest.mark.parametrize("form", LogFormat)
@pytest.mark.parametrize(("given", "written"), SECRETS)
def test_secrets_are_left_out(
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    form: LogFormat,
    given: str,
    written: str,
) -> None:
    monkeypatch.setattr("dragoman.logs.secrecy._secrets", set())
    keep_secret("quöted")
    start_logs(form)
    LOGGER.info(given, extra={"address": given})
    told = capsys.readouterr().err
    if form is LogFormat.JSON:
        assert json.loads(told)["message"] == json.loads(told)["address"] == written
    else:
        assert told.count(written) == 2
    assert not re.search("quöted|hunter2|0123abc|abcdefgh01", told)


def log_beside() -> None:
    continue_logs()
    LOGGER.info("beside")


def test_processes_beside_log_alike(capfd: pytest.CaptureFixture[str]) -> None:
    start_logs(LogFormat.JSON)
    beside = multiprocessing.get_context("spawn").Process(target=log_beside)
    beside.start()
    beside.join(60)
    told = json.loads(capfd.readouterr().err)
    assert (told["message"], told["process"]) == ("beside", beside.pid)


def test_where_nothing_was_started_nothing_is(capsys: pytest.CaptureFixture[str]) -> None:
    before = list(logging.getLogger().handlers)
    continue_logs()
    assert logging.getLogger().handlers == before and not writes_json()


def test_a_progress_bar_and_records_stand_on_lines_of_their_own(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = io.StringIO()
    monkeypatch.setattr(sys, "stderr", terminal)
    console = Console(file=terminal, force_terminal=True, width=100, legacy_windows=False)
    start_logs()
    with Progress(console=console, auto_refresh=False) as progress:
        progress.add_task("coding", total=2)
        progress.refresh()
        LOGGER.info("in between")
        progress.refresh()
    plain = re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]", "", terminal.getvalue())
    (line,) = [line for line in re.split(r"[\r\n]+", plain) if "in between" in line]
    assert line.strip().endswith("info dragoman.tests: in between") and "coding" not in line
