"""Everything with the keyboard alone."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.kinds import KINDS, Kind
from tests.browser.looking import see_focus
from tests.browser.visiting import View, Window, open_page

MOST_STOPS = 120
"""Of long lists, the beginning is enough."""


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_the_focus_goes_through_the_page_and_is_always_seen(kind: Kind, windows: Callable[[View], Window]) -> None:
    page = windows(View.WIDE).open(kind).page
    fields = page.locator("a:visible, button:visible, input:visible, select:visible, summary:visible").count()
    stops = 0
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        focus = see_focus(page)
        # After the last stop the browser goes to its own bar, or begins again.
        if focus is None or (focus["number"] == 0 and stops > 1):
            break
        assert focus["seen"] and focus["framed"] and focus["fades"], focus
        # A day is several stops in one field; the order never turns back.
        assert focus["number"] in {stops - 1, stops}, focus
        stops = focus["number"] + 1
    assert stops >= min(fields, MOST_STOPS // 2)


def test_the_first_stop_leads_past_the_bar(windows: Callable[[View], Window]) -> None:
    page = windows(View.WIDE).open(KINDS[0]).page
    page.keyboard.press("Tab")
    focus = see_focus(page)
    assert focus and focus["words"] == "Skip to the contents" and focus["seen"]
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


def test_a_field_is_corrected(writable: str, browser: Browser, names: dict[str, str]) -> None:
    with open_page(browser, writable) as page:
        page.goto("/")
        for named in ("Greece – Turkey", f"/event/{names['event']}", "correct date"):
            tab_to(page, named)
            with page.expect_navigation():
                page.keyboard.press("Enter")
        tab_to(page, "2023-12-07")
        for words in ("2023-12-06", "Ada Lovelace", "the text says Wednesday"):
            page.keyboard.press("Control+A")
            page.keyboard.type(words)
            page.keyboard.press("Tab")
        assert (see_focus(page) or {})["words"] == "Set date"
        page.keyboard.press("Enter")
        expect(page.locator(".history")).to_contain_text("date set to 2023-12-06")


def tab_to(page: Page, named: str) -> None:
    """Press Tab until something with these words, or a link to this address, has the focus."""
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        focus = see_focus(page)
        if focus and named in (focus["words"], focus["goal"]):
            return
    raise AssertionError(named)
