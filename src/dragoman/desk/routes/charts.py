"""Charts of a relation as pictures, fetched beside the page: drawing takes longer than all the rest of it."""

from enum import StrEnum
from typing import Annotated

from fastapi import APIRouter, Query
from starlette.responses import Response

from dragoman.desk.asking import AsOf, Day, FromDay, Record
from dragoman.desk.routes.single import Sides
from dragoman.pages.desk import Chart, compose_chart
from dragoman.tasks.opening import open_snapshot
from dragoman.tasks.relation import measure

router = APIRouter()


class Width(StrEnum):
    """Of a screen or of a phone."""

    WIDE = "wide"
    NARROW = "narrow"


@router.get("/relation/{one}/{other}/{name}.svg")
def chart(
    record: Record,
    sides: Sides,
    name: Chart,
    first: FromDay = None,
    until: Day = None,
    as_of: AsOf = None,
    width: Annotated[Width, Query()] = Width.WIDE,
) -> Response:
    """A chart of the relation in a period."""
    with open_snapshot(record) as connection:
        figures = measure(connection, *sides, first=first, last=until, as_of=as_of)
    svg = compose_chart(name, width, figures)
    if svg is None:
        return Response(status_code=404)
    # A picture's own style sheet, which nothing in it can change: it holds numbers and names of types.
    policy = {"Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'"}
    return Response(svg, media_type="image/svg+xml", headers=policy)
