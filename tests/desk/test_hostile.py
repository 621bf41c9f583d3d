"""Documents are written by anybody: what stands in them stays words."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from starlette.testclient import TestClient

from dragoman.desk.security import POLICY, RUNNING
from dragoman.pages.links import document_path
from dragoman.store import Mark
from tests.desk.conftest import Open, read
from tests.pages.reader import say
from tests.store.entries import make_entry, open_new, put_all

SCRIPT = "\"><script>alert(1)</script><img src=x onerror=alert(1)>'{{ 7*7 }}"
TURNED = "safe\u202egnp.exe\u2066\u0000\x1b[31m"
LONG = "Iran thanked Turkey." + "x" * 1_000_000


def put(path: Path, document_id: str = "hostile", **changes: str) -> Path:
    entry = make_entry(document_id, text=changes.pop("text", ""))
    for name, value in changes.items():
        object.__setattr__(entry, name, value)
    words = {"actors": [{"code": "IRN", "name": SCRIPT, "office": TURNED}]}
    marks = [Mark(kind="actor", field="text", start=0, end=4, body=words)]
    object.__setattr__(entry, "marks", marks)
    with open_new(path) as connection:
        put_all(connection, entry)
    return path


@pytest.mark.parametrize("words", [SCRIPT, TURNED, "javascript:alert(1)", "data:text/html,<script>1</script>"])
def test_words_of_documents_stay_words(tmp_path: Path, open_desk: Open, words: str) -> None:
    record = put(tmp_path / "r.db", title=words, url=words, publisher=words, text=f"Iran thanked Turkey. {words}")
    client = open_desk(record=record)
    event = client.get("/events.json").json()["events"][0]["event_id"]
    for address in (
        "/",
        "/events",
        f"/event/{event}",
        "/document/hostile",
        "/search?words=thanked",
        "/relation/IRN/TUR",
    ):
        answer = client.get(address)
        page = read(client, address)
        assert answer.headers["content-security-policy"] in {POLICY, RUNNING}
        assert all(not s.words and s.attributes["src"].startswith("/assets/") for s in page.all("script"))
        assert not [e for e in page.elements if any(n.startswith("on") for n in e.attributes)]
        assert not [a for a in page.all("a") if a.attributes["href"].lower().startswith(("javascript:", "data:"))]
        assert not set("\u202e\u2066\x00\x1b") & set(answer.text)
        assert "49" not in say(page.all("h1")[0].words)


@pytest.mark.parametrize(
    "words", [SCRIPT, TURNED, "x" * 290, "%00", "\ud83d\ude00".encode("utf-16", "surrogatepass").decode("utf-16")]
)
def test_what_is_asked_stays_words(desk: TestClient, words: str) -> None:
    for address, name in (("/search", "words"), ("/events", "person"), ("/events", "publisher")):
        page = read_asked(desk, address, name, words)
        assert not page
    for address in ("/events", "/commitments"):
        assert desk.get(address, params={"mode": words, "one": words, "other": "TUR"}).status_code == 422


def read_asked(desk: TestClient, address: str, name: str, words: str) -> bool:
    """Whether a page holds an element that the words asked for."""
    answer = desk.get(address, params={name: words})
    assert answer.status_code == 200
    return "<script" in answer.text or "<img src=x" in answer.text or "\u202e" in answer.text


def test_a_line_of_a_megabyte_comes_part_by_part(tmp_path: Path, open_desk: Open) -> None:
    client = open_desk(record=put(tmp_path / "long.db", text=LONG))
    page = read(client, "/document/hostile")
    assert len(client.get("/document/hostile").text) < 200_000
    assert "Part 1 of 21" in say(page.all("nav")[-1].words)
    whole = ""
    for part in range(1, 22):
        page = read(client, f"/document/hostile?part={part}")
        shown = page.all("div", class_="body")[0].words
        for tip in page.all("span", class_="tip"):
            shown = shown.replace(tip.words, "", 1)
        whole += shown
    assert whole == LONG
    assert client.get("/document/hostile.json").json()["text"] == LONG
    assert len(client.get("/events").text) < 50_000


@pytest.mark.parametrize(
    "document_id",
    [
        "a/b",
        "../../etc/passwd",
        "..",
        ".",
        "a.json",
        "a~2Fb",
        "50% off",
        "Ü 1?x=1#y",
        "<script>",
        "a\\b",
        "/",
        "//x",
        "~",
        "a/.json",
    ],
)
def test_any_id_has_a_page(tmp_path: Path, open_desk: Open, document_id: str) -> None:
    client = open_desk(record=put(tmp_path / "ids.db", document_id))
    (link,) = {
        a.attributes["href"]
        for a in read(client, "/search?words=thanked").all("a")
        if "/document/" in a.attributes["href"]
    }
    assert link == document_path(document_id)
    assert client.get(f"{link}.json").json()["document_id"] == document_id
    read(client, link)


@given(words=st.text(max_size=200))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_address_makes_the_desk_fail(desk: TestClient, words: str) -> None:
    for address, name in (("/search", "words"), ("/events", "side"), ("/events", "from"), ("/commitments", "status")):
        answer = desk.get(address, params={name: words.encode("utf-8", "replace").decode()})
        assert answer.status_code in ({200, 422} if words else {303})
