"""What names stand for."""

import gzip
from pathlib import Path

import pytest

from dragoman.documents import find_input, find_inputs, open_lines
from dragoman.documents.forms import Form, find_form
from dragoman.errors import InputError


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b.txt", "a.txt", "deep/c.jsonl", ".hidden/d.txt", ".e.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    return tmp_path


def names(folder: Path, *given: str, exclude: tuple[str, ...] = ()) -> list[str]:
    inputs = find_inputs([str(folder / name) for name in given], exclude=[folder / name for name in exclude])
    return [str(i.path.relative_to(folder)) for i in inputs if i.path]


def test_a_folder_gives_its_files_in_order_without_hidden_ones(folder: Path) -> None:
    assert names(folder, "") == ["a.txt", "b.txt", "deep/c.jsonl"]


def test_globs_are_understood_where_the_shell_left_them(folder: Path) -> None:
    assert names(folder, "*.txt") == ["a.txt", "b.txt"]
    assert names(folder, "**/*.jsonl") == ["deep/c.jsonl"]


def test_a_file_named_twice_is_read_once(folder: Path) -> None:
    assert names(folder, "b.txt", "", "*.txt") == ["b.txt", "a.txt", "deep/c.jsonl"]


def test_names_with_signs_of_globs_in_them_are_names_first(folder: Path) -> None:
    (folder / "[1].txt").write_text("x")
    assert names(folder, "[1].txt") == ["[1].txt"]


def test_the_output_of_an_earlier_run_is_no_input(folder: Path) -> None:
    assert names(folder, "", exclude=("a.txt",)) == ["b.txt", "deep/c.jsonl"]


@pytest.mark.parametrize("name", ["missing.txt", "*.csv", "empty"])
def test_a_name_that_stands_for_nothing_is_an_error(folder: Path, name: str) -> None:
    (folder / "empty").mkdir()
    with pytest.raises(InputError, match=r"no such file|holds no files"):
        names(folder, name)


@pytest.mark.parametrize(
    ("name", "head", "form"),
    [
        ("a.TXT", b"{", Form.PLAIN),
        ("a.ndjson", b"", Form.LINES),
        ("a.htm", b"", Form.PAGE),
        ("-", b" date 2025-10-02 {", Form.PLAIN),
        ("-", b"\xef\xbb\xbfdate 2025-10-02", Form.PLAIN),
        ("-", b'\n {"id": 1}', Form.LINES),
        ("-", b"<!doctype html>", Form.PAGE),
        ("-", b"PAR1\x15", Form.PARQUET),
        ("-", b"id,published,title\n1,", Form.CSV),
        ("-", b"text;published\n", Form.CSV),
        ("-", b"The text, it said, was lost.\n", Form.CSV),
        ("-", b"Some report without a date.\n", Form.PLAIN),
        ("notes.md", b"# Notes\n", Form.PLAIN),
    ],
)
def test_the_form_of_a_file_shows_in_its_suffix_else_in_how_it_begins(name: str, head: bytes, form: Form) -> None:
    assert find_form(name, head) is form


@pytest.mark.parametrize(
    ("name", "content", "fault"),
    [
        ("a.csv", b"published,text\n2025-10-02,Talks.\n", "it is CSV"),
        ("a.csv.gz", gzip.compress(b"published,text\n2025-10-02,Talks.\n"), "it is CSV"),
        ("a.txt", b"date 2025-10-02 Talks.", "it is dated text"),
        ("a.docx", b"PK\x03\x04 and more", "it is a Word document"),
        ("a.pdf", b"%PDF-1.7", "it is a PDF"),
    ],
)
def test_what_must_be_json_lines_and_is_another_form_is_refused_whole(
    tmp_path: Path, name: str, content: bytes, fault: str
) -> None:
    (tmp_path / name).write_bytes(content)
    with (
        pytest.raises(InputError, match=f"{name}: {fault}. Give JSON Lines"),
        open_lines(find_input(str(tmp_path / name))),
    ):
        pass


@pytest.mark.parametrize("name", ["a.jsonl", "a.txt", "a.csv", "-a"])
def test_lines_of_objects_are_read_whatever_their_file_is_called(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b'\xef\xbb\xbf{"text": "Talks."}\n')
    with open_lines(find_input(str(tmp_path / name))) as (lines, _):
        assert lines.read().endswith(b'"Talks."}\n')
