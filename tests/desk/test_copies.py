"""Pages of a document that repeats another, and of that other one."""

from contextlib import closing
from dataclasses import replace
from pathlib import Path

from starlette.testclient import TestClient

from dragoman.store import connect
from tests.desk.conftest import read
from tests.pages.reader import say
from tests.store.entries import make_entry, put_all
from tests.tasks.records import FIRST, VISIT_DAY, id_of


def test_a_copy_and_its_original_name_each_other(record: Path, desk: TestClient) -> None:
    copy = replace(make_entry("copy", day=VISIT_DAY, publisher="The Mail", copy_of="a"), copy_of="a")
    with closing(connect(record, write=True)) as connection:
        put_all(connection, copy)
    assert "A copy of a" in say(read(desk, "/document/copy").all("main")[0].words)
    assert "Repeated by copy" in say(read(desk, "/document/a").all("main")[0].words)
    assert "a copy of a" in say(read(desk, f"/event/{id_of(FIRST)}").all("main")[0].words)
    told = desk.get("/document/copy.json").json()
    assert (told["copy_of"], told["copies"]) == ("a", [])
