"""What the twins give, for OpenAPI. They describe what the tasks tell and check nothing of it; the tests do."""

from collections.abc import Mapping
from typing import Any

from dragoman.desk.reference.shapes.base import Shape
from dragoman.desk.reference.shapes.document import DocumentTold
from dragoman.desk.reference.shapes.event import EventTold
from dragoman.desk.reference.shapes.home import HomeTold
from dragoman.desk.reference.shapes.lists import CommitmentsTold, EventsTold, FoundTold
from dragoman.desk.reference.shapes.overviews import MapTold, NetworkTold
from dragoman.desk.reference.shapes.profiles import OfficeTold, PersonTold, PlaceTold, PublishersTold, PublisherTold
from dragoman.desk.reference.shapes.relation import RelationTold
from dragoman.desk.reference.shapes.tried import Tried

SHAPES: Mapping[str, Any] = {
    "/home.json": HomeTold,
    "/relation/{one}/{other}.json": RelationTold,
    "/events.json": EventsTold,
    "/event/{event_id}.json": EventTold,
    "/document/{document_id:path}.json": DocumentTold,
    "/map.json": MapTold,
    "/network.json": NetworkTold,
    "/commitments.json": CommitmentsTold,
    "/search.json": FoundTold,
    "/person/{name}.json": PersonTold,
    "/office/{office}/{owner}.json": OfficeTold,
    "/place/{geonames_id}.json": PlaceTold,
    "/publisher/{name}.json": PublisherTold,
    "/publishers.json": PublishersTold,
    "/try.json": Tried,
}
"""By the twin's address."""

__all__ = ["SHAPES", "Shape"]
