"""Every kind of page, on a wide screen in daylight and on a phone in the dark."""

import importlib
import pkgutil
import time
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Route

from dragoman.desk import routes
from tests.browser.kinds import KINDS, NO_PAGES
from tests.browser.looking import find_barriers, measure_excess, measure_shift, unfold
from tests.browser.visiting import View, Visit, Window

LEAST_SHIFT = 0.001
"""A tenth is what readers are said to notice."""


@pytest.fixture(
    scope="module",
    params=[(view, kind) for view in View for kind in KINDS],
    ids=lambda given: f"{given[1].name}-{given[0].name.lower()}",
)
def visit(request: pytest.FixtureRequest, windows: Callable[[View], Window]) -> Visit:
    """A page that is opened once for all that is asked of it here."""
    view, kind = request.param
    return windows(view).open(kind)


def test_it_is_the_page_that_was_asked_for(visit: Visit) -> None:
    assert visit.status == visit.kind.status
    assert visit.kind.words in visit.page.locator("body").inner_text()


def test_nothing_moves_while_it_is_built(visit: Visit) -> None:
    if visit.page.locator("script").count():
        visit.page.wait_for_load_state("networkidle")
    assert measure_shift(visit.page) < LEAST_SHIFT


def test_nothing_is_asked_of_others_and_nothing_complains(visit: Visit) -> None:
    assert visit.watch.strangers == []
    assert visit.watch.complaints == []


def test_it_is_no_wider_than_the_window(visit: Visit) -> None:
    assert measure_excess(visit.page) <= 0
    unfold(visit.page)
    assert measure_excess(visit.page) <= 0


def test_axe_finds_no_barriers(visit: Visit) -> None:
    unfold(visit.page)
    assert find_barriers(visit.page) == []


def list_addresses() -> Iterator[str]:
    """What a browser can ask the desk for, twins left out."""
    yield from (page.path for page in routes.PAGES)
    for module in pkgutil.iter_modules(routes.__path__, f"{routes.__name__}."):
        router = getattr(importlib.import_module(module.name), "router", None)
        for route in router.routes if router else ():
            if "GET" in route.methods:
                yield route.path


def test_every_page_is_in_the_table() -> None:
    listed = {kind.path for kind in KINDS if kind.path} | set(NO_PAGES)
    assert set(list_addresses()) == listed, "add a line to KINDS of tests/browser/kinds.py"


def test_the_watch_sees_what_the_policy_refuses(windows: Callable[[View], Window]) -> None:
    visit = windows(View.WIDE).open(KINDS[0])
    visit.page.evaluate("document.body.insertAdjacentHTML('beforeend', '<img src=//127.0.0.2:9/x><p style=top:0>')")
    for refused in ("img-src", "style-src"):
        for _ in range(100):
            if any(refused in complaint for complaint in visit.watch.complaints):
                break
            visit.page.wait_for_timeout(100)  # complaints come when the browser gets to it
        else:
            pytest.fail(f"nobody complained of {refused}")


def test_charts_that_come_late_move_nothing(windows: Callable[[View], Window]) -> None:
    (kind,) = [kind for kind in KINDS if kind.name == "relation"]
    page = windows(View.NARROW).page

    def delay(route: Route) -> None:
        time.sleep(0.2)
        route.continue_()

    page.route("**/*.svg*", delay)
    windows(View.NARROW).open(kind)
    page.unroute_all(behavior="wait")
    assert page.locator("#course img:visible").count() == 3
    assert measure_shift(page) < LEAST_SHIFT
