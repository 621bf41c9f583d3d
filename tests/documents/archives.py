"""Archives of pages, made by hand so that each part of them can be wrong."""

import gzip

TALKS = "Finland and Norway held talks in Oslo about the patrol of their common border in the north."


def make_page(number: int = 1, *, published: str | None = "2025-10-02", words: str = TALKS, head: str = "") -> str:
    """A page that extraction finds a text in."""
    dated = f'<meta property="article:published_time" content="{published}T09:00:00Z">' if published else ""
    return f"""<!doctype html><html><head><title>Talks {number}</title>{dated}{head}</head><body><article>
    <p>{words}</p><p>The ministers agreed to meet again in spring, for the time that is number {number}.</p>
    </article></body></html>"""


def make_record(
    content: bytes | str = "",
    *,
    number: int = 1,
    kind: str = "response",
    status: str = "200 OK",
    content_type: str = "text/html; charset=utf-8",
    http: str = "",
    url: str | None = None,
    length: object = None,
) -> bytes:
    """One record; `length` where it should lie."""
    content = content.encode() if isinstance(content, str) else content
    block = content
    if kind == "response":
        block = f"HTTP/1.1 {status}\r\nContent-Type: {content_type}\r\n{http}\r\n".encode() + content
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:record-{number}>\r\n"
        f"WARC-Date: 2025-10-05T10:00:00Z\r\nWARC-Target-URI: {url or f'https://northern.example/{number}'}\r\n"
        f"Content-Type: application/http; msgtype={kind}\r\n"
        f"Content-Length: {len(block) if length is None else length}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def make_pages(count: int) -> list[bytes]:
    """Records of as many pages."""
    return [make_record(make_page(number), number=number) for number in range(1, count + 1)]


def compress(records: list[bytes]) -> list[bytes]:
    """Each record by itself, as crawlers do."""
    return [gzip.compress(record, mtime=0) for record in records]
