"""Reading: inputs become a stream of documents and rejects, with memory for one document at a time."""

import hashlib
import io
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import BinaryIO

from dragoman.documents.inputs import HEAD, Form, Input, find_form
from dragoman.documents.lines import read_lines
from dragoman.documents.page import PAGE_LIMIT, compose_page
from dragoman.documents.plain import read_plain
from dragoman.documents.rows import ALIASES, COLUMNS, LIMIT, compose_document, too_large
from dragoman.documents.sources import Fault, Origin, Page, PageBytes, Reject, Row, Sourced
from dragoman.documents.tables import read_csv, read_parquet
from dragoman.errors import ConfigurationError, DocumentError

_SPOOL = 16_000_000  # bytes of standard input held in memory before they go to a temporary file


class DocumentReader:
    """Iterates over the documents of some inputs, in order; a `Reject` stands where one can't be coded.

    Ids: a document that gives none is called after its file ("dispatch" for dispatch.txt, "wire:12" for
    line 12 of wire.jsonl); where two files share a name, the later one becomes "dispatch~2". A *given* id
    that comes again is a reject: two documents under one id could not be told apart in the record.

    Attributes:
        total_bytes: size of all inputs, None where standard input is among them.
        bytes_read: how far reading has come.
        inputs_read: how many inputs are read to their end; the one being read has this number.

    """

    def __init__(
        self,
        inputs: Sequence[Input],
        *,
        columns: Mapping[str, str] | None = None,
        stdin: BinaryIO | None = None,
        taken: Iterable[str] = (),
    ) -> None:
        """Prepare to read.

        Args:
            inputs: see `find_inputs`.
            columns: the file's own name for a column, where it differs: `{"text": "body"}`.
            stdin: what "-" reads; the process's standard input by default.
            taken: ids that documents read before have.

        Raises:
            ConfigurationError: `columns` names a column that documents do not have.

        """
        self._inputs = tuple(inputs)
        self._columns = dict(columns or {})
        unknown = sorted(set(self._columns) - set(COLUMNS))
        if unknown:
            raise ConfigurationError(
                f"documents have no column {unknown[0]!r}",
                place="--column",
                remedy=f"One of: {', '.join(COLUMNS)}.",
            )
        self._stdin = stdin
        self._ids = {_digest(document_id) for document_id in taken}
        sizes = [i.path.stat().st_size if i.path else None for i in self._inputs]
        self.total_bytes = None if None in sizes else sum(size for size in sizes if size is not None)
        self.bytes_read = 0
        self.inputs_read = 0

    def __iter__(self) -> Iterator[Sourced | Reject]:
        """Read on, extracting the text of pages in this process."""
        for item in self.read():
            yield compose_page(item) if isinstance(item, Page) else item

    def read(self) -> Iterator[Sourced | Page | Reject]:
        """Read on, handing on pages as they are: see `compose_page`."""
        for source in self._inputs:
            yield from self._read_input(source)
            self.inputs_read += 1

    def _read_input(self, source: Input) -> Iterator[Sourced | Page | Reject]:
        before = self.bytes_read
        size = 0
        try:
            with self._open(source) as stream:
                for row in self._rows(source, stream):
                    if stream.seekable() and not stream.closed:
                        self.bytes_read = before + stream.tell()
                    yield self._compose(source, row)
            size = source.path.stat().st_size if source.path else 0
        except OSError as error:
            reason = error.strerror or str(error)
            yield Reject(
                origin=Origin(file=source.name),
                fault=f"it cannot be read ({reason})",
                remedy="Check the file.",
            )
        self.bytes_read = before + size

    def _open(self, source: Input) -> BinaryIO:
        if source.path:
            return source.path.open("rb")
        # Left open at the end, as it is not ours: closing a buffered reader would close what it reads.
        return io.BufferedReader(_Unclosed(self._stdin or sys.stdin.buffer), buffer_size=1 << 16)

    def _rows(self, source: Input, stream: BinaryIO) -> Iterator[Row | PageBytes | Fault]:
        peek = getattr(stream, "peek", None)
        head = peek(HEAD)[:HEAD] if peek else b""
        form = find_form(source.name, head)
        if form is Form.LINES:
            yield from read_lines(stream)
        elif form in (Form.PLAIN, Form.PAGE):
            yield read_single(stream, form)
        else:
            read_table = read_csv if form is Form.CSV else read_parquet
            with spool(stream) as seekable:
                yield from read_table(seekable, self._wanted())

    def _wanted(self) -> set[str]:
        """The names a table may have for the columns read."""
        names = {self._columns.get(name, name) for name in COLUMNS}
        return names | {alias for name in COLUMNS if name not in self._columns for alias in ALIASES.get(name, ())}

    def _compose(self, source: Input, row: Row | PageBytes | Fault) -> Sourced | Page | Reject:
        origin = Origin(file=source.name, line=row.line)
        if isinstance(row, Fault):
            return Reject.of(row.error, origin)
        default_id = source.stem if row.line is None else f"{source.stem}:{row.line}"
        if isinstance(row, PageBytes):
            document_id = self._free_id(default_id)
            self._take(document_id)
            return Page(origin=origin, document_id=document_id, content=row.content)
        given = row.values.get(self._columns.get("id", "id"))
        try:
            document = compose_document(
                row.values, default_id=self._free_id(default_id), columns=self._columns if row.line else None
            )
        except DocumentError as error:
            return Reject.of(error, origin, str(given).strip() or None if given is not None else default_id)
        if not self._take(document.id):
            fault = f"the id {document.id!r} was given to an earlier document"
            return Reject(
                origin=origin,
                document_id=document.id,
                fault=fault,
                remedy="Give each document an id of its own.",
            )
        return Sourced(origin=origin, document=document)

    def _free_id(self, wanted: str) -> str:
        number, free = 1, wanted
        while _digest(free) in self._ids:
            number += 1
            free = f"{wanted}~{number}"
        return free

    def _take(self, document_id: str) -> bool:
        digest = _digest(document_id)
        if digest in self._ids:
            return False
        self._ids.add(digest)
        return True


def _digest(document_id: str) -> int:
    # Eight bytes an id, not the id itself: a run may read millions of documents.
    return int.from_bytes(hashlib.blake2b(document_id.encode(errors="surrogatepass"), digest_size=8).digest())


def read_single(stream: BinaryIO, form: Form) -> Row | PageBytes | Fault:
    """The one row of a file that is one document; more than the limit is never held."""
    limit = PAGE_LIMIT if form is Form.PAGE else LIMIT + HEAD
    content = stream.read(limit + 1)
    try:
        if len(content) > limit:
            while more := len(stream.read(1 << 20)):
                limit += more
            raise too_large(limit + 1)
        return PageBytes(line=None, content=content) if form is Form.PAGE else read_plain(content)
    except DocumentError as error:
        return Fault(line=None, error=error)


def spool(stream: BinaryIO) -> BinaryIO:
    """The stream if it can be read twice, else a temporary copy of it."""
    if stream.seekable():
        return stream
    copy = tempfile.SpooledTemporaryFile(max_size=_SPOOL)  # noqa: SIM115 - the caller closes it
    while block := stream.read(1 << 20):
        copy.write(block)
    copy.seek(0)
    return copy  # type: ignore[return-value]  # a binary stream in all but its declared type


class _Unclosed(io.RawIOBase):
    """A raw view of a stream that outlives its reader."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        """Fill a buffer with what is there."""
        read1 = getattr(self._stream, "read1", self._stream.read)
        block = read1(len(buffer))
        buffer[: len(block)] = block
        return len(block)
