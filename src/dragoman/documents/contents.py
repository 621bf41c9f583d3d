"""What one file or one member of an archive holds: rows and pages, whatever its form and compression."""

import io
import sys
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from typing import BinaryIO

from dragoman.documents.compressed import expand
from dragoman.documents.forms import (
    HEAD,
    SUFFIXES,
    Compression,
    Form,
    find_compression,
    find_form,
    peek_inside,
    strip_compression,
    suffix_of,
)
from dragoman.documents.inputs import Input, find_stem
from dragoman.documents.lines import read_lines
from dragoman.documents.other_forms import find_other_form
from dragoman.documents.page import PAGE_LIMIT, page_too_large
from dragoman.documents.plain import read_plain
from dragoman.documents.remote import open_remote
from dragoman.documents.rows import LIMIT, too_large
from dragoman.documents.sources import Fault, PageBytes, Row
from dragoman.documents.streams import Wrapped, buffered, pass_over, spool
from dragoman.documents.tables import read_csv, read_parquet
from dragoman.documents.warc import read_warc
from dragoman.documents.zipped import read_members
from dragoman.errors import DocumentError, InputError

_COUNTED = 100_000_000
"""Bytes of a document too large that are read on to tell its size."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """A file, or a member of a zip archive."""

    name: str
    """As shown to the user: "news.zip/2024/talks.txt" for a member."""
    file_name: str
    stem: str
    """What the ids of its documents are made of, where they give none."""
    stream: io.BufferedReader


def open_input(source: Input, stdin: BinaryIO | None = None) -> io.BufferedReader:
    """The bytes of an input, as they are.

    Args:
        source: the input.
        stdin: what "-" reads; the process's standard input by default.

    Raises:
        OSError: it can't be opened.

    """
    if source.path:
        return source.path.open("rb")
    if source.url:
        return open_remote(source.url)
    # Left open at the end, as it is not ours: closing a buffered reader would close what it reads.
    return buffered(Wrapped(stdin or sys.stdin.buffer))


def list_contents(source: Input, stream: io.BufferedReader) -> Iterator[Content]:
    """The members of a zip archive, each to be read before the next; of any other input, the input itself.

    Raises:
        OSError: a zip archive that can't be read.

    """
    head = peek(stream)
    if find_form(source.file_name, head) is not Form.ZIP or find_other_form(source.file_name, head):
        yield Content(name=source.name, file_name=source.file_name, stem=source.stem, stream=stream)
        return
    with spool(stream) as seekable:
        for member in read_members(seekable):
            with buffered(member) as opened:
                file_name = member.name.rpartition("/")[2]
                name = f"{source.name}/{member.name}"
                yield Content(name=name, file_name=file_name, stem=find_stem(file_name), stream=opened)


def read_content(content: Content, columns: Mapping[str, str]) -> Iterator[Row | PageBytes | Fault]:
    """The rows and pages of a file, decompressed.

    Args:
        content: the file.
        columns: a table's own names for columns, where they differ: `{"text": "body"}`.

    Raises:
        OSError: it can't be read, or not further; what it gave before is sound.
        ConfigurationError: a library for it is not installed.

    """
    stream, form = open_content(content.file_name, content.stream)
    if other := find_other_form(strip_compression(content.file_name), peek(stream)):
        yield Fault(line=None, error=other)
    elif form is Form.LINES:
        yield from read_lines(stream)
    elif form is Form.WARC:
        yield from read_warc(stream)
    elif form in (Form.PLAIN, Form.PAGE):
        yield read_single(stream, form)
    elif form is Form.ZIP:
        fault = DocumentError("an archive within another is not read", remedy="Unpack the outer one.")
        yield Fault(line=None, error=fault)
    else:
        read_table = read_csv if form is Form.CSV else read_parquet
        with spool(stream) as seekable:
            yield from read_table(seekable, columns)


@contextmanager
def open_lines(source: Input) -> Iterator[tuple[io.BufferedReader, io.BufferedReader]]:
    """An input that must be JSON Lines: its lines, and the bytes they are read from, which tell how far reading is.

    Raises:
        InputError: it can't be opened, or is by its name in another form and does not begin as JSON Lines do.

    """
    with ExitStack() as opened:
        try:
            stream = opened.enter_context(open_input(source))
            lines, _ = open_content(source.file_name, stream)
            head = peek(lines)
        except OSError as error:
            raise InputError(error.strerror or str(error), place=source.name, remedy="Check the path.") from None
        if fault := find_wrong_form(strip_compression(source.file_name), head):
            raise InputError(fault, place=source.name, remedy="Give JSON Lines: one JSON object a line.")
        yield lines, stream


def find_wrong_form(name: str, head: bytes) -> str:
    """What a file is that should be JSON Lines: by its name another form, while it does not begin with an object."""
    if other := find_other_form(name, head):
        return other.fault
    form = SUFFIXES.get(suffix_of(name), Form.LINES)
    is_object = head.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"{")
    return "" if form is Form.LINES or is_object else f"it is {form}"


def open_content(file_name: str, stream: io.BufferedReader) -> tuple[io.BufferedReader, Form]:
    """A stream without its compression, and its form. Gzip stays on a WARC archive, of which it marks the records."""
    head = peek(stream)
    compression = find_compression(file_name, head)
    if compression is None:
        return stream, find_form(strip_compression(file_name), head)
    inner = strip_compression(file_name)
    if compression is Compression.GZIP and find_form(inner, peek_inside(compression, head)) is Form.WARC:
        return stream, Form.WARC
    expanded = buffered(expand(Wrapped(stream), compression))
    return expanded, find_form(inner, peek(expanded))


def peek(stream: io.BufferedReader) -> bytes:
    """How a stream goes on, with nothing taken from it."""
    return stream.peek(HEAD)[:HEAD]


def read_single(stream: io.BufferedReader, form: Form) -> Row | PageBytes | Fault:
    """The one row of a file that is one document; more than the limit is never held."""
    limit = PAGE_LIMIT if form is Form.PAGE else LIMIT + HEAD
    content = stream.read(limit + 1)
    try:
        if len(content) <= limit:
            return PageBytes(content=content) if form is Form.PAGE else read_plain(content)
        if form is Form.PAGE:
            raise page_too_large()
        raise too_large(len(content) + pass_over(stream, _COUNTED))
    except DocumentError as error:
        return Fault(line=None, error=error)
