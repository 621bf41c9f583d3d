"""`dragoman doctor`: a line for each finding, one object, and the exit code."""

import json
from collections.abc import Iterator

import pytest

from dragoman.tasks.doctor import Finding, Verdict
from tests.cli.conftest import Run

WELL = Finding(about="SQLite", told="3.45")
ODD = Finding(about="disk", told="9 kB\x1b[2J free", verdict=Verdict.WARNING, remedy="Make room.")
BROKEN = Finding(about="coding", told="no event", verdict=Verdict.FAULT, remedy="Install it again.")


@pytest.mark.parametrize(("findings", "code"), [([WELL, ODD], 0), ([WELL, BROKEN, ODD], 1)])
def test_a_fault_makes_the_exit_code(
    run: Run, monkeypatch: pytest.MonkeyPatch, findings: list[Finding], code: int
) -> None:
    monkeypatch.setattr("dragoman.tasks.doctor.examine", lambda _: iter(findings))
    assert run("doctor").exit_code == run("doctor", "--json").exit_code == code


def test_findings_are_lines_with_their_remedies_below(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dragoman.tasks.doctor.examine", lambda _: iter([WELL, ODD]))
    assert run("doctor").output.splitlines() == [
        "ok       SQLite: 3.45",
        "warning  disk: 9 kB␛[2J free",
        "         Make room.",
    ]
    told = json.loads(run("doctor", "--json").output)
    assert told["verdict"] == "warning" and told["findings"][0] == {
        "about": "SQLite",
        "verdict": "ok",
        "told": "3.45",
        "remedy": "",
    }


def test_the_record_is_that_of_the_option_or_the_environment(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def examine(record: object) -> Iterator[Finding]:
        asked.append(str(record))
        return iter([])

    monkeypatch.setattr("dragoman.tasks.doctor.examine", examine)
    run("doctor")
    monkeypatch.setenv("DRAGOMAN_RECORD", "r.db")
    run("doctor")
    run("doctor", "--record", "s.db")
    assert asked == ["None", "r.db", "s.db"]
