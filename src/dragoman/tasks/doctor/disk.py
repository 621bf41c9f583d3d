"""Room on the disks: where the record is, and where temporary files go."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from tempfile import gettempdir

from dragoman.tasks.doctor.finding import Finding, Verdict
from dragoman.tasks.gauges import measure_bytes

LEAST = 100 * 2**20
"""Bytes below which little can be written."""

COMFORTABLE = 2**30

_REMEDY = "Make room, or move the record to a larger disk."


def check_room(record: Path | None) -> Iterator[Finding]:
    """The room beside the record, or in the current folder, and for temporary files."""
    size = measure_bytes(record) if record else 0
    folder = record.absolute().parent if record else Path.cwd()
    yield _tell_room(folder, COMFORTABLE, kept=size)
    yield _tell_room(Path(gettempdir()), LEAST)


def _tell_room(folder: Path, wanted: int, *, kept: int = 0) -> Finding:
    free = shutil.disk_usage(folder).free
    told = f"{write_bytes(free)} free in {folder}"
    if free < LEAST:
        return Finding(about="disk", told=told, verdict=Verdict.FAULT, remedy=_REMEDY)
    if free < max(wanted, kept):
        remedy = f"{_REMEDY} A backup or dragoman record vacuum needs as much as the record has." if kept else _REMEDY
        return Finding(about="disk", told=told, verdict=Verdict.WARNING, remedy=remedy)
    return Finding(about="disk", told=told)


def write_bytes(count: int) -> str:
    """A number of bytes for people: "3.4 GB"."""
    size = float(count)
    for unit in ("bytes", "kB", "MB", "GB"):
        if size < 1000:
            return f"{size:.3g} {unit}"
        size /= 1000
    return f"{size:.3g} TB"
