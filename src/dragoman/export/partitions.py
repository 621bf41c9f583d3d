"""Partitioned Parquet: `year=YYYY/month=MM/part-NNNNN.parquet`, by day of publication.

By publication, since every event has its day, and keeps it when it is coded anew; the day of an event may be unknown, a
span, or years away.
"""

import io
import re
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from dragoman.export.event import JsonObject
from dragoman.export.files import open_events
from dragoman.export.jsonl import dump_line, read_lines

_PART = re.compile(r"(?:part-(\d{5,})\.parquet|\.part-\d{5,}\.parquet\.\d+\.part)")
"""A part, or what a killed process left of one."""


def name_part(number: int) -> str:
    """The name of a part's files: one a month."""
    return f"part-{number:05}.parquet"


@contextmanager
def open_part(folder: Path, number: int) -> Iterator[Callable[[Iterable[JsonObject]], None]]:
    """A function that takes events, for files that appear one after the other when the block ends well.

    Args:
        folder: with the partitions.
        number: of the part.

    Raises:
        InputError: a file cannot be written.

    """
    # Held as lines, which take a fifth of the memory of objects: a part may touch more months than files can be open.
    held: dict[str, io.BytesIO] = {}

    def write(events: Iterable[JsonObject]) -> None:
        for event in events:
            held.setdefault(event["published"][:7], io.BytesIO()).write(dump_line(event))

    yield write
    for month, lines in sorted(held.items()):
        partition = find_partition(folder, month)
        partition.mkdir(parents=True, exist_ok=True)
        lines.seek(0)
        with open_events(str(partition / name_part(number))) as writer:
            writer.write(read_lines(lines))


def read_part(folder: Path, number: int, published: date, *, document_id: str) -> Iterator[JsonObject]:
    """The events of one document of a part; none where it has none.

    Args:
        folder: with the partitions.
        number: of the part.
        published: when the document was.
        document_id: its id.

    """
    from dragoman.export.parquet import read_matching

    path = find_partition(folder, published.isoformat()) / name_part(number)
    if path.exists():
        yield from read_matching(path, "document_id", document_id)


def find_partition(folder: Path, published: str) -> Path:
    """Where events stand that were published on a day, or in a month."""
    return folder / f"year={published[:4]}" / f"month={published[5:7]}"


def remove_parts(folder: Path, *, keep: Collection[int] = ()) -> None:
    """Remove what a killed process left: parts that are not among those to keep, and halves of files.

    Args:
        folder: with the partitions; whatever does not bear the name of a part stays.
        keep: numbers of the parts that stay.

    """
    for path in folder.glob("year=*/month=*/*"):
        part = _PART.fullmatch(path.name)
        if part and not (part[1] and int(part[1]) in keep):
            path.unlink()
