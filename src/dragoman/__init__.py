"""Dragoman reads dated news and keeps a checkable record of relations between states.

>>> from dragoman import Coder, Document
>>> coding = Coder().code(Document(id="1", published=date(2024, 5, 2), text="Kenya's president visited Accra."))
>>> coding.events[0].event_type
<EventType.CONSULT: 'CONSULT'>
"""

from dragoman.coder import Coder
from dragoman.config import CoderConfig
from dragoman.errors import DragomanError
from dragoman.model.actor import Actor, ActorMention
from dragoman.model.codes import EventType, QuadClass, Sector, Status
from dragoman.model.coding import Coding, Step
from dragoman.model.event import Attribution, EventRecord, Party, Plan
from dragoman.model.evidence import Evidence
from dragoman.model.place import Place, PlaceMention
from dragoman.model.text import Document, Field, Span
from dragoman.model.timex import EventDate, Timex
from dragoman.version import __version__

__all__ = [
    "Actor",
    "ActorMention",
    "Attribution",
    "Coder",
    "CoderConfig",
    "Coding",
    "Document",
    "DragomanError",
    "EventDate",
    "EventRecord",
    "EventType",
    "Evidence",
    "Field",
    "Party",
    "Place",
    "PlaceMention",
    "Plan",
    "QuadClass",
    "Sector",
    "Span",
    "Status",
    "Step",
    "Timex",
    "__version__",
]
