"""JSON-LD 1.1: the project's own objects, with a context that says what their fields mean to others.

Fields of schema.org, of the Simple Event Model and of PROV-O are named in `data/context.json`; the rest are
`urn:dragoman:` terms of the same name. Taking away `@id` and `@type` gives back the event.
"""

import json
from collections.abc import Iterator
from typing import BinaryIO

from dragoman.errors import InputError
from dragoman.export.event import JsonObject
from dragoman.export.formats.tables import read_resource

EVENT_URN = "urn:dragoman:event:"
_TYPES = ["schema:Action", "sem:Event"]


class JsonLdWriter:
    """Writes one document: the context, then an event a line in its graph."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._divider = "\n"
        context = json.dumps(json.loads(read_resource("context.json")))
        stream.write(f'{{"@context": {context},\n"@graph": ['.encode())

    def write(self, event: JsonObject) -> None:
        """Write one event."""
        node = {"@id": EVENT_URN + event["event_id"], "@type": _TYPES, **event}
        self._stream.write(f"{self._divider}{json.dumps(node, ensure_ascii=False, allow_nan=False)}".encode())
        self._divider = ",\n"

    def finish(self) -> None:
        """Close the document; the stream stays open."""
        self._stream.write(b"\n]}\n")


def read_jsonld(stream: BinaryIO) -> Iterator[JsonObject]:
    """The events of a file that `JsonLdWriter` wrote; the whole file is held in memory.

    Raises:
        InputError: it is not such a file.

    """
    try:
        graph = json.load(stream)["@graph"]
    except (ValueError, KeyError, TypeError) as error:
        raise InputError(
            f"no JSON-LD document with a graph ({error})", remedy="Write one with the format jsonld."
        ) from error
    for node in graph:
        yield {name: value for name, value in node.items() if not name.startswith("@")}
