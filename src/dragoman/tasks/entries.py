"""What was coded of a document, as a record takes it."""

from collections.abc import Iterable

from dragoman.export import JsonObject
from dragoman.model.report import read_report
from dragoman.model.text import Document
from dragoman.store import Entry, Mark, entry_of


def compose_entry(
    document: Document,
    stamp: JsonObject,
    *,
    events: Iterable[JsonObject],
    marks: Iterable[tuple[str, JsonObject]],
    copy_of: str | None = None,
    sketch: bytes = b"",
) -> Entry:
    """The entry of a document.

    Args:
        document: that was coded.
        stamp: the `coder` block of its events.
        events: as they are exported.
        marks: kind and form of everything found in the text.
        copy_of: id of the document whose events it tells, if it is a copy.
        sketch: by which copies of it are found.

    """
    placed = [
        Mark(kind=kind, field=mark.get("field", "text"), start=mark["start"], end=mark["end"], body=mark)
        for kind, mark in marks
    ]
    return entry_of(document, stamp, list(map(read_report, events)), placed, copy_of=copy_of, sketch=sketch)
