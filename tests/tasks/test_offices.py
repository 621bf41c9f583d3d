"""Who held an office on a day: the shipped table, imported ones, and what documents say."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from dragoman.errors import InputError, RecordError
from dragoman.store import Entry, connect_empty, find_faults
from dragoman.tasks.offices import ask_office, import_offices, list_imports, remove_import
from dragoman.tasks.opening import open_if_there, open_record
from tests.store.entries import open_new, put_all
from tests.store.tellings import make_holder

MINISTERS = "name,office,code,since,until,aliases\nAyla Demir,defence minister,TUR,2026-03-01,,Aylâ Demir\n"
KEPT = date(2026, 6, 1)


def ask(path: Path, words: str, owner: str, on: date) -> dict[str, Any]:
    with open_if_there(path) as connection:
        return ask_office(connection, words, owner, on)


def names(tenures: list[dict[str, Any]]) -> list[tuple[str, str | None]]:
    return [(tenure["name"], tenure["certainty"]) for tenure in tenures]


def fill(tmp_path: Path, *entries: Entry) -> Path:
    path = tmp_path / "r.db"
    with open_new(path) as connection:
        put_all(connection, *entries)
    return path


@pytest.mark.parametrize(
    ("words", "owner", "on", "holders"),
    [
        ("defence minister", "TUR", date(2022, 5, 1), [("Hulusi Akar", "seeded")]),
        ("the Turkish defence minister", "", date(2023, 6, 9), [("Yaşar Güler", "seeded")]),
        ("defence minister", "Türkiye", date(2025, 10, 1), [("Yaşar Güler", "seeded")]),
        ("SecDef", "", date(2022, 5, 1), [("Lloyd Austin", "seeded")]),
        ("president", "Lebanon", date(2023, 6, 1), []),
    ],
)
def test_the_shipped_table_answers_without_a_record(
    tmp_path: Path, words: str, owner: str, on: date, holders: list[tuple[str, str]]
) -> None:
    answer = ask(tmp_path / "none.db", words, owner, on)
    assert names(answer["holders"]) == holders
    assert all(proof["kind"] == "seed" for holder in answer["holders"] for proof in holder["proofs"])


def test_a_blank_has_its_neighbours(tmp_path: Path) -> None:
    answer = ask(tmp_path / "none.db", "president", "LBN", date(2023, 6, 1))
    assert names(answer["before"]) == [("Michel Aoun", None)]
    assert names(answer["after"]) == [("Joseph Aoun", None)]
    assert answer["others"] == answer["conflicts"] == []


def test_a_document_of_the_day_states_what_the_table_has(tmp_path: Path) -> None:
    path = fill(tmp_path, make_holder("a", "Yasar Guler", date(2025, 10, 1)))
    (holder,) = ask(path, "defence minister", "TUR", date(2025, 10, 1))["holders"]
    assert (holder["name"], holder["certainty"]) == ("Yaşar Güler", "stated")
    seed, paper = holder["proofs"]
    assert seed["kind"] == "seed"
    assert (paper["document_id"], paper["words"]) == ("a", "Turkish Defence Minister Yasar Guler")
    assert (paper["field"], paper["start"], paper["end"], paper["on"]) == ("text", 0, 36, "2025-10-01")


def test_somebody_whom_no_table_has_is_learnt(tmp_path: Path) -> None:
    path = fill(tmp_path, make_holder("a", "Ayla Demir"), make_holder("b", "Ayla Demir", date(2026, 5, 4)))
    answer = ask(path, "defence minister", "TUR", date(2026, 4, 1))
    assert names(answer["holders"]) == [("Ayla Demir", "inferred")]
    assert (answer["holders"][0]["since"], answer["holders"][0]["until"]) == ("2026-03-02", "2026-05-04")
    assert answer["holders"][0]["is_told"]
    assert names(ask(path, "defence minister", "TUR", date(2026, 5, 4))["holders"]) == [("Ayla Demir", "stated")]


def test_two_who_are_named_for_one_day_are_both_shown(tmp_path: Path) -> None:
    path = fill(tmp_path, make_holder("a", "Ayla Demir", date(2025, 10, 1)))
    answer = ask(path, "defence minister", "TUR", date(2025, 10, 1))
    assert names(answer["holders"]) == [("Ayla Demir", "stated"), ("Yaşar Güler", "seeded")]
    assert answer["offices"][0]["one_holder"]


def test_whom_a_surer_source_outdoes_is_named_beside(tmp_path: Path) -> None:
    path = fill(tmp_path, make_holder("a", "Ayla Demir", date(2025, 10, 1)))
    answer = ask(path, "defence minister", "TUR", date(2025, 10, 20))
    assert names(answer["holders"]) == [("Yaşar Güler", "seeded")]
    assert names(answer["others"]) == [("Ayla Demir", "inferred")]


def test_sources_that_contradict_each_other_for_weeks_are_a_conflict(tmp_path: Path) -> None:
    path = fill(tmp_path, *(make_holder(f"d{m}", "Ayla Demir", date(2025, m, 1)) for m in (6, 7, 8)))
    (conflict,) = ask(path, "defence minister", "TUR", date(2025, 7, 15))["conflicts"]
    assert {person["name"] for person in conflict["persons"]} == {"Ayla Demir", "Yaşar Güler"}
    assert (conflict["first"], conflict["last"]) == ("2025-06-01", "2025-08-01")
    assert ask(path, "defence minister", "TUR", date(2024, 7, 15))["conflicts"] == []


def test_an_imported_table_answers_with_its_name_and_the_day_it_was_kept_to(tmp_path: Path) -> None:
    path = fill(tmp_path)
    (tmp_path / "ministers.csv").write_text(MINISTERS, encoding="utf-8")
    found = import_offices(path, tmp_path / "ministers.csv", kept_until=KEPT)
    assert (found.name, found.offices) == ("ministers.csv", 1)
    (holder,) = ask(path, "defence minister", "TUR", date(2026, 4, 1))["holders"]
    assert (holder["name"], holder["certainty"]) == ("Ayla Demir", "seeded")
    (proof,) = holder["proofs"]
    assert (proof["kind"], proof["source"], proof["kept_until"]) == ("import", "ministers.csv", "2026-06-01")
    assert names(ask(path, "defence minister", "TUR", date(2026, 7, 1))["holders"])[0] == ("Ayla Demir", "inferred")


def test_a_successor_does_not_contradict_a_table_that_was_not_kept_so_long(tmp_path: Path) -> None:
    path = fill(tmp_path)
    (tmp_path / "ministers.csv").write_text(MINISTERS, encoding="utf-8")
    import_offices(path, tmp_path / "ministers.csv", kept_until=KEPT)
    answer = ask(path, "defence minister", "TUR", date(2026, 4, 1))
    assert (names(answer["others"]), answer["conflicts"]) == ([("Yaşar Güler", "inferred")], [])


def test_documents_join_an_imported_tenure(tmp_path: Path) -> None:
    path = fill(tmp_path, make_holder("a", "Aylâ Demir", date(2026, 4, 1)))
    (tmp_path / "ministers.csv").write_text(MINISTERS, encoding="utf-8")
    import_offices(path, tmp_path / "ministers.csv", kept_until=KEPT)
    (holder,) = ask(path, "defence minister", "TUR", date(2026, 4, 1))["holders"]
    assert [proof["kind"] for proof in holder["proofs"]] == ["import", "document"]


def test_a_wikidata_result_is_read_by_its_suffix(tmp_path: Path) -> None:
    path = fill(tmp_path)
    row = (
        '[{"person": "http://www.wikidata.org/entity/Q1", "personLabel": "Ayla Demir", '
        '"positionLabel": "Minister of National Defense", "iso3": "TUR", "start": "2026-03-01T00:00:00Z"}]'
    )
    (tmp_path / "q.json").write_text(row, encoding="utf-8")
    assert import_offices(path, tmp_path / "q.json", kept_until=KEPT).offices == 1
    (holder,) = ask(path, "defence minister", "TUR", date(2026, 4, 1))["holders"]
    assert holder["proofs"][0]["source"] == "wikidata:Q1"


def test_a_faulty_table_leaves_the_record_as_it_was(tmp_path: Path) -> None:
    path = fill(tmp_path)
    table = tmp_path / "ministers.csv"
    table.write_text(MINISTERS, encoding="utf-8")
    import_offices(path, table, kept_until=KEPT)
    for fault, content in (
        ("no date", MINISTERS.replace("2026-03-01", "spring").encode()),
        ("not UTF-8", "Güler".encode("latin-1")),
        ("is missing", b""),
    ):
        table.write_bytes(content)
        with pytest.raises(InputError, match=fault):
            import_offices(path, table, kept_until=KEPT)
    halves = tmp_path / "half.json"
    halves.write_text('[{"personLabel": "A \\ud800", "positionLabel": "president", "iso3": "TUR"}]', encoding="utf-8")
    with pytest.raises(InputError, match="surrogate"):
        import_offices(path, halves, kept_until=KEPT)
    with pytest.raises(InputError, match="No such file"):
        import_offices(path, tmp_path / "none.csv", kept_until=KEPT)
    with open_record(path) as connection:
        assert [(t["name"], t["offices"]) for t in list_imports(connection)["tables"]] == [("ministers.csv", 1)]
        assert list(find_faults(connection)) == []


def test_a_table_is_removed_with_what_it_said(tmp_path: Path) -> None:
    path = fill(tmp_path)
    (tmp_path / "ministers.csv").write_text(MINISTERS, encoding="utf-8")
    import_offices(path, tmp_path / "ministers.csv", kept_until=KEPT)
    remove_import(path, "ministers.csv")
    assert names(ask(path, "defence minister", "TUR", date(2026, 4, 1))["holders"]) == [("Yaşar Güler", "inferred")]
    with pytest.raises(RecordError, match="was imported"):
        remove_import(path, "ministers.csv")


@pytest.mark.parametrize(
    ("words", "owner", "fault"),
    [
        ("dog catcher", "TUR", "no office is called"),
        ("president", "Atlantis", "no state or organisation"),
        ("president", "", "is not said"),
        ("", "TUR", "no office is called"),
    ],
)
def test_what_is_not_understood_is_said(words: str, owner: str, fault: str) -> None:
    with pytest.raises(InputError, match=fault):
        ask_office(connect_empty(), words, owner, date(2024, 1, 1))
