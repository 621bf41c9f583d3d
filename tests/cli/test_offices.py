"""`dragoman office`, `person` and `offices`: answers on the terminal and as JSON."""

import json
from datetime import date
from pathlib import Path

import pytest
from typer.testing import Result

from dragoman.errors import InputError, RecordError
from tests.cli.conftest import Run
from tests.store.entries import open_new, put_all
from tests.store.tellings import make_holder

DAY = date(2025, 10, 1)


@pytest.fixture
def ask(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """The program in an empty folder, in a terminal of 80 columns without colours."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.delenv("DRAGOMAN_RECORD", raising=False)
    return run


@pytest.fixture
def record(ask: Run, tmp_path: Path) -> Path:
    """A record in which two persons are called Türkiye's defence minister in 2025."""
    path = tmp_path / "dragoman.db"
    with open_new(path) as connection:
        put_all(
            connection,
            make_holder("a", "Yasar Guler", DAY),
            *(make_holder(f"d{m}", "Ayla \x1b[31mDemir", date(2025, m, 1)) for m in (6, 7, 8, 9)),
        )
    return path


def words(result: Result) -> str:
    assert result.exit_code == 0, result.output
    return " ".join(result.stdout.split())


def test_an_office_is_answered_without_a_record(ask: Run) -> None:
    told = words(ask("office", "defence minister", "TUR", "--on", "2022-05-01"))
    for part in (
        "minister of defence (TUR)",
        "Hulusi Akar",
        "from 2018-07-10 until 2023-06-03",
        "seeded",
        "shipped table",
    ):
        assert part in told, part


def test_an_honest_blank_has_who_came_before_and_after(ask: Run) -> None:
    told = words(ask("office", "president", "Lebanon", "--on", "2023-06-01"))
    assert "Nothing says who held it on 2023-06-01." in told
    assert "Before" in told and "Michel Aoun" in told and "After" in told and "Joseph Aoun" in told


def test_a_holder_has_the_words_of_documents(ask: Run, record: Path) -> None:
    told = words(ask("office", "the Turkish defence minister", "--on", "2025-10-01"))
    assert "Yaşar Güler, minister of defence (TUR)" in told
    assert "2025-10-01 The Harbour Post: “Turkish Defence Minister Yasar Guler”" in told


def test_contradicting_sources_are_shown(ask: Run, record: Path) -> None:
    told = words(ask("office", "defence minister", "TUR", "--on", "2025-07-01"))
    assert "2 persons are named for that day" in told
    assert "both" in told and "from 2025-06-01 to 2025-09-01" in told
    assert "and 1 further document" in told
    assert "\x1b" not in told


def test_a_person_is_answered_with_offices_and_events(ask: Run, record: Path) -> None:
    told = words(ask("person", "Гюлер", "--on", "2025-10-01"))
    parts = "Yaşar Güler part of the name", "chief of staff (TUR)", "on 2025-10-01 stated", "the latest 1 of 1 event"
    for part in parts:
        assert part in told, part
    assert "nobody of that name is known" in words(ask("person", "Qwxyz", "Vbnmk"))


@pytest.mark.parametrize(
    "question", [("office", "defence minister", "TUR"), ("person", "Guler"), ("offices", "list")], ids=" ".join
)
def test_every_answer_has_a_twin_of_one_json_object(ask: Run, record: Path, question: tuple[str, ...]) -> None:
    (line,) = ask(*question, "--json").stdout.splitlines()
    assert isinstance(json.loads(line), dict)


@pytest.mark.parametrize("width", [60, 80, 140])
@pytest.mark.parametrize(
    "question", [("office", "defence minister", "TUR", "--on", "2025-07-01"), ("person", "Guler"), ("person", "Demir")]
)
def test_answers_fit_the_terminal(
    ask: Run, record: Path, question: tuple[str, ...], width: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    result = ask(*question)
    assert result.exit_code == 0
    assert max(map(len, result.stdout.splitlines())) <= width


def test_a_table_is_imported_listed_and_removed(ask: Run, record: Path, tmp_path: Path) -> None:
    table = tmp_path / "ministers.csv"
    table.write_text("name,office,code,since\nEmre Kaya,foreign minister,TUR,2026-03-01\n", encoding="utf-8")
    told = ask("offices", "import", table, "--kept-until", "2026-06-01").stderr
    assert told == "dragoman.db: 1 tenure from ministers.csv, kept until 2026-06-01\n"
    assert words(ask("offices", "list")) == "ministers.csv 1 tenure, kept until 2026-06-01"
    told = words(ask("office", "foreign minister", "TUR", "--on", "2026-04-01"))
    assert "Emre Kaya" in told and "imported table (ministers.csv), kept until 2026-06-01" in told
    assert ask("offices", "remove", "ministers.csv").stderr == "dragoman.db: ministers.csv is removed\n"
    assert words(ask("offices", "list")) == "no tables were imported"


def test_a_named_record_has_to_exist(ask: Run) -> None:
    for question in (("office", "president", "FRA"), ("person", "Macron")):
        assert isinstance(ask(*question, "--record", "mine.db").exception, RecordError)
    assert isinstance(ask("offices", "list").exception, RecordError)


def test_what_is_not_understood_is_an_error(ask: Run) -> None:
    assert isinstance(ask("office", "dog catcher", "TUR").exception, InputError)
    assert ask("office", "president", "FRA", "--on", "yesterday").exit_code == 2
