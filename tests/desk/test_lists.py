"""Lists: how many, what is a fact and what is not, and the short way to the first entry."""

import pytest
from starlette.testclient import TestClient

from tests.desk.conftest import read
from tests.pages.reader import say


@pytest.mark.parametrize(
    ("asked", "told", "files"),
    [
        ("type=ASSAULT", "1 event that meets all conditions", "Download the event:"),
        ("side=IRN", "4 events that meet all conditions", "Download all 4 events:"),
    ],
)
def test_one_event_is_one_and_several_are_several(desk: TestClient, asked: str, told: str, files: str) -> None:
    page = read(desk, f"/events?{asked}")
    assert say(page.all("p", class_="scope")[0].words) == told
    assert say(page.all("p", class_="downloads")[0].words).startswith(files)


def test_each_event_says_on_what_footing_it_is_told(desk: TestClient) -> None:
    told = desk.get("/events.json").json()["events"]
    shown = [say(e.words) for e in read(desk, "/events").all("span", class_="status")]
    assert shown == [event["status"] for event in told]
    assert {"occurred", "claimed"} <= set(shown)


@pytest.mark.parametrize(
    ("asked", "is_open"), [("", False), ("offset=1", False), ("side=IRN", True), ("order=oldest", True)]
)
def test_conditions_are_folded_until_one_is_set(desk: TestClient, asked: str, is_open: bool) -> None:
    (folded,) = read(desk, f"/events?{asked}").all("details", class_="folded")
    assert ("open" in folded.attributes) is is_open


def test_there_is_a_way_past_the_conditions(desk: TestClient) -> None:
    page = read(desk, "/events")
    ways = [a.attributes["href"] for a in page.all("a", class_="skip")]
    assert ways == ["#main", "#list"] and page.all("section", id="list", tabindex="-1")
    assert [a.attributes["href"] for a in read(desk, "/events?person=Nobody").all("a", class_="skip")] == ["#main"]


def test_a_commitment_shows_its_words_in_their_sentence_and_leads_to_the_document(desk: TestClient) -> None:
    (promise,) = desk.get("/commitments.json").json()["commitments"]
    assert promise["around"] == {"before": "", "after": ""}
    for address in ("/commitments", "/", "/relation/IRN/TUR"):
        page = read(desk, address)
        assert f"/document/{promise['document_id']}" in {a.attributes["href"] for a in page.all("a")}
    assert promise["quote"] in [say(e.words) for e in read(desk, "/commitments").all("mark")]


def test_documents_without_a_publisher_are_not_counted_as_the_one_that_is_known(desk: TestClient) -> None:
    assert "known publisher" in say(read(desk, "/").all("dl", class_="tiles")[0].words)
