"""What becomes of a document that was read: its events, or a reject."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol, TypeAlias

from dragoman.config import CoderConfig
from dragoman.documents import Origin, Reject, Sourced
from dragoman.errors import DocumentError, DragomanError
from dragoman.export import CoderStamp, JsonObject, event_to_json
from dragoman.model.coding import Coding
from dragoman.model.text import Document


class DocumentCoder(Protocol):
    """What coding needs of a coder."""

    def code(self, document: Document) -> Coding:
        """Code one document."""
        ...


CoderMaker: TypeAlias = Callable[[CoderConfig], tuple[DocumentCoder, CoderStamp]]
"""Makes a coder and says which one it is. Importable by name, since worker processes make their own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Coded:
    """The events of one document, as they are exported."""

    origin: Origin
    document_id: str
    events: tuple[JsonObject, ...]


def code_whole(coder: DocumentCoder, sourced: Sourced) -> Coding | Reject:
    """Code one document, keeping all layers; whatever goes wrong with it alone becomes a reject.

    Raises:
        DragomanError: what would go wrong with every document: a missing model, wrong settings.

    """
    try:
        return coder.code(sourced.document)
    except DocumentError as error:
        return Reject.of(error, sourced.origin, sourced.document.id)
    except DragomanError:
        raise
    except Exception as error:  # one document must never end a run over thousands
        return failed(sourced, f"{type(error).__name__}: {error}")


def code_sourced(coder: DocumentCoder, stamp: CoderStamp, sourced: Sourced) -> Coded | Reject:
    """Code one document into the events that are exported; see `code_whole`."""
    coding = code_whole(coder, sourced)
    if isinstance(coding, Reject):
        return coding
    document = sourced.document
    events = tuple(event_to_json(event, document, stamp) for event in coding.events)
    return Coded(origin=sourced.origin, document_id=document.id, events=events)


def failed(sourced: Sourced, reason: str) -> Reject:
    """The reject of a document on which the coder itself failed."""
    return Reject(
        origin=sourced.origin,
        document_id=sourced.document.id,
        fault=f"the coder failed on it ({reason})",
        remedy="This is a fault of dragoman: please report it together with the document.",
    )
