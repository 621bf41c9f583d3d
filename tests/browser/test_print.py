"""Pages on paper."""

import re
from collections.abc import Callable

import pytest

from tests.browser.kinds import KINDS, Kind
from tests.browser.visiting import View, Window


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_page_is_printed_dark_on_white_with_its_words(kind: Kind, windows: Callable[[View], Window]) -> None:
    page = windows(View.NARROW).open(kind).page
    page.emulate_media(media="print", color_scheme="dark")
    colours = page.evaluate("[getComputedStyle(document.body).backgroundColor, getComputedStyle(document.body).color]")
    assert colours == ["rgb(255, 255, 255)", "rgb(0, 0, 0)"]
    assert page.locator("h1").is_visible()
    assert len(page.locator("main").inner_text()) > 40
    page.emulate_media(media="screen")
    paper = page.pdf(format="A4")
    assert len(re.findall(rb"/Type /Page\b", paper)) >= 1
    assert b"/Font" in paper
