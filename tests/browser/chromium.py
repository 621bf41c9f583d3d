"""Where the browser is."""

import os
import shutil

from playwright.sync_api import Browser, Playwright

NAMED = "DRAGOMAN_CHROMIUM"
"""The environment variable that names a Chromium. One that is named must work: without it the tests fail."""

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")

MISSING = (
    "no Chromium here, so nothing is tested in a browser. "
    f"Install one (Debian: apt-get install chromium), or name one: {NAMED}=/path/to/chromium"
)


def find_chromium() -> str | None:
    """The Chromium that is named in the environment, else one on the path, else None."""
    return os.environ.get(NAMED) or next(filter(None, map(shutil.which, NAMES)), None)


def launch(playwright: Playwright, path: str) -> Browser:
    """Start a browser. Its own sandbox needs more rights than containers have; only our own pages are opened in it."""
    return playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
