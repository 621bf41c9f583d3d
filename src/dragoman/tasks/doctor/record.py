"""A quick look at a record: that it opens, what it holds, and that the file is sound as far as that is quickly said."""

import os
from collections.abc import Iterator
from pathlib import Path

from dragoman.errors import RecordError
from dragoman.store import count_holdings, count_pending, find_damage
from dragoman.tasks.doctor.disk import write_bytes
from dragoman.tasks.doctor.finding import Finding, Verdict
from dragoman.tasks.gauges import measure_bytes
from dragoman.tasks.opening import open_record

LONGEST = 20.0
"""Seconds of looking for damage: enough for some gigabytes."""


def check_record(path: Path) -> Iterator[Finding]:
    """What can quickly be said of a record, without writing to it.

    Args:
        path: of the record.

    Raises:
        RecordError: it can't be read.

    """
    with open_record(path) as connection:
        holdings = count_holdings(connection)
        told = (
            f"{path}: {write_bytes(measure_bytes(path))}, {holdings.documents:,} documents, {holdings.events:,} events"
        )
        yield Finding(about="record", told=told)
        yield _tell_pending(path, count_pending(connection))
        damage = find_damage(connection, LONGEST)
    if damage is None:
        remedy = f"Look at all of it: dragoman record check {path}"
        yield Finding(about="record's file", told=f"no damage found in {LONGEST:g} seconds", remedy=remedy)
    elif damage:
        raise RecordError(f"the file is damaged: {damage[0]}", place=str(path), remedy="Restore a backup.")
    else:
        yield Finding(about="record's file", told="is sound")
    yield from _check_writable(path)


def _tell_pending(path: Path, pending: int) -> Finding:
    if not pending:
        return Finding(about="record's reports", told="are joined")
    return Finding(
        about="record's reports",
        told=f"are still to be joined on {pending:,} days: something is being added, or was ended while it was",
        verdict=Verdict.WARNING,
        remedy=f"Where nothing is being added, finish it: dragoman record check {path}",
    )


def _check_writable(path: Path) -> Iterator[Finding]:
    if not (os.access(path, os.W_OK) and os.access(path.absolute().parent, os.W_OK)):
        yield Finding(
            about="record's file",
            told="cannot be written by this user, or its folder cannot",
            verdict=Verdict.WARNING,
            remedy=f"To add or review, run as the user who owns it, or give it away: chown … {path}",
        )
