from datetime import date

import pytest

from dragoman.gazetteer.persons import TABLES, load_persons
from dragoman.gazetteer.tables import read_day, read_sectors, read_table

ROWS = [(table, row) for table in TABLES for row in read_table(table)]


def test_every_row_reads_and_ends_after_it_begins() -> None:
    for table, row in ROWS:
        read_sectors(row["sectors"])
        since, until = read_day(row["since"]), read_day(row["until"], end=True)
        assert row["source"], (table, row)
        assert since is None or until is None or since <= until, (table, row)


def test_the_tables_know_many_persons_of_many_states() -> None:
    assert len({row["name"] for _, row in ROWS}) >= 1500
    assert len({row["code"] for _, row in ROWS if ":" not in row["code"]}) >= 150


@pytest.mark.parametrize(
    ("office", "code", "day", "name"),
    [
        ("minister of defence", "TUR", date(2022, 5, 1), "Hulusi Akar"),
        ("minister of defence", "TUR", date(2025, 10, 1), "Yaşar Güler"),
        ("president", "USA", date(2022, 1, 1), "Joe Biden"),
        ("secretary-general", "IGO:NATO", date(2023, 1, 1), "Jens Stoltenberg"),
    ],
)
def test_an_office_has_its_holder_of_the_day(office: str, code: str, day: date, name: str) -> None:
    person = load_persons().holder(office, code, day)

    assert person is not None
    assert person.name == name


def test_an_office_without_dated_row_is_an_honest_blank() -> None:
    assert load_persons().holder("president", "USA", date(1950, 1, 1)) is None


def test_out_of_office_a_person_keeps_the_country_and_loses_the_office() -> None:
    person = load_persons().full.get("Angela Merkel")[0]

    in_office, later = person.actor_on(date(2015, 1, 1)), person.actor_on(date(2024, 1, 1))

    assert (in_office.code, in_office.office) == ("DEU", "chancellor")
    assert (later.code, later.office) == ("DEU", None)


def test_who_changes_to_an_organisation_is_one_person() -> None:
    person = load_persons().full.get("Jens Stoltenberg")[0]

    assert person.actor_on(date(2010, 1, 1)).code == "NOR"
    assert person.actor_on(date(2020, 1, 1)).code == "IGO:NATO"
