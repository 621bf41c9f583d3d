"""A person as a page tells: who is meant, and all that is known of them."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from dragoman.errors import InputError, NotInRecordError
from dragoman.tasks.opening import open_record
from dragoman.tasks.profiles import tell_person
from tests.store.entries import open_new, put_all
from tests.store.tellings import make_holder
from tests.tasks.profiles.records import HELD, make_meeting, make_profiled

DAY = date(2026, 5, 4)


def ask(path: Path, name: str, **asked: Any) -> dict[str, Any]:
    with open_record(path) as connection:
        told: dict[str, Any] = tell_person(connection, name, DAY, **asked)
    return told


@pytest.fixture
def record(tmp_path: Path) -> Path:
    return make_profiled(tmp_path / "r.db")


@pytest.mark.parametrize("name", ["Ayla Demir", "aylâ demir", "Demir", "Айла Демир", "Demir Ayla"])
def test_every_spelling_leads_to_one_person_with_the_events_of_all(record: Path, name: str) -> None:
    person = ask(record, name)["person"]
    assert {(n["name"], n["events"]) for n in person["names"]} == {("Ayla Demir", 4), ("Aylâ Demir", 2)}
    assert person["total"] == person["events"][0]["reports"] * 6 == sum(n["events"] for n in person["names"])
    assert (person["first"], person["last"]) == ("2026-03-02", "2026-05-04")


def test_offices_come_with_the_words_that_say_so(record: Path) -> None:
    (office,) = ask(record, "Demir")["person"]["offices"]
    assert (office["office"], office["code"], office["certainty"]) == ("minister of defence", "TUR", "stated")
    assert [(p["document_id"], p["words"]) for p in office["proofs"]] == [
        ("held", "Turkish Defence Minister Ayla Demir"),
        ("later", "Turkish Defence Minister Aylâ Demir"),
    ]


def test_of_many_documents_the_nearest_to_the_day_are_quoted_and_all_counted(tmp_path: Path) -> None:
    months = [make_holder(f"d{month}", "Ayla Demir", date(2026, month, 1)) for month in range(1, 10)]
    with open_new(tmp_path / "many.db") as connection:
        put_all(connection, *months)
    (office,) = ask(tmp_path / "many.db", "Demir")["person"]["offices"]
    assert ([proof["document_id"] for proof in office["proofs"]], office["papers"]) == (["d4", "d5", "d6"], 9)


def test_company_is_the_other_side_of_meetings_that_occurred(record: Path) -> None:
    company = ask(record, "Demir")["person"]["company"]
    assert [(c["code"], c["name"], c["events"], c["last"]) for c in company] == [
        ("IRN", "Reza Karimi", 2, "2026-04-20"),
        ("IRN", None, 1, "2026-04-25"),
    ]


def test_spellings_of_one_whom_somebody_met_are_counted_together(record: Path) -> None:
    (met,) = ask(record, "Reza Karimi")["person"]["company"]
    assert (met["code"], met["events"], met["first"], met["last"]) == ("TUR", 2, "2026-04-01", "2026-04-20")


def test_claims_are_events_on_the_persons_word(record: Path) -> None:
    claims = ask(record, "Demir")["person"]["claims"]
    assert ([event["document_id"] for event in claims["events"]], claims["total"]) == (["claim"], 1)


def test_somebody_who_only_speaks_has_a_page(record: Path) -> None:
    person = ask(record, "Deniz Aksoy")["person"]
    assert (person["total"], person["claims"]["total"], person["offices"]) == (0, 1, [])


def test_events_come_page_by_page_the_latest_first(record: Path) -> None:
    whole = [event["document_id"] for event in ask(record, "Demir")["person"]["events"]]
    assert whole == ["later", "planned", "alone", "again", "talks", "held"]
    part = ask(record, "Demir", limit=2, offset=3)["person"]
    assert ([event["document_id"] for event in part["events"]], part["offset"]) == (whole[3:5], 3)


def test_a_name_of_several_lists_them_until_one_is_chosen(tmp_path: Path) -> None:
    others = [
        make_holder(name, f"{name} Demir", date(year, 3, 2), title="", office=None)
        for name, year in (("Emre", 2022), ("Kaan", 2024))
    ]
    path = make_profiled(tmp_path / "r.db", *others)
    told = ask(path, "Demir")
    assert told["person"] is None
    assert {p["name"]: p["events"] for p in told["persons"]} == {"Ayla Demir": 6, "Emre Demir": 1, "Kaan Demir": 1}
    chosen = next(p["person_id"] for p in told["persons"] if p["name"] == "Kaan Demir")
    assert ask(path, "Demir", who=chosen)["person"]["name"] == "Kaan Demir"
    assert ask(path, "Demir", who="nobody-at-all")["person"] is None


def test_a_name_that_is_no_longer_in_any_event_is_nobodys(tmp_path: Path) -> None:
    path = tmp_path / "r.db"
    with open_new(path) as connection:
        put_all(connection, make_holder("a", "Ayla Demir"), make_holder("a", "Emre Kaya"))
    with pytest.raises(NotInRecordError, match="Ayla Demir"):
        ask(path, "Ayla Demir")


def test_nobody_and_nothing_are_refused(record: Path) -> None:
    with pytest.raises(NotInRecordError, match="nobody is called"):
        ask(record, "Qwxyz Vbnmk")
    with pytest.raises(InputError, match="empty"):
        ask(record, " ")


def test_an_event_with_two_spellings_of_one_name_is_one_event(tmp_path: Path) -> None:
    both = make_meeting("both", "Ayla Demir", "Aylâ Demir", date(2026, 4, 1))
    with open_new(tmp_path / "both.db") as connection:
        put_all(connection, both, HELD)
    person = ask(tmp_path / "both.db", "Demir")["person"]
    assert ([event["document_id"] for event in person["events"]], person["total"]) == (["both", "held"], 2)
