"""The page of a relation: what it can be asked, two periods beside each other, and months chosen on its chart."""

import json
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from starlette.testclient import TestClient

from dragoman.model.codes import EventType, QuadClass, Status
from dragoman.tasks.dossier import compile_dossier
from dragoman.tasks.listing import make_filter
from dragoman.tasks.opening import open_record
from dragoman.tasks.periods import Period
from tests.desk.conftest import read
from tests.pages.reader import say

RELATION = "/relation/IRN/TUR"
COMPARED = f"{RELATION}?from=2025-01-01&until=2025-12-31&against_from=2024-06-01&against_until=2024-06-30"


@pytest.mark.parametrize(
    ("asked", "conditions"),
    [
        ("type=SUPPORT", {"types": [EventType.SUPPORT]}),
        ("type=accuse&type=ASSAULT", {"types": [EventType.ACCUSE, EventType.ASSAULT]}),
        ("quad_class=material+conflict", {"quad_classes": [QuadClass.MATERIAL_CONFLICT]}),
        ("status=claimed", {"statuses": [Status.CLAIMED]}),
        ("speaker=Iran", {"speaker": "IRN"}),
        ("publisher=The+Lighthouse", {"publisher": "The Lighthouse"}),
        ("min_confidence=0.95", {"min_confidence": 0.95}),
        ("from=2025-10-02&place=Ankara", {"first": date(2025, 10, 2), "place": "Ankara"}),
    ],
)
def test_a_relation_is_told_by_the_events_that_meet_the_conditions(
    record: Path, desk: TestClient, asked: str, conditions: dict[str, Any]
) -> None:
    wanted = make_filter(dyad=("IRN", "TUR"), **conditions)
    with open_record(record) as connection:
        told = compile_dossier(connection, "IRN", "TUR", first=wanted.first, among=wanted, limit=50, latest=200)
        whole = compile_dossier(connection, "IRN", "TUR", limit=50, latest=200)
    assert desk.get(f"{RELATION}.json?{asked}").json() == told
    assert told["relation"]["events"] < whole["relation"]["events"]
    assert told["commitments"] == whole["commitments"], "commitments are followed up by all events"
    page = read(desk, f"{RELATION}?{asked}")
    assert len(page.all("li", class_="event")) == told["relation"]["events"]
    assert "commitments are of all" in say(page.all("main")[0].words)


def test_conditions_are_shown_each_with_a_way_to_leave_it_out(desk: TestClient) -> None:
    page = read(desk, f"{RELATION}?type=SUPPORT&type=ACCUSE&status=occurred")
    ways = {say(a.words): a.attributes["href"] for a in page.all("a") if "li" in a.parents and a.words.startswith("×")}
    assert list(ways) == ["×Leave out type SUPPORT", "×Leave out type ACCUSE", "×Leave out status occurred"]
    assert parse_qs(urlsplit(ways["×Leave out type ACCUSE"]).query)["type"] == ["SUPPORT"]
    # A field shows one value; the others come back with the form.
    kept = [e.attributes["value"] for e in page.all("input", type="hidden", name="type")]
    assert kept == ["ACCUSE"]


def test_lists_and_charts_of_a_relation_keep_its_conditions(desk: TestClient) -> None:
    page = read(desk, f"{RELATION}?status=claimed&until=2025-12-31")
    (events,) = {a.attributes["href"] for a in page.all("a") if a.attributes["href"].startswith("/events.csv?")}
    assert parse_qs(urlsplit(events).query) == {
        "status": ["claimed"], "until": ["2025-12-31"], "side": ["IRN"], "other": ["TUR"],
    }  # fmt: skip
    (chart,) = [e.attributes["src"] for e in page.all("img")]
    assert "types.svg" in chart and "status=claimed" in chart
    assert desk.get(chart).text != desk.get(f"{RELATION}/types.svg").text


def test_two_periods_stand_side_by_side(record: Path, desk: TestClient) -> None:
    days = {"first": date(2025, 1, 1), "last": date(2025, 12, 31)}
    against = Period(first=date(2024, 6, 1), last=date(2024, 6, 30))
    with open_record(record) as connection:
        told = compile_dossier(connection, "IRN", "TUR", **days, against=against, limit=50, latest=200)  # type: ignore[arg-type]
    assert desk.get(COMPARED.replace("?", ".json?")).json() == told
    page = read(desk, COMPARED)
    table = next(t for t in page.all("table") if "commitments made" in t.words)
    rows = [say(row) for row in table.words.splitlines()]
    assert "2025-01-01 to 2025-12-31" in say(table.words) and "2024-06-01 to 2024-06-30" in say(table.words)
    for row in ("all events 2 1 +1", "events in 30 days 0.2 1.0", "SUPPORT 1 0 +1", "ACCUSE 0 1 −1"):
        assert row in rows, row
    assert "commitments made 1 0 +1" in rows
    words = say(page.all("section", id="summary")[0].words)
    assert "Only from 2024-06-01 to 2024-06-30: ACCUSE 1." in words


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ("against_from=2024-01-01", "first and its last day"),
        ("against_until=2024-01-01", "first and its last day"),
        ("against_from=2024-02-01&against_until=2024-01-01", "Turn the days round"),
        ("against_from=soon&against_until=2024-01-01", "2025-10-02"),
        ("quad_class=party", "verbal conflict"),
        ("speaker=Nowhere+at+all", "no state or organisation"),
    ],
)
def test_a_question_that_cannot_be_answered_is_said_so(desk: TestClient, asked: str, words: str) -> None:
    assert words in say(read(desk, f"{RELATION}?{asked}", 422).all("main")[0].words)
    told = desk.get(f"{RELATION}.json?{asked}")
    assert told.status_code == 422 and words in told.json()["remedy"] + told.json()["fault"]


def test_empty_days_of_a_form_ask_nothing(desk: TestClient) -> None:
    empty = desk.get(f"{RELATION}.json?from=&until=&against_from=&against_until=&type=&status=")
    assert empty.json() == desk.get(f"{RELATION}.json").json()


def test_pairs_of_periods_are_offered_that_end_with_the_last_event(desk: TestClient) -> None:
    page = read(desk, RELATION)
    links = [a.attributes["href"] for a in page.all("a") if "against_from" in a.attributes["href"]]
    assert [{n: v[0] for n, v in parse_qs(urlsplit(link).query).items()} for link in links] == [
        {"from": "2024-10-05", "until": "2025-10-04", "against_from": "2023-10-05", "against_until": "2024-10-04"},
        {"from": "2025-01-01", "until": "2025-10-04", "against_from": "2024-01-01", "against_until": "2024-10-04"},
        {"from": "2025-09-05", "until": "2025-10-04", "against_from": "2025-08-06", "against_until": "2025-09-04"},
    ]
    for link in links:
        assert "Two periods compared" in read(desk, link).all("main")[0].words


def test_periods_of_the_chart_can_be_chosen_without_a_script(desk: TestClient) -> None:
    page = read(desk, RELATION)
    ways = {say(a.words): a.attributes["href"] for a in page.all("a") if "figure" in a.parents}
    assert list(ways) == ["2024-06", "2025-10"]
    there = read(desk, ways["2024-06"])
    assert len(there.all("li", class_="event")) == 1
    back = {say(a.words): a.attributes for a in there.all("a") if "figure" in a.parents}
    assert back["2024-06"]["aria-current"] == "true"
    assert back["all"]["href"] == f"{RELATION}#course"


def test_the_chart_for_the_script_has_a_selection_of_months_and_the_pages_figures(desk: TestClient) -> None:
    answer = desk.get(f"{RELATION}/balance.vl.json?from=2025-01-01")
    assert answer.headers["content-type"] == "application/json"
    drawn = json.dumps(answer.json())
    assert '"name": "period"' in drawn and '"encodings": ["x"]' in drawn
    assert drawn != json.dumps(desk.get(f"{RELATION}/balance.vl.json").json())
    assert "datetime(" not in drawn and "http" not in drawn.replace("https://vega.github.io/schema/", "")
    assert desk.get("/relation/PER/OMN/balance.vl.json").status_code == 404


def test_scripts_are_the_desks_own_and_on_few_pages(desk: TestClient) -> None:
    scripts = read(desk, RELATION).all("script")
    assert [list(s.attributes) for s in scripts] == [["defer", "src"]] * 2
    for script in scripts[1:]:
        answer = desk.get(script.attributes["src"])
        assert answer.headers["content-type"].startswith("text/javascript")
        assert "immutable" in answer.headers["cache-control"]
    policy = desk.get(RELATION).headers["content-security-policy"]
    assert "script-src 'self'" in policy and "unsafe" not in policy
    assert not read(desk, "/relation/PER/OMN").all("script"), "there is nothing to choose on"
    assert "script" not in desk.get("/documents").headers["content-security-policy"]
    assert desk.get("/assets/brush-0.js").status_code == 404


def test_vega_comes_from_the_installed_library_under_a_name_that_its_page_knows(desk: TestClient) -> None:
    vega, _ = read(desk, RELATION).all("script")
    answer = desk.get(vega.attributes["src"])
    assert answer.status_code == 200 and "vegaEmbed" in answer.text
    assert "immutable" in answer.headers["cache-control"]
