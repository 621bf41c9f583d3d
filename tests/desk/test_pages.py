"""Pages: that each can be read with eyes, ears and keyboard, and leads on."""

import re
from itertools import pairwise
from pathlib import Path
from urllib.parse import parse_qs, urljoin, urlsplit

import pytest
from starlette.testclient import TestClient

from dragoman.store import create_record
from tests.desk.conftest import TOKEN, Open, read
from tests.pages.reader import Page, say
from tests.store.entries import make_entry, make_side, make_text, open_new, put_all
from tests.tasks.records import CLAIM, FIRST, OLD, SECOND, id_of

PAGES = (
    "/",
    "/events",
    "/events?side=TUR&type=SUPPORT&status=occurred&min_confidence=0.5",
    "/events?person=Nobody",
    "/events?offset=900",
    f"/event/{id_of(FIRST)}",
    f"/event/{id_of(FIRST)}?correct=contexts",
    f"/event/{id_of(CLAIM)}?correct=date",
    "/relation/IRN/TUR",
    "/relation/IRN/OMN",
    "/relation/IRN/TUR?from=2025-01-01&until=2025-12-31&against_from=2024-01-01&against_until=2024-12-31&type=ACCUSE",
    "/relation/PER/CHL?from=2025-01-01&until=2025-12-31&as_of=2025-12-31",
    "/document/a",
    "/document/a?codes=1",
    "/map",
    "/map?around=TUR&span=all&type=SUPPORT",
    "/map?around=Oceania",
    "/network",
    "/network?among=all+sides&span=all",
    "/network?side=OMN",
    "/commitments",
    "/commitments?one=IRN&other=TUR&on=2025-10-05",
    "/commitments?status=broken",
    "/person/Hulusi%20Akar",
    "/person/Bush",
    "/office/minister-of-defence/TUR",
    "/office/head-of-state/LBN?on=2023-06-01",
    "/place/323786",
    "/place/264371",
    "/publisher/The%20Lighthouse",
    "/publishers",
    "/try",
    "/docs",
    "/search",
    "/search?words=thanked",
    "/search?words=nothing+of+the+kind",
)


@pytest.fixture(params=PAGES)
def page(request: pytest.FixtureRequest, desk: TestClient) -> Page:
    return read(desk, request.param)


def test_a_page_has_landmarks_a_title_and_a_way_past_the_bar(page: Page) -> None:
    titles = [title for title in page.all("title") if "svg" not in title.parents]
    assert [len(found) for found in (page.all("main"), page.all("h1"), titles)] == [1, 1, 1]
    assert page.elements[0].attributes["lang"] == "en"
    assert all(say(page.all(name)[0].words) for name in ("title", "h1"))
    skip = page.all("a", class_="skip")[0].attributes["href"]
    assert page.all("main", id=skip.removeprefix("#"))
    labels = [nav.attributes.get("aria-label") for nav in page.all("nav")]
    assert all(labels) and len(labels) == len(set(labels)) >= 1


def test_headings_go_down_by_one(page: Page) -> None:
    levels = [int(e.name[1]) for e in page.elements if re.fullmatch(r"h[1-6]", e.name)]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_ids_are_used_once_and_what_points_at_them_finds_them(page: Page) -> None:
    ids = [e.attributes["id"] for e in page.elements if "id" in e.attributes]
    assert len(ids) == len(set(ids))
    pointers = [
        target
        for e in page.elements
        for name in ("for", "aria-labelledby", "aria-describedby", "list")
        if name in e.attributes
        for target in e.attributes[name].split()
    ]
    pointers += [e.attributes["href"][1:] for e in page.all("a") if e.attributes.get("href", "").startswith("#")]
    assert set(pointers) <= set(ids)


def test_every_field_has_a_label_and_every_table_a_caption(page: Page) -> None:
    labelled = {label.attributes.get("for") for label in page.all("label")}
    for element in (e for e in page.elements if e.name in ("input", "select", "textarea")):
        if element.attributes.get("type") != "hidden":
            assert element.attributes.get("id") in labelled or "label" in element.parents, element
    assert len(page.all("table")) == len(page.all("caption"))
    assert all(th.attributes.get("scope") in {"col", "row"} for th in page.all("th"))


def test_links_and_pictures_say_what_they_are(page: Page) -> None:
    assert all(say(link.words) for link in page.all("a"))
    assert all(picture.attributes["alt"] for picture in page.all("img"))
    named = {"aria-label", "aria-labelledby"}
    assert all(e.attributes.get("aria-hidden") == "true" or named & set(e.attributes) for e in page.all("svg"))


def test_nothing_runs_and_nothing_is_styled_in_a_page(page: Page) -> None:
    assert not page.all("style")
    # The few scripts that there are stand in files of the desk's own.
    assert all(not s.words and re.fullmatch(r"/assets/\w+-\w+\.js", s.attributes["src"]) for s in page.all("script"))
    assert not [e for e in page.elements for name in e.attributes if name.startswith("on") or name == "style"]


def test_every_way_from_the_first_page_leads_somewhere(desk: TestClient) -> None:
    seen: set[str] = set()
    waiting = ["/"]
    while waiting:
        address = waiting.pop()
        seen.add(address)
        answer = desk.get(address)
        assert answer.status_code in {200, 303}, address
        if not answer.headers["content-type"].startswith("text/html"):
            continue
        for found in re.findall(r'(?:href|src|srcset)="([^"]+)"', answer.text):
            target = urljoin(address, found.replace("&amp;", "&")).partition("#")[0]
            # One way through the many addresses of one page is enough.
            known = {urlsplit(one).path for one in seen} | {urlsplit(one).path for one in waiting}
            if target.startswith("/") and target not in seen and urlsplit(target).path not in known:
                waiting.append(target)
    paths = {urlsplit(address).path.split("/")[1] for address in seen}
    assert {"events", "event", "document", "relation", "commitments", "map", "network"} <= paths
    assert {"events.csv", "home.json", "assets"} <= paths


def test_a_relation_is_found_by_names_in_any_spelling(desk: TestClient) -> None:
    answer = desk.get("/relation", params={"one": "iran", "other": "Türkiye"})
    assert (answer.status_code, answer.headers["location"]) == (303, "/relation/IRN/TUR")
    assert say(read(desk, "/relation/Iran/turkey").all("h1")[0].words) == "Iran and Turkey"


@pytest.mark.parametrize(
    ("address", "status", "words"),
    [
        ("/relation", 422, "Name two"),
        ("/relation/IRN/IRN", 422, "named as both sides"),
        ("/relation/Iram/TUR", 422, "no state or organisation"),
        ("/relation?one=IRN", 422, "Name the other side"),
        ("/relation/IRN/TUR?from=2025-02-01&until=2025-01-01", 422, "before it begins"),
        ("/event/ev_0", 404, "no event or report is called"),
        (f"/event/{id_of(OLD)[:4]}", 422, "several ids begin"),
        (f"/event/{id_of(SECOND)}?as_of=2020-01-01", 404, "had been published"),
        ("/document/zzz", 404, "no document is called"),
        ("/nothing", 404, "leads to no page"),
        ("/events?type=PARTY", 422, "PARTY"),
        ("/events?mode=dance", 422, "no mode of the codebook"),
        ("/events?from=yesterday", 422, "2025-10-02"),
        ("/events?offset=-1", 422, "offset"),
        ("/events?min_confidence=2", 422, "min_confidence"),
        ("/commitments?one=IRN", 422, "Name the other side"),
        ("/map?around=Atlantis", 422, "Europe"),
        ("/map?span=ever", 422, "span"),
        ("/network?among=cats", 422, "among"),
        ("/network?type=PARTY", 422, "PARTY"),
        ("/document/a?part=0", 422, "part"),
    ],
)
def test_what_goes_wrong_is_said_with_what_to_do(desk: TestClient, address: str, status: int, words: str) -> None:
    page = read(desk, address, status)
    told = say(page.all("main")[0].words)
    assert words.lower() in told.lower()
    assert [a for a in page.all("a") if "main" in a.parents]


def test_errors_of_twins_are_objects(desk: TestClient) -> None:
    for address, status in (("/event/ev_0.json", 404), ("/events.json?type=PARTY", 422), ("/none.json", 404)):
        told = desk.get(address).json()
        assert set(told) == {"status", "fault", "remedy"} and told["status"] == status


def test_an_empty_record_says_how_to_fill_it(tmp_path: Path, open_desk: Open) -> None:
    create_record(tmp_path / "new.db")
    client = open_desk(record=tmp_path / "new.db")
    for address in ("/", "/events"):
        assert "dragoman record add new.db" in say(read(client, address).all("main")[0].words)
    for address in ("/commitments", "/search?words=peace", "/relation/IRN/TUR"):
        assert read(client, address).all("p", class_="empty")


def test_an_event_without_a_day_is_told_with_the_offices_of_its_sides(tmp_path: Path, open_desk: Open) -> None:
    minister = {**make_side("IRN", make_text("IRN", "thanked", "TUR")), "office": "foreign minister"}
    undated = make_entry("a", date=None, actors=[minister])
    with open_new(tmp_path / "undated.db") as connection:
        put_all(connection, undated)
    desk = open_desk(record=tmp_path / "undated.db")
    for address in ("/events", "/search?words=thanked", f"/event/{id_of(undated)}", "/relation/IRN/TUR"):
        page = read(desk, address)
        assert page.all("a", href="/office/minister-of-foreign-affairs/IRN"), address


def test_a_record_that_is_gone_is_said_so(record: Path, desk: TestClient) -> None:
    record.unlink()
    assert "There is no such record" in say(read(desk, "/", 503).all("main")[0].words)
    assert desk.get("/events.json").status_code == 503


def test_a_page_answers_a_question_for_its_head(desk: TestClient) -> None:
    answer = desk.head("/events")
    assert (answer.status_code, answer.text) == (200, "")
    assert desk.post("/events").status_code in {405, 403, 411}


@pytest.mark.parametrize(
    ("address", "typed", "ways"),
    [
        ("/relation?one=Grece&other=Turkey", ("Grece", "Turkey"), {"/relation?one=GRC&other=Turkey"}),
        ("/relation?one=Iran&other=Turkei", ("Iran", "Turkei"), {"/relation?one=Iran&other=TUR"}),
        ("/relation/Grece/Turkei", ("Grece", "Turkei"), {"/relation?one=GRC&other=Turkei"}),
        ("/relation/Grece", ("Grece", ""), {"/relation/GRC"}),
        ("/relation?one=Iran&other=", ("Iran", ""), set()),
        ("/relation/IRN/IRN", ("IRN", "IRN"), set()),
    ],
)
def test_mistyped_sides_come_back_with_the_nearest(
    desk: TestClient, address: str, typed: tuple[str, str], ways: set[str]
) -> None:
    page = read(desk, address, 422)
    fields = {e.attributes["name"]: e.attributes["value"] for e in page.all("input") if "main" in e.parents}
    assert fields == dict(zip(("one", "other"), typed, strict=True))
    assert [form.attributes["action"] for form in page.all("form") if "main" in form.parents] == ["/relation"]
    offered = {a.attributes["href"] for a in page.all("a") if a.attributes["href"].startswith("/relation")}
    assert ways <= offered and bool(ways) == bool(offered)
    assert all(desk.get(way).status_code in {303, 422} for way in offered)


def test_one_side_alone_leads_to_its_events(desk: TestClient) -> None:
    for typed in ("GRC", "greece", "IGO:UN"):
        answer = desk.get(f"/relation/{typed}")
        side = typed if ":" in typed else "GRC"
        assert answer.status_code == 303 and parse_qs(urlsplit(answer.headers["location"]).query) == {"side": [side]}


def test_browsers_find_the_icon_where_they_look_for_it(open_desk: Open) -> None:
    for client in (open_desk(), open_desk(token=TOKEN)):
        assert client.get("/favicon.ico").content == client.get("/assets/icon.svg").content != b""
