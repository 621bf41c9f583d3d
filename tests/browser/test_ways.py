"""Ways that analysts go, with and without JavaScript."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.kinds import TOKEN, Desk
from tests.browser.looking import find_barriers
from tests.browser.visiting import find_visit, open_page, open_visit

RELATION = "/relation/GRC/TUR"
WHO, WHY = "Ada Lovelace", "the text says Wednesday"


@pytest.fixture
def page(request: pytest.FixtureRequest, writable: str, browser: Browser) -> Iterator[Page]:
    """Without JavaScript, unless a test asks for it."""
    with open_page(browser, writable, java_script_enabled=getattr(request, "param", False)) as page:
        yield page


@pytest.fixture
def visit(page: Page) -> Page:
    """The page of the visit of December 2023, which two papers told."""
    page.goto(RELATION)
    open_visit(page)
    return page


def ask(page: Page, address: str) -> Any:
    """What a twin tells."""
    answer = page.request.get(address)
    assert answer.ok
    return answer.json()


def list_told(page: Page) -> list[Any]:
    """The events of the relation, as its twin tells them."""
    events: list[Any] = ask(page, f"{RELATION}.json")["relation"]["chronology"]
    return events


def twin_of(page: Page) -> str:
    address = page.get_by_role("link", name="This page as JSON").get_attribute("href")
    assert address
    return address


def say(page: Page, why: str = WHY) -> None:
    """Fill in who and why in the form that is open."""
    page.get_by_label("Your name").locator("visible=true").fill(WHO)
    page.get_by_label("Why", exact=True).locator("visible=true").fill(why)


def take_back(page: Page, number: int) -> None:
    page.get_by_text(f"Undo review {number}").click()
    say(page, "misread")
    page.get_by_role("button", name=f"Undo {number}").click()


@pytest.mark.parametrize("page", [True, False], ids=["script", "no-script"], indirect=True)
def test_from_the_first_page_to_a_correction_and_its_undo(page: Page) -> None:
    page.goto("/")
    page.get_by_role("link", name="Greece – Turkey").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Greece and Turkey")
    before = list_told(page)
    open_visit(page)
    twin = twin_of(page)
    fields = ask(page, twin)["fields"]

    page.get_by_role("link", name="correct date").click()
    page.get_by_label("Date", exact=True).fill("2023-12-06")
    say(page)
    page.get_by_role("button", name="Set date").click()
    history = page.locator(".history")
    expect(history).to_contain_text("date set to 2023-12-06")
    expect(history).to_contain_text(WHO)
    assert [f["value"] for f in ask(page, twin)["fields"] if f["review"]] == ["2023-12-06"]

    page.get_by_role("link", name="Turkey and Greece").click()
    event = find_visit(page)
    expect(event).to_contain_text("2023-12-06")
    expect(event).to_contain_text("Date set by review")
    assert list_told(page) != before

    open_visit(page)
    take_back(page, 1)
    expect(history).to_contain_text("undo of 1")
    assert ask(page, twin)["fields"] == fields
    assert list_told(page) == before


def test_an_event_is_confirmed_and_the_next_form_knows_by_whom(visit: Page) -> None:
    visit.get_by_text("Confirm", exact=True).first.click()
    say(visit)
    visit.get_by_role("button", name="Confirm").click()
    expect(visit.get_by_text("confirmed by review")).to_be_visible()
    visit.get_by_text("Reject", exact=True).first.click()
    expect(visit.get_by_label("Your name").locator("visible=true")).to_have_value(WHO)


def test_a_report_is_split_off_and_joined_again(visit: Page) -> None:
    visit.get_by_text("Split a report off").click()
    visit.get_by_role("radio", name="2023-12-07-athens").check()
    say(visit)
    visit.get_by_role("button", name="Split off").click()
    address = twin_of(visit)
    assert len(ask(visit, address)["reports"]) == 1

    visit.get_by_text("Join with another event").click()
    visit.get_by_role("group", name="Of the same type, sides and days").get_by_role("radio").first.check()
    say(visit, "one visit, told twice")
    visit.get_by_role("button", name="Join").click()
    expect(visit.get_by_role("heading", name="2 reports side by side")).to_be_visible()
    assert len(ask(visit, twin_of(visit))["reports"]) == 2


def test_a_form_that_is_refused_says_why_and_keeps_what_stood_in_it(writable: str, browser: Browser) -> None:
    with open_page(browser, writable) as page:
        page.goto(RELATION)
        open_visit(page)
        page.get_by_role("link", name="correct date").click()
        page.get_by_label("Date", exact=True).fill("soon")
        say(page)
        page.get_by_role("button", name="Set date").click()
        expect(page.get_by_role("alert")).to_contain_text("Nothing was stored")
        expect(page.get_by_label("Date", exact=True)).to_have_value("soon")
        assert find_barriers(page) == []


def test_a_text_is_tried_and_not_kept(desks: Callable[[Desk], str], browser: Browser) -> None:
    with open_page(browser, desks(Desk.FULL)) as page:
        held = ask(page, "/home.json")["holdings"]
        page.goto("/try")
        page.get_by_label("Text", exact=True).fill("Kenya's president visited Accra on Tuesday.")
        page.get_by_label("Published").fill("2024-05-02")
        page.get_by_role("button", name="Read it").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("1 event read in your text")
        expect(page.locator("#events")).to_contain_text("Kenya's president visited Accra")
        assert find_barriers(page) == []
        assert ask(page, "/home.json")["holdings"] == held


def test_whoever_has_the_token_signs_in_and_out(desks: Callable[[Desk], str], browser: Browser) -> None:
    with open_page(browser, desks(Desk.CLOSED)) as page:
        page.goto(f"{RELATION}?from=2023-12-01")
        sign_in(page, "something else, and wrong")
        expect(page.get_by_role("alert")).to_contain_text("not the token")
        assert find_barriers(page) == []
        sign_in(page, TOKEN)
        expect(page.get_by_role("heading", level=1)).to_have_text("Greece and Turkey")
        assert page.url.endswith("?from=2023-12-01")
        page.get_by_role("button", name="Sign out").click()
        page.goto("/events")
        expect(page.get_by_label("Token")).to_be_visible()


def sign_in(page: Page, token: str) -> None:
    page.get_by_label("Token").fill(token)
    page.get_by_role("button", name="Sign in").click()
