"""`dragoman code … --output FOLDER/`."""

from pathlib import Path

import pytest

from dragoman.errors import ConfigurationError, InputError
from tests.cli.conftest import Run


def test_a_folder_as_output_means_a_bulk_run_which_the_same_command_goes_on_with(folder: Path, run: Run) -> None:
    result = run("code", "in", "--output", "out/")
    assert (result.exit_code, result.stderr) == (0, "1 document coded, 1 event in out; none rejected\n")
    assert (folder / "out/year=2025/month=10/part-00000.parquet").exists()
    again = run("code", "in", "--output", "out")
    assert again.stderr == "1 document of out coded earlier\n1 document coded, 1 event in out; none rejected\n"


def test_rejects_are_told_and_can_be_retried(folder: Path, run: Run) -> None:
    (folder / "in" / "b.txt").write_text("They met.")
    result = run("code", "in", "--output", "out/")
    assert result.exit_code == 3
    assert result.stderr.endswith("1 document coded, 1 event in out; 1 rejected, see out/_rejects.jsonl\n")
    (folder / "in" / "b.txt").write_text("date 2025-10-03 They met.")
    again = run("code", "in", "--output", "out/", "--retry-rejects")
    assert (again.exit_code, again.stderr) == (0, "2 documents coded, 2 events in out; none rejected\n")


@pytest.mark.parametrize(
    ("arguments", "error", "fault"),
    [
        (["in", "-o", "e.jsonl", "--part-size", "5"], ConfigurationError, "--part-size: only bulk runs have it"),
        (["in", "-o", "e.jsonl", "--retry-rejects"], ConfigurationError, "--retry-rejects: only bulk runs have it"),
        (["in", "-o", "out/", "--rejects", "r.jsonl"], ConfigurationError, "--rejects: rejects of a bulk run stand in"),
        (["in", "-o", "out/", "--address", "auto"], ConfigurationError, "--address: only the engine ray has one"),
        (["in", "-o", "in"], InputError, "in/a.txt: it is both read and written"),
        (["in", "-o", "out/", "--retry-rejects"], InputError, "out: it holds no run that has ended"),
        (["-", "-o", "out/"], InputError, "-: standard input cannot be read again"),
    ],
)
def test_what_cannot_work_is_one_clear_error(
    folder: Path, run: Run, arguments: list[str], error: type[Exception], fault: str
) -> None:
    result = run("code", *arguments)
    assert isinstance(result.exception, error)
    assert str(result.exception).startswith(fault)
    assert not list(folder.glob("out/year=*"))


@pytest.mark.parametrize(
    ("options", "then", "now"),
    [
        (["--part-size", 4], "--part-size 5000", "--part-size 4"),
        (["--gate"], "--no-gate", "--gate"),
        (["--no-copies"], "--copies", "--no-copies"),
        (["--min-confidence", 0], "--min-confidence 0.33", "--min-confidence 0.0"),
        (["--column", "text=body", "--column", "id=n"], "no --column", "--column id=n --column text=body"),
        (["--gazetteer", "w.places"], "no --gazetteer", "--gazetteer w.places"),
    ],
)
def test_other_settings_are_refused_as_options(
    folder: Path, run: Run, options: list[object], then: str, now: str
) -> None:
    run("code", "in", "--output", "out/")
    error = str(run("code", "in", "--output", "out/", *options).exception)
    assert error == f"out: it holds a run with {then}, not {now}. Give the same options as then, or another folder."
