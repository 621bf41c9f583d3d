"""What a dossier is compiled of."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from sqlite3 import Connection
from typing import Any

import pytest

from dragoman.errors import InputError
from dragoman.gazetteer.register import Register
from dragoman.model.tenure import PartialDate, Person, Proof, ProofKind, Tenure
from dragoman.store import Action, find_sources
from dragoman.tasks.dossier import compile_dossier, write_dossier
from dragoman.tasks.opening import open_record
from dragoman.tasks.participants import find_offices, list_persons, list_speakers
from dragoman.tasks.relation import relate
from dragoman.tasks.reviewing import review_event
from tests.tasks.records import CLAIM, FIRST, INVITATION, OLD, SECOND, id_of, make_record

DAY = date(2025, 12, 1)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return make_record(tmp_path / "r.db")


@pytest.fixture
def record(path: Path) -> Iterator[Connection]:
    with open_record(path) as connection:
        yield connection


def test_a_dossier_holds_the_relation_as_it_is_told_elsewhere(record: Connection) -> None:
    dossier = compile_dossier(record, "IRN", "TUR", as_of=DAY)
    assert json.loads(json.dumps(dossier)) == dossier
    assert dossier["relation"] == relate(record, "IRN", "TUR", as_of=DAY)
    assert dossier["statuses"] == {"occurred": 3, "claimed": 1}
    assert dossier["names"] == {"IRN": "Iran", "TUR": "Turkey"}
    assert (dossier["coders"], dossier["codebooks"]) == (["dragoman 1"], ["plover-2.0d"])


def test_sources_are_the_documents_of_the_events_told_by_day(record: Connection) -> None:
    sources = compile_dossier(record, "IRN", "TUR", as_of=DAY)["sources"]
    assert [(s["document_id"], s["events"]) for s in sources] == [
        ("d", [id_of(OLD)]), ("a", [id_of(FIRST)]), ("c", [id_of(INVITATION)]), ("e", [id_of(CLAIM)]),
        ("b", [id_of(FIRST)]),
    ]  # fmt: skip


def test_as_of_a_day_later_documents_are_no_sources(record: Connection) -> None:
    dossier = compile_dossier(record, "IRN", "TUR", as_of=date(2025, 10, 2))
    assert [s["document_id"] for s in dossier["sources"]] == ["d", "a"]
    assert [p["publisher"] for p in dossier["publishers"]] == ["The Harbour Post"]
    assert find_sources(record, []) == []


def test_publishers_are_counted_by_documents_and_events(record: Connection) -> None:
    publishers = compile_dossier(record, "IRN", "TUR", as_of=DAY)["publishers"]
    assert [(p["publisher"], p["documents"], p["events"], p["first"]) for p in publishers] == [
        ("The Harbour Post", 4, 4, "2024-06-01"),
        ("The Lighthouse", 1, 1, SECOND.published.isoformat()),
    ]


def test_reviews_are_counted_and_rejected_events_left_out(path: Path) -> None:
    said: dict[str, Any] = {"by": "Ada", "because": "read it"}
    review_event(path, id_of(OLD), Action.CONFIRM, **said)
    review_event(path, id_of(CLAIM), Action.REJECT, **said)
    review_event(path, id_of(FIRST), Action.SET, field="mode", value="null", **said)
    with open_record(path) as record:
        dossier = compile_dossier(record, "IRN", "TUR", as_of=DAY)
    assert dossier["reviews"] == {"confirmed": 1, "corrected": 1, "rejected": 1}
    assert dossier["relation"]["events"] == 3


def proof(since: PartialDate, until: PartialDate | None) -> Proof:
    return Proof(kind=ProofKind.SEED, source="a table", since=since, until=until)


def held(person_id: str, office: str, since: str, until: str | None = None, code: str = "TUR") -> Tenure:
    first, last = PartialDate(since), PartialDate(until) if until else None
    return Tenure(person_id=person_id, office=office, code=code, since=first, until=last, proofs=(proof(first, last),))


REGISTER = Register(
    [
        Person(person_id=f"p{n}", name=name)
        for n, name in enumerate(["Ayla Demir", "Can Kaya", "Can Kaya", "Ayla Demir"])
    ],
    [
        held("p0", "minister of defence", "2023-06-04"),
        held("p0", "chief of staff", "2018-07-10", "2023-06-03"),
        held("p1", "president", "2014-08-28"),
        held("p2", "speaker", "2020-01-01"),
        held("p3", "president", "2014-08-28", code="PER"),
    ],
)


@pytest.mark.parametrize(
    ("name", "days", "offices"),
    [
        ("Ayla Demir", ["2025-10-01"], ["minister of defence"]),
        ("Ayla Demir", ["2020-10-01", "2025-10-01"], ["chief of staff", "minister of defence"]),
        ("Ayla Demir", ["2010-10-01"], []),
        ("Can Kaya", ["2025-10-01"], []),
        ("Nobody Known", ["2025-10-01"], []),
    ],
)
def test_offices_are_those_of_the_day_and_of_nobody_where_two_are_meant(
    name: str, days: list[str], offices: list[str]
) -> None:
    assert [office["office"] for office in find_offices(REGISTER, name, "TUR", days)] == offices


def test_an_office_says_on_how_many_of_the_days_it_was_held() -> None:
    days = ["2020-10-01", "2025-10-01", "2025-10-01", "2025-10-02"]
    held = {office["office"]: office["events"] for office in find_offices(REGISTER, "Ayla Demir", "TUR", days)}
    assert held == {"chief of staff": 1, "minister of defence": 3}


def line(number: int, day: str, **sides: Any) -> dict[str, Any]:
    return {
        "event_id": f"ev_{number}", "date": {"start": day, "end": day}, "status": "occurred", "actors": [],
        "recipients": [], "speaker": None, **sides,
    }  # fmt: skip


def side(name: str | None, code: str = "TUR", office: str | None = None) -> dict[str, str | None]:
    return {"code": code, "name": name, "office": office}


def test_persons_of_both_sides_are_listed_with_their_days_and_offices() -> None:
    lines = [
        line(1, "2020-10-01", actors=[side("Ayla Demir", office="general")], recipients=[side("Somebody", "IRN")]),
        line(2, "2025-10-01", actors=[side("Ayla Demir", office="minister")], recipients=[side("Else", "OMN")]),
        line(3, "2025-10-01", actors=[side(None)]),
    ]
    other, demir = list_persons(lines, ("IRN", "TUR"), REGISTER)
    assert (other["name"], other["offices"], other["events"]) == ("Somebody", [], 1)
    assert (demir["named_as"], demir["first"], demir["last"]) == (["general", "minister"], "2020-10-01", "2025-10-01")
    assert [office["certainty"] for office in demir["offices"]] == ["seeded", "seeded"]


def test_speakers_are_listed_with_what_rests_on_their_word() -> None:
    lines = [
        line(1, "2025-10-01", speaker=side("Ayla Demir")) | {"status": "claimed"},
        line(2, "2025-10-01", speaker=side("Ayla Demir")),
        line(3, "2025-10-01", speaker=side(None, "IRN", "spokesman")),
        line(4, "2025-10-01"),
    ]
    told = [(s["name"] or s["office"], s["events"], s["statuses"]) for s in list_speakers(lines)]
    assert told == [("Ayla Demir", 2, {"occurred": 1, "claimed": 1}), ("spokesman", 1, {"occurred": 1})]


def test_a_page_that_cannot_be_written_is_named(record: Connection, tmp_path: Path) -> None:
    dossier = compile_dossier(record, "IRN", "TUR", as_of=DAY)
    with pytest.raises(InputError, match=r"nowhere.*cannot be written"):
        write_dossier(dossier, tmp_path / "nowhere" / "page.html")
    write_dossier(dossier, tmp_path / "page.html")
    assert (tmp_path / "page.html").read_bytes().startswith(b"<!doctype html>")
