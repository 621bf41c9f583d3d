"""Coding a stream of documents into a file."""

import io
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import pytest

from dragoman.config import CoderConfig
from dragoman.documents import DocumentReader, Origin, Reject, Sourced, find_inputs
from dragoman.errors import InputError, ModelError
from dragoman.model.text import Document
from dragoman.tasks import (
    Coded,
    Outcome,
    Prepared,
    SetAside,
    Tally,
    check_paths,
    code_documents,
    code_into,
    find_rejects_path,
)
from dragoman.tasks.engines import LocalEngine
from dragoman.tasks.outcomes import Imprint
from tests.tasks.fakes import make_no_coder, make_word_coder

CONFIG = CoderConfig()


def sourced(*texts: str) -> list[Sourced | Reject]:
    return [
        Sourced(
            origin=Origin(file="wire.jsonl", line=n),
            document=Document(id=f"d{n}", text=text, published=date(2025, 10, 2)),
        )
        for n, text in enumerate(texts, 1)
    ]


def outcomes(items: Sequence[Prepared], workers: int = 1) -> list[Outcome]:
    return list(code_documents(items, CONFIG, engine=LocalEngine(workers), maker=make_word_coder))


def told(outcome: Outcome) -> str:
    if isinstance(outcome, Coded):
        return f"{len(outcome.events)} events"
    return outcome.fault if isinstance(outcome, Reject) else outcome.reason


@pytest.mark.parametrize("workers", [1, 2])
def test_what_is_not_coded_stands_in_its_place(workers: int) -> None:
    unread = Reject(origin=Origin(file="wire.jsonl", line=9), fault="it has no date", remedy="Give one.")
    imprint = Imprint(published=date(2025, 10, 2), publisher="", url="")
    aside = SetAside(origin=Origin(file="wire.jsonl", line=10), document_id="d10", imprint=imprint, reason="sport")
    items = [*sourced("They met.", "They met, FAIL.", "REFUSE", "They met and met."), unread, aside]
    assert [told(outcome) for outcome in outcomes(items, workers)] == [
        "1 events",
        "the coder failed on it (ZeroDivisionError: no words)",
        "it is refused",
        "2 events",
        "it has no date",
        "sport",
    ]


def refuse_rain(document: Document) -> str | None:
    if "thunder" in document.text:
        raise ZeroDivisionError("no words")
    return "only weather" if "rain" in document.text else None


@pytest.mark.parametrize("workers", [1, 2])
def test_a_gate_sets_documents_aside_and_costs_none_that_it_fails_on(workers: int) -> None:
    items = sourced("They met.", "More rain.", "Thunder and thunder.", "They met in the rain.", "They met and met.")
    found = code_documents(items, CONFIG, engine=LocalEngine(workers), gate=refuse_rain, maker=make_word_coder)
    assert [told(outcome) for outcome in found] == [
        "1 events",
        "only weather",
        "the coder failed on it (ZeroDivisionError: no words)",
        "only weather",
        "2 events",
    ]


def test_a_process_that_dies_costs_one_document_and_no_other() -> None:
    texts = [f"They met {n}." for n in range(20)]
    texts[3] = texts[13] = "DIE"
    results = outcomes(sourced(*texts), workers=2)
    assert [r.document_id for r in results] == [f"d{n}" for n in range(1, 21)]
    assert [r.document_id for r in results if isinstance(r, Reject)] == ["d4", "d14"]
    assert told(results[3]) == "the coder failed on it (its process died)"


@pytest.mark.parametrize("workers", [1, 2])
def test_a_missing_model_ends_the_run(workers: int) -> None:
    with pytest.raises(ModelError, match=r"the model is missing\. Install it again"):
        list(code_documents(sourced("They met."), CONFIG, engine=LocalEngine(workers), maker=make_no_coder))


def test_documents_are_taken_as_they_are_needed() -> None:
    taken = 0

    def endless() -> Iterator[Sourced | Reject]:
        nonlocal taken
        while True:
            taken += 1
            yield sourced("They met.")[0]

    stream = code_documents(endless(), CONFIG, engine=LocalEngine(2), maker=make_word_coder)
    for _ in range(50):
        next(stream)
    stream.close()  # type: ignore[attr-defined]  # it is a generator
    assert taken < 150


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "in").mkdir()
    for n in range(12):
        (tmp_path / "in" / f"{n:02}.txt").write_text(f"date 2025-10-{n + 1:02} They met{' and met' * (n % 3)}.")
    (tmp_path / "in" / "05.txt").write_text("They met on an unknown day.")
    return tmp_path


def run(folder: Path, output: str, workers: int = 1) -> Tally:
    return code_into(
        DocumentReader(find_inputs([str(folder / "in")])),
        output,
        rejects=find_rejects_path(output),
        config=CONFIG,
        engine=LocalEngine(workers),
        maker=make_word_coder,
    )


@pytest.mark.parametrize("suffix", [".jsonl", ".csv", ".parquet"])
def test_any_number_of_workers_and_any_repetition_give_the_same_bytes(folder: Path, suffix: str) -> None:
    seen = set()
    for number, workers in enumerate([1, 2, 3, 1]):
        output = folder / f"{number}{suffix}"
        tally = run(folder, str(output), workers)
        assert tally == Tally(documents=11, events=21, rejected=1)
        seen.add((output.read_bytes(), output.with_suffix(".rejects.jsonl").read_bytes()))
    assert len(seen) == 1


def test_rejects_go_to_a_file_beside_the_output(folder: Path) -> None:
    run(folder, str(folder / "events.jsonl"))
    [line] = (folder / "events.rejects.jsonl").read_text().splitlines()
    assert json.loads(line) == {
        "file": str(folder / "in" / "05.txt"),
        "line": None,
        "id": None,
        "fault": "it has no date",
        "remedy": 'Begin the file with "date YYYY-MM-DD", then the report.',
    }


def test_a_run_without_rejects_leaves_no_file_of_them_not_even_an_old_one(folder: Path) -> None:
    (folder / "events.rejects.jsonl").write_text("old")
    (folder / "in" / "05.txt").unlink()
    run(folder, str(folder / "events.jsonl"))
    assert not (folder / "events.rejects.jsonl").exists()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="named pipes are a thing of POSIX")
def test_a_run_without_rejects_removes_no_device_that_they_were_sent_to(folder: Path) -> None:
    (folder / "in" / "05.txt").unlink()
    os.mkfifo(folder / "null")
    reader = DocumentReader(find_inputs([str(folder / "in")]))
    code_into(reader, str(folder / "e.jsonl"), rejects=folder / "null", config=CONFIG, maker=make_word_coder)
    assert (folder / "null").is_fifo()


def test_standard_output_gets_json_lines(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    stdout = io.BytesIO()
    reader = DocumentReader(find_inputs(["in"]))
    code_into(reader, "-", rejects=find_rejects_path("-"), config=CONFIG, maker=make_word_coder, stdout=stdout)
    assert len([json.loads(line) for line in stdout.getvalue().splitlines()]) == 21
    assert (folder / "dragoman.rejects.jsonl").exists()


@pytest.mark.parametrize(
    ("output", "rejects", "fault"),
    [
        ("in/00.jsonl", "r.jsonl", "it is both read and written"),
        ("out.jsonl", "in/00.jsonl", "it is both read and written"),
        ("out.jsonl", "out.jsonl", "output and rejects are one file"),
        ("out.jsonl", "missing/r.jsonl", "it cannot be written"),
        ("missing/out.jsonl", "r.jsonl", "its folder does not exist"),
    ],
)
def test_paths_that_cannot_work_are_told_before_the_work(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, output: str, rejects: str, fault: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "00.jsonl").write_text("{}")
    with pytest.raises(InputError, match=fault):
        check_paths(find_inputs(["in/00.jsonl"]), output, Path(rejects))


ENDLESS_RUN = """
import sys
from itertools import count
from pathlib import Path
from dragoman.config import CoderConfig
from dragoman.tasks import code_into
from dragoman.tasks.engines import LocalEngine
from tests.tasks.fakes import make_word_coder
from tests.tasks.test_code import sourced

class Endless:
    def __iter__(self):
        for n in count():
            if n == 40:
                print("under way", flush=True)
            yield sourced("They met.", "They met.")[n % 2]

if __name__ == "__main__":
    output = Path(sys.argv[1])
    code_into(Endless(), str(output), rejects=output.with_name("r.jsonl"), config=CoderConfig(),
              engine=LocalEngine(int(sys.argv[2])), maker=make_word_coder)
"""


@pytest.mark.parametrize(("suffix", "workers"), [(".jsonl", "1"), (".csv", "1"), (".parquet", "1"), (".jsonl", "2")])
def test_a_run_that_is_killed_leaves_the_earlier_file_and_no_process(tmp_path: Path, suffix: str, workers: str) -> None:
    output = tmp_path / f"events{suffix}"
    output.write_text("earlier")
    script = tmp_path / "endless.py"
    script.write_text(ENDLESS_RUN)
    repository = Path(__file__).parents[2]
    process = subprocess.Popen(
        [sys.executable, str(script), str(output), workers],
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(repository)},
        start_new_session=True,
    )
    with process:
        assert process.stdout
        assert process.stdout.readline() == b"under way\n"
        process.send_signal(signal.SIGKILL)
    assert output.read_text() == "earlier"
    assert {path for path in tmp_path.iterdir() if not path.name.startswith(".")} == {output, script}
    assert ended(process.pid), "a worker outlived its parent"


def ended(group: int) -> bool:
    """Whether all processes of a group are gone, after a moment's patience."""
    for _ in range(100):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.1)
    os.killpg(group, signal.SIGKILL)
    return False
