"""Copies in a bulk run: the texts that later documents may repeat are kept on the disk, for a run that is cut off.

Each part leaves those of its documents that are no copies themselves; once the run has ended they are removed.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict

from dragoman.copies import CopyFinder, Kept, sketch_of
from dragoman.copies.find import MOST_BYTES
from dragoman.documents import Origin, Sourced
from dragoman.export import JsonObject, open_replacing
from dragoman.export.form import NULL, Group, Kind, Member
from dragoman.export.parquet import ParquetWriter, read_columns
from dragoman.export.partitions import name_part, read_part
from dragoman.model.text import Document
from dragoman.tasks.bulk.folder import Folder
from dragoman.tasks.bulk.ledger import find_ledgers
from dragoman.tasks.code import Outcome
from dragoman.tasks.copies import Copies
from dragoman.tasks.outcomes import Coded, Imprint
from dragoman.tasks.prepare import Prepared, SetAside

MOST_ON_DISK = 2 * MOST_BYTES
"""More than what finders hold, since a run reads ahead of what it writes."""

ROW = Group(
    (
        *(Member(name, Kind.TEXT) for name in ("id", "text")),
        Member("published", Kind.DAY),
        *(Member(name, Kind.TEXT) for name in ("title", "publisher", "url")),
        Member("coded", Kind.FLAG),
        Member("aside", Kind.TEXT, NULL),
    )
)


class BulkCopies(Copies):
    """Copies in a run that tells which of its documents later ones may repeat."""

    def __init__(self, finder: CopyFinder | None = None, memory: "PartsMemory | None" = None) -> None:
        """Begin, with what earlier parts left."""
        super().__init__(finder, memory)
        self._under_way: dict[tuple[Origin, str], Document] = {}

    def take_out(self, items: Iterable[Prepared]) -> Iterator[Prepared]:
        """See `Copies`: what is not taken out is kept."""
        for item in super().take_out(items):
            if isinstance(item, Sourced):
                self._under_way[item.origin, item.document.id] = item.document
            yield item

    def pop_original(self, outcome: Outcome) -> JsonObject | None:
        """What is to be left on the disk of a document; None of a copy, and of what was rejected before coding."""
        document = self._under_way.pop((outcome.origin, outcome.document_id or ""), None)
        if document is None:
            return None
        return asdict(document) | {
            "published": document.published.isoformat(),
            "coded": isinstance(outcome, Coded),
            "aside": outcome.reason if isinstance(outcome, SetAside) else None,
        }

    def hold_aside(self, original: Kept, reason: str) -> None:
        """Have the copies of a document set aside that was so itself."""
        self._aside[original] = reason


class PartsMemory:
    """What was coded of originals in the parts before: see `tasks.copies.Memory`."""

    def __init__(self, folder: Folder, coded: Mapping[str, tuple[int, Imprint]]) -> None:
        """Remember.

        Args:
            folder: of the run.
            coded: by id the part in which a document was coded, and its imprint.

        """
        self._folder = folder
        self._coded = coded

    def open_days(self, document: Document, finder: CopyFinder) -> None:
        """The finder knows all from the start."""

    def find_known(self, document: Document) -> tuple[bool, Kept | None]:  # noqa: ARG002 - ids do not come twice
        """No document of a run was in it before."""
        return False, None

    def recall(self, original: Kept) -> Coded | None:
        """The events of an original, from its part; None where it could not be coded."""
        if original.document_id not in self._coded:
            return None
        part, imprint = self._coded[original.document_id]
        events = read_part(self._folder.path, part, imprint.published, document_id=original.document_id)
        origin = Origin(file="")  # that of the copy takes its place
        return Coded(origin=origin, document_id=original.document_id, imprint=imprint, events=tuple(events))


def open_copies(folder: Folder) -> BulkCopies:
    """Copies as they stand after the last complete part."""
    finder = CopyFinder()
    coded: dict[str, tuple[int, Imprint]] = {}
    copies = BulkCopies(finder, PartsMemory(folder, coded))
    complete = find_ledgers(folder.ledgers)
    for number, path in find_ledgers(folder.originals).items():
        for row in read_columns(path, (member.name for member in ROW.fields)) if number in complete else ():
            is_coded, aside = row.pop("coded"), row.pop("aside")
            document = Document(**row)
            kept = finder.keep(document, sketch_of(document))
            if is_coded:
                coded[document.id] = number, Imprint.of(document)
            elif aside:
                copies.hold_aside(kept, aside)
    return copies


def write_originals(folder: Folder, number: int, rows: Iterable[JsonObject]) -> None:
    """Leave the originals of a part, and remove those so old that no finder holds them."""
    folder.originals.mkdir(exist_ok=True)
    with open_replacing(folder.originals / name_part(number)) as stream:
        writer = ParquetWriter(stream, ROW)
        writer.write(rows)
        writer.finish()
    size = 0
    for path in reversed(find_ledgers(folder.originals).values()):
        if size > MOST_ON_DISK:
            path.unlink()
        else:
            size += path.stat().st_size
