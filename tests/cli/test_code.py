"""`dragoman code`."""

import json
from pathlib import Path

import pytest

from dragoman.errors import ConfigurationError, InputError
from dragoman.export import read_events
from tests.cli.conftest import Run

BAD = "They met."


@pytest.mark.parametrize("output", ["events.jsonl", "events.csv", "events.parquet"])
def test_the_suffix_names_the_form_and_the_closing_line_the_counts(folder: Path, run: Run, output: str) -> None:
    result = run("code", "in", "--output", output)
    assert result.exit_code == 0
    assert result.stdout == ""
    assert result.stderr == f"1 document coded, 1 event in {output}; none rejected\n"
    assert [event["document_id"] for event in read_events(folder / output)] == ["a"]


COPIED = (
    "date 2025-10-02 Envoys of both states met in Oslo on Monday and spoke of grain, of trains and of the two bridges."
)


def test_copies_are_told_and_coded_themselves_where_that_is_asked(folder: Path, run: Run) -> None:
    for name in ("b.txt", "c.txt"):
        (folder / "in" / name).write_text(COPIED)
    told = run("code", "in", "--output", "events.jsonl").stderr
    assert told == "3 documents coded (1 copy of earlier texts), 3 events in events.jsonl; none rejected\n"
    assert [event.get("copy_of") for event in read_events(folder / "events.jsonl")] == [None, None, "b"]
    told = run("code", "in", "--output", "events.jsonl", "--no-copies").stderr
    assert told == "3 documents coded, 3 events in events.jsonl; none rejected\n"


def test_rejects_are_told_counted_and_kept_and_the_exit_code_says_so(folder: Path, run: Run) -> None:
    (folder / "in" / "b.txt").write_text(BAD)
    result = run("code", "in", "-o", "events.jsonl")
    assert result.exit_code == 3
    assert result.stderr.splitlines() == [
        'rejected in/b.txt: it has no date. Begin the file with "date YYYY-MM-DD", then the report.',
        "1 document coded, 1 event in events.jsonl; 1 rejected, see events.rejects.jsonl",
    ]
    assert json.loads((folder / "events.rejects.jsonl").read_text())["file"] == "in/b.txt"


def test_a_flood_of_rejects_is_cut_short_on_the_screen_and_whole_in_the_file(folder: Path, run: Run) -> None:
    (folder / "in" / "b.jsonl").write_text("{,}\n" * 500)
    result = run("code", "in", "-o", "events.jsonl", "--rejects", "bad.jsonl")
    assert len(result.stderr.splitlines()) == 22
    assert len((folder / "bad.jsonl").read_text().splitlines()) == 500


def test_standard_input_to_standard_output(folder: Path, run: Run) -> None:
    row = json.dumps({"id": "n", "when": "2025-10-02", "body": "They met and met."})
    result = run("code", "-", "--output", "-", "--column", "published=when", "--column", "text=body", stdin=row)
    assert result.exit_code == 0
    assert [json.loads(line)["document_id"] for line in result.stdout.splitlines()] == ["n", "n"]
    assert result.stderr == "1 document coded, 2 events; none rejected\n"


def test_a_second_run_over_its_own_folder_gives_the_same(folder: Path, run: Run) -> None:
    (folder / "in" / "b.txt").write_text(BAD)
    seen = []
    for _ in range(2):
        run("code", "in", "-o", "in/events.jsonl")
        seen.append([(folder / "in" / name).read_bytes() for name in ("events.jsonl", "events.rejects.jsonl")])
    assert seen[0] == seen[1]


def test_settings_reach_the_coder(folder: Path, run: Run) -> None:
    run("code", "in", "-o", "events.jsonl", "--min-confidence", "0.4", "--pipeline", "en_other")
    [config] = run.configs  # type: ignore[attr-defined]
    assert (config.min_confidence, config.pipeline) == (0.4, "en_other")


@pytest.mark.parametrize(
    ("arguments", "error", "fault"),
    [
        (["nowhere", "-o", "e.jsonl"], InputError, "nowhere: no such file or folder. Check the spelling of the path."),
        (
            ["in", "-o", "e.xls"],
            InputError,
            r"e.xls: no form goes with the suffix '.xls'. Use .jsonl, .csv, .parquet or -.",
        ),
        (
            ["in", "-o", "e.jsonl", "--column", "text"],
            ConfigurationError,
            "--column: 'text' is not of the form NAME=THEIRS",
        ),
        (
            ["in", "-o", "e.jsonl", "--column", "body=text"],
            ConfigurationError,
            "--column: documents have no column 'body'",
        ),
    ],
)
def test_what_cannot_work_is_one_clear_error(
    folder: Path, run: Run, arguments: list[str], error: type[Exception], fault: str
) -> None:
    result = run("code", *arguments)
    assert isinstance(result.exception, error)
    assert str(result.exception).startswith(fault)
    assert list(folder.glob("e.*")) == []


@pytest.mark.parametrize(
    "arguments", [["code"], ["code", "in"], ["code", "in", "-o", "e.jsonl", "--workers", "0"], ["no"]]
)
def test_wrong_options_are_a_usage_error(folder: Path, run: Run, arguments: list[str]) -> None:
    assert run(*arguments).exit_code == 2
