"""Which form a file has, writing it whole, reading it back."""

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Protocol

from dragoman.errors import InputError
from dragoman.export.atomic import open_replacing
from dragoman.export.delimited import CsvWriter, read_csv
from dragoman.export.event import JsonObject
from dragoman.export.jsonl import LinesWriter, read_lines

STDOUT = "-"

SUFFIXES = (".jsonl", ".csv", ".parquet")


class EventWriter(Protocol):
    """Takes events in order; `finish` writes what is left."""

    def write(self, events: Iterable[JsonObject]) -> None:
        """Take some events."""
        ...

    def finish(self) -> None:
        """Write what is left."""
        ...


def check_target(target: str) -> None:
    """Make sure that `target` can be written, before hours of work are spent on it.

    Raises:
        InputError: its suffix is none of `SUFFIXES`, it is a folder, or its folder does not exist.

    """
    if target == STDOUT:
        return
    path = Path(target)
    if path.suffix.lower() not in SUFFIXES:
        fault = (
            f"no form goes with the suffix {path.suffix!r}" if path.suffix else "it has no suffix that tells the form"
        )
        folder = "" if path.suffix else ", or end it with / for a bulk run into a folder"
        raise InputError(fault, place=target, remedy=f"Use {', '.join(SUFFIXES)} or -{folder}.")
    if path.is_dir():
        raise InputError("it is a folder", place=target, remedy="Name a file in it.")
    if not path.parent.is_dir():
        raise InputError("its folder does not exist", place=target, remedy=f"Make it: mkdir -p {path.parent}")


@contextmanager
def open_events(target: str, *, stdout: BinaryIO | None = None) -> Iterator[EventWriter]:
    """A writer to a file, which appears when all is written, or to standard output, as JSON Lines and at once.

    Args:
        target: path with one of `SUFFIXES`, or "-".
        stdout: what "-" writes to; the process's standard output by default.

    Raises:
        InputError: see `check_target`.

    """
    check_target(target)
    if target == STDOUT:
        writer: EventWriter = LinesWriter(stdout or sys.stdout.buffer)
        yield writer
        writer.finish()
        return
    with open_replacing(Path(target)) as stream:
        writer = make_writer(Path(target).suffix.lower(), stream)
        try:
            yield writer
        finally:
            writer.finish()  # after a fault too, before the stream is closed under it; the file is dropped then


def make_writer(suffix: str, stream: BinaryIO) -> EventWriter:
    """The writer that goes with a suffix."""
    if suffix == ".csv":
        return CsvWriter(stream)
    if suffix == ".parquet":
        # Imported here: PyArrow takes most of a second, which the other forms need not spend.
        from dragoman.export.parquet import ParquetWriter

        return ParquetWriter(stream)
    return LinesWriter(stream)


def read_events(path: Path) -> Iterator[JsonObject]:
    """The events of a file that `open_events` wrote.

    Raises:
        InputError: its suffix is none of `SUFFIXES`.

    """
    check_target(str(path))
    with path.open("rb") as stream:
        if path.suffix.lower() == ".csv":
            yield from read_csv(stream)
        elif path.suffix.lower() == ".parquet":
            from dragoman.export.parquet import read_parquet

            yield from read_parquet(stream)
        else:
            yield from read_lines(stream)
