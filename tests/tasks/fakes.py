"""Coders that need no model, importable by name so that worker processes can make them too."""

import os
import re
from dataclasses import dataclass

from dragoman.config import CoderConfig
from dragoman.errors import DocumentError, ModelError
from dragoman.export import CoderStamp
from dragoman.model.codes import EventType
from dragoman.model.coding import Coding
from dragoman.model.text import Document, Span
from dragoman.tasks import DocumentCoder
from tests.export.factories import make_event

STAMP = CoderStamp(version="0", codebook="fake")


@dataclass
class WordCoder:
    """Finds one event for each "met"; fails on some other words."""

    config: CoderConfig

    def code(self, document: Document) -> Coding:
        if "DIE" in document.text:
            os._exit(9)
        if "FAIL" in document.text:
            raise ZeroDivisionError("no words")
        if "REFUSE" in document.text:
            raise DocumentError("it is refused", remedy="Ask again.")
        events = [
            make_event(
                event_id=f"ev_{document.id}_{match.start()}",
                document_id=document.id,
                published=document.published,
                event_type=EventType.CONSULT,
                actors=(),
                recipients=(),
                date=None,
                planned=None,
                attribution=None,
                place=None,
                explanation=(),
                mentions=(),
                trigger=Span(*match.span()),
                evidence=Span(*match.span()),
            )
            for match in re.finditer("met", document.text)
        ]
        return Coding(document=document, events=tuple(events))


def make_word_coder(config: CoderConfig) -> tuple[DocumentCoder, CoderStamp]:
    return WordCoder(config), STAMP


def make_no_coder(config: CoderConfig) -> tuple[DocumentCoder, CoderStamp]:
    raise ModelError("the model is missing", remedy="Install it again.")
