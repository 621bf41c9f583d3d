"""All events that meet conditions, as a file."""

import shutil
from pathlib import Path
from tempfile import mkdtemp

from fastapi import APIRouter
from starlette.background import BackgroundTask
from starlette.responses import FileResponse, Response

from dragoman.desk.asking import AskedEvents, Record
from dragoman.desk.reference.answers import describe_file
from dragoman.export.formats import ExportFormat
from dragoman.store import EventFilter
from dragoman.tasks.export import export_record

router = APIRouter()

_PARQUET = "application/vnd.apache.parquet"
_MEDIA = {ExportFormat.CSV: "text/csv; charset=utf-8", ExportFormat.PARQUET: _PARQUET}


@router.get("/events.csv", **describe_file("events_csv", "text/csv", "Events that meet the conditions, as CSV"))
def csv(record: Record, wanted: AskedEvents) -> Response:
    """A row for each event, in order of its day."""
    return _send(record, wanted, ExportFormat.CSV)


@router.get("/events.parquet", **describe_file("events_parquet", _PARQUET, "The same as Parquet, with nested values"))
def parquet(record: Record, wanted: AskedEvents) -> Response:
    """The same with nested values."""
    return _send(record, wanted, ExportFormat.PARQUET)


def _send(record: Path, wanted: EventFilter, to: ExportFormat) -> Response:
    """The file, whole before its first byte goes out: what fails on the way is an answer that says so."""
    folder = Path(mkdtemp(prefix="dragoman-"))
    written = folder / f"events.{to}"
    try:
        export_record(record, to, str(written), wanted)
    except BaseException:
        shutil.rmtree(folder)
        raise
    # Its name is the same whatever the conditions: nothing of a request stands in a header.
    return FileResponse(
        written, media_type=_MEDIA[to], filename=written.name, background=BackgroundTask(shutil.rmtree, folder)
    )
