"""Events as linked data."""

import io
import json
from collections.abc import Iterator
from typing import Any

import pytest

from dragoman.errors import InputError
from dragoman.export.form import COMPOSED, Group, Many, Shape
from dragoman.export.formats import ExportFormat, read_format
from dragoman.export.formats.tables import read_resource
from tests.export.formats.factories import make_composed, make_event, write

CONTEXT: dict[str, Any] = json.loads(read_resource("context.json"))


def names_in(shape: Shape) -> Iterator[str]:
    for member in shape.fields if isinstance(shape, Group) else ():
        yield member.name
        yield from names_in(member.shape)
    if isinstance(shape, Many):
        yield from names_in(shape.item)


def test_the_document_is_a_context_and_a_graph() -> None:
    document = json.loads(write(ExportFormat.JSONLD, make_event(), make_composed()))
    assert document["@context"] == CONTEXT
    assert [node["@id"] for node in document["@graph"]] == ["urn:dragoman:event:ev_0123456789abcdef"] * 2
    assert document["@graph"][0]["@type"] == ["schema:Action", "sem:Event"]


def test_no_events_are_a_document_too() -> None:
    assert json.loads(write(ExportFormat.JSONLD))["@graph"] == []


def test_every_term_of_the_context_is_a_field_or_a_prefix() -> None:
    prefixes = {"prov", "schema", "sem", "xsd"}
    terms = {name for name in CONTEXT if not name.startswith("@")}
    assert terms - prefixes <= set(names_in(COMPOSED))
    used = {value.partition(":")[0] for value in _texts(CONTEXT) if ":" in value and "//" not in value}
    assert used - {"urn"} == prefixes


def test_fields_without_a_term_are_the_projects_own() -> None:
    assert CONTEXT["@vocab"] == "urn:dragoman:"


@pytest.mark.parametrize("content", [b"", b"[]", b"{}", b'{"event_id": "ev_1"}\n'])
def test_other_files_are_an_error(content: bytes) -> None:
    with pytest.raises(InputError, match="JSON-LD"):
        list(read_format(io.BytesIO(content), ExportFormat.JSONLD))


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for inner in value.values():
            yield from _texts(inner)
    elif isinstance(value, str):
        yield value
