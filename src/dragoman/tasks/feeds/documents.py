"""Documents of entries that wait, with the full text of the pages they link to where that is wanted."""

import logging
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from urllib.parse import urlsplit

from dragoman.documents import Origin, Page, Reject, Sourced, compose_document
from dragoman.errors import DocumentError
from dragoman.feeds import Answer, Clock, Crew, Fetcher, FetchError, Limits
from dragoman.store import WaitingEntry
from dragoman.tasks.prepare import extract

PAGE_TRIES = 3
"""Looks for a page that cannot be had for now, before the words of the feed are taken instead."""

FIRST_WAIT = timedelta(minutes=15)
"""From the first look for a page to the second; four times as long to the third."""

LONGEST = 60.0
"""Seconds after which entries whose pages have not come are left for the next time: a site may want a pause of a minute
between two pages, and others are not to wait for that."""

_LOGGER = logging.getLogger(__name__)


def compose_entry(waiting: WaitingEntry) -> Sourced | Reject:
    """The document of an entry in the words of its feed, or why it gives none."""
    origin = Origin(file=waiting.body["link"] or waiting.feed)
    day, is_first_sight = find_day(waiting)
    values = {**waiting.body, "published": day, "url": waiting.body["link"]}
    try:
        if day is None:
            raise DocumentError(
                "it has no date", remedy="It stood there before the feed was followed, since when is not said."
            )
        document = compose_document(values, default_id=waiting.document_id)
    except DocumentError as error:
        return Reject.of(error, origin, waiting.document_id)
    return Sourced(origin=origin, document=document, is_dated_by_crawl=is_first_sight)


def find_day(waiting: WaitingEntry) -> tuple[date | None, bool]:
    """The day of an entry, and whether it is only that on which it was first seen.

    That counts where the feed gives none and had been looked at shortly before: it was published in between.
    """
    if written := waiting.body["published"]:
        return date.fromisoformat(written), False
    return (waiting.seen.astimezone(UTC).date() if waiting.body["is_fresh"] else None), True


def compose_full(waiting: WaitingEntry, answer: Answer) -> Sourced | Reject:
    """The document of an entry with the text of its page; in the words of its feed where these are more."""
    told = compose_entry(waiting)
    origin, link = Origin(file=waiting.body["link"]), waiting.body["link"]
    page = Page(
        origin=origin,
        document_id=waiting.document_id,
        content=answer.content,
        url=link,
        crawled=waiting.seen.astimezone(UTC).date(),
        charset=answer.charset,
    )
    found = extract(page)
    if not isinstance(found, Sourced):
        fault = found.fault if isinstance(found, Reject) else found.reason
        _LOGGER.info("a page gave no text", extra={"page": link, "fault": fault})
        return told
    if isinstance(told, Sourced) and len(told.document.text) >= len(found.document.text):
        return told
    if isinstance(told, Reject) and found.is_dated_by_crawl:
        return told  # neither feed nor page gives a day
    dated = told if isinstance(told, Sourced) and not told.is_dated_by_crawl else found
    document = replace(
        found.document,
        title=waiting.body["title"] or found.document.title,
        publisher=waiting.body["publisher"],
        published=dated.document.published,
    )
    return replace(found, document=document, is_dated_by_crawl=dated.is_dated_by_crawl)


class FullTexts:
    """Fetches the pages of entries, and makes documents of them."""

    def __init__(
        self, fetcher: Fetcher, limits: Limits, clock: Clock, postpone: Callable[[str, datetime], None]
    ) -> None:
        """Fetch nothing yet.

        Args:
            fetcher: of pages.
            limits: of their size.
            clock: says when to try again.
            postpone: told of each entry whose page cannot be had for now, and until when.

        """
        self._fetcher = fetcher
        self._limits = limits
        self._clock = clock
        self._postpone = postpone

    def compose(self, waiting: Sequence[WaitingEntry]) -> Iterator[Sourced | Reject]:
        """The documents of entries, as their pages come; what has not come after a while goes on waiting."""
        until = self._clock.now() + LONGEST
        failing = set[str]()

        def fetch(entry: WaitingEntry) -> Answer | FetchError:
            """The page of an entry; a host that fails is left alone, so that it holds up the others no longer."""
            host = find_host(entry)
            if host in failing:
                return FetchError("its host failed a moment ago", is_passing=True)
            answer = self._fetch(entry)
            if isinstance(answer, FetchError) and answer.is_passing:
                failing.add(host)
            return answer

        crew = Crew(fetch, host=find_host, threads=self._limits.hosts)
        for entry, answer in crew.map(waiting, until=lambda: self._clock.is_stopped or self._clock.now() > until):
            if isinstance(answer, Answer):
                yield compose_full(entry, answer)
                continue
            _LOGGER.info("a page could not be had", extra={"page": entry.body["link"], "fault": answer.words})
            if not answer.is_passing or entry.tries + 1 >= PAGE_TRIES:
                yield compose_entry(entry)
            else:
                wait = max(FIRST_WAIT * 4**entry.tries, timedelta(seconds=answer.retry_after or 0.0))
                self._postpone(entry.document_id, datetime.fromtimestamp(self._clock.now(), UTC) + wait)

    def _fetch(self, entry: WaitingEntry) -> Answer | FetchError:
        if not entry.body["link"]:
            return FetchError("the entry links to no page")
        try:
            return self._fetcher.fetch(entry.body["link"], most=self._limits.page_bytes, tries=1)
        except FetchError as error:
            return error


def find_host(entry: WaitingEntry) -> str:
    """The host of the page that an entry links to."""
    link: str = entry.body["link"]
    return urlsplit(link).netloc
