"""What was read becomes what is coded: pages lose their mark-up."""

import time
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import repeat

import pytest

from dragoman.documents import Origin, Page, Reject, Sourced
from dragoman.model.text import Document
from dragoman.tasks import Prepared, SetAside, engines, prepare, prepare_documents
from dragoman.tasks.pool import OrderedPool
from dragoman.tasks.prepare import Read

TALKS = "Finland and Norway held talks in Oslo about the patrol of their common border in the north."


def make_page(number: int, words: str = TALKS) -> Page:
    content = f"""<html><head><meta property="article:published_time" content="2025-10-02T09:00:00Z"></head>
    <body><article><p>{words}</p><p>They agreed to meet again in spring, number {number}.</p></article></body></html>"""
    return Page(origin=Origin(file=f"{number}.html"), document_id=str(number), content=content.encode())


def make_sourced(number: int) -> Sourced:
    document = Document(id=str(number), text=f"They met {number}.", published=date(2025, 10, 2))
    return Sourced(origin=Origin(file="wire.jsonl", line=number), document=document)


UNREAD = Reject(origin=Origin(file="wire.jsonl", line=9), fault="it has no date", remedy="Give one.")


def told(item: Prepared) -> str:
    if isinstance(item, Sourced):
        return item.document.id
    return item.fault if isinstance(item, Reject) else f"{item.document_id} {item.reason}"


@pytest.mark.parametrize("workers", [1, 2])
def test_pages_become_documents_in_their_order_and_all_else_passes_through(workers: int) -> None:
    items: list[Read] = [
        make_sourced(1),
        UNREAD,
        *(make_page(number) for number in range(2, 12)),
        make_sourced(12),
        UNREAD,
    ]
    prepared = list(prepare_documents(items, workers=workers))
    assert [told(item) for item in prepared] == ["1", UNREAD.fault, *map(str, range(2, 13)), UNREAD.fault]
    page = prepared[2]
    assert isinstance(page, Sourced) and page.document.text.startswith(TALKS)


def test_what_needs_no_preparing_starts_no_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engines, "OrderedPool", None)
    assert list(prepare_documents([make_sourced(1), UNREAD], workers=2)) == [make_sourced(1), UNREAD]


def wait(page: Page) -> Reject:
    while True:
        time.sleep(0.01)


def test_a_page_that_takes_too_long_is_a_reject(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(prepare, "PAGE_SECONDS", 0.1)
    monkeypatch.setattr(prepare, "compose_page", wait)
    [reject] = prepare_documents([make_page(1)])
    assert told(reject) == "its text could not be read (it took over 0.1 seconds)"


def burn(page: Page) -> Reject:
    """Like a library of C code that never asks whether there was a signal."""
    if page.document_id == "1":
        sum(repeat(0))
    return page.lost("no words")


def prepare_burning(chunk: Sequence[Read]) -> list[Prepared]:
    prepare.PAGE_SECONDS = 0.2
    vars(prepare)["compose_page"] = burn
    return prepare.prepare_chunk(chunk)


def test_a_page_that_cannot_be_interrupted_costs_its_process() -> None:
    pool = OrderedPool(prepare_burning, workers=1, crashed=prepare.report_lost)
    lost, other = pool.map([make_page(1), make_page(2)])
    assert told(lost) == "its text could not be read (the process died)"
    assert told(other) == "its text could not be read (no words)"


def test_days_that_were_taken_from_the_crawl_are_logged(caplog: pytest.LogCaptureFixture) -> None:
    undated = make_page(1).content.replace(b"2025-10-02T09:00:00Z", b"")
    pages = [make_page(2), *(replace(make_page(n), content=undated, crawled=date(2025, 10, 5)) for n in (3, 4))]
    with caplog.at_level("WARNING", "dragoman"):
        prepared = list(prepare_documents(pages))
    assert [item.document.published.day for item in prepared if isinstance(item, Sourced)] == [2, 5, 5]
    assert caplog.messages == ["pages that state no day of publication have the day of their crawl: 2"]


GERMAN = (
    "Die Außenminister von Finnland und Norwegen haben am Donnerstag in Oslo über die gemeinsame Grenze gesprochen. "
)


@pytest.mark.parametrize("times", [1, 4])
def test_crawled_pages_in_another_language_are_set_aside_with_or_without_extracting_their_text(
    times: int, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = replace(make_page(1, GERMAN * times), crawled=date(2025, 10, 5), url="https://zeitung.example/1")
    if times > 1:
        monkeypatch.setattr(prepare, "compose_page", None)
    with caplog.at_level("WARNING", "dragoman"):
        [aside] = prepare_documents([page])
    assert isinstance(aside, SetAside)
    assert (aside.reason, aside.imprint.publisher) == ("not in English but in German", "zeitung.example")
    assert caplog.messages == ["pages that are not in English are set aside: 1"]


def test_pages_that_were_given_are_not_asked_for_their_language() -> None:
    [item] = prepare_documents([make_page(1, GERMAN * 4)])
    assert isinstance(item, Sourced)
