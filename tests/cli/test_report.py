"""`dragoman report`."""

import json
from pathlib import Path

import pytest

from dragoman.errors import ConfigurationError, InputError, RecordError
from tests.cli.conftest import Run
from tests.tasks.records import make_record


@pytest.fixture(autouse=True)
def in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make_record(tmp_path / "dragoman.db")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("DRAGOMAN_RECORD", raising=False)


def test_a_page_is_written_and_told_of(run: Run) -> None:
    done = run("report", "iran", "Turkey", "--output", "page.html", "--as-of", "2025-12-01", "--limit", "3")
    assert done.exit_code == 0, done.exception
    assert (done.stdout, done.stderr) == ("", "page.html: 4 events, 4 sources\n")
    page = Path("page.html").read_text(encoding="utf-8")
    assert "<title>Iran and Turkey: a dossier</title>" in page
    assert "The latest 3 of 4 events" in page


def test_the_period_is_that_asked_for(run: Run) -> None:
    run("report", "IRN", "TUR", "-o", "page.html", "--from", "2025-01-01", "--until", "2025-10-02", "-r", "dragoman.db")
    page = Path("page.html").read_text(encoding="utf-8")
    assert "2025-01-01 to 2025-10-02" in page
    assert "ACCUSE" not in page.partition('id="chronology"')[2].partition('id="commitments"')[0]


def test_a_page_goes_to_standard_output_where_that_is_asked_for(run: Run) -> None:
    done = run("report", "IRN", "TUR", "-o", "-")
    assert done.stdout.startswith("<!doctype html>")
    assert not Path("-").exists()
    assert done.stderr == "4 events, 5 sources\n"


def test_the_page_has_a_twin_in_json(run: Run) -> None:
    lines = run("report", "IRN", "TUR", "--json").stdout.splitlines()
    assert len(lines) == 1
    assert json.loads(lines[0])["relation"]["events"] == 4


@pytest.mark.parametrize(
    ("arguments", "fault", "words"),
    [
        (("IRN", "TUR"), ConfigurationError, "no page is named"),
        (("IRN", "TUR", "-o", "-", "--json"), ConfigurationError, "both go to standard output"),
        (("IRN", "TUR", "-o", "dragoman.db"), InputError, "both read and written"),
        (("IRN", "IRN", "-o", "page.html"), InputError, "given as both sides"),
        (("IRN", "TUR", "-o", "page.html", "-r", "nowhere.db"), RecordError, "no such record"),
        (("IRN", "Atlantis", "-o", "page.html"), InputError, "Atlantis"),
    ],
)
def test_what_cannot_be_done_is_said(run: Run, arguments: tuple[str, ...], fault: type[Exception], words: str) -> None:
    done = run("report", *arguments)
    assert isinstance(done.exception, fault)
    assert words in str(done.exception)
    assert not Path("page.html").exists()
