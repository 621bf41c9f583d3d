"""What the stages pass along: a document and the layers found in it."""

from dataclasses import dataclass, replace
from typing import Any, Protocol, Self

from dragoman.model.actor import ActorMention
from dragoman.model.event import EventFrame, EventRecord
from dragoman.model.evidence import Evidence
from dragoman.model.place import EventPlace, PlaceMention
from dragoman.model.text import Dateline, Document, Quotation, Sentence
from dragoman.model.timex import EventDate, Timex


@dataclass(frozen=True, slots=True, kw_only=True)
class Coding:
    """One document and everything read from it. Stages add layers; none changes an earlier one."""

    document: Document
    sentences: tuple[Sentence, ...] = ()
    """Of the title first, then of the text."""
    quotations: tuple[Quotation, ...] = ()
    dateline: Dateline | None = None
    mentions: tuple[ActorMention, ...] = ()
    """In order of field (title first) and position."""
    frames: tuple[EventFrame, ...] = ()
    timexes: tuple[Timex, ...] = ()
    event_dates: tuple[EventDate | None, ...] = ()
    """One for each frame."""
    due_dates: tuple[EventDate | None, ...] = ()
    """One for each frame: when the act that it announces is due."""
    retold: tuple[Evidence | None, ...] = ()
    """One for each frame: why the text tells it as old news; None where it is news."""
    places: tuple[PlaceMention, ...] = ()
    event_places: tuple[EventPlace | None, ...] = ()
    """One for each frame."""
    events: tuple[EventRecord, ...] = ()

    def with_layers(self, **layers: Any) -> Self:
        """A copy with the named layers filled."""
        return replace(self, **layers)


class Step(Protocol):
    """One stage: reads the layers it requires, returns a coding with those it assigns."""

    @property
    def name(self) -> str:
        """The stage's name: "actors"."""
        ...

    @property
    def requires(self) -> frozenset[str]:
        """Names of the layers it reads."""
        ...

    @property
    def assigns(self) -> frozenset[str]:
        """Names of the layers it fills."""
        ...

    def __call__(self, coding: Coding, /) -> Coding:
        """Add this stage's layers."""
        ...
