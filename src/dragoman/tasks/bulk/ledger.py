"""What became of each document: a table for every part, written when the part's events are.

Its presence says that the part is complete, so that a run goes on after the last of them; to readers it is the list of
documents, those without events among them.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from dragoman.documents import Origin, Reject
from dragoman.export import JsonObject, open_replacing
from dragoman.export.form import NULL, Group, Kind, Member
from dragoman.export.parquet import ParquetWriter, read_columns
from dragoman.export.partitions import name_part
from dragoman.tasks.code import Outcome, Tally
from dragoman.tasks.outcomes import Coded

CODED = "coded"
SET_ASIDE = "set aside"
REJECTED = "rejected"

ROW = Group(
    (
        Member("document_id", Kind.TEXT, NULL),
        Member("published", Kind.DAY, NULL),
        Member("publisher", Kind.TEXT, NULL),
        Member("url", Kind.TEXT, NULL),
        Member("file", Kind.TEXT),
        Member("line", Kind.WHOLE, NULL),
        Member("input", Kind.WHOLE),
        Member("outcome", Kind.TEXT),
        Member("events", Kind.WHOLE),
        Member("copy_of", Kind.TEXT, NULL),
        Member("reason", Kind.TEXT, NULL),
        Member("remedy", Kind.TEXT, NULL),
        Member("named", Kind.FLAG),
    )
)

_LEDGER = re.compile(r"part-(\d{5,})\.parquet")


@dataclass(frozen=True, slots=True)
class Note:
    """What is known of an item when it is read, and not of its outcome."""

    input: int
    """Number of the input that it stands in, from 0."""
    named: bool
    """Whether its id is taken now: not if it was rejected in reading."""


def compose_row(note: Note, outcome: Outcome) -> JsonObject:
    """The row of a document."""
    row: JsonObject = dict.fromkeys(member.name for member in ROW.fields)
    row |= {
        "document_id": outcome.document_id,
        "file": outcome.origin.file,
        "line": outcome.origin.line,
        "input": note.input,
        "named": note.named,
        "events": 0,
    }
    if isinstance(outcome, Reject):
        return row | {"outcome": REJECTED, "reason": outcome.fault, "remedy": outcome.remedy}
    imprint = outcome.imprint
    row |= {
        "published": imprint.published.isoformat(),
        "publisher": imprint.publisher or None,
        "url": imprint.url or None,
    }
    if isinstance(outcome, Coded):
        return row | {"outcome": CODED, "events": len(outcome.events), "copy_of": outcome.copy_of}
    return row | {"outcome": SET_ASIDE, "reason": outcome.reason}


def write_ledger(folder: Path, number: int, rows: Sequence[JsonObject]) -> None:
    """Write the ledger of a part, whose events are all written."""
    folder.mkdir(exist_ok=True)
    with open_replacing(folder / name_part(number)) as stream:
        writer = ParquetWriter(stream, ROW)
        writer.write(rows)
        writer.finish()


def find_ledgers(folder: Path) -> dict[int, Path]:
    """The ledgers by number of their part, in order."""
    found = ((_LEDGER.fullmatch(path.name), path) for path in folder.glob("part-*"))
    return dict(sorted((int(named[1]), path) for named, path in found if named))


def read_rows(folder: Path, names: Collection[str]) -> Iterator[JsonObject]:
    """Some columns of all rows, in order."""
    for path in find_ledgers(folder).values():
        yield from read_columns(path, names)


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How far a run has come."""

    parts: int
    """Complete ones."""
    tally: Tally
    input: int
    """Number of the input that the last document stood in."""
    items: int
    """Documents of that input, rejects among them."""


def read_standing(folder: Path) -> Standing:
    """How far a run has come; where it stands in the inputs, as long as nothing was retried."""
    documents = copies = events = rejected = set_aside = last = items = 0
    for row in read_rows(folder, ("input", "outcome", "events", "copy_of")):
        items = items + 1 if row["input"] == last else 1
        last = row["input"]
        documents += row["outcome"] == CODED
        copies += row["copy_of"] is not None
        rejected += row["outcome"] == REJECTED
        set_aside += row["outcome"] == SET_ASIDE
        events += row["events"]
    tally = Tally(documents=documents, copies=copies, events=events, rejected=rejected, set_aside=set_aside)
    parts = max(find_ledgers(folder), default=-1) + 1
    return Standing(parts=parts, tally=tally, input=last, items=items)


def read_ids(folder: Path, inputs: Collection[int]) -> Iterator[str]:
    """The ids that documents of some inputs have."""
    for row in read_rows(folder, ("document_id", "input", "named")):
        if row["named"] and row["input"] in inputs:
            yield row["document_id"]


def read_rejects(folder: Path) -> Iterator[Reject]:
    """What was rejected, in order."""
    for row in read_rows(folder, ("document_id", "file", "line", "outcome", "reason", "remedy")):
        if row["outcome"] == REJECTED:
            yield Reject(
                origin=origin_of(row), document_id=row["document_id"], fault=row["reason"], remedy=row["remedy"]
            )


def origin_of(row: JsonObject) -> Origin:
    """Where the document of a row stands."""
    return Origin(file=row["file"], line=row["line"])
