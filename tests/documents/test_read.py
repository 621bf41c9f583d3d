"""Reading any mix of inputs as one stream of documents and rejects."""

import gzip
import io
import json
import os
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.documents import DocumentReader, Reject, Sourced, find_inputs
from dragoman.errors import ConfigurationError
from dragoman.model.text import Document
from tests.documents.reading import Endless, documents, read

TALKS = "Finland and Norway held talks."


def write(path: Path, content: bytes | str) -> Path:
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def json_lines(*rows: Mapping[str, Any]) -> str:
    return "".join(json.dumps(row) + "\n" for row in rows)


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("date 2025-10-02 Finland and Norway held talks.", TALKS),
        (" date 2025-10-02 Finland and Norway held talks.", TALKS),
        ("\ndate 2025-10-02\n\nFinland and Norway held talks.", TALKS),
        ("\ufeffdate 2025-10-02 Finland and Norway held talks.", TALKS),
        ("Date 2025-10-02\tFinland and Norway held talks.", TALKS),
        ("date 2025-10-02 One.\r\n\r\n Two. \n", "One.\r\n\r\n Two. \n"),
        ("date 2025-10-02 2025 was a year of talks.", "2025 was a year of talks."),
    ],
)
def test_dated_text_is_all_that_follows_the_header_untouched(tmp_path: Path, content: str, text: str) -> None:
    [document] = documents(read(write(tmp_path / "talks.txt", content)))
    assert document == Document(id="talks", text=text, published=date(2025, 10, 2))


@given(text=st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1))
def test_any_text_comes_through_character_by_character(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    text = "A" + text
    path = write(tmp_path_factory.mktemp("any") / "any.txt", f"date 2025-10-02 {text}")
    assert documents(read(path))[0].text == text


FULL = {
    "id": "n1",
    "published": "2025-10-02",
    "publisher": "Northern Press",
    "url": "https://northern.example/1",
    "title": "Talks",
    "text": TALKS,
}
FULL_DOCUMENT = Document(
    id="n1",
    published=date(2025, 10, 2),
    publisher="Northern Press",
    url="https://northern.example/1",
    title="Talks",
    text=TALKS,
)


def test_all_table_forms_give_the_same_document(tmp_path: Path) -> None:
    header = ",".join(FULL)
    files = [
        write(tmp_path / "a.jsonl", json_lines(FULL)),
        write(tmp_path / "b.csv", f"{header}\r\n{','.join(FULL.values())}\r\n"),
        write(tmp_path / "c.csv", f"{header}\n{','.join(FULL.values())}\n".replace(",", ";")),
        write(tmp_path / "d.tsv", f"{header}\n{','.join(FULL.values())}\n".replace(",", "\t")),
        write(tmp_path / "e.csv", f"\ufeff{header}\n{','.join(FULL.values())}\n"),
    ]
    pq.write_table(pa.Table.from_pylist([FULL]), tmp_path / "f.parquet")
    for path in [*files, tmp_path / "f.parquet"]:
        assert documents(read(path)) == [FULL_DOCUMENT], path


def test_parquet_dates_may_be_dates_or_times(tmp_path: Path) -> None:
    for number, published in enumerate([date(2025, 10, 2), datetime(2025, 10, 2, 23, 30)]):
        path = tmp_path / f"{number}.parquet"
        pq.write_table(pa.Table.from_pylist([{**FULL, "published": published}]), path)
        assert documents(read(path)) == [FULL_DOCUMENT]


def test_other_keys_are_ignored_and_source_stands_for_publisher(tmp_path: Path) -> None:
    row = {name: value for name, value in FULL.items() if name != "publisher"}
    path = write(tmp_path / "a.jsonl", json_lines({**row, "source": "Northern Press", "events": [{"type": "CONSULT"}]}))
    assert documents(read(path)) == [FULL_DOCUMENT]


def test_columns_of_other_names_are_read_where_they_are_named(tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", "when,body,text\n2025-10-02,Finland and Norway held talks.,no\n")
    [document] = documents(read(path, columns={"text": "body", "published": "when"}))
    assert (document.text, document.published) == (TALKS, date(2025, 10, 2))


def test_a_column_that_documents_do_not_have_is_refused() -> None:
    with pytest.raises(ConfigurationError, match="no column 'body'"):
        DocumentReader([], columns={"body": "text"})


def test_csv_cells_may_span_lines_and_a_row_is_known_by_its_first(tmp_path: Path) -> None:
    content = 'published,text\n2025-10-02,"One.\r\nTwo, three."\n\n2025-10-02,\n2025-10-03,Four.\n'
    first, empty, last = read(write(tmp_path / "a.csv", content))
    assert isinstance(first, Sourced)
    assert first.document.text == "One.\r\nTwo, three."
    assert [first.origin.line, empty.origin.line, last.origin.line] == [2, 5, 6]


@pytest.mark.parametrize("published", ["2025-10-02T23:30:00Z", "2025-10-02 23:30:00+02:00", " 2025-10-02 "])
def test_a_datetime_gives_the_day_it_names(tmp_path: Path, published: str) -> None:
    path = write(tmp_path / "a.jsonl", json_lines({**FULL, "published": published}))
    assert documents(read(path)) == [FULL_DOCUMENT]


PAGE = """<!doctype html><html><head><title>Talks in Oslo</title>
<meta property="og:title" content="Talks in Oslo"><meta property="og:site_name" content="Northern Press">
<meta property="article:published_time" content="2025-10-02T09:00:00Z">
<link rel="canonical" href="https://northern.example/talks"></head>
<body><nav>Home | World</nav><article><h1>Talks in Oslo</h1>
<p>Finland and Norway held talks in Oslo on Thursday about the patrol of their common border in the north.</p>
<p>The ministers agreed to meet again in spring, and Finland invited its neighbour to a joint exercise.</p>
</article><footer>All rights reserved</footer></body></html>"""


def test_a_page_gives_its_main_text_and_metadata_and_its_headline_once(tmp_path: Path) -> None:
    [document] = documents(read(write(tmp_path / "page.html", PAGE)))
    assert document.title == "Talks in Oslo"
    assert document.publisher == "Northern Press"
    assert document.published == date(2025, 10, 2)
    assert document.url == "https://northern.example/talks"
    assert document.text.startswith("Finland and Norway held talks in Oslo on Thursday")
    assert document.text.endswith("joint exercise.")


def test_a_page_that_the_libraries_fail_on_is_rejected(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RecursionError("too deep")

    monkeypatch.setattr("trafilatura.bare_extraction", fail)
    [reject] = read(write(tmp_path / "page.html", PAGE))
    assert isinstance(reject, Reject)
    assert reject.fault == "its text could not be read (RecursionError: too deep)"


def test_a_page_without_a_date_in_its_metadata_is_rejected(tmp_path: Path) -> None:
    undated = PAGE.replace('<meta property="article:published_time" content="2025-10-02T09:00:00Z">', "")
    undated = undated.replace("on Thursday", "on 2 October 2025")
    [reject] = read(write(tmp_path / "page.html", undated))
    assert isinstance(reject, Reject)
    assert reject.fault == "it has no date"


DATED = b"date 2025-10-02 Finland and Norway held talks."


@pytest.mark.parametrize(
    "content",
    [
        DATED,
        json_lines({"published": "2025-10-02", "text": TALKS}).encode(),
        f"published,text\n2025-10-02,{TALKS}\n".encode(),
    ],
)
def test_standard_input_and_files_of_no_known_suffix_tell_their_form_by_how_they_begin(
    tmp_path: Path, content: bytes
) -> None:
    [by_pipe] = documents(read("-", stdin=content))
    [by_file] = documents(read(write(tmp_path / "wire", content)))
    assert by_pipe.text == by_file.text == TALKS


def test_parquet_comes_through_standard_input(tmp_path: Path) -> None:
    pq.write_table(pa.Table.from_pylist([FULL]), tmp_path / "a.parquet")
    assert documents(read("-", stdin=(tmp_path / "a.parquet").read_bytes())) == [FULL_DOCUMENT]


def test_ids_come_from_the_row_else_the_file_and_line(tmp_path: Path) -> None:
    row = {"published": "2025-10-02", "text": TALKS}
    rows: list[Mapping[str, Any]] = [{"id": 7, **row}, row]
    assert [d.id for d in documents(read(write(tmp_path / "wire.jsonl", json_lines(*rows))))] == ["7", "wire:2"]


def test_files_of_one_name_in_two_folders_get_ids_of_their_own(tmp_path: Path) -> None:
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        write(tmp_path / folder / "talks.txt", DATED)
    assert [d.id for d in documents(read(tmp_path))] == ["talks", "talks~2"]


def test_a_given_id_that_comes_again_is_rejected(tmp_path: Path) -> None:
    first, second = read(write(tmp_path / "a.jsonl", json_lines(FULL, {**FULL, "text": "Other words."})))
    assert isinstance(first, Sourced)
    assert isinstance(second, Reject)
    assert "'n1' was given to an earlier document" in second.fault


def test_reading_goes_on_where_another_reader_ended(tmp_path: Path) -> None:
    for folder in ("a", "b", "c"):
        (tmp_path / folder).mkdir()
        write(tmp_path / folder / "talks.txt", DATED)
    inputs = find_inputs([str(tmp_path)])
    first = DocumentReader(inputs)
    seen = [(first.inputs_read, item.document.id) for item in first if isinstance(item, Sourced)]
    assert seen == [(0, "talks"), (1, "talks~2"), (2, "talks~3")]
    second = DocumentReader(inputs[2:], taken=["talks", "talks~2"])
    assert [document.id for document in documents(list(second))] == ["talks~3"]


REJECTED = [
    ("a.txt", b"Finland and Norway held talks.", None, "it has no date"),
    ("a.txt", b"date yesterday Finland and Norway held talks.", None, "it has no date"),
    ("a.txt", b"date 2025-02-30 Finland and Norway held talks.", None, "its date cannot be read"),
    ("a.txt", b"date 2025-10-02 \n", None, "it is empty"),
    ("a.txt", b"", None, "it is empty"),
    ("a.txt", b"date 2025-10-02 " + b"x" * 1_000_001, None, "it is over 1 MB"),
    ("a.txt", b"x" * 3_000_000, None, "it is over 1 MB (3,000,000 bytes)"),
    ("a.txt", b"date 02.10.2025 Finland and Norway held talks.", None, "its date cannot be read: '02.10.2025'"),
    ("a.txt", b"date 10/2/2025 Finland and Norway held talks.", None, "its date cannot be read: '10/2/2025'"),
    ("a.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", None, "it is a picture"),
    ("a.bin", b"\x7fELF\xff\0\0\0\rIHDR", None, "not valid UTF-8"),
    ("a.pdf", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", None, "it is a PDF"),
    ("a.pdf.gz", gzip.compress(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3"), None, "it is a PDF"),
    ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0", None, "it is a file of an older Word"),
    ("a.rtf", b"{\\rtf1\\ansi Talks}", None, "it is rich text"),
    ("a.docx", b"PK\x03\x04 and more", None, "it is a Word document"),
    ("a.xlsx", b"PK\x03\x04 and more", None, "it is an Excel workbook"),
    ("a.txt", b"date 2025-10-02 Finland\0and Norway", None, "it is not text"),
    ("a.txt", "date 2025-10-02 Güler met Şimşek in İzmir".encode()[:-10] + b"\xff", None, "not valid UTF-8 (byte "),
    ("a.jsonl", b'{"id": "1", "text": "Talks."}\n', 1, "it has no date"),
    ("a.jsonl", b'{"id": "1", "published": null, "text": "Talks."}\n', 1, "it has no date"),
    ("a.jsonl", b'\n{"id": "1", "published": "soon", "text": "Talks."}\n', 2, "its date cannot be read: 'soon'"),
    ("a.jsonl", b'{"id": "1", "published": 20251002, "text": "Talks."}\n', 1, "its date cannot be read"),
    ("a.jsonl", b'{"id": "1", "published": "2025-10-02"}\n', 1, 'it has no "text"'),
    ("a.jsonl", b'{"id": "1", "published": "2025-10-02", "text": " \\n"}\n', 1, "it is empty"),
    ("a.jsonl", b'{"id": "1", "published": "2025-10-02", "text": 5}\n', 1, "its text is not text but int"),
    ("a.jsonl", b'{"id": "1", "published": "2025-10-02", "text": "a\\u0000b"}\n', 1, "it is not text"),
    ("a.jsonl", b'{"id": "1", "published": "2025-10-02", "text": "a\\ud800b"}\n', 1, "it is not Unicode text"),
    ("a.jsonl", b'{"id": "1", "published": "2025-10-02", "text": "G\xfcler"}\n', 1, "not valid UTF-8 (byte 49"),
    ("a.jsonl", b'\n\n{"id": "1", "published": \n', 3, "not valid JSON (Expecting value at character "),
    ("a.jsonl", b"[" * 100_000 + b"\n", None, "it is JSON, not JSON Lines"),
    ("a.jsonl", b' {"a": ' + b"[" * 200_000 + b"\n", 1, "the JSON is nested too deeply"),
    ("a.jsonl", b"7\n", 1, "a JSON int, not an object"),
    ("a.jsonl", b'[{"id": "1"}]', None, "it is JSON, not JSON Lines"),
    ("a.json", b'{"id": "1",\n "text": "Talks."}\n', None, "it is JSON, not JSON Lines"),
    ("a.jsonl", b'{"text": "' + b"x" * 17_000_000 + b'"}', 1, "the line is over 16 MB"),
    ("a.csv", b"published,text\nsoon,Talks.\n", 2, "its date cannot be read"),
    ("a.csv", b"published,text\n2025-10-02,\n", 2, "it is empty"),
    ("a.csv", b"2025-10-02,Talks.\n", 1, 'it has no column "published" and no "text" (it holds: 2025-10-02, Talks.)'),
    ("a.csv", b"published,body\n2025-10-02,Talks.\n" * 9, 1, 'it has no column "text" (it holds: published, body)'),
    ("a.csv", b"", 1, 'it has no column "published" and no "text" (it holds: nothing)'),
    ("a.csv", "published,text\n2025-10-02,Güler".encode() + b"\xc3", None, "not valid UTF-8"),
    ("a.csv", b'published,text\n2025-10-02,"' + b"x" * 17_000_000, 2, "not valid CSV"),
    ("a.parquet", b"PAR1 and no more", None, "not readable as Parquet"),
    ("a.html", b"<html><body></body></html>", None, "no main text was found"),
]


@pytest.mark.parametrize(
    ("name", "content", "line", "fault"), REJECTED, ids=[f"{n}-{f[:40]}" for n, _, _, f in REJECTED]
)
def test_what_cannot_be_coded_is_told_with_place_fault_and_remedy(
    tmp_path: Path, name: str, content: bytes, line: int | None, fault: str
) -> None:
    path = write(tmp_path / name, content)
    [reject] = read(path)
    assert isinstance(reject, Reject)
    assert (reject.origin.file, reject.origin.line) == (str(path), line)
    assert reject.fault.startswith(fault)
    assert reject.remedy
    assert str(reject.error()).startswith(f"{path}:{line}: {fault}" if line else f"{path}: {fault}")


def test_a_page_without_a_date_is_not_told_to_name_a_column(tmp_path: Path) -> None:
    path = write(tmp_path / "a.html", f"<html><body><article><p>{TALKS} {TALKS}</p></article></body></html>".encode())
    [reject] = read(path)
    assert isinstance(reject, Reject)
    assert reject.fault == "it has no date"
    assert "--column" not in reject.remedy


def test_a_bad_document_does_not_stop_the_good_ones(tmp_path: Path) -> None:
    good = {"published": "2025-10-02", "text": TALKS}
    content = b"".join([json_lines(good).encode(), b"{\n", b"\xff\n", json_lines(good).encode()])
    write(tmp_path / "a.jsonl", content)
    write(tmp_path / "b.png", b"\x89PNG\0")
    write(tmp_path / "c.txt", DATED)
    kinds = [type(item).__name__ for item in read(tmp_path)]
    assert kinds == ["Sourced", "Reject", "Reject", "Sourced", "Reject", "Sourced"]


def test_a_title_alone_can_be_coded(tmp_path: Path) -> None:
    path = write(tmp_path / "a.jsonl", json_lines({"published": "2025-10-02", "title": TALKS, "text": ""}))
    assert [d.title for d in documents(read(path))] == [TALKS]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_the_right_to_read_it_is_rejected(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt", DATED)
    path.chmod(0)
    [reject] = read(path)
    assert isinstance(reject, Reject)
    assert "it cannot be read" in reject.fault


def test_reading_says_how_far_it_has_come(tmp_path: Path) -> None:
    write(tmp_path / "a.txt", DATED)
    write(tmp_path / "b.jsonl", json_lines(FULL, {**FULL, "id": "n2"}))
    reader = DocumentReader(find_inputs([str(tmp_path)]))
    seen = [reader.bytes_read for _ in reader]
    assert seen == sorted(seen)
    assert reader.bytes_read == reader.total_bytes == sum(path.stat().st_size for path in tmp_path.iterdir())
    assert DocumentReader(find_inputs(["-"])).total_bytes is None


def test_reading_holds_little_more_than_one_document() -> None:
    line = json_lines({"published": "2025-10-02", "text": "x" * 100_000}).encode()
    source = Endless(line)
    reader = iter(DocumentReader(find_inputs(["-"]), stdin=io.BufferedReader(source)))
    assert [isinstance(next(reader), Sourced) for _ in range(5)] == [True] * 5
    assert source.given < 7 * len(line)
