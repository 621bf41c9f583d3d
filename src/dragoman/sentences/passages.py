"""A document as stretches to be parsed one by one: its headline, its paragraphs, the dateline left out."""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from dragoman.model.text import (
    Dateline,
    Document,
    Field,
    Quotation,
    SentenceKind,
    Span,
    blank_entities,
)
from dragoman.sentences.datelines import find_dateline
from dragoman.sentences.headlines import recase_headline
from dragoman.sentences.paragraphs import find_paragraphs
from dragoman.sentences.quotations import find_quotations
from dragoman.sentences.split import Breaks, find_breaks

_LONGEST_PASSAGE: Final = 10_000
"""Longest stretch parsed in one go, in code points: the parser's memory grows with it."""

_UNBROKEN: Final = re.compile(r"(?<!\S)\S{500}")
"""More characters without a blank than are parsed in one go: for its marks, as in a thousand quotation marks, the
tokenizer goes through the rest of such a run at each of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A stretch of a field to be parsed by itself."""

    span: Span
    text: str
    """The words as given."""
    readable: str
    """A copy of equal length fit for the parser: re-cased, without lone surrogates or control characters."""
    kind: SentenceKind
    breaks: Breaks
    """Offsets into `text`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """What is seen of a document before it is parsed."""

    passages: tuple[Passage, ...]
    quotations: tuple[Quotation, ...]
    dateline: Dateline | None


def find_layout(given: Document, is_verb: Callable[[str], bool]) -> Layout:
    """Cut a document into passages; find quotations and the dateline.

    Args:
        given: a document; the offsets found are code points of its untouched fields.
        is_verb: whether a lower-case word is a form of a verb; headlines in capitals are re-cased by it.

    """
    # Read without entities ("Peru&#039;s"): a copy of equal length, whose offsets hold for the document itself.
    document = replace(given, title=blank_entities(given.title), text=blank_entities(given.text))
    in_title = find_paragraphs(document.title)
    in_text = find_paragraphs(document.text)
    quoted_in_title = find_quotations(document.title, in_title, Field.TITLE)
    quoted_in_text = find_quotations(document.text, in_text, Field.TEXT)
    dateline = find_dateline(document.text, *in_text[0]) if in_text else None
    passages = (
        *_read_title(document, in_title, quoted_in_title, is_verb),
        *_read_text(document, in_text, quoted_in_text, dateline),
    )
    return Layout(passages=passages, quotations=(*quoted_in_title, *quoted_in_text), dateline=dateline)


def find_spans(document: Document) -> Iterator[Span]:
    """About the sentences of a document, in order, without a parser: also cut wherever a parser would decide."""
    for passage in find_layout(document, lambda _: False).passages:
        starts = [0, *sorted(passage.breaks.certain | passage.breaks.open), len(passage.text)]
        for start, end in pairwise(starts):
            yield Span(passage.span.start + start, passage.span.start + end, passage.span.field)


def _read_title(
    document: Document,
    paragraphs: Sequence[tuple[int, int]],
    quotations: Sequence[Quotation],
    is_verb: Callable[[str], bool],
) -> Iterator[Passage]:
    if not paragraphs:
        return
    title = recase_headline(document.title, document.text, is_verb)
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
    quoted = [(q.span.start - span.start, q.span.end - span.start) for q in _find_within(quotations, span)]
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


def _find_within(quotations: Sequence[Quotation], span: Span) -> list[Quotation]:
    """The quotations, ordered by where they start, that a paragraph of their field holds."""
    first, last = (bisect_left(quotations, at, key=lambda q: q.span.start) for at in (span.start, span.end))
    return [q for q in quotations[first:last] if span.contains(q.span)]


def _find_cut(words: str, start: int, breaks: Breaks) -> int:
    """Where the passage that begins at `start` ends: the last sentence, else word, that fits."""
    limit = min(start + _LONGEST_PASSAGE, len(words))
    unbroken = _UNBROKEN.search(words[start:limit])
    if unbroken:
        return start + unbroken.end()
    if limit == len(words):
        return limit
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
    if text.isprintable():
        return text
    return "".join(_readable_character(c) for c in text)


def _readable_character(character: str) -> str:
    if character.isprintable():
        return character
    category = unicodedata.category(character)
    if category == "Cs":
        return "\ufffd"
    return " " if category in {"Cc", "Zs", "Zl", "Zp"} or character == "\ufeff" else character
