"""`dragoman export`: what it writes, and what it says of it."""

import json
from pathlib import Path

import pytest

from dragoman.errors import RecordError
from tests.cli.conftest import Run
from tests.tasks.records import make_record


@pytest.fixture
def record(tmp_path: Path) -> Path:
    return make_record(tmp_path / "relations.db")


def test_a_file_is_written_and_counted(run: Run, record: Path, tmp_path: Path) -> None:
    target = tmp_path / "events.tsv"
    result = run("export", record, "--format", "gdelt-events", "--output", target)
    assert result.exit_code == 0
    assert result.stdout == ""
    assert result.stderr.endswith("events.tsv; 1 left out, which the format could only state as facts\n")
    assert "4 events as gdelt-events" in result.stderr
    assert len(target.read_text(encoding="utf-8").splitlines()) == 4


def test_standard_output_holds_the_export_alone(run: Run, record: Path) -> None:
    result = run("export", record, "-f", "PLOVER-JSON", "-o", "-", "--dyad", "Iran", "Turkey", "--until", "2025-01-01")
    assert [json.loads(line)["event"] for line in result.stdout.splitlines()] == [["ACCUSE"]]
    assert result.stderr == "1 event as plover-json\n"


def test_rows_are_counted_where_they_are_others(run: Run, record: Path) -> None:
    assert "4 events as gdelt-mentions (5 rows)" in run("export", record, "-f", "gdelt-mentions", "-o", "-").stderr


def test_an_unknown_format_is_refused_with_those_that_exist(run: Run, record: Path) -> None:
    result = run("export", record, "--format", "tabari", "--output", "-")
    assert result.exit_code == 2
    assert "phoenix" in result.stderr


def test_a_missing_record_is_an_error(run: Run, tmp_path: Path) -> None:
    error = run("export", tmp_path / "none.db", "-f", "csv", "-o", "-").exception
    assert isinstance(error, RecordError)
    assert "--record" not in error.remedy  # an option that export does not have
