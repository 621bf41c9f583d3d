"""Coding again what a bulk run rejected, after it was mended or with another version, into parts of its own."""

from collections import deque
from collections.abc import Iterator
from dataclasses import replace

from dragoman.documents import DocumentReader, Origin, Reject, Sourced
from dragoman.tasks.bulk.folder import Folder
from dragoman.tasks.bulk.ledger import REJECTED, Note, origin_of, read_ids, read_rows, read_standing
from dragoman.tasks.bulk.order import BulkOrder
from dragoman.tasks.bulk.parts import Noted, code_noted, note_items, write_parts
from dragoman.tasks.code import Outcome
from dragoman.tasks.copies import Copies
from dragoman.tasks.engines import Engine
from dragoman.tasks.prepare import Read
from dragoman.tasks.rejects import keep_rejects, read_origins


class BulkRetry:
    """The documents that a run rejected, told by file and line, and coded once more.

    Of a file that was rejected as a whole, all documents are taken that were not coded. Copies are looked for among
    these documents alone.

    Attributes:
        tally: of all documents; those in question are not among its rejects until they are rejected again.
        inputs: numbers of the inputs that the documents stand in.
        reader: of these inputs.

    """

    def __init__(self, order: BulkOrder, folder: Folder) -> None:
        """Find out what was rejected."""
        self._order = order
        self._folder = folder
        self._standing = read_standing(folder.ledgers)
        self.tally = replace(self._standing.tally, rejected=0)
        self._pending = set(read_origins(folder.rejects))
        rows = read_rows(folder.ledgers, ("file", "line", "input", "outcome"))
        self.inputs = sorted(
            {row["input"] for row in rows if row["outcome"] == REJECTED and origin_of(row) in self._pending}
        )
        self._coded: set[Origin] = set()
        self._ids: set[str] = set()
        for row in read_rows(folder.ledgers, ("file", "line", "input", "outcome", "document_id")):
            if row["outcome"] != REJECTED and row["input"] in self.inputs:
                self._coded.add(origin_of(row))
                self._ids.add(row["document_id"])
        others = set(range(len(order.inputs))) - set(self.inputs)
        read_again = [order.inputs[number] for number in self.inputs]
        self.reader = DocumentReader(read_again, columns=order.columns, taken=read_ids(folder.ledgers, others))

    def code(self, engine: Engine) -> Iterator[Outcome]:
        """Code them, telling what became of each; those that are rejected again come last.

        Args:
            engine: what spreads the work.

        Raises:
            DragomanError: what would go wrong with every document.

        """
        notes: deque[Note] = deque()
        items = note_items(self._read(), notes, reader=self.reader, inputs=self.inputs)
        rejects: list[Reject] = []
        copies = Copies() if self._order.with_copies else None
        coded = code_noted(items, notes, order=self._order, engine=engine, copies=copies)
        noted = take_rejects(coded, rejects)
        for outcome in write_parts(self._folder, noted, first=self._standing.parts, size=self._order.part_size):
            self.tally = self.tally.plus(outcome)
            yield outcome
        with keep_rejects(self._folder.rejects) as keep:
            for reject in rejects:
                keep(reject)
                self.tally = self.tally.plus(reject)
                yield reject

    def _read(self) -> Iterator[Read]:
        for item in self.reader.read():
            origin = item.origin
            if origin not in self._coded and not self._pending.isdisjoint((origin, replace(origin, line=None))):
                yield self._check_id(item)

    def _check_id(self, item: Read) -> Read:
        """What is mended may now have the id of a document that stands after it, and was coded under it."""
        document_id = item.document.id if isinstance(item, Sourced) else item.document_id
        if isinstance(item, Reject) or document_id not in self._ids:
            return item
        return Reject(
            origin=item.origin,
            document_id=document_id,
            fault=f"the id {document_id!r} was given to another document",
            remedy="Give each document an id of its own.",
        )


def take_rejects(noted: Iterator[Noted], rejects: list[Reject]) -> Iterator[Noted]:
    """What became of documents, but for rejects, which are added to a list."""
    for note, outcome in noted:
        if isinstance(outcome, Reject):
            rejects.append(outcome)
        else:
            yield note, outcome
