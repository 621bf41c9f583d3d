"""What OpenAPI says of an address besides its parameters: what it is for, and its answers."""

import inspect
from collections.abc import Mapping, Sequence
from typing import Any

from starlette.responses import JSONResponse, Response

from dragoman.desk.reference.shapes import SHAPES
from dragoman.desk.reference.shapes.base import Fault

FAULTS: Mapping[int, str] = {
    401: "The desk's token is needed.",
    404: "The record has no such thing.",
    413: "The body is too long.",
    422: "This can't be asked so: `fault` says why.",
    429: "Asked too often; `Retry-After` says after how many seconds to ask again.",
    503: "The record can't be read now, or too many ask; with `Retry-After`, ask again.",
}

_ALWAYS = (401, 422, 503)
_LATER = {"Retry-After": {"description": "Seconds to wait.", "schema": {"type": "integer", "minimum": 1}}}

TRIED = (401, 413, 422, 429, 503)
"""Statuses of what is refused where a text is tried."""

Answers = dict[int | str, dict[str, Any]]


def describe(twin: str, said: str, statuses: tuple[int, ...] = ()) -> dict[str, Any]:
    """What FastAPI is told of a twin.

    Args:
        twin: its address.
        said: what it is for: a docstring, of which the first paragraph counts.
        statuses: of answers that say what went wrong, where they are not those of all twins.

    """
    # What an address has no name for, the record can't lack.
    usual = (*_ALWAYS, 404) if "{" in twin else _ALWAYS
    return {
        "operation_id": twin.partition("{")[0].strip("/").partition(".")[0],
        "summary": " ".join(inspect.cleandoc(said).partition("\n\n")[0].split()).rstrip("."),
        "response_class": JSONResponse,
        "responses": _list_answers(twin, sorted(statuses or usual)),
    }


def _list_answers(twin: str, statuses: Sequence[int]) -> Answers:
    """The answers of a twin by their status."""
    told: Answers = {200: {"model": SHAPES.get(twin, dict[str, Any]), "description": "What was asked for."}}
    return told | _list_faults(statuses)


def describe_file(name: str, media: str, said: str) -> dict[str, Any]:
    """What FastAPI is told of an address that gives a file.

    Args:
        name: of the operation.
        media: type of the file.
        said: what it is.

    """
    whole = {"schema": {"type": "string", "format": "binary"}}
    answers: Answers = {200: {"description": "The file.", "content": {media: whole}}}
    return {
        "operation_id": name,
        "summary": said,
        "response_class": Response,
        "responses": answers | _list_faults(_ALWAYS),
    }


def _list_faults(statuses: Sequence[int]) -> Answers:
    """The answers that say what went wrong."""
    return {
        status: {"model": Fault, "description": FAULTS[status]} | ({"headers": _LATER} if status == 429 else {})
        for status in statuses
    }
