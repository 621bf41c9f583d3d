"""Bad input and bad records: what is wrong, where, and what to do; and the server goes on."""

import sqlite3
from pathlib import Path
from typing import Any

import pytest
from mcp import Client

from dragoman.mcp_server import telling
from tests.mcp_server.conftest import Ask, fault_of, object_of, refuse, talk
from tests.store.entries import make_entry, open_new, put_all


@pytest.mark.parametrize(
    ("tool", "given", "said"),
    [
        ("events", {"form": "2025-10-01"}, ["form: there is no such argument", "from, until"]),
        ("events", {"from": "last week"}, ["from: Write days as 2025-10-02"]),
        ("events", {"from": "2025-02-30"}, ["from: "]),
        ("events", {"until": "0"}, ["until: Write days as 2025-10-02"]),
        ("events", {"until": 0}, ["until: "]),
        ("office", {"office": "president", "owner": "TUR", "on": "1759363200"}, ["on: Write days as 2025-10-02"]),
        ("events", {"from": "2025-10-03", "until": "2025-10-01"}, ["before it begins", "Turn the days round"]),
        ("events", {"types": ["VISIT"]}, ["types.0: ", "'CONSULT'"]),
        ("events", {"types": "CONSULT"}, ["types: ", "array"]),
        ("events", {"modes": ["dance"]}, ["'dance' is no mode", "One of: visit"]),
        ("events", {"side": "Grece"}, ["'Grece' is no state", "Nearest: Greece, GRC"]),
        ("events", {"side": ""}, ["'' is no state"]),
        ("events", {"person": " "}, ["person: it is empty"]),
        ("events", {"limit": 0}, ["limit: "]),
        ("events", {"limit": 1000}, ["limit: ", "100"]),
        ("events", {"offset": -1}, ["offset: "]),
        ("events", {"min_confidence": 2}, ["min_confidence: "]),
        ("events", {"person": "x" * 301}, ["person: ", "300"]),
        ("relation", {"side": "IRN"}, ["other: it is missing"]),
        ("relation", {"side": "IRN", "other": "Iran"}, ["IRN is named as both sides", "Name two"]),
        ("commitments", {"side": "IRN"}, ["one side alone", "Name the other side too"]),
        ("commitments", {"side": "IRN", "other": "iran"}, ["named as both sides"]),
        ("commitments", {"statuses": ["forgotten"]}, ["statuses.0: ", "'kept'"]),
        ("why", {"event_id": "ev_none"}, ["no event or report is called 'ev_none'", "events, search and relation"]),
        ("why", {}, ["event_id: it is missing"]),
        ("office", {"office": "gardener", "owner": "TUR"}, ["no office is called 'gardener'"]),
        ("office", {"office": "defence minister"}, ["is not said"]),
        ("person", {"name": " "}, ["the name is empty"]),
        ("search", {"words": ""}, ["words: "]),
        ("document", {"document_id": "none"}, ["no document is called 'none'"]),
        ("document", {"document_id": "a", "start": 21}, ["start: the text has 20 characters"]),
        ("document", {"document_id": "a", "length": 100_000}, ["length: ", "20000"]),
    ],
)
def test_bad_input_is_named_with_its_remedy(ask: Ask, tool: str, given: dict[str, Any], said: list[str]) -> None:
    fault = fault_of(ask(tool, **given))
    assert all(words in fault for words in said), fault
    assert "Traceback" not in fault and "\n" not in fault


def test_words_that_are_no_utf8_are_bad_input(ask: Ask) -> None:
    assert fault_of(ask("search", words="half \ud800 a pair"))


def test_a_tool_that_is_not_there_is_said_so_with_those_that_are(record: Path) -> None:
    said = refuse(record, lambda client: client.call_tool("delete", {}))
    assert "no tool 'delete'. There are overview, relation" in said


def test_after_a_fault_the_server_answers_on(record: Path) -> None:
    async def converse(client: Client) -> tuple[bool, bool]:
        bad = await client.call_tool("why", {"event_id": "ev_none"})
        good = await client.call_tool("events", {})
        return bool(bad.is_error), bool(good.is_error)

    assert talk(record, converse) == (True, False)


def test_a_fault_of_the_server_itself_gives_nothing_away(
    ask: Ask, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(*_: Any, **__: Any) -> None:
        raise RuntimeError("the secret of /home/ada")

    monkeypatch.setattr(telling, "search_record", fail)
    fault = fault_of(ask("search", words="peace"))
    assert "a fault of its own" in fault and "secret" not in fault
    assert "the secret of /home/ada" in caplog.text


def test_a_record_that_went_missing_is_said_so(tmp_path: Path, ask: Ask) -> None:
    fault = fault_of(ask("overview", of=tmp_path / "none.db"))
    assert "there is no such record" in fault and "dragoman record init" in fault


def test_a_record_of_a_newer_version_is_refused(record: Path, ask: Ask) -> None:
    with sqlite3.connect(record) as connection:
        connection.execute("PRAGMA user_version = 9999")
    connection.close()
    assert "newer dragoman" in fault_of(ask("overview"))


def test_what_is_no_record_is_refused(tmp_path: Path, ask: Ask) -> None:
    (tmp_path / "words.txt").write_text("no record, but words enough to be something else", encoding="utf-8")
    assert fault_of(ask("events", of=tmp_path / "words.txt"))


def test_a_writer_goes_on_while_questions_are_asked(tmp_path: Path, ask: Ask) -> None:
    with open_new(tmp_path / "r.db") as connection:
        put_all(connection, make_entry("a"))
        connection.execute("BEGIN IMMEDIATE")
        assert object_of(ask("events", of=tmp_path / "r.db"))["total"] == 1
        connection.execute("ROLLBACK")
        put_all(connection, make_entry("z", actor="PER", recipient="CHL"))
        assert object_of(ask("events", of=tmp_path / "r.db"))["total"] == 2
