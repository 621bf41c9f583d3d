"""Who is let in, and what nobody can make the desk do."""

import logging
import re

import pytest
from starlette.testclient import TestClient

from dragoman.desk import DeskSettings
from dragoman.desk.routes.sign_in import check_goal
from dragoman.desk.security import COOKIE, HEADERS, POLICY, RUNNING, Sessions
from dragoman.desk.security.gate import MOST_BYTES
from dragoman.desk.security.sessions import LIFETIME
from dragoman.desk.settings import is_loopback
from dragoman.errors import ConfigurationError
from tests.desk.conftest import HERE, TOKEN, Open, find_csrf, read, send
from tests.tasks.records import FIRST, id_of

EVENT = f"/event/{id_of(FIRST)}"
SAID = {"action": "confirm", "by": "Ada", "because": "so"}
HTML = {"accept": "text/html"}


@pytest.mark.parametrize(
    "address",
    [
        "/",
        "/events",
        "/events.json",
        "/events.csv",
        EVENT,
        "/nothing",
        "/events?type=X",
        "/assets/icon.svg",
        "/relation",
    ],
)
def test_every_answer_tells_the_browser_what_to_refuse(desk: TestClient, address: str) -> None:
    headers = desk.get(address).headers
    policy = {"Content-Security-Policy": RUNNING} if address == EVENT else {}
    assert all(headers[name] == value for name, value in {**HEADERS, **policy}.items() if name != "Cache-Control")
    assert headers["cache-control"]
    assert "unsafe" not in POLICY and "script" not in POLICY and "default-src 'none'" in POLICY
    assert f"{POLICY}; script-src 'self'; connect-src 'self'" == RUNNING


def test_pages_hold_no_address_of_elsewhere(desk: TestClient) -> None:
    for address in ("/", "/events", EVENT, "/relation/IRN/TUR", "/document/a"):
        assert not re.findall(r'(?:src|href|action)="(?!/|#)[^"]*"', desk.get(address).text)


def test_the_style_sheet_is_kept_under_a_name_of_its_own(desk: TestClient) -> None:
    (sheet,) = read(desk, "/").all("link", rel="stylesheet")
    answer = desk.get(sheet.attributes["href"])
    assert answer.headers["content-type"].startswith("text/css") and "immutable" in answer.headers["cache-control"]
    assert desk.get("/assets/desk-0.css").status_code == 404


@pytest.mark.parametrize(
    "path", ["/assets/../pyproject.toml", "/assets/%2e%2e/x.css", "/assets/..%2f..%2fetc/passwd.css"]
)
def test_no_path_leads_out(desk: TestClient, path: str) -> None:
    assert desk.get(path).status_code == 404


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("127.0.0.1:8000", 200),
        ("localhost:9", 200),
        ("LOCALHOST.", 200),
        ("[::1]:8000", 200),
        ("evil.example", 421),
        ("localhost.evil.example:8000", 421),
        ("127.0.0.1.evil.example", 421),
        ("evil.example:127", 421),
        ("192.168.1.4:8000", 421),
        ("[", 421),
        ("", 421),
    ],
)
def test_a_desk_of_this_machine_answers_to_its_own_names_alone(desk: TestClient, host: str, status: int) -> None:
    assert desk.get("/events.json", headers={"host": host}).status_code == status


@pytest.mark.parametrize(
    ("host", "is_own"),
    [("127.8.8.8", True), ("::1", True), ("192.168.1.4", False), ("example.org", False), ("", False)],
)
def test_what_is_this_machine(host: str, is_own: bool) -> None:
    assert is_loopback(host) is is_own


def test_elsewhere_a_token_is_needed_and_not_a_short_one(tmp_path: str) -> None:
    for given in ({}, {"token": "short"}):
        with pytest.raises(ConfigurationError, match="token"):
            DeskSettings(record=tmp_path, host="0.0.0.0", **given)  # type: ignore[arg-type]  # noqa: S104


@pytest.fixture
def guarded(open_desk: Open) -> TestClient:
    return open_desk("http://desk.example", host="0.0.0.0", token=TOKEN)  # noqa: S104


@pytest.mark.parametrize("address", ["/", "/events", "/events.json", "/events.csv", EVENT, "/nothing", "/home.json"])
def test_with_a_token_nothing_is_told_without_it(guarded: TestClient, address: str) -> None:
    answer = guarded.get(address)
    assert answer.status_code == 401 and answer.headers["www-authenticate"] == "Bearer"
    assert "Iran" not in answer.text and "relations.db" not in answer.text + guarded.get("/sign-in").text
    assert guarded.post(f"{EVENT}/review", data=SAID).status_code == 401
    wrong = {"authorization": f"Bearer {TOKEN[:-1]}"}
    assert guarded.get(address, headers=wrong).status_code == 401


def test_a_program_gives_the_token_in_a_header(guarded: TestClient) -> None:
    bearer = {"authorization": f"Bearer {TOKEN}"}
    assert guarded.get("/events.json", headers=bearer).json()["total"] == 5
    assert guarded.post(f"{EVENT}/review", data=SAID, headers=bearer).status_code == 303


def test_a_person_signs_in_goes_on_and_signs_out(guarded: TestClient) -> None:
    answer = guarded.get("/events?type=SUPPORT&type=", headers=HTML)
    assert answer.status_code == 303
    page = read(guarded, answer.headers["location"])
    (goal,) = page.all("input", name="goal")
    assert goal.attributes["value"] == "/events?type=SUPPORT"
    before = guarded.cookies[COOKIE]
    assert send(guarded, "/sign-in", page, token=TOKEN[::-1]).status_code == 403
    assert guarded.get("/events.json").status_code == 401
    answer = send(guarded, "/sign-in", page, token=TOKEN, goal=goal.attributes["value"])
    assert (answer.status_code, answer.headers["location"]) == (303, "/events?type=SUPPORT")
    assert {"HttpOnly", "SameSite=strict"} <= {part.strip() for part in answer.headers["set-cookie"].split(";")}
    assert guarded.cookies[COOKIE] != before
    page = read(guarded, "/events")
    assert send(guarded, "/sign-out", page).status_code == 303
    assert guarded.get("/events.json").status_code == 401


def test_a_signed_in_person_still_needs_the_forms_own_token(guarded: TestClient) -> None:
    page = read(guarded, "/sign-in")
    send(guarded, "/sign-in", page, token=TOKEN)
    assert guarded.post(f"{EVENT}/review", data=SAID).status_code == 403
    assert send(guarded, f"{EVENT}/review", page, **SAID).status_code == 403, "of the session before"
    assert send(guarded, f"{EVENT}/review", read(guarded, EVENT), **SAID).status_code == 303


@pytest.mark.parametrize(
    "change",
    [
        {"data": {"csrf": ""}},
        {"data": {"csrf": "0" * 64}},
        {"headers": {"sec-fetch-site": "cross-site"}},
        {"headers": {"sec-fetch-site": "same-site"}},
        {"cookies": {COOKIE: "guest.1.x.y"}},
        {"cookies": {COOKIE: ""}},
    ],
)
def test_forms_of_others_change_nothing(desk: TestClient, change: dict[str, dict[str, str]]) -> None:
    form = {**SAID, "csrf": find_csrf(read(desk, EVENT)), **change.get("data", {})}
    for name, value in change.get("cookies", {}).items():
        desk.cookies.clear()
        desk.cookies.set(name, value)
    assert desk.post(f"{EVENT}/review", data=form, headers=change.get("headers")).status_code == 403
    assert desk.get(f"{EVENT}.json").json()["reviews"] == []


def test_sessions_of_another_desk_or_of_yesterday_are_none(monkeypatch: pytest.MonkeyPatch) -> None:
    mine, other = Sessions(TOKEN), Sessions(TOKEN)
    cookie = mine.begin(is_member=True)
    assert mine.is_member(cookie) and not other.knows(cookie) and not mine.is_member(mine.begin())
    assert not mine.knows(cookie.replace("member", "guest")) and not mine.knows("") and not mine.knows("…")
    monkeypatch.setattr("dragoman.desk.security.sessions.time.time", lambda: float(cookie.split(".")[1]) + LIFETIME)
    assert not mine.knows(cookie)
    assert not Sessions(None).matches("") and not Sessions(None).matches("None")


@pytest.mark.parametrize(
    ("goal", "leads"),
    [
        ("/events?a=b", "/events?a=b"),
        ("//evil.example", "/"),
        ("/\\evil.example", "/"),
        ("https://evil.example", "/"),
        ("javascript:alert(1)", "/"),
        ("/\n/evil", "/"),
        ("/sign-out", "/"),
        ("", "/"),
    ],
)
def test_signing_in_leads_nowhere_else(goal: str, leads: str) -> None:
    assert check_goal(goal) == leads


def test_a_form_has_its_length_and_is_not_long(desk: TestClient) -> None:
    page = read(desk, EVENT)
    assert send(desk, f"{EVENT}/review", page, **{**SAID, "because": "x" * MOST_BYTES}).status_code == 413
    assert desk.post(f"{EVENT}/review", content=iter([b"csrf=1"])).status_code == 411
    assert send(desk, f"{EVENT}/review", page, **{**SAID, "because": "x" * 30_000}).status_code == 422


def test_a_fault_of_the_desk_tells_nothing_of_itself(record: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from dragoman.desk import make_app

    def fail(*_: object) -> None:
        raise RuntimeError("inner words")

    monkeypatch.setattr("dragoman.desk.routes.single.look_over", fail)
    app = make_app(DeskSettings(record=record))  # type: ignore[arg-type]
    answer = TestClient(app, base_url=HERE, raise_server_exceptions=False).get("/")
    assert answer.status_code == 500 and "inner words" not in answer.text
    assert answer.headers["content-security-policy"] == POLICY


def test_secrets_stand_in_no_log_and_no_settings(guarded: TestClient, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    send(guarded, "/sign-in", read(guarded, "/sign-in"), token=TOKEN)
    guarded.get("/events", headers={"authorization": f"Bearer {TOKEN}"})
    assert TOKEN not in caplog.text and guarded.cookies[COOKIE] not in caplog.text
    assert TOKEN not in repr(guarded.app.state.settings)  # type: ignore[attr-defined]


def test_cookies_are_for_encrypted_ways_alone_where_there_is_one(open_desk: Open) -> None:
    answer = open_desk("https://localhost").get("/")
    assert "Secure" in answer.headers["set-cookie"]
