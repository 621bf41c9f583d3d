"""Filling and keeping a record: what `dragoman record` does."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import BinaryIO, TypeAlias

from dragoman.config import CoderConfig
from dragoman.documents import Origin, Reject
from dragoman.errors import InputError
from dragoman.store import (
    Change,
    Entry,
    append_reports,
    backup_record,
    connect,
    create_record,
    explain_faults,
    find_faults,
    learn_rest,
    put_entry,
    refile_names,
    relink,
    transaction,
    vacuum_record,
)
from dragoman.tasks.code import Gate, Outcome, code_read
from dragoman.tasks.coders import make_coder
from dragoman.tasks.copies import Copies
from dragoman.tasks.engines import LocalEngine
from dragoman.tasks.entries import compose_entry
from dragoman.tasks.event_lines import EventLine, read_event_lines
from dragoman.tasks.outcomes import Coded, CodedForRecord, CoderMaker, code_for_record
from dragoman.tasks.prepare import Read, SetAside
from dragoman.tasks.recorded_copies import RecordMemory, retell_entries

BATCH = 100
"""Documents put into the record in one transaction."""


@dataclass(slots=True)
class Filling:
    """How adding to a record stands, or ended."""

    changes: dict[Change, int] = field(default_factory=lambda: dict.fromkeys(Change, 0))
    reports: int = 0
    rejected: int = 0
    set_aside: int = 0
    copies: int = 0
    """Of the documents, copies of earlier ones."""

    @property
    def documents(self) -> int:
        """Documents put into the record or found there unchanged."""
        return sum(self.changes.values())

    def count(self, other: "Filling") -> None:
        """Count what another one did too."""
        for change, count in other.changes.items():
            self.changes[change] += count
        self.reports += other.reports
        self.rejected += other.rejected
        self.set_aside += other.set_aside
        self.copies += other.copies


Told = Callable[[Reject | None, Filling], None]
"""Called for each document when its batch is in the record, with the reject where it was one."""

Settle = Callable[[sqlite3.Connection, str | None, Reject | SetAside | None], None]
"""Notes what became of a document, given its id and why it was not put if so, in the transaction that puts it."""


def init_record(path: Path) -> None:
    """Make an empty record; see `create_record`."""
    create_record(path)


def add_documents(
    path: Path,
    items: Iterable[Read],
    config: CoderConfig,
    *,
    workers: int = 1,
    gate: Gate | None = None,
    with_copies: bool = True,
    maker: CoderMaker = make_coder,
    told: Told | None = None,
    settle: Settle | None = None,
    batch: int = BATCH,
) -> Filling:
    """Code documents and add them to a record.

    Documents come in whole, in batches; a process killed at any instant leaves those of the batches before, and the
    same call again finishes the work. What the record has already, coded alike, changes nothing.

    Args:
        path: of the record.
        items: documents, pages, and rejects met in reading: `DocumentReader.read()`.
        config: settings of the coder.
        workers: processes that code.
        gate: which documents to set aside; importable by name.
        with_copies: whether copies of earlier documents are told with the events of these; else each is coded itself.
        maker: makes a coder; importable by name.
        told: called for each document when it is safe.
        settle: see `Settle`.
        batch: documents put in one transaction.

    Returns:
        What was added and what was not.

    Raises:
        RecordError: the record can't be opened or written.

    """
    with explain_faults(path), closing(connect(path, write=True)) as connection:
        copies = Copies(memory=RecordMemory(connection)) if with_copies else None
        engine = LocalEngine(workers)
        coded = code_read(items, config, engine=engine, gate=gate, copies=copies, maker=maker, code=code_for_record)
        return _fill(connection, _read_coded(coded), told, settle=settle, size=batch)


def _read_coded(outcomes: Iterable[Outcome]) -> Iterator["_Taken"]:
    for outcome in outcomes:
        if isinstance(outcome, CodedForRecord):
            entry = compose_entry(
                outcome.document,
                outcome.stamp,
                events=outcome.events,
                marks=outcome.marks,
                copy_of=outcome.copy_of,
                sketch=outcome.sketch,
            )
            yield _Step(outcome.origin, entry)
        elif not isinstance(outcome, Coded):
            yield outcome


def import_events(path: Path, stream: BinaryIO, name: str, *, told: Told | None = None) -> Filling:
    """Add the events of a JSON Lines file that `dragoman code` wrote, without the texts they were read from.

    Args:
        path: of the record.
        stream: the lines; those of one document stand together, as they were written.
        name: of the file, for messages.
        told: called for each document when it is safe.

    Returns:
        What was added and what was not.

    Raises:
        RecordError: the record can't be opened or written.

    """
    with explain_faults(path), closing(connect(path, write=True)) as connection:
        return _fill(connection, _read_import(stream, name), told)


@dataclass(frozen=True, slots=True)
class _Step:
    """A document to put into the record; `is_more`: further events of one that was put before."""

    origin: Origin
    entry: Entry
    is_more: bool = False


_Taken: TypeAlias = _Step | SetAside | Reject


def _fill(
    connection: sqlite3.Connection,
    steps: Iterable[_Taken],
    told: Told | None,
    *,
    settle: Settle | None = None,
    size: int = BATCH,
) -> Filling:
    filling = Filling()
    iterator = iter(steps)
    while batch := list(islice(iterator, size)):
        rejects: list[Reject | None] = []
        with transaction(connection):
            for step in batch:
                left_out = _put(connection, step, filling) if isinstance(step, _Step) else step
                filling.rejected += isinstance(left_out, Reject)
                filling.set_aside += isinstance(left_out, SetAside)
                if settle:
                    document_id = step.entry.document_id if isinstance(step, _Step) else step.document_id
                    settle(connection, document_id, left_out)
                rejects.append(left_out if isinstance(left_out, Reject) else None)
        # Not before: a terminal that was halted, or a pipe that nobody reads, would keep all others from writing.
        if told:
            for reject in rejects:
                told(reject, filling)
    relink(connection)
    learn_rest(connection)
    return filling


def _put(connection: sqlite3.Connection, step: _Step, filling: Filling) -> Reject | None:
    """Put one document; one that the record refuses leaves no trace, and the others stay."""
    connection.execute("SAVEPOINT one")
    try:
        if step.is_more:
            append_reports(connection, step.entry.document_id, step.entry.reports)
        else:
            change = put_entry(connection, step.entry)
            filling.changes[change] += 1
            filling.copies += step.entry.copy_of is not None
            if change is Change.RECODED:
                for copy in retell_entries(connection, step.entry):
                    put_entry(connection, copy)
        filling.reports += len(step.entry.reports)
    except InputError as error:
        connection.execute("ROLLBACK TO one")
        return _refuse(step, error.fault, error.remedy)
    except sqlite3.IntegrityError as error:
        connection.execute("ROLLBACK TO one")
        fault = f"the record has one of its events under another document ({error})"
        return _refuse(step, fault, "Give the document the id that it had before.")
    finally:
        connection.execute("RELEASE one")
    return None


def _refuse(step: _Step, fault: str, remedy: str) -> Reject:
    return Reject(origin=step.origin, document_id=step.entry.document_id, fault=fault, remedy=remedy)


def _read_import(stream: BinaryIO, name: str) -> Iterator[Reject | _Step]:
    seen: set[str] = set()
    found: list[EventLine] = []
    for line in read_event_lines(stream, name):
        if isinstance(line, Reject):
            yield line  # what stands on both sides of it is still one document
            continue
        if found and found[0].report.document_id != line.report.document_id:
            yield _put_together(found, seen)
            found = []
        found.append(line)
    if found:
        yield _put_together(found, seen)


def _put_together(lines: Sequence[EventLine], seen: set[str]) -> _Step:
    """The lines of one document; `seen` has the documents before it, and it is added."""
    first = lines[0].report
    entry = Entry(
        document_id=first.document_id,
        published=first.published,
        publisher=first.publisher,
        url="",
        title="",
        text=None,
        stamp=lines[0].stamp,
        reports=[line.report for line in lines],
        copy_of=first.copy_of,
    )
    is_more = first.document_id in seen
    seen.add(first.document_id)
    return _Step(lines[0].origin, entry, is_more=is_more)


def check_record(path: Path) -> list[str]:
    """What is wrong with a record, after finishing what a killed process left undone; empty where all is well.

    Raises:
        RecordError: the record can't be opened or written.

    """
    with explain_faults(path), closing(connect(path, write=True)) as connection:
        relink(connection)
        learn_rest(connection)
        with transaction(connection):
            refile_names(connection)
        return list(find_faults(connection))


def backup(path: Path, target: Path) -> None:
    """Copy a record as it is now; see `backup_record`."""
    with explain_faults(path), closing(connect(path)) as connection:
        backup_record(connection, target)


def vacuum(path: Path) -> tuple[int, int]:
    """Rewrite a record without unused room; its size in bytes before and after."""
    before = path.stat().st_size if path.exists() else 0
    with explain_faults(path), closing(connect(path, write=True)) as connection:
        vacuum_record(connection)
    return before, path.stat().st_size
