"""A pasted text: what is refused, what is told of it, and what a record has of it afterwards."""

from datetime import date
from pathlib import Path

import pytest

from dragoman.config import CoderConfig
from dragoman.errors import InputError
from dragoman.tasks import add_documents, init_record
from dragoman.tasks.documents import tell_document
from dragoman.tasks.opening import open_record
from dragoman.tasks.record import check_record
from dragoman.tasks.trying import MOST_CHARACTERS, add_pasted, read_pasted, try_document
from tests.tasks.fakes import make_word_coder

TEXT = "They met. Then they met again."
GIVEN = {"title": "A talk", "text": TEXT, "published": "2025-10-02", "publisher": "The Harbour Post", "url": ""}


def test_a_document_is_read_from_the_form() -> None:
    document = read_pasted(GIVEN)
    assert (document.title, document.text, document.publisher) == ("A talk", TEXT, "The Harbour Post")
    assert document.published == date(2025, 10, 2)
    assert read_pasted(GIVEN) == document
    others = {read_pasted({**GIVEN, name: given}).id for name, given in (("text", "x"), ("title", "y"), ("url", "z"))}
    assert len(others | {document.id}) == 4


@pytest.mark.parametrize(
    ("change", "place", "words"),
    [
        ({"text": ""}, "text", "the text is empty"),
        ({"text": " \n\t"}, "text", "the text is empty"),
        ({"text": "a\0b"}, "text", "NUL"),
        ({"text": "a\ud800"}, "text", "not Unicode"),
        ({"publisher": "\udc00"}, "text", "not Unicode"),
        ({"published": ""}, "published", "is missing"),
        ({"published": "  "}, "published", "is missing"),
        ({"published": "yesterday"}, "published", "cannot be 'yesterday'"),
        ({"published": "2025-02-30"}, "published", "cannot be '2025-02-30'"),
        ({"text": "x" * MOST_CHARACTERS}, "text", "20,006 characters, and 20,000"),
    ],
)
def test_what_cannot_be_read_is_said_with_its_field(change: dict[str, str], place: str, words: str) -> None:
    with pytest.raises(InputError) as refused:
        read_pasted({**GIVEN, **change})
    assert refused.value.place == place and refused.value.remedy
    assert words in refused.value.fault


def test_a_tried_text_is_told_as_a_record_would_have_it(tmp_path: Path) -> None:
    document = read_pasted(GIVEN)
    told = try_document(document, maker=make_word_coder)
    init_record(tmp_path / "r.db")
    assert add_pasted(tmp_path / "r.db", document, maker=make_word_coder) == {
        "document_id": document.id,
        "change": "added",
    }
    with open_record(tmp_path / "r.db") as connection:
        kept = tell_document(connection, document.id)
    assert {name: told[name] for name in ("document_id", "title", "text", "published", "publisher", "url")} == {
        name: kept[name] for name in ("document_id", "title", "text", "published", "publisher", "url")
    }
    assert told["marks"] == kept["marks"] and len(told["marks"]) == 2
    assert [e["event_id"] for e in told["events"]] == [e["event_id"] for e in kept["events"]]
    for tried, event in zip(told["events"], kept["events"], strict=True):
        shared = set(tried) & set(event)
        assert {name: tried[name] for name in shared} == {name: event[name] for name in shared}
        assert set(event) - set(tried) == {"report_id"}


def test_adding_is_what_the_command_does(tmp_path: Path) -> None:
    from dragoman.documents import Origin, Sourced

    document = read_pasted(GIVEN)
    init_record(tmp_path / "one.db")
    init_record(tmp_path / "other.db")
    add_pasted(tmp_path / "one.db", document, maker=make_word_coder)
    items = [Sourced(origin=Origin(file="x"), document=document)]
    add_documents(tmp_path / "other.db", items, CoderConfig(), maker=make_word_coder)
    told = []
    for name in ("one.db", "other.db"):
        with open_record(tmp_path / name) as connection:
            told.append(tell_document(connection, document.id))
        assert check_record(tmp_path / name) == []
    one, other = ({k: v for k, v in t.items() if k not in ("added", "versions")} for t in told)
    assert one == other and one["events"]
    assert add_pasted(tmp_path / "one.db", document, maker=make_word_coder)["change"] == "unchanged"


@pytest.mark.parametrize(("words", "fault"), [("REFUSE", "it is refused"), ("FAIL", "ZeroDivisionError")])
def test_what_the_coder_refuses_is_an_error(tmp_path: Path, words: str, fault: str) -> None:
    document = read_pasted({**GIVEN, "text": words})
    init_record(tmp_path / "r.db")
    with pytest.raises(InputError, match=fault):
        try_document(document, maker=make_word_coder)
    with pytest.raises(InputError, match=fault):
        add_pasted(tmp_path / "r.db", document, maker=make_word_coder)
    with open_record(tmp_path / "r.db") as connection, pytest.raises(Exception, match="no document"):
        tell_document(connection, document.id)
