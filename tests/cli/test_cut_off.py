"""Runs that Ctrl-C or SIGTERM ends say what is kept, and how to go on."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from dragoman.model.coding import Coding
from dragoman.model.text import Document
from dragoman.tasks.follow import Follower
from tests.cli.conftest import MET, Run, StandIn

REPOSITORY = Path(__file__).parents[2]

# What is started in the background ignores Ctrl-C, the tests as well, and what they start: so it is told to heed it.
PROGRAM = """
import signal
import dragoman.cli as cli
from dragoman.tasks import coders
from tests.cli.test_cut_off import EndedCoder
signal.signal(signal.SIGINT, signal.default_int_handler)
coders.load_coder = EndedCoder
cli.main()
"""


class EndedCoder(StandIn):
    """Its process is told to end, but once, where a text says by which signal: "END SIGINT"."""

    def code(self, document: Document) -> Coding:
        if "END" in document.text and not Path("ended").exists():
            Path("ended").touch()
            signal.raise_signal(signal.Signals[document.text.split()[-1]])
        return super().code(document)


def begin(folder: Path, command: str) -> subprocess.CompletedProcess[str]:
    """Run the program, with this coder."""
    return subprocess.run(
        [sys.executable, "-c", PROGRAM, *command.split()],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(REPOSITORY)},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize(("name", "code"), [("SIGINT", 130), ("SIGTERM", 143)])
def test_a_bulk_run_says_how_much_it_keeps_and_goes_on(folder: Path, name: str, code: int) -> None:
    (folder / "in" / "b.txt").write_text(f"{MET} END {name}")
    ended = begin(folder, "code in -o out/ --part-size 1")
    told = "cut off: out keeps 1 complete part; the same command goes on from there\n"
    assert (ended.returncode, ended.stderr) == (code, told)
    again = begin(folder, "code in -o out/ --part-size 1")
    assert again.stderr.splitlines()[0] == "1 document of out coded earlier" and again.returncode == 0


def test_a_bulk_run_that_keeps_nothing_says_so_to_machines_as_well(folder: Path) -> None:
    (folder / "in" / "a.txt").write_text(f"{MET} END SIGTERM")
    ended = begin(folder, "code in -o out/ --log-format json")
    (told,) = [json.loads(line) for line in ended.stderr.splitlines()]
    assert (ended.returncode, told["signal"], told["level"]) == (143, "SIGTERM", "info")
    assert told["message"].startswith("cut off: no part was complete, so that out keeps nothing; the same command")


PLAIN = [
    ("code in -o events.jsonl", "events.jsonl is not written, since not all is coded; a run into a folder"),
    ("code in -o -", "standard output has some events only; a run into a folder, --output FOLDER/, can go on"),
    ("record add r.db in", "r.db keeps the documents before; the same command adds the rest"),
]


@pytest.fixture
def ended(run: Run, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr("dragoman.tasks.coders.load_coder", EndedCoder)
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.parametrize(("command", "told"), PLAIN)
@pytest.mark.usefixtures("ended")
def test_what_a_run_into_a_file_or_record_leaves_is_told(folder: Path, run: Run, command: str, told: str) -> None:
    run("record", "init", "r.db")
    (folder / "in" / "b.txt").write_text(f"{MET} END SIGINT")
    done = run(*command.split())
    assert done.exit_code == 130 and done.stderr.splitlines()[-1].startswith(f"cut off: {told}")
    assert not (folder / "events.jsonl").exists()


def test_following_that_is_ended_at_once_says_that_it_goes_on(
    folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def ended_twice(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Follower, "run", ended_twice)
    done = run("follow", "http://a.example/", "--record", "r.db")
    assert done.exit_code == 130
    assert done.stderr == "cut off: r.db keeps what was coded; the same command goes on from there\n"
