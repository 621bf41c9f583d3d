"""Trying a text: by form and by JSON, and adding it."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from dragoman.desk.coding import Bench, Rates
from dragoman.desk.reference.shapes import SHAPES
from dragoman.desk.security.gate import MOST_BYTES_PASTED
from dragoman.tasks.aside import Aside
from tests.desk.conftest import TOKEN, Open, find_csrf, read, send
from tests.pages.reader import Page, read_page, say
from tests.tasks.fakes import make_word_coder

GIVEN = {"text": "They met.\nThen they met again.", "published": "2025-10-02", "publisher": "The Harbour Post"}


class Direct:
    """Does jobs here, with a coder that needs no model."""

    def do(self, _seconds: float, job: Any, /, *args: Any) -> Any:
        return job(*args, maker=make_word_coder)


def with_words(client: TestClient, *, each: int = 10, together: int = 30) -> TestClient:
    client.app.state.bench = Bench(Rates(each=each, together=together), Direct())  # type: ignore[attr-defined]
    return client


@pytest.fixture
def trying(desk: TestClient) -> TestClient:
    return with_words(desk)


def try_it(client: TestClient, address: str = "/try", **changes: str) -> Any:
    return send(client, address, read(client, "/try"), **{**GIVEN, **changes})


def test_a_text_is_shown_with_its_marks_events_and_fields(trying: TestClient) -> None:
    answer = try_it(trying, title="A talk", text="They met.\r\nThen they met again.")
    assert answer.status_code == 200
    page = read_page(answer.text)
    assert "2 events" in say(page.all("h1")[0].words)
    assert page.all("textarea")[0].words.lstrip("\n") == GIVEN["text"], "lines end with one sign"
    links = [a.attributes["href"] for a in page.all("a", class_="trigger")]
    events = ["#" + e.attributes["id"] for e in page.all("li", class_="event")]
    assert links == events and len(events) == 2
    assert [e.attributes["value"] for e in page.all("input", name="published")] == ["2025-10-02"]


def test_trying_stores_nothing(trying: TestClient) -> None:
    before = trying.get("/home.json").json()["holdings"]
    try_it(trying)
    assert trying.post("/try.json", json=GIVEN).status_code == 200
    assert trying.get("/home.json").json()["holdings"] == before


def test_json_is_told_what_the_page_shows(trying: TestClient) -> None:
    told = trying.post("/try.json", json=GIVEN).json()
    page = try_it(trying).text
    assert [event["event_id"] for event in told["events"]] == re.findall(r'<li class="event[^>]* id="([^"]+)"', page)
    assert told["text"] == GIVEN["text"] and told["coder"]["name"] == "dragoman"


def test_a_text_is_added_where_that_is_asked(trying: TestClient) -> None:
    answer = try_it(trying, "/try/add")
    assert answer.status_code == 303
    page = read(trying, answer.headers["location"])
    told = page.all("main")[0].words
    assert "Then they" in told and "The Harbour Post" in told
    before = trying.get("/home.json").json()["holdings"]
    assert try_it(trying, "/try/add").headers["location"] == answer.headers["location"]
    assert trying.get("/home.json").json()["holdings"] == before, "the same text again is the same document"


def test_a_read_only_desk_tries_and_does_not_add(open_desk: Open) -> None:
    client = with_words(open_desk(read_only=True))
    page = read(client, "/try")
    assert "Add to the record" not in page.all("main")[0].words
    assert try_it(client).status_code == 200 and "Add to the record" not in try_it(client).text
    before = client.get("/home.json").json()["holdings"]
    assert try_it(client, "/try/add").status_code == 403
    assert client.get("/home.json").json()["holdings"] == before


@pytest.mark.parametrize("address", ["/try", "/try/add"])
@pytest.mark.parametrize(
    ("change", "words", "field"),
    [
        ({"text": " "}, "the text is empty", "in-text"),
        ({"published": ""}, "date of publication is missing", "in-published"),
        ({"published": "<yester>"}, "cannot be '<yester>'", "in-published"),
        ({"text": "x" * 20_001}, "20,013 characters", "in-text"),
        ({"text": "REFUSE"}, "it is refused", "in-text"),
    ],
)
def test_what_is_refused_is_said_and_stays_in_the_form(
    trying: TestClient, address: str, change: dict[str, str], words: str, field: str
) -> None:
    given = {**GIVEN, "title": "A “talk” <b>", **change}
    answer = try_it(trying, address, **given)
    assert answer.status_code == 422
    page = read_page(answer.text)
    (alert,) = page.all("div", role="alert")
    assert words in say(alert.words)
    assert [a for a in page.all("a", href=f"#{field}") if "div" in a.parents]
    values = {e.attributes["name"]: e.attributes["value"] for e in page.all("input") if "form" in e.parents}
    assert values["title"] == given["title"] and values["publisher"] == given["publisher"]
    assert values["published"] == given["published"]
    assert page.all("textarea")[0].words.strip("\n") == given["text"]
    (day,) = page.all("input", name="published")
    assert (day.attributes["type"] == "date") == (given["published"] in {"", "2025-10-02"})


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        ({**GIVEN, "text": ""}, "the text is empty"),
        ({"text": "They met."}, "published is missing"),
        ({**GIVEN, "published": "2025-13-01"}, "cannot be '2025-13-01'"),
        ({**GIVEN, "text": ["They met."]}, "text is of the wrong kind"),
        ([], "body"),
    ],
)
def test_json_that_cannot_be_read_is_said(trying: TestClient, body: Any, fault: str) -> None:
    answer = trying.post("/try.json", json=body)
    assert answer.status_code == 422
    told = answer.json()
    assert set(told) == {"status", "fault", "remedy"} and fault in told["fault"] and told["remedy"]


def test_what_is_no_json_is_refused(trying: TestClient) -> None:
    for content, kind in ((b"{nope", "application/json"), (b'{"text": "x", "published": "2025-10-02"}', "text/plain")):
        answer = trying.post("/try.json", content=content, headers={"content-type": kind})
        assert answer.status_code == 422 and answer.json()["status"] == 422


def test_bodies_are_bounded_before_they_are_read(trying: TestClient) -> None:
    page = read(trying, "/try")
    assert send(trying, "/try", page, **{**GIVEN, "text": "\N{GRINNING FACE}" * 20_000}).status_code == 200
    assert send(trying, "/try", page, **{**GIVEN, "text": "x" * MOST_BYTES_PASTED}).status_code == 413
    answer = trying.post("/try.json", json={**GIVEN, "text": "x" * MOST_BYTES_PASTED})
    assert answer.status_code == 413 and answer.json()["remedy"]
    chunked = {"transfer-encoding": "chunked", "content-length": "10"}
    assert trying.post("/try.json", content=b"{}", headers=chunked).status_code == 411
    assert send(trying, "/sign-in", page, token="x" * 70_000).status_code == 413


def test_forms_of_others_are_refused(trying: TestClient) -> None:
    csrf = find_csrf(read(trying, "/try"))
    for address in ("/try", "/try/add"):
        assert trying.post(address, data={**GIVEN, "csrf": csrf[::-1]}).status_code == 403
        away = {"sec-fetch-site": "cross-site"}
        assert trying.post(address, data={**GIVEN, "csrf": csrf}, headers=away).status_code == 403
    assert trying.post("/try.json", json=GIVEN, headers={"sec-fetch-site": "cross-site"}).status_code == 403


def test_who_asks_too_often_waits(desk: TestClient) -> None:
    client = with_words(desk, each=2, together=9)
    assert [try_it(client).status_code for _ in range(2)] == [200, 200]
    for answer in (try_it(client), try_it(client, "/try/add")):
        assert answer.status_code == 429 and 0 < int(answer.headers["retry-after"]) <= 60
        assert GIVEN["publisher"] in answer.text and "twice" not in answer.text
    answer = client.post("/try.json", json=GIVEN)
    assert (answer.status_code, answer.json()["status"]) == (429, 429) and "Try again" in answer.json()["remedy"]
    assert 0 < int(answer.headers["retry-after"]) <= 60


def test_what_can_be_seen_to_be_wrong_is_not_counted(desk: TestClient) -> None:
    client = with_words(desk, each=1, together=9)
    assert [try_it(client, text="").status_code for _ in range(3)] == [422] * 3
    assert try_it(client).status_code == 200


@pytest.fixture
def guarded(open_desk: Open) -> TestClient:
    return with_words(open_desk("http://desk.example", host="0.0.0.0", token=TOKEN))  # noqa: S104


def test_with_a_token_trying_needs_it(guarded: TestClient) -> None:
    assert guarded.get("/try").status_code == 401
    assert guarded.post("/try.json", json=GIVEN).status_code == 401
    bearer = {"authorization": f"Bearer {TOKEN}"}
    assert guarded.post("/try.json", json=GIVEN, headers=bearer).status_code == 200
    assert guarded.post("/try", data=GIVEN, headers=bearer).status_code == 200


def test_members_are_counted_one_by_one(open_desk: Open) -> None:
    one = with_words(open_desk("http://desk.example", host="0.0.0.0", token=TOKEN), each=1)  # noqa: S104
    for _ in range(2):
        one.cookies.clear()
        send(one, "/sign-in", read(one, "/sign-in"), token=TOKEN)
        assert [try_it(one).status_code for _ in range(2)] == [200, 429]


def test_who_comes_back_to_a_refused_form_finds_one(trying: TestClient) -> None:
    answer = trying.get("/try/add")
    assert (answer.status_code, answer.headers["location"]) == (303, "/try")


def test_pasted_words_stay_words(trying: TestClient) -> None:
    script = 'met "></textarea><script>alert(1)</script>\u202e'
    answer = try_it(trying, text=script, title=script, publisher=script, url="javascript:alert(1)")
    page = read_page(answer.text)
    assert not page.all("script") and "\u202e" not in answer.text
    assert len(page.all("textarea")) == 1


@pytest.fixture
def aside() -> Iterator[Aside]:
    one = Aside()
    yield one
    one.end()


def test_the_coder_itself_reads_a_text(desk: TestClient, aside: Aside) -> None:
    text = "ACCRA – Kenya's president visited Accra on Tuesday."
    desk.app.state.bench = Bench(jobs=aside)  # type: ignore[attr-defined]
    answer = desk.post("/try.json", json={"text": text, "published": "2024-05-02"})
    assert answer.status_code == 200, answer.text
    (event,) = answer.json()["events"]
    assert (event["event_type"], event["actors"][0]["code"], event["date"]["start"]) == ("CONSULT", "KEN", "2024-04-30")
    read_from = {field["field"]: field["words"] for field in event["fields"]}
    assert read_from["event_type"] == "visited" and read_from["date"] == "Tuesday"
    assert all(text[m["start"] : m["end"]] == m.get("text", "visited") for m in answer.json()["marks"])
    SHAPES["/try.json"].model_validate(answer.json(), extra="forbid")


def test_the_page_can_be_read_with_eyes_ears_and_keyboard(trying: TestClient) -> None:
    page: Page = read_page(try_it(trying).text)
    ids = [e.attributes["id"] for e in page.elements if "id" in e.attributes]
    assert len(ids) == len(set(ids))
    labelled = {label.attributes.get("for") for label in page.all("label")}
    fields = [e for e in page.elements if e.name in ("input", "textarea") and e.attributes.get("type") != "hidden"]
    assert {e.attributes["id"] for e in fields} <= labelled
    assert {e.attributes.get("form", "paste") for e in page.all("button") if "Add" in e.words} == {"paste"}


def test_a_record_that_cannot_be_written_is_said(tmp_path: Path, open_desk: Open) -> None:
    record = tmp_path / "gone.db"
    client = with_words(open_desk(record=record))
    page = read(client, "/try")
    answer = send(client, "/try/add", page, **GIVEN)
    assert answer.status_code == 503 and GIVEN["publisher"] in answer.text
