"""Documents and sentences made by hand: no parser needed."""

import re
from datetime import date

from dragoman.model.text import Document, Sentence, Span


def document_of(text: str, title: str = "") -> Document:
    return Document(id="made", text=text, title=title, published=date(2024, 5, 2))


def plain_sentences(document: Document) -> list[Sentence]:
    """Sentences of the text, cut at full stops, without tokens."""
    return [Sentence(span=Span(m.start(), m.end()), tokens=()) for m in re.finditer(r"[^.\s][^.]*\.?", document.text)]
