"""The page of a dossier: what it tells, and what hostile documents can't make it do."""

import re
import sys
from datetime import date
from itertools import pairwise

import pytest

from dragoman.errors import ConfigurationError
from dragoman.pages import compose_dossier
from dragoman.pages.environment import make_environment
from tests.pages.conftest import Compile
from tests.pages.reader import Page, read_page, say
from tests.store.entries import make_entry
from tests.tasks.records import CLAIM, FIRST, INVITATION, OLD, id_of

SECTIONS = ["summary", "course", "chronology", "commitments", "persons", "voices", "sources", "method"]


@pytest.fixture
def page(compiled: Compile) -> Page:
    return read_page(compose_dossier(compiled(as_of=date(2025, 12, 1))))


def test_a_page_has_its_sections_in_order_and_leads_to_them(page: Page) -> None:
    assert [s.attributes["id"] for s in page.all("section") if s.parents == ("html", "body", "main")] == SECTIONS
    assert [a.attributes["href"] for a in page.all("a") if "nav" in a.parents] == [f"#{name}" for name in SECTIONS]
    assert say(page.all("h1")[0].words) == "Iran and Turkey"


def test_links_within_the_page_lead_somewhere_and_ids_are_used_once(page: Page) -> None:
    ids = [e.attributes["id"] for e in page.elements if "id" in e.attributes]
    assert len(ids) == len(set(ids))
    targets = [e.attributes[n] for e in page.elements for n in ("href", "aria-labelledby") if n in e.attributes]
    assert {target.removeprefix("#") for target in targets} <= set(ids)


def test_headings_go_down_by_one(page: Page) -> None:
    levels = [int(e.name[1]) for e in page.elements if re.fullmatch(r"h[1-6]", e.name)]
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_tables_have_captions_and_headed_columns_and_rows(page: Page) -> None:
    assert len(page.all("table")) == len(page.all("caption")) >= 5
    assert all(th.attributes.get("scope") in {"col", "row"} for th in page.all("th"))


def test_every_chart_is_told_in_words_and_has_its_figures(page: Page) -> None:
    figures = page.all("figure", class_="chart")
    assert len(figures) == 3 == len([t for t in page.all("table") if "details" in t.parents])
    drawings = page.all("div", role="img")
    assert len(drawings) == 6 and all(d.attributes["aria-label"] for d in drawings)
    assert all(svg.attributes["aria-hidden"] == "true" for svg in page.all("svg"))


def test_the_chronology_tells_each_event_with_its_words_and_sources(page: Page) -> None:
    events = page.all("li", class_="event")
    assert [re.findall(r"ev_[0-9a-f]{16}", e.words)[-1] for e in events] == [
        id_of(OLD), id_of(FIRST), id_of(INVITATION), id_of(CLAIM),
    ]  # fmt: skip
    first = say(events[1].words)
    for part in ("2025-10-01", "“thanked”", "Support", "Iran to Turkey".replace(" to ", " → to "), "Ankara, Turkey"):
        assert part in first, part
    assert "“Iran thanked Turkey.”" in first
    assert "2 sources" in first
    assert [m.words for m in page.all("mark")][1] == "thanked"


def test_what_is_only_claimed_stands_apart_from_what_occurred(page: Page) -> None:
    claim, *_ = page.all("li", class_="claimed")
    assert say(claim.words).count("claimed") >= 1
    assert [say(e.words) for e in page.all("h4", class_="act")][3].startswith("claimed ")
    assert len(page.all("li", class_="occurred")) == 3
    assert "claimed somebody's word; not established" in say(page.all("section", id="chronology")[0].words)
    assert "3 occurred, 1 claimed" in say(page.all("dl", class_="tiles")[0].words)


def test_commitments_persons_voices_and_sources_are_told(page: Page) -> None:
    told = {s.attributes["id"]: say(s.words) for s in page.all("section") if s.attributes.get("id") in SECTIONS}
    assert "Open (1)" in told["commitments"] and "“Iran invited Turkey.”" in told["commitments"]
    assert "name no persons" in told["persons"]
    assert "The Harbour Post 4 4" in told["voices"] and "The Lighthouse 1 1" in told["voices"]
    assert "The Lighthouse, 2025-10-09 · 1 event" in told["sources"]
    assert "published by 2025-12-01" in told["method"] and "dragoman 1; codebook plover-2.0d" in told["method"]


def test_days_keep_to_one_line(compiled: Compile) -> None:
    """A line that ends in "2025-" is misread; days are `time` elements, which the style sheet does not break."""
    page = read_page(compose_dossier(compiled(first=date(2025, 1, 1), as_of=date(2025, 12, 1))))
    told = [e.words for e in page.all("time")]
    for name in ("caption", "td", "header"):
        for element in page.all(name):
            days = re.findall(r"\d{4}-\d{2}-\d{2}", element.words)
            assert set(days) <= set(told), element.words
    assert {"time", "caption"} <= {parent for e in page.all("time") for parent in (*e.parents, e.name)}
    assert re.search(r"time \{[^}]*white-space: nowrap", page.all("style")[0].words)
    assert all(e.attributes["datetime"] == e.words for e in page.all("time"))


def test_a_page_loads_and_runs_nothing_and_forbids_it(page: Page) -> None:
    html_names = {e.name for e in page.elements}
    assert not html_names & {"script", "link", "iframe", "object", "embed", "img", "form", "base", "foreignobject"}
    policies = [m.attributes["content"] for m in page.all("meta") if m.attributes.get("http-equiv")]
    assert len(policies) == 1
    assert policies[0].startswith("default-src 'none'; style-src 'sha256-")
    style = page.all("style")[0].words
    assert "@import" not in style and "url(" not in style
    assert not [e for e in page.elements for name in e.attributes if name.startswith("on") or name == "style"]


def test_a_pair_without_events_has_a_page_that_says_so(compiled: Compile) -> None:
    told = say(read_page(compose_dossier(compiled(last=date(1990, 1, 1)))).all("main")[0].words)
    assert "tells of no events between Iran and Turkey in this period" in told
    assert "Nothing to draw" in told


def test_only_planned_and_undated_events_make_a_page(compiled: Compile) -> None:
    wide = make_entry("w", day=date(2025, 1, 5), last=date(2025, 3, 2), status="planned")
    told = say(read_page(compose_dossier(compiled(wide))).all("main")[0].words)
    assert "Nothing to draw" in told and "about 2025-01-05 to 2025-03-02" in told


def test_the_latest_are_told_and_all_counted(compiled: Compile) -> None:
    told = say(read_page(compose_dossier(compiled(limit=1))).all("main")[0].words)
    assert "The latest 1 of 4 events" in told


def test_a_page_is_the_same_twice(compiled: Compile) -> None:
    dossier = compiled(as_of=date(2025, 12, 1))
    assert compose_dossier(dossier) == compose_dossier(dossier)


NASTY = "</style></title><script>alert(1)</script><img src=x onerror=alert(1)>\u202e{{ 7*7 }}\x00\ud83d\"'&amp;"


@pytest.mark.parametrize("url", ["javascript:alert(1)", 'https://x.example/"><script>alert(1)</script>', NASTY])
def test_hostile_documents_are_words_and_nothing_else(compiled: Compile, url: str) -> None:
    dossier = compiled(as_of=date(2025, 12, 1))
    for line in dossier["relation"]["chronology"]:
        nasty = {"name": NASTY, "office": NASTY, "words": NASTY}
        line |= {"quote": f"{NASTY} thanked {NASTY}", "trigger": NASTY, "cue": NASTY, "outlet": NASTY, "label": NASTY}
        line |= {"dated_by": NASTY, "conflicts": [NASTY], "corrected": [NASTY], "event_id": line["event_id"] + NASTY}
        line["actors"] = [{**side, **nasty} for side in line["actors"]]
        line["speaker"] = {"code": NASTY, **nasty}
        line["place"] = {"name": NASTY, "country": NASTY, "kind": NASTY}
    dossier["names"][NASTY] = NASTY
    for row in dossier["sources"]:
        row |= {"title": NASTY, "url": url, "publisher": NASTY, "document_id": NASTY}
    for row in dossier["publishers"]:
        row["publisher"] = NASTY
    dossier["speakers"] = [{"code": NASTY, "name": NASTY, "office": None, "events": 1, "statuses": {NASTY: 1}}]
    dossier["persons"] = [
        {"code": "IRN", "name": NASTY, "named_as": [NASTY], "events": 1, "first": None, "last": None, "offices": []}
    ]
    for commitment in dossier["commitments"]:
        commitment |= {"quote": NASTY, "speaker": NASTY, "mode": NASTY}
        commitment["changes"] = [{"status": "kept", "on": "2025-10-01", "event_id": NASTY, "because": NASTY}]
    html = compose_dossier(dossier)
    html.encode()
    page = read_page(html)
    assert not {e.name for e in page.elements} & {"script", "img"}
    assert not [e for e in page.elements for name in e.attributes if name.startswith("on")]
    links = [e.attributes["href"] for e in page.elements if "href" in e.attributes]
    assert all(
        link.startswith(("#", "https://x.example/%22" if "%22" in url else "https://x.example/")) for link in links
    )
    assert "\u202e" not in html and "\x00" not in html
    assert "49" not in say(page.all("blockquote")[0].words)
    assert "<script>alert(1)</script>" in page.all("bdi")[0].words


def test_words_of_documents_are_kept_apart_in_their_direction(compiled: Compile) -> None:
    page = read_page(compose_dossier(compiled()))
    assert all(q.attributes.get("dir") == "auto" for q in page.all("blockquote"))


def test_a_missing_library_is_named_with_the_remedy(compiled: Compile, monkeypatch: pytest.MonkeyPatch) -> None:
    dossier = compiled()
    make_environment.cache_clear()
    monkeypatch.setitem(sys.modules, "jinja2", None)
    with pytest.raises(ConfigurationError, match=r"jinja2.*pip install 'dragoman\[desk\]'"):
        compose_dossier(dossier)
