"""The desk of the small record that questions are tested with."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from dragoman.desk import DeskSettings, make_app
from tests.pages.reader import Page, read_page
from tests.tasks.records import make_record

HERE = "http://127.0.0.1:8000"
TOKEN = "a token that nobody guesses"  # noqa: S105 - of the tests alone


@pytest.fixture
def record(tmp_path: Path) -> Path:
    return make_record(tmp_path / "relations.db")


Open = Callable[..., TestClient]


@pytest.fixture
def open_desk(record: Path) -> Iterator[Open]:
    """`open_desk(read_only=True)` gives a browser before a desk of the record, or of another."""
    with ExitStack() as stack:

        def open_(base: str = HERE, **settings: Any) -> TestClient:
            app = make_app(DeskSettings(**{"record": record, **settings}))
            return stack.enter_context(TestClient(app, base_url=base, follow_redirects=False))

        yield open_


@pytest.fixture
def desk(open_desk: Open) -> TestClient:
    return open_desk()


def read(client: TestClient, address: str, status: int = 200) -> Page:
    """The page at an address."""
    answer = client.get(address, headers={"accept": "text/html"})
    assert answer.status_code == status, (address, answer.text)
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    return read_page(answer.text)


def find_csrf(page: Page) -> str:
    """What the forms of a page bring back."""
    found = {e.attributes["value"] for e in page.all("input", name="csrf")}
    assert len(found) == 1
    return found.pop()


def send(client: TestClient, address: str, page: Page, **fields: str | list[str]) -> Any:
    """Send a form of a page."""
    return client.post(address, data={"csrf": find_csrf(page), **fields})
