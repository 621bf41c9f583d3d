"""Documents, sentences and windows made by hand: no model needed."""

import re
from datetime import date

from dragoman.events.encode import Window
from dragoman.events.triggers import Trigger
from dragoman.model.coding import Coding
from dragoman.model.text import Document, Sentence, Span


def document_of(text: str, title: str = "") -> Document:
    return Document(id="made", text=text, title=title, published=date(2024, 5, 2))


def plain_sentences(document: Document) -> list[Sentence]:
    """Sentences of the text, cut at full stops, without tokens."""
    return [Sentence(span=Span(m.start(), m.end()), tokens=()) for m in re.finditer(r"[^.\s][^.]*\.?", document.text)]


def window_of(coding: Coding) -> Window:
    """A document in one window, a piece for each token."""
    tokens = [(number, token) for number, sentence in enumerate(coding.sentences) for token in sentence.tokens]
    spans = tuple(coding.sentences[number].token_span(token.i, token.i) for number, token in tokens)
    return Window(tuple(range(len(tokens))), spans, tuple(number for number, _ in tokens))


def trigger_at(coding: Coding, word: str, kind: int) -> Trigger:
    """The trigger that the model finds at the first such word, of the type of that index."""
    spans = [span for span in window_of(coding).spans if span]
    piece = [coding.document.quote(span) for span in spans].index(word)
    return Trigger((piece,), spans[piece], 0, kind, 0.9)
