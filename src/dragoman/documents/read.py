"""Reading: inputs become a stream of documents and rejects, with memory for one document at a time."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import BinaryIO

from dragoman.documents.contents import Content, list_contents, open_input, read_content
from dragoman.documents.ids import Ids
from dragoman.documents.inputs import Input
from dragoman.documents.page import compose_page
from dragoman.documents.rows import COLUMNS, compose_document
from dragoman.documents.sources import Fault, Origin, Page, PageBytes, Reject, Row, Sourced, unreadable
from dragoman.errors import ConfigurationError, DocumentError


class DocumentReader:
    """Iterates over the documents of some inputs, in order; a `Reject` stands where one can't be coded.

    Ids: a document that gives none is called after its file ("dispatch" for dispatch.txt, "wire:12" for
    line 12 of wire.jsonl); where two files share a name, the later one becomes "dispatch~2". A *given* id
    that comes again is a reject: two documents under one id could not be told apart in the record.

    Attributes:
        total_bytes: size of all inputs, None where that of one is not known, such as standard input.
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
        self._ids = Ids()
        for document_id in taken:
            self._ids.take(document_id)
        sizes = [source.measure() for source in self._inputs]
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
            with open_input(source, self._stdin) as stream:
                for content in list_contents(source, stream):
                    for row in self._read_content(content):
                        if stream.seekable() and not stream.closed:
                            self.bytes_read = max(self.bytes_read, before + stream.tell())
                        yield self._compose(content, row)
            size = source.measure() or 0
        except OSError as error:
            yield Reject.of(unreadable(error), Origin(file=source.name))
        self.bytes_read = before + size

    def _read_content(self, content: Content) -> Iterator[Row | PageBytes | Fault]:
        try:
            yield from read_content(content, self._columns)
        except OSError as error:
            yield Fault(line=None, error=unreadable(error))

    def _compose(self, content: Content, row: Row | PageBytes | Fault) -> Sourced | Page | Reject:
        origin = Origin(file=content.name, line=row.line)
        if isinstance(row, Fault):
            return Reject.of(row.error, origin)
        default_id = content.stem if row.line is None else f"{content.stem}:{row.line}"
        if isinstance(row, PageBytes):
            return self._place_page(row, origin, default_id)
        given = row.values.get(self._columns.get("id", "id"))
        try:
            document = compose_document(
                row.values, default_id=self._ids.free(default_id), columns=self._columns if row.line else None
            )
        except DocumentError as error:
            return Reject.of(error, origin, str(given).strip() or None if given is not None else default_id)
        if not self._ids.take(document.id):
            return _given_before(document.id, origin)
        return Sourced(origin=origin, document=document)

    def _place_page(self, page: PageBytes, origin: Origin, default_id: str) -> Page | Reject:
        document_id = page.document_id or self._ids.free(default_id)
        if not self._ids.take(document_id):
            return _given_before(document_id, origin)
        return Page(
            origin=origin,
            document_id=document_id,
            content=page.content,
            url=page.url,
            crawled=page.crawled,
            charset=page.charset,
        )


def _given_before(document_id: str, origin: Origin) -> Reject:
    return Reject(
        origin=origin,
        document_id=document_id,
        fault=f"the id {document_id!r} was given to an earlier document",
        remedy="Give each document an id of its own.",
    )
