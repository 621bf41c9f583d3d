"""Coding documents into a file: what `dragoman code` does."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial
from pathlib import Path
from typing import BinaryIO, TypeAlias

from dragoman.config import CoderConfig
from dragoman.documents import Input, Reject, Sourced
from dragoman.errors import DragomanError, InputError
from dragoman.export import CoderStamp, check_target, open_events
from dragoman.export.files import STDOUT
from dragoman.model.text import Document
from dragoman.tasks.coders import make_coder
from dragoman.tasks.copies import Copies
from dragoman.tasks.engines import THIS_PROCESS, Engine
from dragoman.tasks.outcomes import Coded, CoderMaker, DocumentCoder, SourcedCoder, code_sourced, failed
from dragoman.tasks.prepare import Prepared, Read, SetAside, prepare_documents, set_aside
from dragoman.tasks.rejects import check_rejects, keep_rejects

REJECTS_OF_STDOUT = Path("dragoman.rejects.jsonl")
"""Where the rejects go, in the current folder, when the events go to standard output."""

Outcome: TypeAlias = Coded | SetAside | Reject
"""What becomes of a document."""

Gate: TypeAlias = Callable[[Document], str | None]
"""Why a document is set aside, in a few words; None for one to be coded. Importable by name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How a run stands, or ended."""

    documents: int = 0
    """Coded; rejects not among them."""
    copies: int = 0
    """Of these, copies of earlier ones."""
    events: int = 0
    rejected: int = 0
    set_aside: int = 0

    def plus(self, outcome: Outcome) -> "Tally":
        """With one more document."""
        if isinstance(outcome, Reject):
            return replace(self, rejected=self.rejected + 1)
        if isinstance(outcome, SetAside):
            return replace(self, set_aside=self.set_aside + 1)
        copies = self.copies + (outcome.copy_of is not None)
        return replace(self, documents=self.documents + 1, copies=copies, events=self.events + len(outcome.events))


def code_documents(
    items: Iterable[Prepared],
    config: CoderConfig,
    *,
    engine: Engine = THIS_PROCESS,
    gate: Gate | None = None,
    maker: CoderMaker = make_coder,
    code: SourcedCoder = code_sourced,
) -> Iterator[Outcome]:
    """Code a stream of documents, in order; rejects among them, and what was set aside, pass through.

    The result is the same whatever the engine. With several workers, a process that dies on a document costs that
    document alone.

    Args:
        items: see `prepare_documents`.
        config: settings of the coder.
        engine: what spreads the work.
        gate: which documents to set aside; importable by name.
        maker: makes a coder; importable by name.
        code: what is wanted of each document; importable by name.

    Raises:
        DragomanError: what would go wrong with every document: a missing model, wrong settings.

    """
    work = partial(code_chunk, config, maker, code, gate)
    yield from engine.map(work, items, crashed=report_crash)


def code_read(
    items: Iterable[Read],
    config: CoderConfig,
    *,
    engine: Engine,
    gate: Gate | None = None,
    copies: Copies | None = None,
    maker: CoderMaker = make_coder,
    code: SourcedCoder = code_sourced,
) -> Iterator[Outcome]:
    """What becomes of everything that was read, in order: all that a run does between reading and writing.

    Args:
        items: documents, pages, and rejects met in reading.
        config: settings of the coder.
        engine: what spreads the work.
        gate: which documents to set aside; importable by name.
        copies: where copies are told with their originals' events; else each is coded itself.
        maker: makes a coder; importable by name.
        code: what is wanted of each document; importable by name.

    """
    prepared = prepare_documents(items, engine=engine)
    coded = partial(code_documents, config=config, engine=engine, gate=gate, maker=maker, code=code)
    yield from copies.put_in(coded(copies.take_out(prepared))) if copies else coded(prepared)


def code_chunk(
    config: CoderConfig, maker: CoderMaker, code: SourcedCoder, gate: Gate | None, chunk: Sequence[Prepared]
) -> list[Outcome]:
    """Code a few documents in this process, with its one coder."""
    coder, stamp = coder_of_process(config, maker)

    def take(sourced: Sourced) -> Outcome:
        # Here and not before: the coder need not read again what the gate has read.
        try:
            reason = gate(sourced.document) if gate else None
        except DragomanError:
            raise
        except Exception as error:  # one document must never end a run over thousands
            return failed(sourced, f"{type(error).__name__}: {error}")
        return set_aside(sourced, reason) if reason else code(coder, stamp, sourced)

    return [take(item) if isinstance(item, Sourced) else item for item in chunk]


@cache
def coder_of_process(config: CoderConfig, maker: CoderMaker) -> tuple[DocumentCoder, CoderStamp]:
    """The coder of this process, made on first use."""
    return maker(config)


def report_crash(item: Prepared) -> Outcome:
    """What becomes of a document on which a process died."""
    return failed(item, "its process died") if isinstance(item, Sourced) else item


def find_rejects_path(output: str) -> Path:
    """Where the rejects of a run go by default: "events.jsonl" → "events.rejects.jsonl", beside it."""
    return REJECTS_OF_STDOUT if output == STDOUT else Path(output).with_suffix(".rejects.jsonl")


def check_paths(inputs: Sequence[Input], output: str, rejects: Path) -> None:
    """Make sure that a run can write where it is told to, before it begins.

    Raises:
        InputError: a target that can't be written, or that would overwrite an input or the other target.

    """
    check_target(output)
    check_rejects(rejects)
    targets = {rejects.resolve(): str(rejects)}
    if output != STDOUT:
        if Path(output).resolve() in targets:
            raise InputError("output and rejects are one file", place=output, remedy="Name two files.")
        targets[Path(output).resolve()] = output
    for source in inputs:
        if source.path and source.path.resolve() in targets:
            raise InputError("it is both read and written", place=source.name, remedy="Write to another file.")


def code_into(
    items: Iterable[Read],
    output: str,
    *,
    rejects: Path,
    config: CoderConfig,
    gate: Gate | None = None,
    copies: Copies | None = None,
    engine: Engine = THIS_PROCESS,
    maker: CoderMaker = make_coder,
    stdout: BinaryIO | None = None,
    report: Callable[[Outcome, Tally], None] | None = None,
) -> Tally:
    """Code all documents that were read into a file, and those that can't be coded into another.

    Both files appear when all is done, or not at all; that of rejects as `keep_rejects` has it.

    Args:
        items: documents, pages, and rejects met in reading: `DocumentReader.read()`.
        output: path ending in .jsonl, .csv or .parquet, or "-" for JSON Lines on standard output as they come.
        rejects: path of the file of rejects, JSON Lines.
        config: settings of the coder.
        gate: which documents to set aside; importable by name.
        copies: where copies are told with their originals' events; else each is coded itself.
        engine: what spreads the work.
        maker: makes a coder; importable by name.
        stdout: what "-" writes to.
        report: called after each document.

    Returns:
        How many documents were coded, set aside and rejected, and the events found.

    Raises:
        DragomanError: what would go wrong with every document.

    """
    tally = Tally()
    with keep_rejects(rejects) as keep, open_events(output, stdout=stdout) as writer:
        for outcome in code_read(items, config, engine=engine, gate=gate, copies=copies, maker=maker):
            if isinstance(outcome, Reject):
                keep(outcome)
            elif isinstance(outcome, Coded):
                writer.write(outcome.events)
            tally = tally.plus(outcome)
            if report:
                report(outcome, tally)
    return tally
