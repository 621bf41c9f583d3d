"""Reviews by the forms of an event's page: from a judgement to its undo."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from starlette.testclient import TestClient

from dragoman.desk.routes import reviews
from dragoman.store import transaction
from dragoman.tasks.opening import load_named, open_record
from dragoman.tasks.reviewing import read_reviews
from tests.desk.conftest import Open, find_csrf, read, send
from tests.pages.reader import read_page, say
from tests.tasks.records import CLAIM, FIRST, INVITATION, OLD, SECOND, id_of

SAID = {"by": "Ada Lovelace", "because": "read the text"}
EVENT = f"/event/{id_of(CLAIM)}"


def list_actions(record: Path) -> list[str]:
    return [review["action"] for review in read_reviews(record)["reviews"]]


@pytest.mark.parametrize(("action", "mark"), [("confirm", "confirmed"), ("reject", "rejected")])
def test_an_event_is_judged_and_the_judgement_taken_back(
    record: Path, desk: TestClient, action: str, mark: str
) -> None:
    answer = send(desk, f"{EVENT}/review", read(desk, EVENT), action=action, **SAID)
    assert (answer.status_code, answer.headers["location"]) == (303, f"{EVENT}#review-1")
    page = read(desk, EVENT)
    assert f"{mark} by review" in say(page.all("section")[0].words)
    assert "Ada Lovelace" in say(page.all("ol", class_="history")[0].words)
    assert send(desk, f"{EVENT}/undo", page, number="1", **SAID).status_code == 303
    with open_record(record) as connection:
        assert not load_named(connection, id_of(CLAIM))[mark]
    assert list_actions(record) == [action, "undo"]
    assert not [b for b in read(desk, EVENT).all("button") if say(b.words) == "Undo 1"]


@pytest.mark.parametrize(
    ("field", "value", "shown"),
    [
        ("event_type", "MOBILIZE", "MOBILIZE"),
        ("mode", "aerial", "aerial"),
        ("mode", "null", "empty"),
        ("contexts", ["military", "territory"], "military territory"),
        ("actors", "Saudi Arabia, IRN", "SAU IRN"),
        ("recipients", "GRC", "GRC"),
        ("date", "2025-10-03/2025-10-04", "2025-10-03/2025-10-04"),
        ("place", "Ankara, Turkey", "Ankara, TUR"),
        ("status", "occurred", "occurred"),
        ("attribution", "Greece", "GRC"),
    ],
)
def test_every_field_can_be_corrected(desk: TestClient, field: str, value: str | list[str], shown: str) -> None:
    page = read(desk, f"{EVENT}?correct={field}")
    assert page.all("input", name="field")[0].attributes["value"] == field
    answer = send(desk, f"{EVENT}/review", page, action="set", field=field, value=value, **SAID)
    assert answer.status_code == 303, say(answer.text)
    told = desk.get(f"{EVENT}.json").json()
    (row,) = [row for row in told["fields"] if row["field"] == field]
    assert (row["value"] or "empty", row["review"]) == (shown, 1)
    assert "set by review 1" in say(read(desk, EVENT).all("dl", class_="fields")[0].words)


def test_two_events_are_joined_and_parted_again(record: Path, desk: TestClient) -> None:
    one, other = id_of(OLD), id_of(INVITATION)
    answer = send(desk, f"/event/{one}/review", read(desk, f"/event/{one}"), action="join", other_id=other, **SAID)
    address = urlsplit(answer.headers["location"]).path
    page = read(desk, address)
    assert len(desk.get(f"{address}.json").json()["reports"]) == 2
    assert {e.attributes["value"] for e in page.all("input", name="other", type="radio")} >= {one, other}
    send(desk, f"{address}/undo", page, number="1", **SAID)
    assert len(desk.get(f"/event/{other}.json").json()["reports"]) == 1
    assert list_actions(record) == ["join", "undo"]


def test_what_may_be_the_same_event_is_offered_to_be_joined(desk: TestClient) -> None:
    page = read(desk, f"/event/{id_of(FIRST)}")
    send(desk, f"/event/{id_of(FIRST)}/review", page, action="split", other=id_of(SECOND), **SAID)
    page = read(desk, f"/event/{id_of(FIRST)}")
    assert [e.attributes["value"] for e in page.all("input", name="other")] == [id_of(SECOND)]
    answer = send(desk, f"/event/{id_of(FIRST)}/review", page, action="join", other=id_of(SECOND), **SAID)
    assert answer.status_code == 303


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"action": "confirm", "by": " ", "because": "so"}, "Your name is missing"),
        ({"action": "confirm", "by": "Ada", "because": ""}, "Why is missing"),
        ({"action": "set", "field": "date", "value": "soon", **SAID}, "date cannot be 'soon'"),
        ({"action": "set", "field": "mode", "value": "dance", **SAID}, "mode cannot be 'dance'"),
        ({"action": "set", "field": "goldstein", "value": "3", **SAID}, "cannot be set"),
        ({"action": "set", "value": "3", **SAID}, "No field is named"),
        ({"action": "join", **SAID}, "Nothing is chosen"),
        ({"action": "join", "other_id": "ev_nothing", **SAID}, "no event or report is called"),
        ({"action": "split", "other": id_of(OLD), **SAID}, "no report of this event"),
    ],
)
def test_what_is_refused_is_said_at_the_form_which_keeps_what_stood_in_it(
    record: Path, desk: TestClient, fields: dict[str, str], words: str
) -> None:
    page = read(desk, EVENT)
    answer = send(desk, f"{EVENT}/review", page, **fields)
    assert answer.status_code == 422
    shown = read_page(answer.text)
    assert words.lower() in say(shown.all("div", role="alert")[0].words).lower()
    held = {e.attributes["value"] for e in shown.all("input", name="by")}
    assert fields["by"] in held or fields["action"] in {"set", "split"}, "without a field or a second report"
    assert list_actions(record) == []


@pytest.mark.parametrize("fields", [{"action": "undo"}, {"action": "delete"}, {}])
def test_what_is_no_review_is_no_form_of_the_desk(desk: TestClient, fields: dict[str, str]) -> None:
    assert send(desk, f"{EVENT}/review", read(desk, EVENT), **fields, **SAID).status_code == 422


def test_an_undo_is_refused_where_it_stands(desk: TestClient) -> None:
    answer = send(desk, f"{EVENT}/undo", read(desk, EVENT), number="7", **SAID)
    assert answer.status_code == 422
    assert send(desk, f"{EVENT}/undo", read(desk, EVENT), number="x", **SAID).status_code == 422


def test_the_address_of_a_form_leads_back_to_the_event(desk: TestClient) -> None:
    for form in ("review", "undo"):
        assert desk.get(f"{EVENT}/{form}").headers["location"] == EVENT


def test_the_next_form_knows_who_reviews(desk: TestClient) -> None:
    send(desk, f"{EVENT}/review", read(desk, EVENT), action="confirm", by="Émile du Châtelet; x", because="so")
    page = read(desk, f"/event/{id_of(OLD)}")
    assert {e.attributes["value"] for e in page.all("input", name="by")} == {"Émile du Châtelet; x"}


def test_a_rejected_event_is_left_out_unless_asked_for(desk: TestClient) -> None:
    send(desk, f"{EVENT}/review", read(desk, EVENT), action="reject", **SAID)
    shown = [e["event_id"] for e in desk.get("/events.json").json()["events"]]
    assert id_of(CLAIM) not in shown
    assert "rejected by review" in say(read(desk, "/events?rejected=true").all("ol", class_="events")[0].words)
    assert desk.get("/home.json").json()["holdings"]["rejected"] == 1


def test_a_read_only_desk_has_no_forms_to_review_and_takes_none(record: Path, open_desk: Open) -> None:
    client = open_desk(read_only=True)
    page = read(client, f"{EVENT}?correct=date")
    assert not [form for form in page.all("form") if form.attributes.get("method") == "post"]
    assert not [a for a in page.all("a") if "main" in a.parents and "correct" in a.attributes["href"]]
    answer = client.post(f"{EVENT}/review", data={"action": "confirm", **SAID})
    assert answer.status_code == 403 and "read only" in answer.text
    assert list_actions(record) == []


def test_a_record_that_cannot_be_written_is_said_at_the_form(
    record: Path, desk: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = read(desk, EVENT)
    monkeypatch.setattr("dragoman.store.connection.os.access", lambda *_: False)
    answer = send(desk, f"{EVENT}/review", page, action="confirm", **SAID)
    assert answer.status_code == 422 and "Make the file and its folder writable" in answer.text
    assert find_csrf(read(desk, EVENT)) == find_csrf(page)


def test_while_another_program_writes_a_review_can_wait_and_nothing_is_lost(
    record: Path, desk: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reviews, "PATIENCE", 0.01)
    page = read(desk, EVENT)
    with open_record(record, write=True) as writer, transaction(writer):
        answer = send(desk, f"{EVENT}/review", page, action="confirm", **SAID)
        assert (answer.status_code, answer.headers["retry-after"]) == (503, "10")
        form = read_page(answer.text)
        assert "is writing to the record" in say(form.all("p", class_="fault")[0].words)
        assert SAID["because"] in {field.attributes.get("value") for field in form.all("input")}
        assert send(desk, f"{EVENT}/undo", page, number="1", **SAID).status_code == 503
    assert send(desk, f"{EVENT}/review", form, action="confirm", **SAID).status_code == 303
    assert list_actions(record) == ["confirm"]


def test_readers_are_answered_while_reviews_wait_for_another_program(
    record: Path, desk: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reviews, "PATIENCE", 60)
    page = read(desk, EVENT)
    with ThreadPoolExecutor(45) as reviewers:  # more than there are threads for pages
        with open_record(record, write=True) as writer, transaction(writer):
            sent = [reviewers.submit(send, desk, f"{EVENT}/review", page, action="confirm", **SAID) for _ in range(45)]
            assert {desk.get(address).status_code for address in ("/", "/events", EVENT)} == {200}
            assert not any(one.done() for one in sent)
        assert {one.result().status_code for one in sent} == {303}


def test_readers_are_answered_while_somebody_reviews(desk: TestClient) -> None:
    addresses = ["/", "/events", EVENT, "/document/a", "/commitments", "/relation/IRN/TUR"] * 3
    # One session for all: of several begun at once, each with forms of its own, the last would hold.
    page = read(desk, EVENT)
    with ThreadPoolExecutor(4) as readers:
        answers = readers.map(lambda address: desk.get(address).status_code, addresses)
        for _ in range(5):
            assert send(desk, f"{EVENT}/review", page, action="confirm", **SAID).status_code == 303
        assert set(answers) == {200}
    assert len(desk.get(f"{EVENT}.json").json()["reviews"]) == 5
