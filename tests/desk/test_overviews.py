"""The map and the network: each circle, node and line says what it is, and leads to the events that it stands for."""

from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from starlette.testclient import TestClient

from dragoman.store import EventFilter, create_record
from dragoman.tasks.geography import map_events
from dragoman.tasks.network import Among, link_sides
from dragoman.tasks.opening import open_record
from dragoman.tasks.spans import Span
from tests.desk.conftest import Open, read
from tests.pages.reader import Element, Page, say
from tests.store.entries import make_entry, open_new, put_all
from tests.tasks.overview_records import ANKARA, KASHMIR, make_overview


@pytest.fixture
def record(tmp_path: Path) -> Path:
    return make_overview(tmp_path / "relations.db")


def list_drawn(page: Page) -> list[Element]:
    """The links in the picture; of two, one for each width, those in the wide one."""
    (_, *narrow) = [page.elements.index(one) for one in page.all("svg") if one.attributes.get("role") == "group"]
    last = narrow[0] if narrow else len(page.elements)
    return [link for link in page.elements[:last] if link.name == "a" and "svg" in link.parents]


def list_rows(page: Page) -> list[str]:
    return [say(row.words) for row in page.all("tr") if "tbody" in row.parents]


def count(desk: TestClient, link: Element) -> int:
    """How many events there are where a link leads."""
    path, _, query = link.attributes["href"].partition("?")
    assert path == "/events"
    total: int = desk.get(f"/events.json?{query}").json()["total"]
    return total


def test_twins_are_what_the_tasks_tell(record: Path, desk: TestClient) -> None:
    with open_record(record) as connection:
        told = {
            "/map.json": map_events(connection, EventFilter()),
            "/map.json?span=all&around=Iran&limit=1&side=IRN": map_events(
                connection, EventFilter(code="IRN"), span=Span.ALL, around="IRN", limit=1
            ),
            "/network.json": link_sides(connection, EventFilter()),
            "/network.json?span=1+year&among=all+sides&limit=2&place=Ankara": link_sides(
                connection, EventFilter(place="Ankara"), span=Span.YEAR, among=Among.ALL, limit=2
            ),
        }
    for address, expected in told.items():
        assert desk.get(address).json() == expected, address


@pytest.mark.parametrize("asked", ["", "?span=all", "?type=SUPPORT", "?from=2025-05-01&until=2025-05-10", "?side=TUR"])
def test_a_circle_leads_to_as_many_events_as_it_says(desk: TestClient, asked: str) -> None:
    page = read(desk, f"/map{asked}")
    drawn = list_drawn(page)
    assert drawn
    for link in drawn:
        name = link.attributes["aria-label"]
        assert f": {count(desk, link)} event" in name and say(link.words) == name
    assert {link.attributes["href"] for link in drawn} == {
        link.attributes["href"] for link in page.all("a") if "tbody" in link.parents
    }
    assert len(list_rows(page)) == len(drawn)


def test_a_country_alone_is_a_ring_and_conflict_is_cut_out(desk: TestClient) -> None:
    page = read(desk, "/map")
    rings = [ring for ring in page.all("circle", class_="ring") if "a" in ring.parents]
    assert len(rings) == 1
    (iran,) = [link for link in list_drawn(page) if "no more than the country" in link.attributes["aria-label"]]
    assert iran.attributes["aria-label"].startswith("Iran, no more than the country is known")
    wedges = [path for path in page.all("path", class_="conflict") if "a" in path.parents]
    assert len(wedges) == 1
    assert "Ankara Turkey 4 3 1" in list_rows(page)


def test_the_map_says_what_it_leaves_out_and_where_its_lines_are_from(desk: TestClient) -> None:
    told = say(read(desk, "/map?limit=1&around=Asia").all("main")[0].words)
    assert "1 event names no place" in told and "happened elsewhere" in told
    assert "2025-05-31" in told and "Natural Earth" in told and "not whose it is" in told
    assert "more place" in say(read(desk, "/map?limit=1").all("main")[0].words)


@pytest.mark.parametrize("asked", ["", "?span=all&among=all+sides", "?quad_class=material+conflict", "?side=OMN"])
def test_lines_and_nodes_lead_to_what_they_stand_for(desk: TestClient, asked: str) -> None:
    page = read(desk, f"/network{asked}")
    drawn = list_drawn(page)
    relations = [link for link in drawn if link.attributes["href"].startswith("/relation/")]
    sides = [link for link in drawn if "node" in link.attributes.get("class", "")]
    assert relations and sides and len(relations) + len(sides) == len(drawn)
    for link in relations:
        parts = urlsplit(link.attributes["href"])
        one, other = parts.path.split("/")[2:]
        query = f"side={one}&other={other}&{parts.query}"
        events = desk.get(f"/events.json?{query}").json()["total"]
        assert f": {events} event" in link.attributes["aria-label"], link
    assert all(count(desk, link) for link in sides)
    assert len(list_rows(page)) == len(drawn)


def test_on_a_phone_the_network_is_another_picture_of_the_same(desk: TestClient) -> None:
    page = read(desk, "/network?span=all&among=all+sides")
    wide, narrow = (one for one in page.all("svg") if "network" in one.attributes.get("class", ""))
    assert [one.attributes["class"].split()[1] for one in (wide, narrow)] == ["wide", "narrow"]
    assert int(narrow.attributes["width"]) <= 360
    links = [a.attributes["href"] for a in page.all("a") if "svg" in a.parents]
    assert links == 2 * [link.attributes["href"] for link in list_drawn(page)]


def test_the_country_of_a_place_is_said_to_be_that_of_geonames(tmp_path: Path, open_desk: Open) -> None:
    with open_new(tmp_path / "valley.db") as connection:
        put_all(connection, make_entry("x", place={**KASHMIR, "geonames_id": 1269320}))
    client = open_desk(record=tmp_path / "valley.db")
    page = read(client, "/map")
    assert "Country, as GeoNames has it" in [head.words for head in page.all("th", scope="col")]
    assert [link.attributes["aria-label"] for link in list_drawn(page)] == ["Kashmir (GeoNames: India): 1 event"]
    assert "as GeoNames assigns it" in say(read(client, "/place/1269320").all("main")[0].words)


def test_the_legend_names_both_colours(desk: TestClient) -> None:
    page = read(desk, "/map")
    assert {"cooperation", "conflict"} <= {say(item.words) for item in page.all("li") if "main" in item.parents}
    assert len(page.all("span", class_="key")) == 2


def test_days_that_are_asked_for_are_said_once(desk: TestClient) -> None:
    for asked, words in (
        ("?from=2025-05-01", "From 2025-05-01; other periods:"),
        ("?until=2025-05-10", "Until 2025-05-10; other periods:"),
        ("?from=2025-05-01&until=2025-05-10", "From 2025-05-01 until 2025-05-10; other periods:"),
        ("?span=all", "All days that the record tells of; other periods:"),
        ("?as_of=2025-05-03", "to 2025-05-31, by what had been published by 2025-05-03; other periods:"),
    ):
        told = say(read(desk, f"/map{asked}").all("main")[0].words)
        assert words in told and told.count("the record tells of") <= 1


def test_strands_are_told_apart_by_stroke_and_colour(desk: TestClient) -> None:
    page = read(desk, "/network")
    strands = [line for line in page.all("line", class_="strand") if "a" in line.parents]
    classes = {name for line in strands for name in line.attributes["class"].split()}
    assert {"verbal-cooperation", "material-cooperation", "material-conflict"} <= classes


def test_a_side_beside_the_one_asked_for_leads_to_the_events_of_both(desk: TestClient) -> None:
    nodes = [a for a in list_drawn(read(desk, "/network?side=OMN")) if "node" in a.attributes.get("class", "")]
    asked = [parse_qs(urlsplit(node.attributes["href"]).query) for node in nodes]
    assert [question["side"] for question in asked] == [["OMN"]] * len(nodes)
    assert sum("other" not in question for question in asked) == 1


def test_conditions_stay_while_period_and_region_change(desk: TestClient) -> None:
    page = read(desk, "/map?side=TUR&span=1+year&around=Europe")
    links = [a.attributes["href"] for a in page.all("a") if "nav" in a.parents and "?" in a.attributes["href"]]
    assert len(links) == 12 and all("side=TUR" in link for link in links)
    current = [say(a.words) for a in page.all("a") if a.attributes.get("aria-current") == "true"]
    assert current == ["Europe"]
    (period,) = page.all("nav", class_="period")
    assert say(period.words) == (
        "The last year that the record tells of, 2024-06-01 to 2025-05-31; other periods: "
        "last 3 years last 10 years all"
    )
    (kept,) = page.all("input", name="span")
    assert kept.attributes["value"] == "1 year"


def test_what_a_document_calls_a_place_is_words(tmp_path: Path, open_desk: Open) -> None:
    evil = {**ANKARA, "geonames_id": None, "name": '"><script>alert(1)</script>\u202eevil'}
    with open_new(tmp_path / "evil.db") as connection:
        put_all(connection, make_entry("x", place=evil))
    client = open_desk(record=tmp_path / "evil.db")
    page = read(client, "/map")
    (link,) = list_drawn(page)
    assert (
        "<script>alert(1)</script>" in link.attributes["aria-label"] and "\u202e" not in link.attributes["aria-label"]
    )
    assert not page.all("script")
    assert count(client, link) == 1


def test_an_empty_record_says_how_to_fill_it(tmp_path: Path, open_desk: Open) -> None:
    create_record(tmp_path / "new.db")
    client = open_desk(record=tmp_path / "new.db")
    for address in ("/map", "/network"):
        assert "dragoman record add new.db" in say(read(client, address).all("main")[0].words)
    for address in ("/map?side=TUR", "/network?side=TUR", "/map?around=Europe"):
        assert read(client, address).all("p", class_="empty")


def test_home_and_relations_lead_to_them(desk: TestClient) -> None:
    links = {a.attributes["href"] for a in read(desk, "/").all("a") if "main" in a.parents}
    assert {"/map", "/network"} <= links
    (link,) = [a for a in read(desk, "/relation/IRN/TUR").all("a") if "/map?" in a.attributes["href"]]
    told = desk.get(link.attributes["href"].replace("/map", "/map.json")).json()
    assert told["total"] == desk.get("/events.json?side=IRN&other=TUR").json()["total"] > 0
