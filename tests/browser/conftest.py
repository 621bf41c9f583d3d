"""A browser, and desks to open in it. The fixtures last as long as the tests of this folder."""

import json
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import cache
from pathlib import Path
from shutil import copyfile

import pytest
from playwright.sync_api import Browser, Error, Playwright, expect, sync_playwright

from tests.browser.chromium import MISSING, NAMED, find_chromium, launch
from tests.browser.kinds import TOKEN, Desk
from tests.browser.serving import EXAMPLES, make_record, run_desk
from tests.browser.visiting import PATIENCE, View, Window, find_names

HARD = {
    "id": "hard",
    "published": "2026-02-03",
    "publisher": "صحيفة " + "W" * 120,
    "url": "https://news.example/" + "a" * 300,
    "title": "Latvia \u202ethanks Kenya " + "Verylongword" * 30,
    "text": "Latvia thanked Kenya on Tuesday. " + "שלום " * 40 + "x" * 2000 + " <script>alert(1)</script>",
}
"""A document that is hard to show: words without end, in scripts that run both ways."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keep the tests of this folder together: with `-n 2 --dist loadgroup`, one browser serves them all."""
    for item in items:
        if item.path.is_relative_to(Path(__file__).parent):
            item.add_marker(pytest.mark.xdist_group("browser"))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say once, where it is read, that a part was not tested."""
    if find_chromium() is None:
        terminalreporter.write_line(MISSING)


@pytest.fixture(scope="package")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="package")
def browser(playwright: Playwright) -> Iterator[Browser]:
    path = find_chromium()
    if path is None:
        pytest.skip(MISSING)
    try:
        browser = launch(playwright, path)
    except Error as error:
        pytest.fail(f"{path} does not start; {NAMED} names another. {error}")
    expect.set_options(timeout=PATIENCE)
    yield browser
    browser.close()


@pytest.fixture(scope="package")
def record(tmp_path_factory: pytest.TempPathFactory, browser: Browser) -> Path:
    """Asks for the browser first: without one there is no need of it."""
    folder = tmp_path_factory.mktemp("browser")
    hard = folder / "hard.jsonl"
    hard.write_text(json.dumps(HARD) + "\n", encoding="utf-8")
    return make_record(folder / "dispatches.db", EXAMPLES, hard)


@pytest.fixture(scope="package")
def desks(record: Path) -> Iterator[Callable[[Desk], str]]:
    """`desks(Desk.FULL)` is the address of a desk, which is started when it is first asked for."""
    started: dict[Desk, str] = {}
    with ExitStack() as stack:

        def find(desk: Desk) -> str:
            if desk not in started:
                shown = make_record(record.with_name("new.db")) if desk is Desk.EMPTY else record
                token = TOKEN if desk is Desk.CLOSED else ""
                started[desk] = stack.enter_context(run_desk(shown, token=token))
            return started[desk]

        yield find


@pytest.fixture
def writable(record: Path, tmp_path: Path) -> Iterator[str]:
    """The address of a desk whose record is the test's own."""
    copyfile(record, tmp_path / "own.db")
    with run_desk(tmp_path / "own.db") as address:
        yield address


@pytest.fixture(scope="package")
def names(playwright: Playwright, desks: Callable[[Desk], str]) -> dict[str, str]:
    return find_names(playwright, desks(Desk.FULL))


@pytest.fixture(scope="package")
def windows(browser: Browser, desks: Callable[[Desk], str], names: dict[str, str]) -> Callable[[View], Window]:
    """`windows(View.WIDE).open(kind)` opens a page."""
    return cache(lambda view: Window(browser, view, desks, names))
