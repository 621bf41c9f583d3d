"""Twins and lists: what the tasks tell is what the addresses give."""

import csv
import io
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest
from starlette.testclient import TestClient

from dragoman.commitments import Fate
from dragoman.model.codes import EventType, QuadClass, Sector, Status
from dragoman.tasks.documents import tell_document
from dragoman.tasks.dossier import compile_dossier
from dragoman.tasks.listing import list_events, make_filter
from dragoman.tasks.named import search_names_too
from dragoman.tasks.opening import open_record
from dragoman.tasks.overview import look_over
from dragoman.tasks.promises import page_commitments
from dragoman.tasks.relation import measure, relate
from dragoman.tasks.reviewable import tell_reviewable
from tests.desk.conftest import read
from tests.pages.reader import say
from tests.tasks.records import CLAIM, FIRST, id_of

FILTERS: list[tuple[str, dict[str, Any]]] = [
    ("type=SUPPORT", {"types": [EventType.SUPPORT]}),
    ("type=support&type=ACCUSE", {"types": [EventType.SUPPORT, EventType.ACCUSE]}),
    ("mode=visit", {"modes": ["visit"]}),
    ("context=military", {"contexts": ["military"]}),
    ("quad_class=verbal+conflict", {"quad_classes": [QuadClass.VERBAL_CONFLICT]}),
    ("status=claimed", {"statuses": [Status.CLAIMED]}),
    ("side=Iran", {"side": "IRN"}),
    ("other=PER", {"side": "PER"}),
    ("side=IRN&other=TUR", {"dyad": ("IRN", "TUR")}),
    ("sector=GOV", {"sector": Sector.GOV}),
    ("person=Nobody", {"person": "Nobody"}),
    ("place=Ankara", {"place": "Ankara"}),
    ("place=TUR", {"place": "TUR"}),
    ("from=2025-10-02", {"first": date(2025, 10, 2)}),
    ("until=2025-10-02", {"last": date(2025, 10, 2)}),
    ("speaker=IRN", {"speaker": "IRN"}),
    ("publisher=The+Lighthouse", {"publisher": "The Lighthouse"}),
    ("min_confidence=0.95", {"min_confidence": 0.95}),
    ("as_of=2025-10-03", {"as_of": date(2025, 10, 3)}),
    ("rejected=true", {"with_rejected": True}),
]


@pytest.mark.parametrize(("asked", "conditions"), FILTERS)
def test_events_are_those_that_meet_the_conditions(
    record: Path, desk: TestClient, asked: str, conditions: dict[str, Any]
) -> None:
    with open_record(record) as connection:
        told = list_events(connection, make_filter(**conditions), newest_first=True)
    assert desk.get(f"/events.json?{asked}").json() == told
    shown = read(desk, f"/events?{asked}")
    assert len(shown.all("li", class_="event")) == len(told["events"])
    chips = [say(chip.words) for chip in shown.all("li") if "ul" in chip.parents and "Leave out" in chip.words]
    assert len(chips) == len([part for part in asked.split("&") if not part.endswith("=")])


def test_a_list_goes_on_from_page_to_page_in_either_order(desk: TestClient) -> None:
    for order in ("newest", "oldest"):
        whole = [e["event_id"] for e in desk.get(f"/events.json?order={order}").json()["events"]]
        ids, address = [], f"/events?order={order}&limit=2"
        while address:
            page = read(desk, address)
            ids += [say(e.words)[-19:] for e in page.all("li", class_="event")]
            address = next((a.attributes["href"] for a in page.all("a", rel="next")), "")
        assert ids == whole
    assert ids[0] != desk.get("/events.json").json()["events"][0]["event_id"]


@pytest.mark.parametrize("asked", ["", "type=SUPPORT", "side=PER"])
def test_downloads_hold_every_event_that_is_meant(desk: TestClient, asked: str) -> None:
    events = desk.get(f"/events.json?{asked}").json()["events"]
    ids = {event["event_id"] for event in events}
    as_csv, as_parquet = (desk.get(f"/events.{form}?{asked}") for form in ("csv", "parquet"))
    assert {row["event_id"] for row in csv.DictReader(io.StringIO(as_csv.text))} == ids
    assert set(pq.read_table(io.BytesIO(as_parquet.content))["event_id"].to_pylist()) == ids
    assert as_csv.headers["content-disposition"] == 'attachment; filename="events.csv"'


def test_the_home_twin_is_the_overview(record: Path, desk: TestClient) -> None:
    with open_record(record) as connection:
        assert desk.get("/home.json").json() == look_over(connection, date.today())


def test_an_events_twin_has_all_that_stands_behind_it(record: Path, desk: TestClient) -> None:
    with open_record(record) as connection:
        told = tell_reviewable(connection, id_of(FIRST))
        before = tell_reviewable(connection, id_of(FIRST), as_of=date(2025, 10, 3))
    assert desk.get(f"/event/{id_of(FIRST)}.json").json() == told
    assert desk.get(f"/event/{id_of(FIRST)}.json?as_of=2025-10-03").json() == before != told
    assert desk.get(f"/event/{id_of(FIRST)[:8]}.json").json() == told


def test_a_documents_twin_has_its_text_marks_and_events(record: Path, desk: TestClient) -> None:
    with open_record(record) as connection:
        told = tell_document(connection, "a")
    assert desk.get("/document/a.json").json() == told
    assert {mark["mark"] for mark in told["marks"]} == {"actor", "trigger"}
    assert [event["report_id"] for event in told["events"]] == [id_of(FIRST)]


@pytest.mark.parametrize(
    ("asked", "days"),
    [
        ("", {}),
        ("from=2025-01-01&until=2025-10-02", {"first": date(2025, 1, 1), "last": date(2025, 10, 2)}),
        ("as_of=2025-10-03", {"as_of": date(2025, 10, 3)}),
        ("limit=1", {"limit": 1}),
    ],
)
def test_a_relations_twin_is_its_dossier(record: Path, desk: TestClient, asked: str, days: dict[str, Any]) -> None:
    with open_record(record) as connection:
        told = compile_dossier(connection, "IRN", "TUR", **{"limit": 50, **days})
    assert desk.get(f"/relation/IRN/TUR.json?{asked}").json() == told


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        ("", {}),
        ("status=open", {"fates": [Fate.OPEN]}),
        ("on=2030-01-01&status=lapsed&status=open", {"on": date(2030, 1, 1), "fates": [Fate.OPEN, Fate.LAPSED]}),
        ("as_of=2025-10-02", {"as_of": date(2025, 10, 2)}),
        ("limit=1&offset=1", {"limit": 1, "offset": 1}),
        ("one=IRN&other=TUR", {"dyad": ("IRN", "TUR")}),
    ],
)
def test_the_commitments_twin_is_their_list(record: Path, desk: TestClient, asked: str, meant: dict[str, Any]) -> None:
    with open_record(record) as connection:
        assert desk.get(f"/commitments.json?{asked}").json() == page_commitments(connection, **meant)


@pytest.mark.parametrize("words", ["thanked", 'iran "thanked Turkey"', "none such", "", "  ", '"', "!!!", "a OR b*"])
def test_the_search_twin_is_what_is_found(record: Path, desk: TestClient, words: str) -> None:
    with open_record(record) as connection:
        told = search_names_too(connection, words)
    assert desk.get("/search.json", params={"words": words}).json() == told


def test_charts_are_drawn_from_the_figures_of_the_page(record: Path) -> None:
    days: dict[str, Any] = {"first": date(2025, 1, 1), "last": date(2025, 10, 3), "as_of": date(2025, 10, 5)}
    with open_record(record) as connection:
        told, figures = relate(connection, "IRN", "TUR", **days), measure(connection, "IRN", "TUR", **days)
    assert figures == {name: told[name] for name in ("by_month", "balance")} and figures["by_month"]


@pytest.mark.parametrize("name", ["balance", "quad_classes", "types"])
def test_a_chart_is_a_picture_that_follows_light_and_dark(desk: TestClient, name: str) -> None:
    wide, narrow = (desk.get(f"/relation/IRN/TUR/{name}.svg?width={width}") for width in ("wide", "narrow"))
    assert wide.headers["content-type"] == "image/svg+xml"
    assert "prefers-color-scheme: dark" in wide.text and "<script" not in wide.text
    assert wide.text != narrow.text
    page = read(desk, "/relation/IRN/TUR")
    (shown,) = [e for e in page.all("img") if name in e.attributes["src"]]
    width, height = (float(n) for n in wide.text.partition('viewBox="0 0 ')[2].partition('"')[0].split())
    assert (float(shown.attributes["width"]), float(shown.attributes["height"])) == (width, height)
    assert desk.get("/relation/PER/OMN/types.svg").status_code == 404
    assert desk.get("/relation/IRN/TUR/none.svg").status_code == 422


def test_the_event_page_shows_each_field_with_its_words_and_reports_side_by_side(desk: TestClient) -> None:
    page = read(desk, f"/event/{id_of(FIRST)}")
    told = say(page.all("dl", class_="fields")[0].words)
    assert "Ankara, TUR “Turkey”" in told and "places:sentence 0.80" in told
    table = page.all("table")[0]
    assert "differs" in table.words and "The Lighthouse" in table.words and "The Harbour Post" in table.words
    assert "Why they are one event" in [say(h.words) for h in page.all("h2")]
    assert "claimed" in say(read(desk, f"/event/{id_of(CLAIM)}").all("section")[0].words)
