"""Whom a name means: spellings, offices and events, from tables and from documents."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from dragoman.errors import InputError
from dragoman.store import Entry
from dragoman.tasks.offices import import_offices
from dragoman.tasks.opening import open_if_there
from dragoman.tasks.persons import ask_person
from tests.store.entries import open_new, put_all
from tests.store.tellings import make_holder

DAY = date(2025, 10, 1)
VISIT = make_holder("a", "Yasar Guler", DAY)


def ask(path: Path, name: str, on: date = DAY, limit: int = 5) -> list[dict[str, Any]]:
    with open_if_there(path) as connection:
        persons: list[dict[str, Any]] = ask_person(connection, name, on, limit=limit)["persons"]
    return persons


def fill(tmp_path: Path, *entries: Entry) -> Path:
    path = tmp_path / "r.db"
    with open_new(path) as connection:
        put_all(connection, *entries)
    return path


@pytest.mark.parametrize("name", ["Yaşar Güler", "YASAR GULER", "Guler Yasar", "Яшар Гюлер", "Güler, Yaşar"])
def test_all_spellings_and_scripts_find_one_person_with_offices_and_events(tmp_path: Path, name: str) -> None:
    (person,) = ask(fill(tmp_path, VISIT), name)
    assert person["name"] == "Yaşar Güler"
    assert "Yasar Guler" in person["spellings"]
    held = {(o["office"], o["code"]): (o["since"], o["certainty"], len(o["proofs"])) for o in person["offices"]}
    assert held["minister of defence", "TUR"] == ("2023-06-03", "stated", 2)
    assert [event["document_id"] for event in person["events"]] == ["a"]


@pytest.mark.parametrize(
    ("asked", "name"),
    [
        ("Nasirzade", "Aziz Nasirzadeh"),
        ("Zelensky", "Volodymyr Zelensky"),
        ("Volodymyr Zelenskyy", "Volodymyr Zelensky"),
        ("Зеленський", "Volodymyr Zelensky"),
        ("Erdoğan", "Recep Tayyip Erdogan"),
        ("رجب طيب أردوغان", "Recep Tayyip Erdogan"),
    ],
)
def test_the_shipped_table_answers_without_a_record(tmp_path: Path, asked: str, name: str) -> None:
    assert name in [person["name"] for person in ask(tmp_path / "none.db", asked)]


def test_somebody_whom_only_documents_name_is_found_by_any_spelling(tmp_path: Path) -> None:
    path = fill(tmp_path, make_holder("a", "Aylâ Demir"), make_holder("b", "Ayla Demir", date(2026, 5, 4)))
    for asked in ("Demir", "ayla demir", "Айла Демир"):
        (person,) = ask(path, asked)
        assert {person["name"], *person["spellings"]} == {"Aylâ Demir", "Ayla Demir"}
        (office,) = person["offices"]
        assert (office["since"], office["until"]) == ("2026-03-02", "2026-05-04")
        assert person["total"] == 2


def test_somebody_without_an_office_has_events(tmp_path: Path) -> None:
    path = fill(tmp_path, make_holder("a", "Emre Kaya", title="", office=None))
    (person,) = ask(path, "Kaya")
    assert (person["offices"], person["total"], len(person["events"])) == ([], 1, 1)


def test_the_latest_events_come_first_and_as_many_as_asked_for(tmp_path: Path) -> None:
    path = fill(tmp_path, *(make_holder(f"d{m}", "Ayla Demir", date(2026, m, 1)) for m in (1, 2, 3)))
    (person,) = ask(path, "Ayla Demir", limit=2)
    assert ([event["document_id"] for event in person["events"]], person["total"]) == (["d3", "d2"], 3)


def test_rivals_for_an_office_are_shown_as_a_conflict(tmp_path: Path) -> None:
    path = fill(tmp_path, *(make_holder(f"d{m}", "Ayla Demir", date(2025, m, 1)) for m in (6, 7, 8)))
    for asked in ("Ayla Demir", "Yaşar Güler"):
        (conflict,) = ask(path, asked)[0]["conflicts"]
        assert {person["name"] for person in conflict["persons"]} == {"Ayla Demir", "Yaşar Güler"}


def test_a_name_that_is_no_longer_in_any_event_is_nobodys(tmp_path: Path) -> None:
    path = fill(tmp_path, make_holder("a", "Ayla Demir"), make_holder("a", "Emre Kaya"))
    assert ask(path, "Ayla Demir") == []
    assert len(ask(path, "Emre Kaya")) == 1


def test_imported_names_and_aliases_are_found(tmp_path: Path) -> None:
    path = fill(tmp_path)
    table = tmp_path / "t.csv"
    table.write_text(
        "name,office,code,since,aliases\nAyla Demir,defence minister,TUR,2026,Ayla Demir-Kaya\n", encoding="utf-8"
    )
    import_offices(path, table, kept_until=date(2026, 6, 1))
    (person,) = ask(path, "Ayla Demir-Kaya")
    assert (person["name"], [office["office"] for office in person["offices"]]) == (
        "Ayla Demir",
        ["minister of defence"],
    )


def test_an_empty_name_is_refused_and_an_unknown_one_fits_nobody(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="empty"):
        ask(tmp_path / "none.db", "  ")
    assert ask(tmp_path / "none.db", "Qwxyz Vbnmk") == []
