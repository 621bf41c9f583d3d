"""A record's events in the formats of other data sets: what `dragoman export` does."""

from pathlib import Path
from typing import BinaryIO

from dragoman.errors import InputError
from dragoman.export.formats import ExportFormat, Written, export_format
from dragoman.store import EventFilter, find_events
from dragoman.tasks.opening import open_record


def export_record(
    record: Path, to: ExportFormat, target: str, wanted: EventFilter, *, stdout: BinaryIO | None = None
) -> Written:
    """Write the events of a record that meet conditions, in order of their day, as the record is at this moment.

    Args:
        record: its path.
        to: the format; docs/exports.md says what goes where and what is lost.
        target: a path with any suffix, which appears when all is written, or "-".
        wanted: the conditions. What people rejected is left out where they don't say otherwise.
        stdout: what "-" writes to; the process's standard output by default.

    Returns:
        How much was written, and how many events the format has no place for.

    Raises:
        RecordError: no such record.
        InputError: the target is a folder, lies in none, or is the record itself.

    """
    if target != "-" and Path(target).exists() and Path(target).resolve() == record.resolve():
        raise InputError("the record itself would be overwritten", place=target, remedy="Name another file.")
    with open_record(record) as connection:
        # One transaction for all that is read: writers that go on meanwhile change nothing in the file.
        connection.execute("BEGIN")
        return export_format(find_events(connection, wanted), to, target, stdout=stdout)
