"""Make the pictures of the desk's pages again, for the documentation.

python -m tests.docs.pictures

Look at them afterwards, each of them.
"""

import io
import tempfile
from collections.abc import Mapping
from http import HTTPStatus
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.chromium import MISSING, find_chromium, launch
from tests.browser.kinds import KINDS, TOKEN, Desk, Kind
from tests.browser.serving import EXAMPLES, make_record, run_desk
from tests.browser.visiting import find_names, open_page
from tests.docs.pages import ROOT

FOLDER = ROOT / "docs" / "desk"
COLOURS = 128
"""The most frequent ones: the few that pages have, and those of the edges of letters."""

WIDE = {"viewport": {"width": 1120, "height": 760}, "color_scheme": "light"}
PHONE = {"viewport": {"width": 360, "height": 760}, "color_scheme": "dark"}
ON_PHONE = ("event", "relation")
"""The pages that are shown on a phone in the dark, too."""

DRAWN = "svg.map, svg.network"
"""What is shown of a page that has it, rather than its beginning."""


def choose_kinds() -> list[Kind]:
    """The first state of each kind of page that has something to show, and what is said where there is none."""
    shown = [kind for kind in KINDS if kind.status == HTTPStatus.OK or not kind.path]
    return list({kind.path: kind for kind in reversed(shown)}.values())[::-1]


def take_picture(page: Page, kind: Kind, address: str, name: str) -> None:
    """Write what a screen shows of a page."""
    answer = page.goto(address, wait_until="load")
    assert answer and answer.status == kind.status, address
    drawn = page.locator(DRAWN).locator("visible=true")
    if drawn.count():
        drawn.scroll_into_view_if_needed()
    taken = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
    reduce_colours(taken).save(FOLDER / name, optimize=True)


def reduce_colours(picture: Image.Image) -> Image.Image:
    """The picture in its most frequent colours, which stay as they are; each other becomes the nearest of them."""
    counted = picture.getcolors(picture.width * picture.height)
    assert counted
    frequent = [colour for _, colour in sorted(counted, reverse=True)[:COLOURS] if isinstance(colour, tuple)]
    palette = Image.new("P", (1, 1))
    palette.putpalette([part for colour in frequent for part in colour])
    return picture.quantize(palette=palette, dither=Image.Dither.NONE)


def take_pictures(browser: Browser, desks: Mapping[Desk, str], names: Mapping[str, str]) -> None:
    """Write all pictures of pages on desks of the sample dispatches."""
    for settings, suffix in ((WIDE, ""), (PHONE, "-phone")):
        with open_page(browser, desks[Desk.FULL], **settings) as page:
            for kind in choose_kinds():
                if not suffix or kind.name in ON_PHONE:
                    address = desks[kind.desk] + kind.address.format(**names)
                    take_picture(page, kind, address, f"{kind.name}{suffix}.png")


def main() -> None:
    """Start all that is needed, and take the pictures."""
    path = find_chromium()
    if path is None:
        raise SystemExit(MISSING)
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        record = make_record(Path(folder) / "dispatches.db", EXAMPLES)
        with run_desk(record) as full, run_desk(record, token=TOKEN) as closed:
            browser = launch(playwright, path)
            take_pictures(browser, {Desk.FULL: full, Desk.CLOSED: closed}, find_names(playwright, full))
            browser.close()


if __name__ == "__main__":
    main()
