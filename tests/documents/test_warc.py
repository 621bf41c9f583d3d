"""WARC archives: pages, what is passed over, and what damage costs."""

import gzip
import io
import zlib
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pyarrow as pa
import pytest
from fastwarc.stream_io import BrotliWriter

from dragoman import extras
from dragoman.documents import DocumentReader, Reject, Sourced, find_inputs
from dragoman.documents.warc_records import Damage, Record, read_records
from dragoman.errors import ConfigurationError
from tests.documents.archives import TALKS, compress, make_page, make_pages, make_record
from tests.documents.reading import Endless, documents, read, told


def write(folder: Path, *parts: bytes, name: str = "news.warc.gz") -> Path:
    path = folder / name
    path.write_bytes(b"".join(parts))
    return path


def spoil(part: bytes) -> bytes:
    middle = len(part) // 2
    return part[:middle] + bytes(byte ^ 0x55 for byte in part[middle : middle + 8]) + part[middle + 8 :]


def read_one(folder: Path, record: bytes) -> list[Sourced | Reject]:
    return read(write(folder, *compress([record])))


def test_a_page_of_an_archive_has_the_id_of_its_record_and_the_address_it_was_fetched_from(tmp_path: Path) -> None:
    [item] = read_one(
        tmp_path, make_record(make_page(head='<link rel="canonical" href="https://northern.example/talks">'))
    )
    assert isinstance(item, Sourced)
    document = item.document
    assert document.text.startswith(TALKS)
    assert (document.id, document.url) == ("record-1", "https://northern.example/1")
    assert (document.published, item.is_dated_by_crawl) == (date(2025, 10, 2), False)
    assert (document.publisher, document.title) == ("northern.example", "Talks 1")
    assert str(item.origin) == f"{tmp_path}/news.warc.gz:0"


@pytest.mark.parametrize("published", [None, "2025-11-20"])
def test_a_page_without_a_day_or_of_one_to_come_has_that_of_the_crawl(tmp_path: Path, published: str | None) -> None:
    [item] = read_one(tmp_path, make_record(make_page(published=published)))
    assert isinstance(item, Sourced)
    assert (item.document.published, item.is_dated_by_crawl) == (date(2025, 10, 5), True)


def test_all_but_answers_that_are_pages_is_passed_over(tmp_path: Path) -> None:
    page = make_page()
    records = [
        make_record("software: crawler", kind="warcinfo"),
        make_record("GET / HTTP/1.1", kind="request"),
        make_record(page, status="404 Not Found"),
        make_record(page, status="301 Moved"),
        make_record(page, content_type="application/json"),
        make_record(page, content_type="text/plain", url="https://northern.example/robots.txt"),
        make_record(page, url="https://northern.example/robots.txt"),
        make_record(page, kind="metadata"),
        make_record("", content_type="text/dns", kind="resource", url="dns:northern.example"),
        make_record(page, number=7, content_type="application/xhtml+xml"),
        make_record(page, number=8, content_type="Text/HTML"),
    ]
    assert told(read(write(tmp_path, *compress(records)))) == ["record-7", "record-8"]


def brotli(content: bytes) -> bytes:
    target = io.BytesIO()
    with BrotliWriter(target) as writer:
        writer.write(content)
    return target.getvalue()


CHUNKED = b"6\r\n<html>\r\n%x\r\n%s\r\n0\r\n\r\n"


@pytest.mark.parametrize(
    ("http", "encode"),
    [
        ("Content-Encoding: gzip\r\n", gzip.compress),
        ("Content-Encoding: br\r\n", brotli),
        ("Content-Encoding: deflate\r\n", zlib.compress),
        ("Transfer-Encoding: chunked\r\n", lambda page: CHUNKED % (len(page), page)),
        ("Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n", lambda page: page),  # decoded by the crawler
    ],
)
def test_what_servers_do_to_their_answers_is_undone(
    tmp_path: Path, http: str, encode: Callable[[bytes], bytes]
) -> None:
    [document] = documents(read_one(tmp_path, make_record(encode(make_page().encode()), http=http)))
    assert document.text.startswith(TALKS)


def test_a_page_whose_encoding_is_damaged_is_a_reject(tmp_path: Path) -> None:
    spoilt = b"\x1f\x8b\x08" + spoil(make_page().encode())
    [fault] = told(read_one(tmp_path, make_record(spoilt, http="Content-Encoding: gzip\r\n")))
    assert fault.startswith("at byte 0: the page cannot be decoded (")


@pytest.mark.parametrize("bomb", [gzip.compress(b"<p>" * 5_000_000), b"<p>" * 3_400_000])
def test_a_page_that_is_too_large_is_a_reject_and_held_no_further_than_that(tmp_path: Path, bomb: bytes) -> None:
    http = "Content-Encoding: gzip\r\n" if bomb.startswith(b"\x1f") else ""
    assert told(read_one(tmp_path, make_record(bomb, http=http))) == ["the page is over 10 MB"]


@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz", "a.warc.zst", "a"])
def test_an_archive_may_be_compressed_by_record_as_a_whole_or_not_at_all(tmp_path: Path, name: str) -> None:
    records = make_pages(3)
    content = {
        "a.warc": b"".join(records),
        "a.warc.gz": b"".join(compress(records)),
        "a.warc.zst": pa.compress(b"".join(records), codec="zstd", asbytes=True),
        "a": gzip.compress(b"".join(records)),
    }[name]
    ids = ["record-1", "record-2", "record-3"]
    assert [document.id for document in documents(read(write(tmp_path, content, name=name)))] == ids
    assert [document.id for document in documents(read("-", stdin=content))] == ids


DAMAGED = {
    "bytes changed": spoil,
    "its head lost": lambda part: part[20:],
    "its end lost": lambda part: part[: len(part) // 2],
    "all but its head lost": lambda part: part[:10],
    "checksum wrong": lambda part: part[:-8] + b"\0\0\0\0" + part[-4:],
    "signs of members that are none": lambda part: part[:0] + b"\x1f\x8b\x08" * 20_000,
    "garbage": lambda part: part[:0] + b"no archive " * 9_000,
}


@pytest.mark.parametrize("damage", DAMAGED.values(), ids=DAMAGED.keys())
def test_a_damaged_record_costs_itself_and_its_place_is_told(damage: Callable[[bytes], bytes]) -> None:
    parts = compress(make_pages(5))
    spoilt = b"".join([*parts[:2], damage(parts[2]), *parts[3:]])
    found = list(read_records(io.BufferedReader(io.BytesIO(spoilt))))
    place = len(parts[0]) + len(parts[1])
    assert [item.offset for item in found if isinstance(item, Damage)] == [place]
    good = [item.offset for item in found if isinstance(item, Record) and item.offset != place]
    assert good[:2] == [0, len(parts[0])] and len(good) == 4


@pytest.mark.parametrize("left", [1, 30, 200])
def test_an_archive_that_is_cut_off_tells_where(tmp_path: Path, left: int) -> None:
    parts = compress(make_pages(3))
    *_, reject = items = read(write(tmp_path, *parts[:2], parts[2][:left]))
    assert isinstance(reject, Reject)
    assert reject.origin.line == len(parts[0]) + len(parts[1])
    assert "cut off" in reject.fault
    assert told(items)[:-1] == ["record-1", "record-2"]


@pytest.mark.parametrize(
    ("wrong", "fault"),
    [
        (make_record("x", length=10**9), "the record is cut off: it should have 1,000,000,000 bytes"),
        (make_record("x", length="many"), "the record does not tell its length"),
        (make_record("x" * 99, length=20), "no record begins here"),
        (b"WARC/1.0\r\n", "the record does not tell its length"),
        (make_record(b"<" * 21_000_000), "the record is over 20 MB (21,000,059 bytes)"),
    ],
)
def test_a_record_that_lies_about_itself_costs_itself(tmp_path: Path, wrong: bytes, fault: str) -> None:
    parts = first, _, _ = compress([make_pages(1)[0], wrong, make_pages(2)[1]])
    told_of = f"at byte {len(first)}: {fault}"
    assert told(read(write(tmp_path, *parts))) == ["record-1", told_of, "record-2"]


@pytest.mark.parametrize(
    "wrong", [b"garbage\r\nmore of it\n", make_record("x" * 99, length=20), make_record("", length="many")]
)
def test_without_compression_too_reading_goes_on_at_the_next_record(tmp_path: Path, wrong: bytes) -> None:
    first, last = make_pages(2)
    items = read(write(tmp_path, first, wrong, last, name="a.warc"))
    assert [item.document.id for item in items if isinstance(item, Sourced)] == ["record-1", "record-2"]
    [reject] = [item for item in items if isinstance(item, Reject)]
    assert reject.origin.line is not None and len(first) <= reject.origin.line < len(first) + len(wrong)


def test_the_server_tells_the_encoding_of_a_page(tmp_path: Path) -> None:
    words = "Mehmet Şimşek met his colleague Güler in İzmir and spoke of the border they share in the north."
    record = make_record(make_page(words=words).encode("cp1254"), content_type="text/html; charset=windows-1254")
    assert documents(read_one(tmp_path, record))[0].text.startswith(words)


def test_an_archive_is_read_no_further_than_its_pages_are_taken() -> None:
    source = Endless(compress(make_pages(1))[0])
    reader = DocumentReader(find_inputs(["-"]), stdin=io.BufferedReader(source)).read()
    assert len([next(reader) for _ in range(50)]) == 50
    assert source.given < 500_000


def test_a_record_met_again_is_rejected(tmp_path: Path) -> None:
    [record] = compress(make_pages(1))
    _, again = read(write(tmp_path, record, record))
    assert isinstance(again, Reject)
    assert again.fault == "the id 'record-1' was given to an earlier document"


def test_a_record_without_an_id_is_called_after_its_file_and_place(tmp_path: Path) -> None:
    record = make_pages(1)[0].replace(b"WARC-Record-ID: <urn:uuid:record-1>\r\n", b"")
    assert told(read(write(tmp_path, *compress([record])))) == ["news:0"]


def test_without_the_library_the_extra_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def miss(name: str) -> None:
        raise ModuleNotFoundError(name=name)

    monkeypatch.setattr(extras, "import_module", miss)
    with pytest.raises(ConfigurationError, match=r"missing \(fastwarc\). Install them: pip install 'dragoman\[bulk\]'"):
        read_one(tmp_path, make_record(make_page()))
