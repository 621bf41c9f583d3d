"""Persons and offices from a CSV or from Wikidata."""

import json
from datetime import date
from typing import Any

import pytest

from dragoman.errors import InputError
from dragoman.gazetteer.add_offices import add_offices
from dragoman.gazetteer.office_import import read_offices_csv, read_offices_wikidata
from dragoman.gazetteer.register import load_register
from dragoman.model.tenure import Certainty

CSV = """\
# kept by the desk
name,aliases,office,code,since,until
Ayla Demir,Aylâ Demir|A. Demir,Minister of National Defense,TUR,2026-03,
"Lund, Kari",,defence minister,Norway,2026-01-05,2026-02
"""


def test_a_csv_becomes_offices_of_the_register() -> None:
    first, second = read_offices_csv(CSV, source="desk.csv")

    assert (first.name, first.office, first.code) == ("Ayla Demir", "minister of defence", "TUR")
    assert first.aliases == ("Aylâ Demir", "A. Demir")
    assert first.since is not None and first.since.text == "2026-03"
    assert (first.until, first.source) == (None, "desk.csv")
    assert (second.code, second.office) == ("NOR", "minister of defence")


@pytest.mark.parametrize("divider", [";", "\t"])
def test_cells_are_divided_as_the_header_is(divider: str) -> None:
    rows = (("name", "office", "code"), ('"Lund, Kari"', "defence minister", "Norway"))
    text = "\n".join(divider.join(row) for row in rows)
    (office,) = read_offices_csv(text, source="desk.csv")
    assert (office.name, office.code) == ("Lund, Kari", "NOR")


@pytest.mark.parametrize(
    ("text", "fault", "place"),
    [
        ("name,office\nAda Ek,president\n", "'code' is missing", "x.csv"),
        ("", "'name' is missing", "x.csv"),
        ("name,office,code,born\n", "no column 'born'", "x.csv"),
        ("name,office,code\nAda Ek,president\n", "2 cells under 3", "x.csv:2"),
        ("name,office,code\n,president,SWE\n", "the name is empty", "x.csv:2"),
        ("# note\nname,office,code\nAda Ek,chief gardener,SWE\n", "'chief gardener'", "x.csv:3"),
        ("name,office,code,since\nAda Ek,president,SWE,04/06/2023\n", "no date", "x.csv:2"),
        ("name,office,code,since\nAda Ek,president,SWE,2023-02-30\n", "no date", "x.csv:2"),
        ("name,office,code,since,until\nAda Ek,president,SWE,2023,2021\n", "before it begins", "x.csv:2"),
    ],
)
def test_an_error_names_fault_and_line(text: str, fault: str, place: str) -> None:
    with pytest.raises(InputError, match=fault) as caught:
        read_offices_csv(text, source="x.csv")
    assert caught.value.place == place
    assert caught.value.remedy


def make_row(**cells: str) -> dict[str, Any]:
    row = {
        "person": "http://www.wikidata.org/entity/Q42",
        "personLabel": "Ayla Demir",
        "positionLabel": "Minister of National Defense of Turkey",
        "iso3": "TUR",
        "aliases": "Aylâ Demir|A. Demir",
        "start": "2026-03-01T00:00:00Z",
        "startPrecision": "10",
        **cells,
    }
    return {name: {"type": "literal", "value": value} for name, value in row.items()}


def make_result(*rows: dict[str, Any]) -> str:
    return json.dumps({"head": {"vars": []}, "results": {"bindings": list(rows)}})


def test_a_wikidata_result_becomes_offices_of_the_register() -> None:
    (office,) = read_offices_wikidata(make_result(make_row()), source="w.json")

    assert (office.name, office.office, office.code) == ("Ayla Demir", "minister of defence", "TUR")
    assert office.since is not None and office.since.text == "2026-03"
    assert (office.until, office.source) == (None, "wikidata:Q42")


def test_the_plain_list_that_wikidata_gives_is_read_too() -> None:
    row = {name: cell["value"] for name, cell in make_row().items()}

    (office,) = read_offices_wikidata(json.dumps([row]), source="w.json")

    assert office.office == "minister of defence"


def test_positions_without_a_name_in_the_register_are_left_out() -> None:
    text = make_result(make_row(positionLabel="captain of the royal yacht"), make_row())
    assert len(read_offices_wikidata(text, source="w.json")) == 1


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("<html>", "no result"),
        ("{}", "no result"),
        ("[1]", "no result"),
        (make_result({"personLabel": {"value": "Ada Ek"}}), "no positionLabel"),
        (make_result(make_row(iso3="", positionLabel="Minister of Defence")), "no country"),
    ],
)
def test_what_is_no_result_of_the_query_is_refused(text: str, fault: str) -> None:
    with pytest.raises(InputError, match=fault):
        read_offices_wikidata(text, source="w.json")


def test_an_import_adds_to_a_known_tenure_and_stands_beside_a_contradicting_one() -> None:
    text = (
        "name,office,code,since,until\n"
        "Yasar Guler,defence minister,TUR,2023,\n"  # known, more precisely
        "Ayla Demir,defence minister,TUR,2024-01-01,2024-06-30\n"
    )

    register = add_offices(load_register(), read_offices_csv(text, source="x.csv"), kept_until=date(2026, 6, 1))

    held = register.who_held("defence minister", "TUR", date(2024, 3, 1))
    assert {h.person.name for h in held} == {"Yaşar Güler", "Ayla Demir"}
    (known,) = [h for h in held if h.person.name == "Yaşar Güler"]
    assert [proof.kind for proof in known.tenure.proofs] == ["seed", "import"]
    assert known.tenure.since is not None and len(known.tenure.since.text) > 4
    (later,) = register.who_held("defence minister", "TUR", date(2026, 5, 1))
    assert (later.person.name, later.certainty) == ("Yaşar Güler", Certainty.SEEDED)


def test_importing_the_same_file_again_changes_nothing() -> None:
    offices = read_offices_csv(CSV, source="desk.csv")
    once = add_offices(load_register(), offices, kept_until=date(2026, 6, 1))
    twice = add_offices(once, offices, kept_until=date(2026, 6, 1))

    assert twice.persons == once.persons
    assert twice.tenures == once.tenures
