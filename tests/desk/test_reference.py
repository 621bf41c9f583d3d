"""What programs are told of the desk: all of it, and nothing that is not so."""

import re
import shlex
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from fastapi import FastAPI
from pydantic import BaseModel
from starlette.testclient import TestClient

from dragoman.desk import DeskSettings, make_app
from dragoman.desk.reference.describing import describe_desk, list_operations
from dragoman.desk.reference.parameters import PARAMETERS
from dragoman.desk.reference.shapes import SHAPES
from dragoman.desk.routes import PAGES
from tests.desk.conftest import TOKEN, Open, read
from tests.desk.test_try import GIVEN, with_words
from tests.pages.reader import say
from tests.tasks.records import CLAIM, FIRST, id_of

TWINS = [page.twin for page in PAGES if page.twin != "/openapi.json"]

REAL = {
    "/relation/{one}/{other}.json": [
        "/relation/IRN/TUR.json",
        "/relation/IRN/TUR.json?against_from=2024-01-01&against_until=2024-12-31",
        "/relation/PER/OMN.json",
    ],
    "/events.json": ["/events.json", "/events.json?as_of=2025-10-03"],
    "/event/{event_id}.json": [f"/event/{id_of(FIRST)}.json", f"/event/{id_of(CLAIM)}.json"],
    "/document/{document_id:path}.json": ["/document/a.json", "/document/e.json"],
    "/commitments.json": ["/commitments.json", "/commitments.json?one=IRN&other=TUR&on=2030-01-01"],
    "/search.json": ["/search.json?words=thanked", "/search.json?words=Fidan", "/search.json"],
    "/person/{name}.json": ["/person/Hakan%20Fidan.json", "/person/Ahmed.json"],
    "/office/{office}/{owner}.json": ["/office/president/TUR.json"],
    "/place/{geonames_id}.json": ["/place/323786.json"],
    "/publisher/{name}.json": ["/publisher/The%20Lighthouse.json"],
}
"""Addresses by which a twin tells something; others tell it by their own."""


@cache
def describe(**settings: Any) -> dict[str, Any]:
    return describe_desk(make_app(DeskSettings(record=Path("none.db"), **settings)))


@pytest.mark.parametrize("twin", TWINS)
def test_what_a_twin_gives_is_described_to_the_last_field(desk: TestClient, twin: str) -> None:
    assert twin in SHAPES, "say what it gives: dragoman/desk/reference/shapes"
    for address in REAL.get(twin, [twin]):
        answer = desk.get(address)
        assert answer.status_code == 200, (address, answer.text)
        told = answer.json()
        for mark in told.get("marks", ()):
            mark.pop("code", None)  # the record of the tests has it, and no coder tells it
        SHAPES[twin].model_validate(told, extra="forbid", by_alias=True)


def test_what_trying_gives_is_described_too(desk: TestClient) -> None:
    told = with_words(desk).post("/try.json", json=GIVEN).json()
    assert told["events"]
    SHAPES["/try.json"].model_validate(told, extra="forbid")


def test_no_shape_is_left_over() -> None:
    assert set(SHAPES) == {*TWINS, "/try.json"}
    assert all(issubclass(shape, BaseModel) for shape in SHAPES.values())


def test_all_twins_and_files_are_there_and_nothing_else() -> None:
    told = {re.sub(r":\w+}", "}", twin) for twin in TWINS}
    files = {"/events.csv", "/events.parquet", "/openapi.json", "/try.json"}
    assert {path for path in describe()["paths"] if path != "/openapi.json"} == (told | files) - {"/openapi.json"}


def test_every_part_of_an_address_says_what_it_is_and_gives_an_example() -> None:
    met = set()
    for path, operation in list_operations(describe()):
        assert operation["summary"] and operation["operationId"]
        for parameter in operation.get("parameters", ()):
            met.add(parameter["name"])
            assert parameter.get("description"), f"{path}: {parameter['name']} in dragoman/desk/reference/parameters.py"
            assert "example" in parameter and "null" not in str(parameter["schema"])
    assert set(PARAMETERS) <= met, "described, and nowhere asked"


def test_each_operation_has_a_name_of_its_own() -> None:
    names = [operation["operationId"] for _, operation in list_operations(describe())]
    assert len(names) == len(set(names))


def test_errors_are_described_as_they_are_told() -> None:
    for path, operation in list_operations(describe(token=TOKEN)):
        faults = {status: answer for status, answer in operation["responses"].items() if status != "200"}
        assert {"401", "422", "503"} <= set(faults)
        assert ("404" in faults) == ("{" in path)
        for answer in faults.values():
            assert answer["content"]["application/json"]["schema"] == {"$ref": "#/components/schemas/Fault"}
    tried = describe()["paths"]["/try.json"]["post"]["responses"]
    assert {"413", "422", "429", "503"} <= set(tried) and "Retry-After" in tried["429"]["headers"]
    assert "ValidationError" not in str(describe()["components"])


def test_a_token_is_described_where_one_is_needed(open_desk: Open) -> None:
    assert "security" not in describe() and "401" not in describe()["paths"]["/events.json"]["get"]["responses"]
    told = describe(token=TOKEN)
    assert told["security"] == [{"token": []}]
    assert told["components"]["securitySchemes"]["token"] == {"type": "http", "scheme": "bearer"}
    client = open_desk("http://desk.example", host="0.0.0.0", token=TOKEN)  # noqa: S104
    bearer = {"authorization": f"Bearer {TOKEN}"}
    for address in ("/openapi.json", "/docs"):
        assert client.get(address).status_code == 401
        assert client.get(address, headers=bearer).status_code == 200
        assert TOKEN not in client.get(address, headers=bearer).text


def test_the_page_shows_each_address_with_its_parts_answers_and_an_example(desk: TestClient) -> None:
    page = read(desk, "/docs")
    told = desk.get("/openapi.json").json()
    for path, operation in list_operations(told):
        (shown,) = [e for e in page.all("article") if say(e.words).split()[1] == path]
        words = say(shown.words)
        assert operation["summary"] in words and "curl" in words
        assert all(f"{p['name']} " in words and p["schema"] for p in operation.get("parameters", ()))
        assert all(status in words for status in operation["responses"])
    ids = {e.attributes["id"] for e in page.elements if "id" in e.attributes}
    assert {a.attributes["href"][1:] for a in page.all("a") if a.attributes["href"].startswith("#")} <= ids
    assert not page.all("script")
    (twin,) = page.all("link", rel="alternate")
    assert twin.attributes["href"] == "/openapi.json"


def list_examples(client: TestClient) -> list[list[str]]:
    page = read(client, "/docs")
    return [shlex.split(e.words) for e in page.all("pre")]


def test_the_examples_can_be_typed_as_they_stand(desk: TestClient) -> None:
    with_words(desk)
    for command, *options, address in list_examples(desk):
        assert command == "curl" and address.startswith("http://127.0.0.1:8000/")
        if options:
            (flag, sent) = options
            assert flag == "--json"
            answer = desk.post(address, content=sent, headers={"content-type": "application/json"})
            assert answer.status_code == 200
        else:
            assert desk.get(address).status_code in {200, 404}, address
            assert "{" not in address


def test_elsewhere_the_examples_name_the_token_and_not_the_address(open_desk: Open) -> None:
    client = open_desk("http://desk.example", host="0.0.0.0", token=TOKEN)  # noqa: S104
    client.headers["authorization"] = f"Bearer {TOKEN}"
    for _, flag, header, *_, address in list_examples(client):
        assert (flag, header) == ("-H", "Authorization: Bearer $TOKEN") and address.startswith("$DESK/")
    assert "servers" not in client.get("/openapi.json").json()


def test_errors_of_files_are_objects_for_programs_and_pages_for_people(desk: TestClient) -> None:
    answer = desk.get("/events.csv?type=PARTY")
    assert set(answer.json()) == {"status", "fault", "remedy"} and answer.status_code == 422
    assert "PARTY" in say(read(desk, "/events.csv?type=PARTY", 422).all("main")[0].words)


def test_heads_are_answered_and_not_described(desk: TestClient) -> None:
    assert desk.head("/events.json").status_code == 200
    assert all(set(methods) <= {"get", "post"} for methods in describe()["paths"].values())


def test_describing_is_done_once() -> None:
    app: FastAPI = make_app(DeskSettings(record=Path("none.db")))
    assert describe_desk(app) is describe_desk(app)


def test_what_addresses_share_is_said_once(desk: TestClient) -> None:
    page = read(desk, "/docs")
    told = [say(e.words) for e in page.all("dd")]
    assert len([words for words in told if words.startswith("At least as sure, from 0 to 1.")]) == 1
    (events,) = page.all("article", id="get-events")
    links = {a.attributes["href"] for a in page.all("a")}
    assert {"#part-min_confidence", "#part-side", "#fault-422"} <= links and "min_confidence" in events.words
    # The status of a commitment is another thing than that of an event.
    assert "open, kept, broken or lapsed" in page.all("article", id="get-commitments")[0].words
