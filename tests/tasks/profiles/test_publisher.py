"""A publisher: what it tells of, and who tells of the same."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from dragoman.errors import NotInRecordError
from dragoman.store import Entry
from dragoman.tasks.opening import open_record
from dragoman.tasks.profiles import list_publishers, tell_publisher
from dragoman.tasks.profiles.publisher import LOOKED_AT
from tests.store.entries import make_entry, open_new, put_all

DAY = date(2025, 10, 1)

FROM_POST = {"speaker": None, "cue": "", "outlet": "The Harbour Post", "start": 0, "end": 4}

# The Harbour Post's report, a paper that has it from there, and one with words of its own.
POST = make_entry("post", day=DAY)
COPY = make_entry("copy", day=DAY, publisher="The Lighthouse", attribution=FROM_POST)
OTHER = make_entry("other", verb="praised", day=DAY, publisher="Evening Star")
FURTHER = make_entry("further", actor="PER", recipient="CHL", published=date(2025, 11, 1), publisher="the harbour POST")


def fill(tmp_path: Path, *entries: Entry) -> Path:
    with open_new(tmp_path / "r.db") as connection:
        put_all(connection, *entries)
    return tmp_path / "r.db"


def ask(path: Path, name: str, **asked: Any) -> dict[str, Any]:
    with open_record(path) as connection:
        told: dict[str, Any] = tell_publisher(connection, name, **asked)
    return told


def test_names_that_differ_in_capitals_are_one_publisher(tmp_path: Path) -> None:
    path = fill(tmp_path, POST, FURTHER)
    for name in ("The Harbour Post", "THE HARBOUR POST"):
        told = ask(path, name)
        assert told["publisher"] == {
            "name": "the harbour POST", "documents": 2, "first": "2025-10-02", "last": "2025-11-01",
        }  # fmt: skip
        assert [(d["document_id"], d["events"]) for d in told["documents"]] == [("further", 1), ("post", 1)]
        assert told["events"] == 2


def test_relations_are_those_its_documents_tell_of(tmp_path: Path) -> None:
    told = ask(fill(tmp_path, POST, FURTHER, COPY), "The Lighthouse")
    assert [[side["code"] for side in relation["sides"]] for relation in told["relations"]] == [["IRN", "TUR"]]


def test_who_tells_of_the_same_is_told_with_whether_in_the_same_words(tmp_path: Path) -> None:
    path = fill(tmp_path, POST, COPY, OTHER)
    shared = ask(path, "The Harbour Post")["shared"]
    assert {row["publisher"]: (row["events"], row["as_one"]) for row in shared["others"]} == {
        "The Lighthouse": (1, 1), "Evening Star": (1, 0),
    }  # fmt: skip
    assert (shared["compared"], shared["alone"]) == (1, 0)
    assert ask(path, "Evening Star")["shared"]["alone"] == 1


def test_outlets_named_as_sources_are_counted(tmp_path: Path) -> None:
    told = {"speaker": None, "cue": "", "outlet": "Reuters", "start": 0, "end": 4}
    path = fill(tmp_path, make_entry("a", attribution=told), make_entry("b", verb="praised", attribution=told), POST)
    assert ask(path, "The Harbour Post")["outlets"] == [{"outlet": "Reuters", "reports": 2}]


def test_an_earlier_version_of_a_document_counts_no_more(tmp_path: Path) -> None:
    path = fill(tmp_path, POST, make_entry("post", verb="praised", day=DAY))
    told = ask(path, "The Harbour Post")
    assert (told["publisher"]["documents"], told["events"], len(told["documents"])) == (1, 1, 1)


def test_documents_come_page_by_page(tmp_path: Path) -> None:
    path = fill(tmp_path, *(make_entry(f"d{day}", published=date(2025, 1, day)) for day in (1, 2, 3)))
    assert [d["document_id"] for d in ask(path, "The Harbour Post", limit=1, offset=1)["documents"]] == ["d2"]
    assert LOOKED_AT > 3


def test_publishers_are_listed_once_each_in_order_of_the_alphabet(tmp_path: Path) -> None:
    path = fill(tmp_path, POST, COPY, OTHER, FURTHER, make_entry("none", publisher=""))
    with open_record(path) as connection:
        told = list_publishers(connection)
        part = list_publishers(connection, limit=1, offset=1)
    assert [(one["name"].lower(), one["documents"]) for one in told["publishers"]] == [
        ("evening star", 1),
        ("the harbour post", 2),
        ("the lighthouse", 1),
    ]
    assert (part["total"], part["publishers"]) == (3, told["publishers"][1:2])


@pytest.mark.parametrize("name", ["The Harbour", "", "%"])
def test_a_name_of_no_publisher_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(NotInRecordError, match="no publisher"):
        ask(fill(tmp_path, POST, make_entry("none", publisher="")), name)
