"""The stage: from a document to parsed sentences, quotations and the dateline."""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from dragoman.config import CoderConfig
from dragoman.model.coding import Coding
from dragoman.model.text import Dateline, Document, Field, Quotation, SentenceKind, Span, blank_entities
from dragoman.sentences.datelines import find_dateline
from dragoman.sentences.headlines import recase_headline
from dragoman.sentences.paragraphs import find_paragraphs
from dragoman.sentences.parse import Parser, Passage, SpacyParser
from dragoman.sentences.quotations import find_quotations
from dragoman.sentences.split import Breaks, find_breaks

_LONGEST_PASSAGE: Final = 10_000
"""Longest stretch parsed in one go, in code points: the parser's memory grows with it."""


class SentencesStep:
    """Splits both fields of a document into parsed sentences; finds quotations and the dateline."""

    name = "sentences"
    requires = frozenset({"document"})
    assigns = frozenset({"sentences", "quotations", "dateline"})

    def __init__(self, config: CoderConfig | None = None, *, parser: Parser | None = None) -> None:
        self.parser: Parser = parser or SpacyParser(config or CoderConfig())

    @property
    def models(self) -> dict[str, str]:
        """The parser and the hash of its files."""
        return {"parser": self.parser.digest}

    def __call__(self, coding: Coding, /) -> Coding:
        """Add sentences (of the title first), quotations and the dateline.

        Args:
            coding: a coding with its document.

        Returns:
            The coding with this stage's layers; offsets are code points of the untouched fields.

        Raises:
            ModelError: the parser's files are missing or not the expected ones.

        """
        # Read without entities ("Peru&#039;s"): a copy of equal length, whose offsets hold for the document itself.
        given = coding.document
        document = replace(given, title=blank_entities(given.title), text=blank_entities(given.text))
        in_title = find_paragraphs(document.title)
        in_text = find_paragraphs(document.text)
        quotations = (
            *find_quotations(document.title, in_title, Field.TITLE),
            *find_quotations(document.text, in_text, Field.TEXT),
        )
        dateline = find_dateline(document.text, *in_text[0]) if in_text else None
        passages = [
            *self._read_title(document, in_title, quotations),
            *_read_text(document, in_text, quotations, dateline),
        ]
        return coding.with_layers(sentences=self.parser.parse(passages), quotations=quotations, dateline=dateline)

    def _read_title(
        self, document: Document, paragraphs: Sequence[tuple[int, int]], quotations: Sequence[Quotation]
    ) -> Iterator[Passage]:
        if not paragraphs:
            return
        title = recase_headline(document.title, document.text, self.parser.is_verb)
        for start, end in paragraphs:
            span = Span(start, end, Field.TITLE)
            yield from _cut(document.title, title, span, SentenceKind.HEADLINE, quotations)


def _read_text(
    document: Document,
    paragraphs: Sequence[tuple[int, int]],
    quotations: Sequence[Quotation],
    dateline: Dateline | None,
) -> Iterator[Passage]:
    for number, (start, end) in enumerate(paragraphs):
        begin = dateline.span.end if dateline and number == 0 else start
        yield from _cut(document.text, document.text, Span(begin, end), SentenceKind.BODY, quotations)


def _cut(
    original: str, cased: str, span: Span, kind: SentenceKind, quotations: Sequence[Quotation]
) -> Iterator[Passage]:
    """One paragraph as passages: a single one unless it is very long."""
    words = original[span.start : span.end]
    quoted = [(q.span.start - span.start, q.span.end - span.start) for q in quotations if span.contains(q.span)]
    breaks = find_breaks(words, quoted)
    start = 0
    while start < len(words):
        end = _find_cut(words, start, breaks)
        field_span = Span(span.start + start, span.start + end, span.field)
        yield Passage(
            span=field_span,
            text=words[start:end],
            readable=make_readable(cased[field_span.start : field_span.end]),
            kind=kind,
            breaks=Breaks(*(frozenset(b - start for b in found if start < b < end) for found in breaks)),
        )
        start = end


def _find_cut(words: str, start: int, breaks: Breaks) -> int:
    """Where the passage that begins at `start` ends: the last sentence, else word, that fits."""
    limit = start + _LONGEST_PASSAGE
    if limit >= len(words):
        return len(words)
    inside = [b for b in breaks.certain if start < b <= limit]
    if inside:
        return max(inside)
    space = words.rfind(" ", start + 1, limit)
    return space + 1 if space > start else limit


def make_readable(text: str) -> str:
    """A copy of equal length without what the parser cannot read.

    Args:
        text: any string, lone surrogates included.

    Returns:
        The copy: lone surrogates are U+FFFD; control characters, line ends and odd spaces are spaces.

    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(_readable_character(c) for c in text)


def _readable_character(character: str) -> str:
    if character.isprintable():
        return character
    category = unicodedata.category(character)
    if category == "Cs":
        return "\ufffd"
    return " " if category in {"Cc", "Zs", "Zl", "Zp"} or character == "\ufeff" else character
