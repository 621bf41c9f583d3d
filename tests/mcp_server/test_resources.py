"""Events, documents and the codebook by address."""

import json
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from mcp_types import TextResourceContents

from dragoman.model.codes import EventType
from tests.mcp_server.conftest import refuse, talk
from tests.store.entries import make_entry, open_new, put_all
from tests.tasks.records import FIRST, id_of


def read(record: Path, address: str) -> Any:
    (content,) = talk(record, lambda client: client.read_resource(address)).contents
    assert isinstance(content, TextResourceContents) and content.mime_type == "application/json"
    return json.loads(content.text)


def test_addresses_are_listed(record: Path) -> None:
    assert [r.uri for r in talk(record, lambda c: c.list_resources()).resources] == ["dragoman://codebook"]
    templates = talk(record, lambda c: c.list_resource_templates()).resource_templates
    assert [t.uri_template for t in templates] == ["dragoman://event/{event_id}", "dragoman://document/{document_id}"]


def test_the_codebook_has_every_type_with_its_meaning(record: Path) -> None:
    book = read(record, "dragoman://codebook")
    assert [entry["event_type"] for entry in book["types"]] == [kind.value for kind in EventType]
    assert all(entry["definition"] and -10 <= entry["plover"] <= 10 for entry in book["types"])
    assert "military" in book["contexts"]


def test_an_event_and_a_document_are_what_the_tools_tell(record: Path) -> None:
    event = read(record, f"dragoman://event/{id_of(FIRST)}")
    assert event["event"]["quote"] == "Iran thanked Turkey." and event["fields"]
    assert read(record, "dragoman://document/a")["text"] == "Iran thanked Turkey."


@pytest.mark.parametrize("document_id", ["a/b", "50% off?", "../../etc/passwd", "Ü #1", "http://x.example/1"])
def test_any_id_has_an_address(tmp_path: Path, document_id: str) -> None:
    with open_new(tmp_path / "r.db") as connection:
        put_all(connection, make_entry(document_id))
    address = f"dragoman://document/{quote(document_id, safe='')}"
    assert read(tmp_path / "r.db", address)["document_id"] == document_id


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("dragoman://event/ev_none", "no event or report"),
        ("dragoman://document/none", "no document is called"),
        ("dragoman://secret/1", "dragoman://codebook"),
        ("file:///etc/passwd", "nothing stands there"),
    ],
)
def test_where_nothing_stands_is_said_so(record: Path, address: str, said: str) -> None:
    assert said in refuse(record, lambda client: client.read_resource(address))
