"""Cut a document into windows of word pieces, and know for every piece which words it stands for."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from tokenizers import Tokenizer

from dragoman.events.onnx import find_piece, make_encodable
from dragoman.model.text import Document, Field, Span

BUDGET = 150
"""Word pieces a window is filled up to with whole sentences, as in training (`training/windows.py`)."""
LONGEST = 190
"""Word pieces a window may hold at most; a longer sentence is cut."""

_UNBROKEN: Final = re.compile(r"\bhttps?://(\S*\w)|\S{100}(\S+)")
"""Pieces without number, and no words: what a web address goes on with, and what is behind the first hundred characters
without a blank, as in a table's rule."""


@dataclass(frozen=True, slots=True)
class Window:
    """What the tagger reads in one pass: `ids[k]` is a word piece that stands for the words `spans[k]`.

    `spans[k]` is None for the marks `[CLS]` and `[SEP]`. `sentences[k]` is the index of the piece's sentence.
    """

    ids: tuple[int, ...]
    spans: tuple[Span | None, ...]
    sentences: tuple[int, ...]
    _bounds: dict[Field, tuple[list[int], list[int], list[int]]] = field(init=False, repr=False, compare=False)
    """For each field the positions of its pieces, their starts and their ends, in the order of the text."""

    def __post_init__(self) -> None:
        bounds: dict[Field, tuple[list[int], list[int], list[int]]] = {}
        for position, span in enumerate(self.spans):
            if span is not None:
                positions, starts, ends = bounds.setdefault(span.field, ([], [], []))
                positions.append(position)
                starts.append(span.start)
                ends.append(span.end)
        object.__setattr__(self, "_bounds", bounds)

    def pieces_of(self, span: Span) -> list[int]:
        """Positions of the pieces that share a code point with `span`."""
        positions, starts, ends = self._bounds.get(span.field, ([], [], []))
        return positions[bisect_right(ends, span.start) : bisect_left(starts, span.end)]

    def extents(self) -> list[Span]:
        """Of each field what the window reads, from its first piece to its last."""
        return [Span(starts[0], ends[-1], name) for name, (_, starts, ends) in self._bounds.items()]

    def span_of(self, run: Sequence[int]) -> Span:
        """The words from the first to the last piece of a run, neither of them a mark."""
        first, last = self.spans[run[0]], self.spans[run[-1]]
        assert first is not None and last is not None  # noqa: S101 — runs hold words only
        return Span(first.start, last.end, first.field)


@dataclass(frozen=True, slots=True)
class Piece:
    """One word piece with its words and the sentence it stands in."""

    id: int
    span: Span
    sentence: int


class Encoder:
    """The word-piece tokenizer of the tagger."""

    def __init__(self, tokenizer: Tokenizer) -> None:
        self._tokenizer = tokenizer
        self._cls = find_piece(tokenizer, "[CLS]")
        self._sep = find_piece(tokenizer, "[SEP]")

    def pieces(self, words: str, at: int, field: Field, sentence: int) -> list[Piece]:
        """Word pieces of `words`, which begin at code point `at` of a field."""
        readable = _UNBROKEN.sub(_blank_tail, make_encodable(words))
        encoding = self._tokenizer.encode(readable, add_special_tokens=False)
        return [
            Piece(i, Span(at + s, at + e, field), sentence)
            for i, (s, e) in zip(encoding.ids, encoding.offsets, strict=True)
            if e > s
        ]

    def windows(self, document: Document, sentences: Iterable[Span]) -> Iterator[Window]:
        """All windows of a document: the headline with the first sentences, then run after run."""
        run: list[Piece] = []
        for number, span in enumerate(sentences):
            pieces = self.pieces(document.quote(span), span.start, span.field, number)
            if run and len(run) + len(pieces) > BUDGET:
                yield self.window(run)
                run = []
            while len(pieces) > LONGEST:
                yield self.window(pieces[:LONGEST])
                pieces = pieces[LONGEST:]
            run += pieces
        if run:
            yield self.window(run)

    def window(self, run: list[Piece]) -> Window:
        """A window of the given pieces, which may come from the headline and the text."""
        ids: list[int] = [self._cls]
        kept: list[Span | None] = [None]
        sentences = [run[0].sentence if run else 0]
        current = run[0].span.field if run else Field.TEXT
        for piece in run:
            if piece.span.field != current:  # between headline and text, as in training
                ids.append(self._sep)
                kept.append(None)
                sentences.append(piece.sentence)
                current = piece.span.field
            ids.append(piece.id)
            kept.append(piece.span)
            sentences.append(piece.sentence)
        return Window((*ids, self._sep), (*kept, None), (*sentences, sentences[-1]))


def _blank_tail(unbroken: re.Match[str]) -> str:
    """The characters of a match, with blanks for those that are not read."""
    tail = unbroken[unbroken.lastindex or 0]
    return unbroken[0][: -len(tail)] + " " * len(tail)
