"""A bulk run that begins, or goes on after its last part."""

from collections import deque
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from shutil import rmtree

from dragoman.documents import DocumentReader
from dragoman.tasks.bulk.folder import Folder
from dragoman.tasks.bulk.ledger import Note, read_ids, read_rejects, read_standing
from dragoman.tasks.bulk.order import BulkOrder
from dragoman.tasks.bulk.originals import open_copies
from dragoman.tasks.bulk.parts import code_noted, note_items, write_parts
from dragoman.tasks.code import Outcome
from dragoman.tasks.engines import Engine
from dragoman.tasks.rejects import keep_rejects, read_origins


class BulkRun:
    """What is left of a run: all of it at first, nothing when it is done.

    Attributes:
        tally: of all documents so far, in earlier calls too.
        reader: of the inputs that are left.

    """

    def __init__(self, order: BulkOrder, folder: Folder) -> None:
        """Find out how far the run has come."""
        self._order = order
        self._folder = folder
        self._standing = read_standing(folder.ledgers)
        self._first = self._standing.input
        self._done = folder.done.exists()
        self.tally = self._standing.tally
        if self._done:
            self.tally = replace(self.tally, rejected=len(read_origins(folder.rejects)))
        left = () if self._done else order.inputs[self._first :]
        ids = read_ids(folder.ledgers, range(self._first))
        self.reader = DocumentReader(left, columns=order.columns, taken=ids)

    def code(self, engine: Engine) -> Iterator[Outcome]:
        """Code all that is left, telling what became of each document.

        Args:
            engine: what spreads the work.

        Raises:
            DragomanError: what would go wrong with every document.

        """
        notes: deque[Note] = deque()
        left = islice(self.reader.read(), self._standing.items, None)
        items = note_items(left, notes, reader=self.reader, inputs=range(self._first, len(self._order.inputs)))
        copies = open_copies(self._folder) if self._order.with_copies and not self._done else None
        noted = code_noted(items, notes, order=self._order, engine=engine, copies=copies)
        outcomes = write_parts(
            self._folder, noted, first=self._standing.parts, size=self._order.part_size, copies=copies
        )
        for outcome in outcomes:
            self.tally = self.tally.plus(outcome)
            yield outcome
        if not self._done:
            with keep_rejects(self._folder.rejects) as keep:
                for reject in read_rejects(self._folder.ledgers):
                    keep(reject)
            self._folder.done.touch()
        rmtree(self._folder.originals, ignore_errors=True)
