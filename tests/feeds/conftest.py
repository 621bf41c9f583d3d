"""A site for each test."""

from collections.abc import Iterator

import pytest

from tests.feeds.sites import Site, open_site


@pytest.fixture
def site() -> Iterator[Site]:
    with open_site() as opened:
        yield opened
