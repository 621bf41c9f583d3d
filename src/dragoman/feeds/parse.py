"""RSS and Atom to entries, by feedparser, which reads what is malformed too, as far as it goes."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin, urlsplit

import feedparser

from dragoman.documents.language import find_foreign
from dragoman.feeds.dates import read_entry_day
from dragoman.feeds.entries import FeedEntry
from dragoman.feeds.exchange import Answer
from dragoman.feeds.faults import FetchError
from dragoman.feeds.markup import read_markup

_END = re.compile(rb"</\s*(?:\w+:)?(?:rss|feed|rdf)\s*>(?:\s|<!--.*?-->)*\Z", re.IGNORECASE | re.DOTALL)
_TAIL = 20_000  # bytes at the end in which a feed's last tag must stand; some sites have remarks behind it
_PAGE = re.compile(rb"\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html)\b", re.IGNORECASE | re.DOTALL)
_ALTERNATE = re.compile(rb"<link\b[^>]*application/(?:rss|atom)\+xml[^>]*>", re.IGNORECASE)
_HREF = re.compile(rb"""href\s*=\s*["']?([^"'\s>]+)""", re.IGNORECASE)
_PERIODS = {"hourly": 3_600, "daily": 86_400, "weekly": 604_800, "monthly": 2_592_000, "yearly": 31_536_000}


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedContents:
    """What an answer held."""

    title: str
    entries: tuple[FeedEntry, ...]
    interval: float | None
    """Seconds between two looks that the publisher suggests."""
    warning: str = ""
    """What is wrong with it though it could be read."""


def read_feed(answer: Answer, *, name: str, now: float) -> FeedContents:
    """The entries of a feed.

    Args:
        answer: of the server.
        name: what the feed is called in the list of feeds; empty where it has no name there.
        now: seconds since 1970.

    Raises:
        FetchError: it is no feed, or not a whole one.

    """
    check_whole(answer)
    headers = {"content-location": answer.url, "content-type": _find_type(answer)}
    parsed = feedparser.parse(answer.content, response_headers=headers, sanitize_html=False)
    if not parsed.version:
        raise FetchError("it is no feed (neither RSS nor Atom)")
    title = read_markup(parsed.feed.get("title", ""))
    publisher = name or title or urlsplit(answer.url).hostname or ""
    language = parsed.feed.get("language", "")
    entries = tuple(_read_entry(given, answer.url, publisher, language, now) for given in parsed.entries)
    warning = "" if not parsed.bozo else _explain(parsed.get("bozo_exception"))
    return FeedContents(title=title, entries=entries, interval=_read_interval(parsed.feed), warning=warning)


def check_whole(answer: Answer) -> None:
    """Make sure that this is a feed to its end: the last entry of one that was cut off would lack half of its words.

    Raises:
        FetchError: it is a page, empty, or does not end as feeds do.

    """
    content = answer.content.replace(b"\0", b"")  # UTF-16 has one in each letter of a tag
    if not content.strip():
        raise FetchError("the answer is empty", is_passing=True)
    if _PAGE.match(content.removeprefix(b"\xef\xbb\xbf")):
        linked = _ALTERNATE.search(content)
        href = _HREF.search(linked[0]) if linked else None
        hint = f"; its feed is {urljoin(answer.url, href[1].decode('utf-8', 'replace'))}" if href else ""
        raise FetchError(f"it is an HTML page, not a feed{hint}")
    if not _END.search(content[-_TAIL:]):
        raise FetchError("it is no feed, or was cut off (its end is missing)", is_passing=True)


def _find_type(answer: Answer) -> str:
    """The content type to read it by. What is valid UTF-8 is UTF-8, whatever server and feed say."""
    try:
        answer.content.decode("utf-8")
    except UnicodeDecodeError:
        return answer.headers.get("content-type", "application/xml")
    return "application/xml; charset=utf-8"


def _explain(fault: object) -> str:
    kind = type(fault).__name__
    if kind in ("CharacterEncodingOverride", "NonXMLContentType"):
        return ""  # it could be read all the same
    line = getattr(fault, "getLineNumber", lambda: None)()
    return "not well-formed XML" + (f" (line {line})" if line else "")


def _read_interval(feed: Mapping[str, Any]) -> float | None:
    """What `ttl` (minutes) and `sy:updatePeriod` ask for."""
    try:
        if period := _PERIODS.get(str(feed.get("sy_updateperiod", "")).strip().lower()):
            return period / max(1.0, float(feed.get("sy_updatefrequency") or 1))
        return float(feed["ttl"]) * 60 if feed.get("ttl") else None
    except ValueError:
        return None


def _read_entry(given: Mapping[str, Any], url: str, publisher: str, language: str, now: float) -> FeedEntry:
    title = " ".join(read_markup(given.get("title", "")).split())
    forms = [*(content.get("value", "") for content in given.get("content", ())), given.get("summary", "")]
    text = max((read_markup(form) for form in forms if form), key=len, default="")
    dated = next((name for name in ("published", "updated") if f"{name}_parsed" in given), None)
    stamp = given.get(dated, "") if dated else ""
    declared = next((c["language"] for c in given.get("content", ()) if c.get("language")), language)
    link = given.get("link", "")
    return FeedEntry(
        guid=given.get("id", ""),
        link=urljoin(url, link.strip()) if link else "",
        title=title,
        text=text,
        published=read_entry_day(stamp, given[f"{dated}_parsed"], now) if dated else None,
        stamp=stamp,
        # An aggregator says whose report it is.
        publisher=read_markup(given.get("source", {}).get("title", "")) or publisher,
        language=find_foreign(f"{title}\n{text}", declared or ""),
    )
