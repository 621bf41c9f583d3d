"""Events that were coded before, read back from the lines that `dragoman code` wrote."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO, Final

from dragoman.documents import Origin, Reject
from dragoman.documents.lines import read_lines
from dragoman.documents.sources import Fault, Row
from dragoman.errors import InputError
from dragoman.export import JsonObject, check_event
from dragoman.model.report import Report, read_report

_OF_DOCUMENT: Final = ("published", "publisher", "copy_of")
"""Fields that all events of a document share."""


@dataclass(frozen=True, slots=True)
class EventLine:
    """An event, where it stands, and who coded it."""

    origin: Origin
    stamp: JsonObject
    report: Report


def read_event_lines(stream: BinaryIO, name: str) -> Iterator[Reject | EventLine]:
    """The events of JSON Lines; a line that is none is a reject, which names the field and what to do.

    Args:
        stream: the lines; those of one document stand together, as they were written.
        name: of the file, for messages.

    Yields:
        In order of the lines. One that says the same as an earlier line of its document is passed over.

    """
    seen: dict[str, EventLine] = {}
    for row in read_lines(stream):
        origin = Origin(file=name, line=row.line)
        if isinstance(row, Fault):
            yield Reject.of(row.error, origin)
            continue
        try:
            line = _read_line(row, origin)
            if seen and line.report.document_id != next(iter(seen.values())).report.document_id:
                seen.clear()
            is_new = _is_new(line, seen)
        except InputError as error:
            yield Reject(origin=origin, document_id="", fault=error.fault, remedy=error.remedy)
            continue
        if is_new:
            seen[line.report.report_id] = line
            yield line


def _read_line(row: Row, origin: Origin) -> EventLine:
    if "event_id" not in row.values and "text" in row.values:
        raise InputError("it is no event, but a document", remedy="Documents are added by: dragoman record add")
    check_event(row.values)
    report = read_report(row.values)
    return EventLine(origin, dict(report.body["coder"]), report)


def _is_new(line: EventLine, seen: dict[str, EventLine]) -> bool:
    """Whether no earlier line of the document says the same.

    Raises:
        InputError: it contradicts an earlier one.

    """
    earlier = seen.get(line.report.report_id)
    if earlier is not None and earlier.report.body == line.report.body:
        return False
    if earlier is not None:
        raise InputError(f"its event_id is that of line {earlier.origin.line}", remedy="Leave one of the two out.")
    for first in list(seen.values())[:1]:
        for field in _OF_DOCUMENT:
            if line.report.body.get(field) != first.report.body.get(field):
                raise InputError(
                    f"its {field} is not that of line {first.origin.line}, of the same document",
                    remedy="Give each document an id of its own.",
                )
    return True
