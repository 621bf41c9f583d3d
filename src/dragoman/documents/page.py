"""HTML pages: main text and metadata by trafilatura."""

import logging
import re
from collections.abc import Mapping
from datetime import date, timedelta

from dragoman.documents.charset import decode_page
from dragoman.documents.rows import compose_document
from dragoman.documents.sources import Page, Reject, Sourced
from dragoman.errors import DocumentError

PAGE_LIMIT = 10_000_000
"""Largest page read, in bytes: mark-up and scripts weigh several times the text."""

# Authors are of no use here. Unless a page names one in its head, trafilatura looks for one everywhere: half its time.
_HEAD = re.compile(r"<head\b[^>]*>", re.IGNORECASE)
_AUTHOR = '<meta name="author" content="not asked">'


def page_too_large() -> DocumentError:
    """The error of a page over `PAGE_LIMIT`."""
    return DocumentError(f"the page is over {PAGE_LIMIT // 1_000_000} MB", remedy="Give the text of the article.")


def compose_page(page: Page) -> Sourced | Reject:
    """The document of a page, or why it gives none."""
    try:
        values = read_page(decode_page(page.content, page.charset), url=page.url, crawled=page.crawled)
        is_dated_by_crawl = values["published"] is None
        if is_dated_by_crawl:
            values = {**values, "published": page.crawled}
        check_dated(values["published"])
        document = compose_document(values, default_id=page.document_id)
    except DocumentError as error:
        return Reject.of(error, page.origin, page.document_id)
    except Exception as error:  # whatever a page does to the libraries that read it, it is one of thousands
        return page.lost(f"{type(error).__name__}: {error}")
    return Sourced(origin=page.origin, document=document, is_dated_by_crawl=is_dated_by_crawl)


def read_page(content: str, *, url: str = "", crawled: date | None = None) -> Mapping[str, object]:
    """Text, title, date, publisher (site name, else host) and address of a page, as it states them.

    The date comes from the page's metadata (`<meta>`, JSON-LD, `<time>`) and address, never from its words.

    Args:
        content: the page.
        url: its address, where a crawler had it from; it goes before the one that the page states.
        crawled: the day on which it was found: no date after it is believed.

    Raises:
        DocumentError: no readable main text.

    """
    # Imported here: it takes a third of a second, which runs without pages need not spend.
    from trafilatura import bare_extraction

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # its complaints come back as our own error
    last = {"max_date": (crawled + timedelta(days=1)).isoformat()} if crawled else {}  # it may be tomorrow there
    page = bare_extraction(
        _HEAD.sub(lambda head: head[0] + _AUTHOR, content, count=1),
        url=url or None,
        with_metadata=True,
        include_comments=False,
        include_tables=False,
        date_extraction_params={"extensive_search": False, "original_date": True, **last},
    )
    if page is None or isinstance(page, dict) or page.text is None or not page.text.strip():
        raise DocumentError("no main text was found in the page", remedy="Save the article's own page, or its text.")
    title, text = page.title or "", page.text
    if title and text.startswith(title + "\n"):
        text = text[len(title) + 1 :]  # the headline is coded once, as the title
    return {
        "published": page.date,
        "publisher": page.sitename or page.hostname,
        "url": url or page.url,
        "title": title,
        "text": text,
    }


def check_dated(published: object) -> None:
    """Raise `DocumentError` for a page without a date."""
    if published is None:
        raise DocumentError(
            "it has no date",
            remedy='Add one to its head (<meta property="article:published_time" content="YYYY-MM-DD">), or save its '
            'text as a file that begins "date YYYY-MM-DD".',
        )
