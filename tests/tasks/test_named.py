"""What bears a name that is searched for."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from dragoman.tasks.listing import search_record
from dragoman.tasks.named import find_named, search_names_too
from dragoman.tasks.opening import open_record
from tests.tasks.profiles.records import ANKARA, FAR_AWAY, make_profiled


@pytest.fixture
def record(tmp_path: Path) -> Path:
    return make_profiled(tmp_path / "r.db")


def ask(path: Path, words: str) -> dict[str, Any]:
    with open_record(path) as connection:
        found: dict[str, Any] = find_named(connection, words)
    return found


@pytest.mark.parametrize("words", ["Ayla Demir", "demir", '"Aylâ Demir"', "Айла Демир"])
def test_persons_are_found_in_any_spelling_with_their_events(record: Path, words: str) -> None:
    (person,) = ask(record, words)["persons"]
    assert (person["name"], person["events"]) == ("Ayla Demir", 6)


def test_persons_of_the_tables_are_found_without_events(record: Path) -> None:
    assert [(p["name"], p["events"]) for p in ask(record, "yasar guler")["persons"]] == [("Yaşar Güler", 0)]


def test_an_office_is_found_where_the_words_say_whose(record: Path) -> None:
    (office,) = ask(record, "turkish defence minister")["offices"]
    assert (office["office"], office["code"], office["owner"]) == ("minister of defence", "TUR", "Turkey")
    assert ask(record, "defence minister")["offices"] == []


def test_places_of_the_record_are_found_though_the_gazetteer_lacks_them(record: Path) -> None:
    assert [(p["geonames_id"], p["events"]) for p in ask(record, "ankara")["places"]] == [(ANKARA, 2)]
    assert [p["geonames_id"] for p in ask(record, "OVA")["places"]] == [FAR_AWAY]
    assert ask(record, "Athens")["places"] == []


def test_publishers_are_found_by_a_part_of_their_name(record: Path) -> None:
    assert ask(record, "light")["publishers"] == ["The Lighthouse"]


@pytest.mark.parametrize("words", ["", '"', " ".join(["Demir"] * 9)])
def test_what_is_no_name_finds_nothing(record: Path, words: str) -> None:
    assert not any(ask(record, words).values())


def test_a_search_tells_of_both(record: Path) -> None:
    with open_record(record) as connection:
        told = search_names_too(connection, "Demir", as_of=date(2026, 4, 2), limit=2)
        assert told == {
            **search_record(connection, "Demir", as_of=date(2026, 4, 2), limit=2),
            "named": find_named(connection, "Demir"),
        }
