"""An entry of a feed, and how it is known again."""

import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from courlan import normalize_url


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedEntry:
    """What a feed says of one report."""

    guid: str
    link: str
    title: str
    text: str
    """Plain text of the fullest form that the feed gives."""
    published: date | None
    stamp: str
    """The time of publication as written; it tells entries apart that share their words."""
    publisher: str
    language: str = ""
    """The language it is in, where that is surely not English: "French"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownEntry:
    """An entry with all that it is known again by."""

    entry: FeedEntry
    keys: tuple[str, ...]
    """Any one of them met again means the same entry."""
    document_id: str
    fingerprint: str
    """Another one means that its words were changed."""


def identify_entries(entries: Sequence[FeedEntry], feed: str) -> list[KnownEntry]:
    """The entries of one answer, each once, with their keys.

    An entry is known by its guid within its feed, and by its link in all feeds, since sites list one report in several.
    What several entries of the answer share tells none of them: some feeds give all entries one guid, or the front page
    as their link. Title, text and time together are a third key, which survives a site that makes new guids and links.

    Args:
        entries: as read.
        feed: address of the feed.

    """
    distinct = list({(e.guid, e.link, e.title, e.text): e for e in reversed(entries)}.values())[::-1]
    named = [list(_name_keys(entry, feed)) for entry in distinct]
    counts = Counter(key for keys in named for key in keys)
    known: dict[str, KnownEntry] = {}
    host = urlsplit(feed).hostname or ""
    for entry, keys in zip(distinct, named, strict=True):
        own = [key for key in keys if counts[key] == 1]
        if entry.stamp or not own:
            own.append(_digest("words", host, entry.stamp, entry.title, entry.text))
        document_id = f"{urlsplit(entry.link).hostname or host}:{own[0][:16]}"
        fingerprint = _digest(*entry.title.split(), "/", *entry.text.split())
        found = KnownEntry(entry=entry, keys=tuple(own), document_id=document_id, fingerprint=fingerprint)
        known.setdefault(document_id, found)
    return list(known.values())


def _name_keys(entry: FeedEntry, feed: str) -> Iterator[str]:
    link = normalize_link(entry.link)
    if "/" in link or "?" in link:  # the front page is the link of many an entry
        yield _digest("link", link)
    if entry.guid:
        yield _digest("guid", feed, entry.guid)


def normalize_link(link: str) -> str:
    """A link without what does not name the page: scheme, "www.", fragment, marks of campaigns, a slash at the end."""
    parts = urlsplit(normalize_url(link) if link else "")
    host = parts.netloc.removeprefix("www.")
    return f"{host}{parts.path.rstrip('/')}" + (f"?{parts.query}" if parts.query else "")


def _digest(*parts: str) -> str:
    return hashlib.blake2b("\0".join(parts).encode("utf-8", "replace"), digest_size=16).hexdigest()
