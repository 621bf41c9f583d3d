"""Lists of feeds, as feed readers export them."""

from pathlib import Path

import pytest

from dragoman.errors import InputError
from dragoman.feeds import Subscription, find_subscriptions

LIST = """<?xml version="1.0"?><opml version="2.0"><body><outline text="World"><!-- mine -->
<outline type="rss" text="Post" title="The Harbour Post" xmlUrl=" https://harbour.example/feed "/></outline>
<outline text="Wire" xmlurl="https://wire.example/atom"/><outline text="none"/></body></opml>"""


def test_lists_and_addresses_can_be_mixed_and_each_feed_counts_once(tmp_path: Path) -> None:
    path = tmp_path / "feeds.opml"
    path.write_text(LIST, encoding="utf-8")
    assert find_subscriptions([str(path), "https://wire.example/atom", "HTTP://a.example/"]) == [
        Subscription(url="https://harbour.example/feed", name="The Harbour Post"),
        Subscription(url="https://wire.example/atom", name="Wire"),
        Subscription(url="HTTP://a.example/"),
    ]


BAD = [
    ("<opml", "it is no XML"),
    ("", "it is no XML"),
    ("<opml><body/></opml>", "it lists no feeds"),
    ("harbour.example/feed", "it is no XML"),
]


@pytest.mark.parametrize(("content", "fault"), BAD)
def test_what_lists_no_feeds_is_said_so(tmp_path: Path, content: str, fault: str) -> None:
    (tmp_path / "feeds.opml").write_text(content, encoding="utf-8")
    with pytest.raises(InputError, match=fault):
        find_subscriptions([str(tmp_path / "feeds.opml")])


def test_a_file_that_is_not_there_is_said_so() -> None:
    with pytest.raises(InputError, match="No such file"):
        find_subscriptions(["harbour.example/feed"])


def test_addresses_of_another_kind_are_told_as_they_were_given() -> None:
    with pytest.raises(InputError, match=r"ftp://wire\.example/feed: only http and https"):
        find_subscriptions(["ftp://wire.example/feed"])


def test_entities_are_not_resolved(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("https://secret.example/", encoding="utf-8")
    (tmp_path / "feeds.opml").write_text(
        f'<!DOCTYPE opml [<!ENTITY file SYSTEM "{(tmp_path / "secret").as_uri()}"><!ENTITY word "words">]>'
        '<opml><body><outline text="&word;" xmlUrl="https://harbour.example/feed"/><outline>&file;</outline></body></opml>',
        encoding="utf-8",
    )
    (found,) = find_subscriptions([str(tmp_path / "feeds.opml")])
    assert found.url == "https://harbour.example/feed" and "secret" not in found.name
