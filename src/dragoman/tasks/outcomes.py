"""What becomes of a document that was read: its events, or a reject."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Protocol, TypeAlias

from dragoman.config import CoderConfig
from dragoman.documents import Origin, Reject, Sourced
from dragoman.errors import DocumentError, DragomanError
from dragoman.export import CoderStamp, JsonObject, event_to_json, span_to_json
from dragoman.model.coding import Coding
from dragoman.model.text import Document
from dragoman.tasks.layers import mention_to_json, timex_to_json, toponym_to_json


class DocumentCoder(Protocol):
    """What coding needs of a coder."""

    def code(self, document: Document) -> Coding:
        """Code one document."""
        ...


CoderMaker: TypeAlias = Callable[[CoderConfig], tuple[DocumentCoder, CoderStamp]]
"""Makes a coder and says which one it is. Importable by name, since worker processes make their own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Imprint:
    """Who published a document, when and where."""

    published: date
    publisher: str
    url: str

    @classmethod
    def of(cls, document: Document) -> "Imprint":
        """That of a document."""
        return cls(published=document.published, publisher=document.publisher, url=document.url)


@dataclass(frozen=True, slots=True, kw_only=True)
class Coded:
    """The events of one document, as they are exported."""

    origin: Origin
    document_id: str
    imprint: Imprint
    events: tuple[JsonObject, ...]
    copy_of: str | None = None
    """Id of the document that it repeats, if it was not coded itself for that."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CodedForRecord(Coded):
    """A coded document with all that a record keeps of it beside its events."""

    document: Document
    stamp: JsonObject
    marks: tuple[tuple[str, JsonObject], ...]
    """Kind ("actor", "timex", "place", "quotation") and form of everything found in the text."""
    sketch: bytes = b""
    """By which later documents are found to repeat it; none of a copy, or where copies are not looked for."""


SourcedCoder: TypeAlias = Callable[[DocumentCoder, CoderStamp, Sourced], Coded | Reject]
"""Codes one document into what a run wants of it. Importable by name."""


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
    return Coded(origin=sourced.origin, document_id=document.id, imprint=Imprint.of(document), events=events)


def code_for_record(coder: DocumentCoder, stamp: CoderStamp, sourced: Sourced) -> CodedForRecord | Reject:
    """Code one document into what a record keeps of it; see `code_whole`."""
    coding = code_whole(coder, sourced)
    if isinstance(coding, Reject):
        return coding
    document = sourced.document
    return CodedForRecord(
        origin=sourced.origin,
        document_id=document.id,
        imprint=Imprint.of(document),
        events=tuple(event_to_json(event, document, stamp) for event in coding.events),
        document=document,
        stamp=stamp.to_json(),
        marks=(
            *(("actor", mention_to_json(mention, document)) for mention in coding.mentions),
            *(("timex", timex_to_json(timex, document)) for timex in coding.timexes),
            *(("place", toponym_to_json(place, document)) for place in coding.places),
            *(("quotation", span_to_json(quotation.span)) for quotation in coding.quotations),
        ),
    )


def failed(sourced: Sourced, reason: str) -> Reject:
    """The reject of a document on which the coder itself failed."""
    return Reject(
        origin=sourced.origin,
        document_id=sourced.document.id,
        fault=f"the coder failed on it ({reason})",
        remedy="This is a fault of dragoman: please report it together with the document.",
    )
