"""What the desk's few scripts do, and that nothing is missing where they do not run."""

from collections.abc import Callable
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from dragoman.pages.desk import read_script
from tests.browser.kinds import Desk
from tests.browser.visiting import View, open_page

RELATION = "/relation/GRC/TUR"


def drag(page: Page, start: float, end: float) -> None:
    """Draw with the pointer over a part of the chart, from 0 at its left end to 1."""
    live = page.locator(".plot.is-live .live")
    live.scroll_into_view_if_needed()
    box = live.bounding_box()
    assert box
    middle = box["y"] + box["height"] / 2
    page.mouse.move(box["x"] + start * box["width"], middle)
    page.mouse.down()
    page.mouse.move(box["x"] + end * box["width"], middle, steps=6)
    page.mouse.up()


@pytest.mark.parametrize("view", View, ids=lambda view: view.name.lower())
def test_months_are_chosen_by_dragging_across_the_balance(
    browser: Browser, desks: Callable[[Desk], str], view: View
) -> None:
    with open_page(browser, desks(Desk.FULL), **view.settings) as page:
        page.goto(RELATION)
        with page.expect_navigation():
            drag(page, 0.6, 0.97)
        address = urlsplit(page.url)
        asked = {name: value for name, (value,) in parse_qs(address.query).items()}
        assert (address.path, address.fragment) == (RELATION, "course")
        assert "2020-08-11" < asked["from"] < asked["until"]
        assert asked["from"].endswith("-01") and asked["until"] >= "2023-12-31"
        expect(page.get_by_label("From", exact=True)).to_have_value(asked["from"])
        assert 0 < page.locator("li.event").count() < 12


def test_a_click_on_the_chart_chooses_nothing(browser: Browser, desks: Callable[[Desk], str]) -> None:
    with open_page(browser, desks(Desk.FULL), **View.WIDE.settings) as page:
        page.goto(RELATION)
        drag(page, 0.5, 0.5)
        page.wait_for_timeout(300)
        assert urlsplit(page.url).query == ""


def test_the_chart_stands_where_its_picture_did_and_the_picture_speaks(
    browser: Browser, desks: Callable[[Desk], str]
) -> None:
    with open_page(browser, desks(Desk.FULL), **View.WIDE.settings) as page:
        page.goto(RELATION)
        expect(page.locator(".plot.is-live")).to_be_visible()
        page.set_viewport_size({"width": 420, "height": 800})
        across = page.locator(".plot img").first.evaluate("image => image.decode().then(() => image.clientWidth)")
        assert across < 420
        expect(page.locator(".live svg")).to_have_attribute("width", str(across))
        drawn, pictured = (page.locator(f".plot {name}").first.bounding_box() for name in (".live svg", "img"))
        assert drawn and pictured == pytest.approx(drawn, abs=1)
        assert page.locator(".live").get_attribute("aria-hidden") == "true"
        page.emulate_media(media="print")
        expect(page.locator(".live")).to_be_hidden()
        assert page.locator(".plot picture").first.evaluate("e => getComputedStyle(e).opacity") == "1"


def test_without_scripts_periods_are_links(browser: Browser, desks: Callable[[Desk], str]) -> None:
    with open_page(browser, desks(Desk.FULL), java_script_enabled=False) as page:
        page.goto(RELATION)
        ways = page.get_by_role("navigation", name="Period of")
        expect(ways.get_by_text("Choose:", exact=True)).to_be_visible()
        expect(ways.get_by_text("Drag")).to_be_hidden()
        ways.get_by_role("link").first.click()
        assert "from=2020-08-01" in page.url


def test_times_of_reviews_are_those_of_the_reader(browser: Browser, desks: Callable[[Desk], str]) -> None:
    with open_page(browser, desks(Desk.FULL), timezone_id="Asia/Kathmandu") as page:
        page.goto("/events")
        page.locator("li.event h3 a").first.click()
        page.evaluate(
            """() => {
                const time = Object.assign(document.createElement("time"), { textContent: "2025-10-02 20:30 UTC" });
                time.dateTime = "2025-10-02T20:30:00+00:00";
                document.querySelector("h1").append(time);
            }"""
        )
        page.add_script_tag(url=read_script("times").path)
        expect(page.locator("h1 time")).to_have_text("2025-10-03 02:15 UTC+5:45")
        expect(page.locator("h1 time")).to_have_attribute("title", "2025-10-02 20:30 UTC")
