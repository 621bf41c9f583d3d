"""An office through time, and on a day."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from dragoman.errors import InputError
from dragoman.tasks.offices import name_office
from dragoman.tasks.opening import open_record
from dragoman.tasks.profiles import tell_office
from tests.store.entries import open_new, put_all
from tests.store.tellings import make_holder


@pytest.fixture
def record(tmp_path: Path) -> Path:
    with open_new(tmp_path / "r.db") as connection:
        put_all(connection, *(make_holder(f"d{m}", "Ayla Demir", date(2025, m, 1)) for m in (6, 7, 8)))
    return tmp_path / "r.db"


def ask(path: Path, words: str, owner: str, on: date, **asked: Any) -> dict[str, Any]:
    with open_record(path) as connection:
        told: dict[str, Any] = tell_office(connection, words, owner, on, **asked)
    return told


def test_all_holders_come_with_their_days_the_last_to_begin_first(record: Path) -> None:
    told = ask(record, "defence-minister", "Turkey", date(2022, 5, 1))
    names = [tenure["name"] for tenure in told["tenures"]]
    assert names[:3] == ["Ayla Demir", "Yaşar Güler", "Hulusi Akar"]
    assert told["total"] == len(names)
    begun = [tenure["since"][:4] for tenure in told["tenures"]]
    assert begun == sorted(begun, reverse=True)
    assert [holder["name"] for holder in told["day"]["holders"]] == ["Hulusi Akar"]
    assert told["offices"][0]["owner"] == "Turkey"


def test_conflicts_of_any_time_are_told_and_those_of_the_day_apart(record: Path) -> None:
    told = ask(record, "minister of defence", "TUR", date(2010, 1, 1))
    (conflict,) = told["conflicts"]
    assert {person["name"] for person in conflict["persons"]} == {"Ayla Demir", "Yaşar Güler"}
    assert told["day"]["conflicts"] == []
    assert ask(record, "minister of defence", "TUR", date(2025, 7, 1))["day"]["conflicts"] == [conflict]


def test_a_day_without_a_holder_stays_blank_between_its_neighbours(record: Path) -> None:
    day = ask(record, "president", "LBN", date(2023, 6, 1))["day"]
    assert (day["holders"], [t["name"] for t in day["before"]]) == ([], ["Michel Aoun"])


def test_a_post_is_told_by_the_offices_that_make_it(record: Path) -> None:
    told = ask(record, "head-of-state", "IRN", date(2024, 1, 1))
    assert told["offices"][0]["office"] == "supreme leader"
    assert told["tenures"]


def test_tenures_come_page_by_page(record: Path) -> None:
    whole = ask(record, "defence minister", "TUR", date(2024, 1, 1))["tenures"]
    part = ask(record, "defence minister", "TUR", date(2024, 1, 1), limit=2, offset=1)
    assert (part["tenures"], part["offset"]) == (whole[1:3], 1)


@pytest.mark.parametrize(
    ("words", "owner", "meant"),
    [
        ("Defence Minister", "turkey", ("minister of defence", "TUR")),
        ("the Turkish defence minister", "", ("minister of defence", "TUR")),
        ("secretary-general", "OSCE", ("secretary-general", "OSCE")),
        ("SecDef", "", ("minister of defence", "USA")),
        # Its head of state is another state's monarch, but the post is its own.
        ("head of state", "AUS", ("head of state", "AUS")),
    ],
)
def test_words_of_a_form_name_the_office_and_its_owner(words: str, owner: str, meant: tuple[str, str]) -> None:
    assert name_office(words, owner) == meant


@pytest.mark.parametrize(("words", "owner"), [("dog catcher", "TUR"), ("president", "Atlantis"), ("president", "")])
def test_what_is_not_understood_is_said(record: Path, words: str, owner: str) -> None:
    with pytest.raises(InputError):
        ask(record, words, owner, date(2024, 1, 1))
    with pytest.raises(InputError):
        name_office(words, owner)
