"""An entry is known again by guid, link or words, and two entries are never taken for one."""

from dataclasses import replace
from datetime import date

import pytest

from dragoman.feeds import FeedEntry, identify_entries
from dragoman.feeds.entries import normalize_link

FEED = "https://harbour.example/feed"
ENTRY = FeedEntry(
    guid="urn:1",
    link="https://harbour.example/a?id=3",
    title="Talks in Lima",
    text="The ministers met.",
    published=date(2025, 10, 9),
    stamp="Thu, 09 Oct 2025 06:00:00 GMT",
    publisher="The Harbour Post",
)

SAME = [
    ("it stands there again", ENTRY, FEED),
    ("another guid", replace(ENTRY, guid="urn:1#2", text="They met again."), FEED),
    ("another link", replace(ENTRY, link="https://harbour.example/b", title="Talks"), FEED),
    ("another feed", replace(ENTRY, guid="9", text="Met."), "https://harbour.example/world"),
    ("marks of a campaign", replace(ENTRY, guid="", link=f"{ENTRY.link}&utm_source=rss#top", text=""), FEED),
    ("no scheme of its own", replace(ENTRY, guid="", link="http://www.harbour.example/a/?id=3", text=""), FEED),
    ("new guid and link", replace(ENTRY, guid="8", link="https://harbour.example/moved"), FEED),
]


@pytest.mark.parametrize(("entry", "feed"), [s[1:] for s in SAME], ids=[s[0] for s in SAME])
def test_the_same_entry_has_a_key_in_common(entry: FeedEntry, feed: str) -> None:
    (one,), (other,) = identify_entries([ENTRY], FEED), identify_entries([entry], feed)
    assert set(one.keys) & set(other.keys)


OTHERS = [
    (
        "guid and link",
        replace(ENTRY, guid="urn:2", link="https://harbour.example/a?id=4", title="Talks in Cusco"),
        FEED,
    ),
    (
        "time",
        replace(ENTRY, guid="urn:2", link="https://harbour.example/c", stamp="Fri, 10 Oct 2025 06:00:00 GMT"),
        FEED,
    ),
    ("a guid of another feed", replace(ENTRY, link="https://a.example/x", text="Else."), "https://a.example/feed"),
    ("words of another site", replace(ENTRY, link="https://a.example/x"), "https://a.example/feed"),
]


@pytest.mark.parametrize(("entry", "feed"), [o[1:] for o in OTHERS], ids=[o[0] for o in OTHERS])
def test_another_entry_has_none(entry: FeedEntry, feed: str) -> None:
    (one,), (other,) = identify_entries([ENTRY], FEED), identify_entries([entry], feed)
    assert not set(one.keys) & set(other.keys)
    assert one.document_id != other.document_id


def test_a_guid_or_link_that_several_entries_share_tells_none_of_them() -> None:
    entries = [replace(ENTRY, guid="same", link="https://harbour.example/", text=f"Text {n}.") for n in range(3)]
    known = identify_entries(entries, FEED)
    assert len({k.document_id for k in known}) == 3
    assert sum(len(k.keys) for k in known) == len({key for k in known for key in k.keys}) == 3


def test_the_same_entry_twice_in_one_answer_is_one() -> None:
    assert len(identify_entries([ENTRY, ENTRY], FEED)) == 1


def test_the_front_page_as_a_link_tells_nothing() -> None:
    one, other = (replace(ENTRY, guid=g, link="https://harbour.example/", title=g) for g in "ab")
    assert not set(identify_entries([one], FEED)[0].keys) & set(identify_entries([other], FEED)[0].keys)


def test_an_entry_of_nothing_but_words_is_known_by_them() -> None:
    bare = replace(ENTRY, guid="", link="", stamp="", published=None)
    (one,), (other,) = identify_entries([bare], FEED), identify_entries([replace(bare, text="Else.")], FEED)
    assert len(one.keys) == 1 and one.keys != other.keys
    assert one.document_id.startswith("harbour.example:")


def test_blanks_do_not_change_the_words() -> None:
    (one,) = identify_entries([ENTRY], FEED)
    (blank,) = identify_entries([replace(ENTRY, text=" The  ministers\nmet.")], FEED)
    (other,) = identify_entries([replace(ENTRY, text="The ministers left.")], FEED)
    assert one.fingerprint == blank.fingerprint != other.fingerprint


LINKS = [
    ("https://www.Harbour.example/a/?utm_medium=x&id=3#c", "harbour.example/a?id=3"),
    ("http://harbour.example:80/", "harbour.example"),
    ("https://harbour.example/a b", "harbour.example/a%20b"),
    ("urn:nothing", "nothing"),
]


@pytest.mark.parametrize(("link", "normal"), LINKS)
def test_links_are_compared_by_what_names_the_page(link: str, normal: str) -> None:
    assert normalize_link(link) == normal
