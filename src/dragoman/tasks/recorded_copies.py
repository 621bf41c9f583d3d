"""Copies of documents that a record holds from earlier runs."""

import sqlite3
from collections.abc import Iterator
from datetime import date, timedelta
from functools import partial

from dragoman.copies import WITHIN, CopyFinder, Hashes, Kept, read_sketch, retell, retell_marks, sketch_of
from dragoman.documents import Origin
from dragoman.model.text import Document
from dragoman.store import (
    Entry,
    HeldOriginal,
    entry_of,
    find_version,
    list_copies,
    load_coding,
    load_originals,
    load_version,
)
from dragoman.tasks.entries import compose_entry
from dragoman.tasks.outcomes import CodedForRecord, Imprint

_SIZE = 500
"""Bytes that a document takes whose text stays in the record."""


class RecordMemory:
    """The documents of a record, as `Copies` asks for them; a day is read when a document near it comes."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Read nothing yet.

        Args:
            connection: of the record, as long as the run lasts.

        """
        self._connection = connection
        self._days: set[date] = set()
        self._rows: dict[str, int] = {}

    def open_days(self, document: Document, finder: CopyFinder) -> None:
        """Have the finder know the originals that were published near a document's day."""
        for distance in range(-WITHIN.days, WITHIN.days + 1):
            try:
                day = document.published + timedelta(days=distance)
            except OverflowError:  # beyond the calendar
                continue
            if day not in self._days:
                self._days.add(day)
                finder.keep_all(
                    (self._keep(held), self._read_sketch(held))
                    for held in load_originals(self._connection, day)
                    if finder.get(held.document_id) is None  # else it came again, and may have another day now
                )

    def find_known(self, document: Document) -> tuple[bool, Kept | None]:
        """Whether a document is in the record to the letter, and if it is there as a copy its original."""
        is_known, row = find_version(self._connection, document.id, entry_of(document, {}, ()).sha256)
        if row is None:
            return is_known, None
        original = load_version(self._connection, row)
        return True, self._keep(
            HeldOriginal(row=row, document_id=original.id, published=original.published, hashes=None)
        )

    def recall(self, original: Kept) -> CodedForRecord | None:
        """What was coded of an original, if it is still there."""
        row = self._rows[original.document_id]
        coding = load_coding(self._connection, row)
        if coding is None:
            return None
        document = load_version(self._connection, row)
        return CodedForRecord(
            origin=Origin(file=document.id),
            document_id=document.id,
            imprint=Imprint.of(document),
            events=coding.events,
            document=document,
            stamp=coding.stamp,
            marks=coding.marks,
        )

    def _keep(self, held: HeldOriginal) -> Kept:
        self._rows[held.document_id] = held.row
        load = partial(load_version, self._connection, held.row)
        return Kept(document_id=held.document_id, published=held.published, load=load, size=_SIZE)

    def _read_sketch(self, held: HeldOriginal) -> Hashes:
        return read_sketch(held.hashes) if held.hashes else sketch_of(load_version(self._connection, held.row))


def retell_entries(connection: sqlite3.Connection, original: Entry) -> Iterator[Entry]:
    """The copies that a record holds of a document that was coded anew, as they tell it now.

    Args:
        connection: of the record.
        original: the document as it was put.

    """
    if original.text is None:
        return
    given = Document(
        id=original.document_id,
        published=original.published,
        publisher=original.publisher,
        url=original.url,
        title=original.title,
        text=original.text,
    )
    for copy in list_copies(connection, original.document_id):
        events = retell([report.body for report in original.reports], given, copy)
        marks = retell_marks([(mark.kind, mark.body) for mark in original.marks], given, copy)
        yield compose_entry(copy, dict(original.stamp), events=events, marks=marks, copy_of=given.id)
