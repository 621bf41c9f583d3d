"""The installed program, with the real coder, in pipes and on a terminal."""

import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

PROGRAM = [sys.executable, "-m", "dragoman"]
REPORT = "date 2025-10-02 OSLO – Norway's foreign minister met his Finnish counterpart in Oslo on Wednesday.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "oslo.txt").write_text(REPORT)
    (tmp_path / "undated.txt").write_text("Norway's foreign minister met his Finnish counterpart.")
    return tmp_path


def run(folder: Path, *arguments: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run([*PROGRAM, *arguments], cwd=folder, input=stdin, capture_output=True, text=True, check=False)


def test_a_visit_is_coded_and_every_span_holds_its_words(folder: Path) -> None:
    done = run(folder, "code", "oslo.txt", "--output", "-")
    assert (done.returncode, done.stderr.splitlines()[-1][:17]) == (0, "1 document coded,")
    events = [json.loads(line) for line in done.stdout.splitlines()]
    assert "CONSULT" in {event["event_type"] for event in events}
    text = REPORT.removeprefix("date 2025-10-02 ")
    for event in events:
        assert event["document_id"] == "oslo"
        for party in event["actors"] + event["recipients"]:
            assert text[party["start"] : party["end"]] == party["mention"]
        assert event["coder"]["models"]


def test_two_workers_write_the_bytes_of_one(folder: Path) -> None:
    for workers in ("1", "2"):
        assert run(folder, "code", "*.txt", "-o", f"{workers}.jsonl", "--workers", workers).returncode == 3
    assert (folder / "1.jsonl").read_bytes() == (folder / "2.jsonl").read_bytes()
    assert (folder / "1.rejects.jsonl").read_bytes() == (folder / "2.rejects.jsonl").read_bytes()


def test_an_error_is_one_line_without_a_traceback(folder: Path) -> None:
    done = run(folder, "code", "nowhere", "-o", "events.jsonl")
    assert done.returncode == 2
    assert done.stderr == "error: nowhere: no such file or folder. Check the spelling of the path.\n"


def test_a_terminal_gets_a_progress_bar_and_a_pipe_gets_none(folder: Path) -> None:
    piped = run(folder, "code", "oslo.txt", "-o", "events.jsonl")
    assert "\x1b" not in piped.stderr
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [*PROGRAM, "code", "oslo.txt", "-o", "events.jsonl"],
        cwd=folder,
        stderr=theirs,
        env={**os.environ, "TERM": "xterm-256color", "COLUMNS": "80"},
    )
    os.close(theirs)
    with process:
        shown = b"".join(iter(lambda: read_terminal(ours), b""))
    os.close(ours)
    assert process.returncode == 0
    assert b"\x1b[" in shown
    assert "━".encode() in shown
    assert shown.rstrip().endswith(b"none rejected")


def read_terminal(descriptor: int) -> bytes:
    """Some bytes of a terminal; none at its end, which Linux tells as an error."""
    try:
        return os.read(descriptor, 4096)
    except OSError:
        return b""


def test_show_prints_the_document_with_its_events_and_the_same_as_json(folder: Path) -> None:
    shown = run(folder, "show", "oslo.txt", "undated.txt")
    assert shown.returncode == 3
    assert "rejected undated.txt: it has no date" in shown.stderr
    assert "oslo  2025-10-02" in shown.stdout
    assert "CONSULT" in shown.stdout
    told = json.loads(run(folder, "show", "--json", "oslo.txt").stdout)
    assert set(told) >= {"id", "title", "text", "mentions", "triggers", "quotations", "timexes", "toponyms", "events"}
    for layer in ("mentions", "triggers", "timexes", "toponyms"):
        for found in told[layer]:
            assert told["text"][found["start"] : found["end"]] == found["text"]


STAGES = [
    ("actors", {"published": "2025-10-02"}, "mentions"),
    ("timex", {"published": "2025-10-02"}, "timexes"),
    ("places", {}, "toponyms"),
    ("classify", {"actor": {"start": 0, "end": 6}, "recipient": None}, "probabilities"),
    ("classify --model accurate", {"actor": {"start": 0, "end": 6}, "recipient": None}, "probabilities"),
]


@pytest.mark.parametrize(("command", "fields", "found"), STAGES)
def test_a_stage_alone_reads_and_writes_json_lines(
    folder: Path, command: str, fields: dict[str, object], found: str
) -> None:
    row = {"id": "a", "text": "Norway invited Finland to Oslo on Monday.", **fields}
    done = run(folder, *command.split(), stdin=f"{json.dumps(row)}\n{{\n")
    assert done.returncode == 3
    assert done.stderr.startswith("rejected -:2: not valid JSON")
    [line] = [json.loads(line) for line in done.stdout.splitlines()]
    assert line["id"] == "a"
    assert line[found]


def test_a_model_that_is_not_installed_is_named_with_the_remedy(folder: Path) -> None:
    without = "import sys; sys.modules['dragoman_accurate'] = None; import dragoman.cli; dragoman.cli.main()"
    pair = '{"id": "a", "text": "Norway waits.", "actor": {"start": 0, "end": 6}, "recipient": null}'
    arguments = ["-c", without, "classify", "--model", "accurate"]
    done = subprocess.run(
        [sys.executable, *arguments], cwd=folder, input=pair, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        "error: dragoman_accurate: the accurate model is not installed. "
        "In a checkout of dragoman: pip install ./models/accurate (or make accurate).\n"
    )


def test_steps_lists_what_each_stage_requires_and_assigns(folder: Path) -> None:
    lines = run(folder, "steps").stdout.splitlines()
    # A long list of layers goes on below itself.
    assert [line.split()[0] for line in lines if not line.startswith(" ")] == [
        "step",
        "sentences",
        "actors",
        "events",
        "timex",
        "places",
        "records",
    ]


@pytest.mark.skipif(not Path("/dev/full").is_char_device(), reason="/dev/full is a device of Linux")
@pytest.mark.parametrize(
    "arguments", ["steps", "export r.db -f jsonld -o -", "events -r r.db", "events -r r.db --json"]
)
def test_a_full_disk_behind_standard_output_is_no_fault_of_the_record(folder: Path, arguments: str) -> None:
    run(folder, "record", "init", "r.db")
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*PROGRAM, *arguments.split()], cwd=folder, stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )
    assert done.returncode == 2
    assert done.stderr.startswith("error: standard output: No space left on device.")
    assert len(done.stderr.splitlines()) == 1


def test_a_stage_does_not_write_over_what_it_reads(folder: Path) -> None:
    (folder / "texts.jsonl").write_text('{"id": "1", "text": "Kenya thanked Norway."}\n')
    done = run(folder, "places", "texts.jsonl", "-o", "./texts.jsonl")
    assert (done.returncode, done.stderr.splitlines()[0]) == (
        2,
        "error: texts.jsonl: it is both read and written. Write to another file.",
    )
    assert "Kenya" in (folder / "texts.jsonl").read_text()
