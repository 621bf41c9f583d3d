"""What documents and imported tables say of offices comes and goes with them."""

import json
import sqlite3
from dataclasses import replace
from datetime import date
from itertools import permutations
from pathlib import Path

import pytest

from dragoman.errors import RecordError
from dragoman.gazetteer.office_import import ImportedOffice
from dragoman.model.report import read_report
from dragoman.model.tenure import PartialDate
from dragoman.store import (
    Action,
    Entry,
    append_reports,
    connect,
    find_faults,
    find_names,
    learn_rest,
    list_office_imports,
    load_evidence,
    load_imported,
    put_entry,
    put_offices,
    put_review,
    refile_names,
    relink,
    remove_offices,
    transaction,
)
from tests.store.entries import STAMP, make_entry, open_new, put_all
from tests.store.tellings import make_holder
from tests.store.test_migrations import make_version

DEFENCE = [("minister of defence", "TUR")]
DEMIR = make_holder("a", "Ayla Demir")
NEWER = {**STAMP, "version": "2"}


def told(connection: sqlite3.Connection) -> list[tuple[str, str, str]]:
    """Who is said to be Türkiye's defence minister, on which day, in which words."""
    return [(e.name, e.on.isoformat(), e.words) for e in load_evidence(connection, offices=DEFENCE)]


SAID = ("Ayla Demir", "2026-03-02", "Turkish Defence Minister Ayla Demir")


def recode(entry: Entry, **event: object) -> Entry:
    """The same document, coded by a newer coder to an event with other fields."""
    body = {**entry.reports[0].body, "coder": NEWER, **event}
    return replace(entry, stamp=NEWER, reports=[read_report(body)])


def test_a_document_teaches_who_holds_an_office(tmp_path: Path) -> None:
    with open_new(tmp_path / "r.db") as connection:
        put_all(connection, DEMIR, make_entry("b"))
        (item,) = load_evidence(connection, offices=DEFENCE)
        assert (item.name, item.on, item.words) == ("Ayla Demir", date(2026, 3, 2), SAID[2])
        assert (item.document_id, item.report_id) == ("a", DEMIR.reports[0].report_id)
        assert (item.field, item.start, item.end) == ("text", 0, len(SAID[2]))
        assert (item.publisher, item.code) == ("The Harbour Post", "TUR")


def test_adding_it_again_changes_nothing(tmp_path: Path) -> None:
    with open_new(tmp_path / "r.db") as connection:
        assert put_all(connection, DEMIR, DEMIR) == ["added", "unchanged"]
        assert told(connection) == [SAID]


def test_several_events_that_rest_on_the_same_words_say_it_once(tmp_path: Path) -> None:
    second = read_report({**DEMIR.reports[0].body, "event_id": "ev_second", "event_type": "REQUEST"})
    with open_new(tmp_path / "r.db") as connection:
        put_all(connection, replace(DEMIR, reports=[*DEMIR.reports, second]))
        assert told(connection) == [SAID]


def test_a_document_coded_otherwise_says_what_it_says_now(tmp_path: Path) -> None:
    side = {**DEMIR.reports[0].body["actors"][0], "office": None}
    with open_new(tmp_path / "r.db") as connection:
        put_all(connection, DEMIR)
        assert put_all(connection, recode(DEMIR, actors=[side])) == ["recoded"]
        assert told(connection) == []
        assert put_all(connection, recode(DEMIR)) == ["recoded"]
        assert told(connection) == [SAID]


def test_a_new_version_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    with open_new(tmp_path / "r.db") as connection:
        assert put_all(connection, DEMIR, make_holder("a", "Emre Kaya")) == ["added", "new version"]
        assert [name for name, _, _ in told(connection)] == ["Emre Kaya"]
        assert list(find_faults(connection)) == []


def test_a_report_that_is_kept_for_its_review_alone_teaches_nothing(tmp_path: Path) -> None:
    with open_new(tmp_path / "r.db") as connection:
        put_all(connection, DEMIR)
        with transaction(connection):
            put_review(connection, Action.CONFIRM, [DEMIR.reports[0].report_id], by="Ada", because="seen")
        put_all(connection, replace(DEMIR, stamp=NEWER, reports=[]))
        assert connection.execute("SELECT is_held FROM report").fetchall()[0][0] == 1
        assert told(connection) == []


def test_events_without_their_text_teach_too(tmp_path: Path) -> None:
    bare = replace(make_entry("a", text=None), document_id="a")
    with open_new(tmp_path / "r.db") as connection:
        put_all(connection, bare)
        with transaction(connection):
            append_reports(connection, "a", DEMIR.reports)
        assert told(connection) == [SAID]


def test_what_is_not_committed_is_not_learnt(tmp_path: Path) -> None:
    with open_new(tmp_path / "r.db") as connection:

        def fail() -> None:
            with transaction(connection):
                put_entry(connection, DEMIR)
                raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            fail()
        assert told(connection) == []
        assert connection.execute("SELECT count(*) FROM spelling").fetchone()[0] == 0


def test_the_order_of_documents_changes_nothing(tmp_path: Path) -> None:
    entries = (DEMIR, make_holder("b", "Emre Kaya", date(2026, 3, 9)), make_holder("c", "Aylâ Demir", date(2026, 4, 1)))
    answers = set()
    for number, order in enumerate(permutations(entries)):
        with open_new(tmp_path / f"{number}.db") as connection:
            put_all(connection, *order)
            answers.add(tuple(load_evidence(connection, offices=DEFENCE)))
    assert len(answers) == 1


def test_of_a_month_the_first_and_last_are_loaded_and_all_of_the_day_asked_for(tmp_path: Path) -> None:
    with open_new(tmp_path / "r.db") as connection:
        put_all(
            connection,
            *(make_holder(f"d{day}{n}", "Ayla Demir", date(2026, 3, day)) for day in (2, 9, 16, 30) for n in "xy"),
            make_holder("e", "Ayla Demir", date(2026, 4, 5)),
        )
        days = [item.on.day for item in load_evidence(connection, offices=DEFENCE)]
        assert days == [2, 30, 5]
        days = [item.on.day for item in load_evidence(connection, names=["Ayla Demir"], on=date(2026, 3, 16))]
        assert days == [2, 16, 16, 30, 5]
        assert load_evidence(connection, names=["Nobody"], offices=[("president", "TUR")]) == []


def test_names_share_keys_across_spellings_and_scripts(tmp_path: Path) -> None:
    with open_new(tmp_path / "r.db") as connection:
        put_all(connection, make_holder("a", "Yaşar Güler"), make_holder("b", "Emre Kaya"))
        for spelt in ("Yasar Guler", "Guler", "Яшар Гюлер", "GÜLER, Yaşar"):
            assert find_names(connection, [spelt]) == ["Yaşar Güler"], spelt
        assert find_names(connection, ["Somebody Else"]) == []


def test_names_are_filed_anew_when_keys_changed(tmp_path: Path) -> None:
    with open_new(tmp_path / "r.db") as connection:
        put_all(connection, DEMIR)
        connection.execute("UPDATE spelling_key SET key = 'of old' WHERE key = 'demir'")
        assert find_names(connection, ["Demir"]) == []
        with transaction(connection):
            assert refile_names(connection) == 1
            assert refile_names(connection) == 0
        assert find_names(connection, ["Demir"]) == ["Ayla Demir"]


def test_words_that_do_not_stand_where_they_are_said_to_are_a_fault(tmp_path: Path) -> None:
    with open_new(tmp_path / "r.db") as connection:
        put_all(connection, DEMIR)
        assert list(find_faults(connection)) == []
        connection.execute("UPDATE office_evidence SET start = 3")
        assert any("does not stand at 3" in fault for fault in find_faults(connection))


def test_a_record_of_an_earlier_version_is_searched_for_offices(tmp_path: Path) -> None:
    path = tmp_path / "old.db"
    make_version(path, 4)
    body = json.dumps(DEMIR.reports[0].body)
    old = sqlite3.connect(path)
    old.execute("UPDATE document SET text = ?, sha256 = ?", (DEMIR.text, DEMIR.sha256))
    old.execute("INSERT INTO coder VALUES (1, '{}', '', '', '')")
    old.execute("INSERT INTO coding VALUES (1, 1, 1, '2026-03-02T00:00:00+00:00')")
    old.execute(
        "INSERT INTO report (report_id, coding, event_type, published, body) VALUES ('ev_1', 1, 'SUPPORT', ?, ?)",
        ("2026-03-02", body),
    )
    old.commit()
    old.close()
    connection = connect(path, write=True)
    assert told(connection) == []
    learn_rest(connection)
    assert told(connection) == [SAID]
    learn_rest(connection)
    assert connection.execute("SELECT count(*) FROM unlearnt").fetchone()[0] == 0
    connection.close()


def make_line(name: str, *aliases: str, since: str = "2026-03-01", until: str | None = None) -> ImportedOffice:
    return ImportedOffice(
        name=name, aliases=aliases, office="minister of defence", code="TUR", body="", since=PartialDate(since),
        until=PartialDate(until) if until else None, source="gazette",
    )  # fmt: skip


LINES = [make_line("Ayla Demir", "Aylâ Demir", "A. Demir"), make_line("Emre Kaya", since="2024", until="2026-02")]
KEPT = date(2026, 6, 1)


def test_an_imported_table_comes_back_as_it_was(tmp_path: Path) -> None:
    with open_new(tmp_path / "r.db") as connection:
        with transaction(connection):
            found = put_offices(connection, "t.csv", LINES, kept_until=KEPT)
        assert (found.name, found.offices, found.kept_until) == ("t.csv", 2, KEPT)
        assert list(load_imported(connection, offices=DEFENCE)) == [(KEPT, LINES)]
        assert list(load_imported(connection, names=["A. Demir"])) == [(KEPT, LINES[:1])]
        assert list(load_imported(connection, names=["Nobody"])) == []
        relink(connection)
        assert list(find_faults(connection)) == []


def test_a_table_imported_again_takes_the_place_of_the_first(tmp_path: Path) -> None:
    with open_new(tmp_path / "r.db") as connection, transaction(connection):
        put_offices(connection, "t.csv", LINES, kept_until=KEPT)
        put_offices(connection, "u.csv", LINES[1:], kept_until=KEPT)
        put_offices(connection, "t.csv", LINES[:1], kept_until=date(2026, 7, 1))
        assert list(load_imported(connection, offices=DEFENCE)) == [(date(2026, 7, 1), LINES[:1]), (KEPT, LINES[1:])]
        assert [(table.name, table.offices) for table in list_office_imports(connection)] == [
            ("t.csv", 1),
            ("u.csv", 1),
        ]


def test_a_table_can_be_taken_out_once(tmp_path: Path) -> None:
    with open_new(tmp_path / "r.db") as connection, transaction(connection):
        put_offices(connection, "t.csv", LINES, kept_until=KEPT)
        remove_offices(connection, "t.csv")
        assert list_office_imports(connection) == []
        assert connection.execute("SELECT count(*) FROM tenure_name").fetchone()[0] == 0
        with pytest.raises(RecordError, match="was imported"):
            remove_offices(connection, "t.csv")
