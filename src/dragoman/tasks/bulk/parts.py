"""Coding part by part: the events of a part are written whole, and its ledger after them."""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, count, islice
from typing import TypeAlias

from dragoman.documents import DocumentReader, Reject
from dragoman.errors import ModelError
from dragoman.export import JsonObject
from dragoman.export.partitions import open_part
from dragoman.tasks.bulk.folder import Folder
from dragoman.tasks.bulk.ledger import Note, compose_row, write_ledger
from dragoman.tasks.bulk.order import BulkOrder
from dragoman.tasks.bulk.originals import BulkCopies, write_originals
from dragoman.tasks.code import Outcome, code_read
from dragoman.tasks.copies import Copies
from dragoman.tasks.engines import Engine
from dragoman.tasks.outcomes import Coded
from dragoman.tasks.prepare import Read

Noted: TypeAlias = tuple[Note, Outcome]


def note_items(
    items: Iterable[Read], notes: deque[Note], *, reader: DocumentReader, inputs: Sequence[int]
) -> Iterator[Read]:
    """Items as they are, while what is known of each when it is read is noted.

    Args:
        items: of the reader, perhaps not all.
        notes: where the notes are added, in the same order.
        reader: says which of its inputs an item stands in.
        inputs: the numbers of the reader's inputs in the run.

    """
    for item in items:
        notes.append(Note(input=inputs[reader.inputs_read], named=not isinstance(item, Reject)))
        yield item


def code_noted(
    items: Iterable[Read],
    notes: deque[Note],
    *,
    order: BulkOrder,
    engine: Engine,
    copies: Copies | None = None,
) -> Iterator[Noted]:
    """What becomes of each item, in order, with what was noted of it.

    Args:
        items: see `note_items`.
        notes: those of the items.
        order: of the run.
        engine: what spreads the work.
        copies: where copies are told with their originals' events.

    Raises:
        ModelError: another machine codes with another version or other models.

    """
    coder = order.to_stamp()
    outcomes = code_read(items, order.config, engine=engine, gate=order.gate, copies=copies, maker=order.maker)
    for outcome in outcomes:
        if isinstance(outcome, Coded) and outcome.events and outcome.events[0]["coder"] != coder:
            raise ModelError(
                "a worker codes with another version of dragoman, or other models",
                remedy="Install on every machine of the cluster what is installed here.",
            )
        yield notes.popleft(), outcome


def write_parts(
    folder: Folder, noted: Iterator[Noted], *, first: int, size: int, copies: BulkCopies | None = None
) -> Iterator[Outcome]:
    """Write what comes in parts, and hand it on.

    Args:
        folder: of the run.
        noted: what became of each document.
        first: the number of the first part.
        size: documents a part.
        copies: knows the documents that later ones may repeat, which are kept for a run that is cut off.

    """
    for number in count(first):
        part = islice(noted, size)
        head = next(part, None)
        if head is None:
            return
        rows: list[JsonObject] = []
        originals: list[JsonObject] = []
        with open_part(folder.path, number) as write:
            for note, outcome in chain([head], part):
                rows.append(compose_row(note, outcome))
                if isinstance(outcome, Coded):
                    write(outcome.events)
                if copies and (original := copies.pop_original(outcome)):
                    originals.append(original)
                yield outcome
        if copies:
            write_originals(folder, number, originals)
        write_ledger(folder.ledgers, number, rows)
