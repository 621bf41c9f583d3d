"""WARC archives, such as those of CC-News: the HTML pages that servers answered with."""

import io
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING, Literal
from urllib.parse import urlsplit

from dragoman.documents.bulk import need
from dragoman.documents.page import PAGE_LIMIT, page_too_large
from dragoman.documents.sources import Fault, PageBytes
from dragoman.documents.warc_records import Damage, Record, read_records
from dragoman.errors import DocumentError

if TYPE_CHECKING:
    from fastwarc.warc import WarcRecord

HTML = frozenset({"text/html", "application/xhtml+xml"})

_OK = 200
_ID_LIMIT = 200
_REMEDY = "Fetch the archive again, or leave it out; the rest of it was read."


def read_warc(stream: io.BufferedReader) -> Iterator[PageBytes | Fault]:
    """The pages of an archive: answers of status 200 that are HTML; all else in it is passed over.

    Args:
        stream: the archive, with or without gzip.

    Raises:
        ConfigurationError: the library that reads archives is not installed.

    """
    need("fastwarc")
    for record in read_records(stream):
        if isinstance(record, Damage):
            yield Fault(line=record.offset, error=DocumentError(record.fault, remedy=_REMEDY))
        elif found := read_response(record):
            yield found


def read_response(record: Record) -> PageBytes | Fault | None:
    """The page of one record; None for one that holds none."""
    try:
        return _read_page(record, decode="all")
    except OSError as error:
        # Crawlers decode what they fetch, and some leave the header that said how it was encoded.
        with suppress(OSError):
            page = _read_page(record, decode="none")
            if page is None or page.content.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
                return page
        fault = DocumentError(f"at byte {record.offset:,}: the page cannot be decoded ({error})", remedy=_REMEDY)
    except DocumentError as error:
        fault = error
    return Fault(line=record.offset, error=fault)


def _read_page(record: Record, *, decode: Literal["all", "none"]) -> PageBytes | None:
    from fastwarc.warc import ArchiveIterator

    archive = ArchiveIterator(
        io.BytesIO(record.content),
        auto_decode=decode,
        stream_detect=False,
        fsspec_args=False,
    )
    response = next(iter(archive), None)
    if response is None or not is_page(response):
        return None
    content = response.reader.read(PAGE_LIMIT + 1)
    if len(content) > PAGE_LIMIT:
        raise page_too_large()
    headers = response.headers
    return PageBytes(
        line=record.offset,
        content=content,
        document_id=read_id(headers.get("WARC-Record-ID") or ""),
        url=(headers.get("WARC-Target-URI") or "").strip("<> "),
        crawled=read_crawl_day(headers.get("WARC-Date") or ""),
        charset=response.http_charset or "",
    )


def is_page(response: "WarcRecord") -> bool:
    """Whether an answer is a page that was there: status 200, HTML, not the rules for robots."""
    headers = response.http_headers
    if headers is None or headers.status_code != _OK or (response.http_content_type or "").lower() not in HTML:
        return False
    with suppress(ValueError):
        return urlsplit(response.headers.get("WARC-Target-URI") or "").path != "/robots.txt"
    return True


def read_id(record_id: str) -> str:
    """The id of a document by that of its record, which no other record has: "<urn:uuid:0a…>" → "0a…"."""
    read = record_id.strip().removeprefix("<").removesuffix(">").removeprefix("urn:uuid:")
    return read if len(read) <= _ID_LIMIT else ""


def read_crawl_day(written: str) -> date | None:
    """The day of "2024-05-02T10:00:00Z"; None where it is none."""
    with suppress(ValueError):
        return date.fromisoformat(written.strip()[:10])
    return None
