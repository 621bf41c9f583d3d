"""What stands after the "?": nothing of it is passed over, and addresses are fit to share."""

import pytest
from starlette.testclient import TestClient

from tests.desk.conftest import read
from tests.pages.reader import say
from tests.tasks.records import FIRST, id_of

EVENT = f"/event/{id_of(FIRST)}"


@pytest.mark.parametrize(
    ("path", "asked", "remedy"),
    [
        ("/events", "types=ASSAULT", "Nearest: type."),
        ("/events", "Side=IRN", "Nearest: side."),
        ("/events", "zzz=1", "What can be asked: as_of, context, from,"),
        ("/events", "side=IRN&side=TUR", "Give it once."),
        ("/events", "from=2025-10-01&from=2025-10-02", "Give it once."),
        ("/relation/IRN/TUR", "side=PER", "What can be asked: against_from,"),
        ("/commitments", "side=IRN", "What can be asked: as_of, limit,"),
        ("/map", "regions=Asia", "What can be asked: "),
        ("/network", "amongst=states", "Nearest: among."),
        (EVENT, "asof=2025-10-05", "Nearest: as_of."),
        ("/document/a", "page=2", "What can be asked: codes, part."),
        ("/search", "word=thanked", "Nearest: words."),
        ("/publishers", "limits=2", "Nearest: limit."),
    ],
)
def test_what_a_page_does_not_know_is_no_condition_that_was_met(
    desk: TestClient, path: str, asked: str, remedy: str
) -> None:
    name = asked.partition("=")[0]
    told = say(read(desk, f"{path}?{asked}", 422).all("section")[0].words)
    assert name in told.lower() + told and remedy in told
    twin = desk.get(f"{path}.json?{asked}")
    assert twin.status_code == 422 and name in twin.json()["fault"] and remedy in twin.json()["remedy"]


@pytest.mark.parametrize(
    "address",
    [
        "/?x=1",
        "/home.json?x=1",
        "/try?text=Kenya",
        "/events.csv?types=ASSAULT",
        "/relation?on=IRN",
        "/office?office=president&of=TUR&onn=2025-10-02",
        "/relation/IRN/TUR/balance.svg?side=PER",
        "/sign-in?token=x",
        "/events.json?side=&side=IRN",
    ],
)
def test_no_address_but_those_of_files_takes_what_it_does_not_know(desk: TestClient, address: str) -> None:
    assert desk.get(address).status_code == 422
    assert desk.get("/assets/icon.svg?x=1").status_code == 200


@pytest.mark.parametrize("day", ["0", "1759363200", "20251002", "2025-10-02T00:00:00", "2025-02-30", "２０２５-10-02"])
@pytest.mark.parametrize("name", ["from", "until", "as_of"])
def test_a_day_is_written_in_one_way(desk: TestClient, name: str, day: str) -> None:
    told = desk.get("/events.json", params={name: day})
    assert told.status_code == 422
    assert told.json()["remedy"] == "Write days as 2025-10-02." and name in told.json()["fault"]


def test_days_of_other_pages_are_written_so_too(desk: TestClient) -> None:
    asked = ("/commitments?on=0", "/office/president/TUR?on=0", "/relation/IRN/TUR?against_from=0", "/map?from=0")
    for address in asked:
        assert "Write days as 2025-10-02" in say(read(desk, address, 422).all("main")[0].words)


@pytest.mark.parametrize(
    ("address", "tidied"),
    [
        ("/events?type=&side=IRN&from=&until=&rejected=", "/events?side=IRN"),
        ("/events?type=&side=", "/events"),
        ("/events?type=SUPPORT&type=&type=ACCUSE", "/events?type=SUPPORT&type=ACCUSE"),
        ("/search?words=Iran+%26+%22Turkey%22&as_of=", "/search?words=Iran+%26+%22Turkey%22"),
        ("/relation/IRN/NSA:HEZBOLLAH~2FLBN?from=&until=", "/relation/IRN/NSA:HEZBOLLAH~2FLBN"),
        ("/person/Hulusi%20Akar?who=", "/person/Hulusi%20Akar"),
        ("/?x=", "/"),
    ],
)
def test_empty_fields_of_a_form_leave_the_address(desk: TestClient, address: str, tidied: str) -> None:
    for ask in (desk.get, desk.head):
        answer = ask(address)
        assert (answer.status_code, answer.headers["location"]) == (303, tidied)
    assert desk.get(tidied).status_code in {200, 404}


def test_empty_fields_ask_nothing_of_a_twin(desk: TestClient) -> None:
    empty = "type=&side=&from=&min_confidence=&rejected="
    assert desk.get(f"/events.json?{empty}").json() == desk.get("/events.json").json()
    assert desk.get(f"/events.csv?{empty}").content == desk.get("/events.csv").content
