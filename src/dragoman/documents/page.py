"""HTML pages: main text and metadata by trafilatura."""

import logging

from dragoman.documents.rows import compose_document
from dragoman.documents.sources import Page, Reject, Row, Sourced
from dragoman.errors import DocumentError

PAGE_LIMIT = 10_000_000
"""Largest page read, in bytes: mark-up and scripts weigh several times the text."""


def compose_page(page: Page) -> Sourced | Reject:
    """The document of a page, or why it gives none."""
    try:
        row = read_page(page.content)
        document = compose_document(row.values, default_id=page.document_id)
    except DocumentError as error:
        return Reject.of(error, page.origin, page.document_id)
    return Sourced(origin=page.origin, document=document)


def read_page(content: bytes) -> Row:
    """The row of a page: text, title, date, publisher (site name) and address as the page states them.

    The date comes from the page's metadata alone (`<meta>`, JSON-LD, `<time>`), never from its words.

    Raises:
        DocumentError: no readable main text, or no date.

    """
    # Imported here: it takes a third of a second, which runs without pages need not spend.
    from trafilatura import bare_extraction

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # its complaints come back as our own error
    page = bare_extraction(
        content,
        with_metadata=True,
        include_comments=False,
        include_tables=False,
        date_extraction_params={"extensive_search": False, "original_date": True},
    )
    if page is None or isinstance(page, dict) or page.text is None or not page.text.strip():
        raise DocumentError("no main text was found in the page", remedy="Save the article's own page, or its text.")
    if page.date is None:
        raise DocumentError(
            "it has no date",
            remedy='Add one to its head (<meta property="article:published_time" content="YYYY-MM-DD">), or save its '
            'text as a file that begins "date YYYY-MM-DD".',
        )
    title, text = page.title or "", page.text
    if title and text.startswith(title + "\n"):
        text = text[len(title) + 1 :]  # the headline is coded once, as the title
    return Row(
        line=None,
        values={
            "published": page.date,
            "publisher": page.sitename or page.hostname,
            "url": page.url,
            "title": title,
            "text": text,
        },
    )
