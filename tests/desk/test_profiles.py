"""Pages of persons, offices, places and publishers, and the ways to them."""

from datetime import date
from pathlib import Path
from urllib.parse import quote

import pytest
from starlette.testclient import TestClient

from dragoman.pages.links import person_path, publisher_path
from dragoman.store import create_record
from dragoman.tasks.opening import open_record
from dragoman.tasks.profiles import list_publishers, tell_office, tell_person, tell_place, tell_publisher
from tests.desk.conftest import Open, read
from tests.desk.test_hostile import SCRIPT, TURNED
from tests.pages.reader import Page, say
from tests.store.entries import open_new, put_all
from tests.store.tellings import make_holder
from tests.tasks.profiles.records import ANKARA, FAR_AWAY, make_meeting, make_place, make_profiled

NAME = quote("Ayla Demir")


@pytest.fixture
def record(tmp_path: Path) -> Path:
    return make_profiled(tmp_path / "relations.db")


def list_links(page: Page) -> set[str]:
    """Where the main part of a page leads."""
    return {a.attributes["href"] for a in page.all("a") if "main" in a.parents}


def test_twins_are_what_the_tasks_tell(record: Path, desk: TestClient) -> None:
    day = date(2026, 4, 1)
    with open_record(record) as connection:
        told = {
            f"/person/{NAME}.json": tell_person(connection, "Ayla Demir", date.today()),
            f"/person/{NAME}.json?limit=2&offset=1": tell_person(
                connection, "Ayla Demir", date.today(), limit=2, offset=1
            ),
            "/office/minister-of-defence/TUR.json?on=2026-04-01": tell_office(
                connection, "minister-of-defence", "TUR", day
            ),
            f"/place/{ANKARA}.json?limit=1": tell_place(connection, ANKARA, limit=1),
            "/publisher/The%20Lighthouse.json": tell_publisher(connection, "The Lighthouse"),
            "/publishers.json?limit=1&offset=1": list_publishers(connection, limit=1, offset=1),
        }
    for address, expected in told.items():
        assert desk.get(address).json() == expected, address


def test_a_person_leads_to_offices_company_documents_and_all_events(desk: TestClient) -> None:
    page = read(desk, f"/person/{NAME}")
    links = list_links(page)
    assert "/person/Reza%20Karimi" in links
    assert "/document/held" in links
    assert any(link.startswith("/office/minister-of-defence/TUR?on=") for link in links)
    (filtered,) = {link for link in links if link.count("person=") == 2}
    assert len(desk.get(filtered.replace("/events", "/events.json")).json()["events"]) == 6
    assert "said by" not in say(page.all("main")[0].words)


def test_all_claims_of_a_person_are_a_list_of_events(desk: TestClient) -> None:
    events = desk.get("/events.json", params={"said_by": ["Ayla Demir", "Aylâ Demir"]}).json()["events"]
    assert [event["document_id"] for event in events] == ["claim"]
    before = desk.get("/events.json", params={"said_by": "Ayla Demir", "as_of": "2026-04-28"}).json()
    assert before["total"] == 0
    assert "said by Ayla Demir" in say(read(desk, "/events?said_by=Ayla+Demir").all("main")[0].words)


def test_a_form_keeps_the_conditions_it_has_no_field_for(desk: TestClient) -> None:
    page = read(desk, f"/events?said_by=Ayla+Demir&geonames_id={ANKARA}&person=A&person=B")
    given = {(e.attributes["name"], e.attributes.get("value")) for e in page.all("input") if "name" in e.attributes}
    assert {("said_by", "Ayla Demir"), ("geonames_id", str(ANKARA)), ("person", "A"), ("person", "B")} <= given


def test_a_name_of_several_asks_which_is_meant(tmp_path: Path, open_desk: Open) -> None:
    more = (make_holder(n, f"{n} Demir", day, title="", office=None) for n, day in (("Emre", date(2022, 1, 1)),))
    client = open_desk(record=make_profiled(tmp_path / "more.db", *more))
    page = read(client, "/person/Demir")
    assert "fits 2 persons" in say(page.all("main")[0].words)
    addresses = [link for link in list_links(page) if link.startswith("/person/")]
    assert sorted(say(read(client, link).all("h1")[0].words) for link in addresses) == ["Ayla Demir", "Emre Demir"]


def test_the_day_of_an_office_is_asked_for_with_a_form(desk: TestClient) -> None:
    page = read(desk, "/office/defence-minister/Turkey?on=2022-05-01")
    (day,) = page.all("input", name="on")
    assert (day.attributes["type"], day.attributes["value"]) == ("date", "2022-05-01")
    section = next(s for s in page.all("section") if s.attributes["aria-labelledby"] == "day-title")
    assert "Hulusi Akar" in section.words and "a table says so" in section.words
    told = say(read(desk, "/office/minister-of-defence/TUR?on=2026-05-04").all("main")[0].words)
    assert "On 2026-05-04: a document of that day says so" in told
    assert "“Turkish Defence Minister Aylâ Demir”" in told


def test_a_blank_says_that_nothing_says_who(desk: TestClient) -> None:
    words = say(read(desk, "/office/president/LBN?on=2023-06-01").all("main")[0].words)
    assert "Nothing says who held it on 2023-06-01." in words
    assert "Before Michel Aoun" in words and "After Joseph Aoun" in words


def test_contradictions_about_an_office_are_a_table(tmp_path: Path, open_desk: Open) -> None:
    path = tmp_path / "rivals.db"
    with open_new(path) as connection:
        put_all(connection, *(make_holder(f"d{m}", "Ayla Demir", date(2025, m, 1)) for m in (6, 7, 8)))
    for address in ("/office/minister-of-defence/TUR", "/person/Ayla%20Demir"):
        (table,) = [t for t in read(open_desk(record=path), address).all("table") if "at once" in t.words]
        assert "Yaşar Güler and Ayla Demir" in say(table.words) and "2025-08-01" in table.words


@pytest.mark.parametrize(
    ("form", "path"),
    [
        ("office=defence+minister&of=turkey", "/office/minister-of-defence/TUR"),
        ("office=defence+minister&of=TUR&on=2020-01-01", "/office/minister-of-defence/TUR?on=2020-01-01"),
        ("office=secretary-general&of=NATO&on=", "/office/secretary-general/IGO:NATO"),
        ("office=turkish+defence+minister&of=", "/office/minister-of-defence/TUR"),
    ],
)
def test_a_form_finds_the_office(desk: TestClient, form: str, path: str) -> None:
    answer = desk.get(f"/office?{form}")
    assert (answer.status_code, answer.headers["location"]) == (303, path)
    read(desk, path)


def test_a_place_has_its_coordinates_and_no_link_elsewhere(desk: TestClient) -> None:
    page = read(desk, f"/place/{ANKARA}")
    assert "39.91987, 32.85427" in say(page.all("dl")[0].words)
    links = list_links(page)
    assert {f"/events?geonames_id={ANKARA}", "/events?place=TUR", "/relation/IRN/TUR"} <= links
    assert not [link for link in links if "//" in link]
    assert desk.get(f"/events.json?geonames_id={ANKARA}").json()["total"] == 2


@pytest.mark.parametrize(
    ("address", "status", "words"),
    [
        ("/person/Qwxyz%20Vbnmk", 404, "nobody is called"),
        ("/person/%20", 422, "name is empty"),
        ("/office/dog-catcher/TUR", 422, "no office is called"),
        ("/office/president/Atlantis", 422, "no state or organisation"),
        ("/office/president/TUR?on=someday", 422, "2025-10-02"),
        ("/office", 422, "no office is named"),
        ("/office?office=president", 422, "is not said"),
        ("/place/ankara", 422, "geonames_id"),
        ("/place/0", 422, "geonames_id"),
        ("/place/98765432101", 404, "no place has the GeoNames id"),
        ("/publisher/The%20Light", 404, "no publisher is called"),
        ("/publishers?offset=-1", 422, "offset"),
    ],
)
def test_what_goes_wrong_is_said_on_the_page_and_in_its_twin(
    desk: TestClient, address: str, status: int, words: str
) -> None:
    assert words.lower() in say(read(desk, address, status).all("main")[0].words).lower()
    if address != "/office" and not address.startswith("/office?"):
        path, mark, query = address.partition("?")
        assert set(desk.get(f"{path}.json{mark}{query}").json()) == {"status", "fault", "remedy"}


@pytest.mark.parametrize(
    "address", [f"/person/{NAME}", f"/place/{ANKARA}", "/publisher/The%20Lighthouse", "/publishers"]
)
def test_past_the_last_of_a_list_there_is_a_way_back(desk: TestClient, address: str) -> None:
    page = read(desk, f"{address}?offset=900")
    assert address in list_links(page)


def test_the_desk_leads_to_all_of_them(desk: TestClient) -> None:
    events = list_links(read(desk, "/events"))
    assert {f"/person/{NAME}", f"/place/{ANKARA}", "/publisher/The%20Harbour%20Post"} <= events
    assert "/office/minister-of-defence/TUR?on=2026-03-02" in events
    relation = list_links(read(desk, "/relation/IRN/TUR"))
    assert {f"/person/{NAME}", "/publisher/The%20Lighthouse"} <= relation
    assert "/publisher/The%20Lighthouse" in list_links(read(desk, "/document/claim"))
    event = desk.get("/events.json?type=CONSULT&status=occurred").json()["events"][0]["event_id"]
    assert {f"/person/{NAME}", f"/place/{ANKARA}"} <= list_links(read(desk, f"/event/{event}"))
    home = read(desk, "/")
    assert "/publishers" in list_links(home)
    assert home.all("form", action="/office")


def test_a_search_offers_whatever_is_called_so(desk: TestClient) -> None:
    assert f"/person/{NAME}" in list_links(read(desk, "/search?words=demir"))
    assert "/office/minister-of-defence/TUR" in list_links(read(desk, "/search?words=turkish+defence+minister"))
    assert f"/place/{ANKARA}" in list_links(read(desk, "/search?words=ankara"))
    assert "/publisher/The%20Lighthouse" in list_links(read(desk, "/search?words=lighthouse"))
    assert "Called so" not in [say(h.words) for h in read(desk, "/search?words=nothing+such").all("h2")]


def test_an_empty_record_has_persons_and_offices_of_the_tables_alone(tmp_path: Path, open_desk: Open) -> None:
    create_record(tmp_path / "new.db")
    client = open_desk(record=tmp_path / "new.db")
    assert "No event of this record names" in say(read(client, "/person/Hulusi%20Akar").all("main")[0].words)
    assert "Yaşar Güler" in read(client, "/office/defence-minister/TUR").all("main")[0].words
    assert read(client, f"/place/{ANKARA}").all("p", class_="empty")
    assert "names its publisher" in read(client, "/publishers").all("p", class_="empty")[0].words


@pytest.mark.parametrize(
    "words", [SCRIPT, TURNED.replace("\0", ""), "javascript:alert(1)", "a/b.json", "..", "x" * 290]
)
def test_names_of_documents_stay_words_and_lead_to_their_pages(tmp_path: Path, open_desk: Open, words: str) -> None:
    path = tmp_path / "hostile.db"
    place = {**make_place(FAR_AWAY, words), "admin1": words}
    with open_new(path) as connection:
        put_all(connection, make_meeting("a", words, words, date(2026, 1, 1), publisher=words, place=place))
    client = open_desk(record=path)
    links = [a.attributes["href"] for a in read(client, "/events").all("a")]
    for address in (person_path(words), publisher_path(words), f"/place/{FAR_AWAY}"):
        assert address in links
        page = read(client, address)
        assert not page.all("script") and not page.all("img")
        assert not [a for a in page.all("a") if a.attributes["href"].lower().startswith("javascript:")]
        assert not set("\u202e\u2066\x00\x1b") & set(client.get(address).text)
        assert client.get(f"{address}.json").status_code == 200


def test_an_office_that_two_are_called_by_is_no_link(tmp_path: Path, open_desk: Open) -> None:
    """A president's chief of staff and that of the armed forces are called alike in events."""
    path = tmp_path / "staff.db"
    chief = make_holder("a", "Emre Kaya", title="Turkish Chief of Staff", office="chief of staff")
    with open_new(path) as connection:
        put_all(connection, chief)
    links = list_links(read(open_desk(record=path), "/events"))
    assert "/person/Emre%20Kaya" in links and not [link for link in links if link.startswith("/office")]
