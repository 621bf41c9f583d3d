"""Charts of a relation as pictures, fetched beside the page: drawing takes longer than all the rest of it."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

from fastapi import APIRouter, Query
from starlette.responses import Response

from dragoman.desk.asking import Record
from dragoman.desk.asking_relation import AskedRelation, Sides
from dragoman.export import JsonObject
from dragoman.pages.desk import Chart, compose_chart, compose_specification
from dragoman.store import EventFilter
from dragoman.tasks.opening import open_snapshot
from dragoman.tasks.relation import measure

router = APIRouter()


class Width(StrEnum):
    """Of a screen or of a phone."""

    WIDE = "wide"
    NARROW = "narrow"


AskedWidth = Annotated[Width, Query()]


@router.get("/relation/{one}/{other}/{name}.svg")
def chart(
    record: Record,
    sides: Sides,
    name: Chart,
    wanted: AskedRelation,
    width: AskedWidth = Width.WIDE,
) -> Response:
    """A chart of the relation in a period, by the events that meet the conditions."""
    svg = compose_chart(name, width, _measure(record, sides, wanted))
    if svg is None:
        return Response(status_code=404)
    # A picture's own style sheet, which nothing in it can change: it holds numbers and names of types.
    policy = {"Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'"}
    return Response(svg, media_type="image/svg+xml", headers=policy)


@router.get("/relation/{one}/{other}/balance.vl.json")
def specification(record: Record, sides: Sides, wanted: AskedRelation, width: AskedWidth = Width.WIDE) -> Response:
    """The chart of the balance in Vega-Lite, for the script that lets a reader choose months on it."""
    written = compose_specification(width, _measure(record, sides, wanted))
    return Response(status_code=404) if written is None else Response(written, media_type="application/json")


def _measure(record: Path, sides: tuple[str, str], wanted: EventFilter) -> JsonObject:
    with open_snapshot(record) as connection:
        return measure(connection, *sides, first=wanted.first, last=wanted.last, as_of=wanted.as_of, among=wanted)
