"""Opening pages, one after another, in the same window: opening windows takes longer than all the rest."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from enum import Enum
from typing import Any

from playwright.sync_api import Browser, Locator, Page, Playwright

from tests.browser.kinds import Desk, Kind
from tests.browser.watching import Watch

PATIENCE = 30_000
"""Milliseconds to wait for anything: machines may be slow."""


class View(Enum):
    """What pages are seen on. Between them, every layout and every colour is seen once."""

    WIDE = "wide and light"
    NARROW = "a phone in the dark"

    @property
    def settings(self) -> dict[str, Any]:
        """Of the browser."""
        if self is View.WIDE:
            return {"viewport": {"width": 1280, "height": 900}, "color_scheme": "light"}
        return {"viewport": {"width": 360, "height": 740}, "color_scheme": "dark", "has_touch": True}


@dataclass(frozen=True)
class Visit:
    """A page that is open."""

    kind: Kind
    page: Page
    watch: Watch
    status: int


class Window:
    """A window of the browser.

    Args:
        browser: whose window it is.
        view: how large, and in which colours.
        desks: gives the address of a desk.
        names: what addresses name.

    """

    def __init__(self, browser: Browser, view: View, desks: Callable[[Desk], str], names: Mapping[str, str]) -> None:
        self._desks, self._names = desks, names
        self.page = browser.new_context(**view.settings).new_page()
        self.page.set_default_timeout(PATIENCE)
        self._watch = Watch(self.page)

    def open(self, kind: Kind) -> Visit:
        """Go to a page, and wait until all is there that belongs to it."""
        base = self._desks(kind.desk)
        self._watch.begin(base)
        self.page.emulate_media(media="screen")
        answer = self.page.goto(base + kind.address.format(**self._names), wait_until="load")
        assert answer
        # Whoever leaves a page while its script draws a chart ends what it asks for.
        if self.page.locator(".plot .live").count():
            self.page.locator(".plot.is-live").wait_for()
        return Visit(kind, self.page, self._watch, answer.status)


def find_visit(page: Page) -> Locator:
    """The visit of December 2023, which two papers told, in a list of events."""
    return page.get_by_role("listitem").filter(has_text="The Turkish president visited Athens")


def open_visit(page: Page) -> None:
    """From a list of events on to the visit."""
    find_visit(page).get_by_role("heading").get_by_role("link").click()


def find_names(playwright: Playwright, base: str) -> dict[str, str]:
    """What the record of the sample dispatches calls what addresses name.

    Args:
        playwright: that asks.
        base: address of a desk of the record.

    """
    asked = playwright.request.new_context(base_url=base)
    visit = asked.get("/events.json?side=GRC&other=TUR&type=CONSULT&mode=visit&limit=1").json()["events"][0]
    asked.dispose()
    return {"event": visit["event_id"], "document": "2023-12-07-athens"}


@contextmanager
def open_page(browser: Browser, base: str, **settings: Any) -> Iterator[Page]:
    """A page of a browser that remembers nothing, for addresses that begin at a desk."""
    context = browser.new_context(base_url=base, **settings)
    context.set_default_timeout(PATIENCE)
    yield context.new_page()
    context.close()
