"""Text and what is marked in it. Offsets count Unicode code points of the field as given."""

import html
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from operator import attrgetter
from typing import NamedTuple

from dragoman.errors import DocumentError


class Field(StrEnum):
    """Which of a document's two texts an offset indexes."""

    TITLE = "title"
    TEXT = "text"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range `[start, end)` of code points in one field of a document."""

    start: int
    end: int
    field: Field = Field.TEXT

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: {self.start}..{self.end}")

    def __hash__(self) -> int:
        # Without the field, whose own hash takes longer: where both fields have such a span, equality tells.
        return hash((self.start, self.end))

    def __len__(self) -> int:
        return self.end - self.start

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share at least one code point."""
        return self.field == other.field and self.start < other.end and other.start < self.end

    def contains(self, other: "Span") -> bool:
        """Whether `other` lies wholly inside this span."""
        return self.field == other.field and self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One dated report, untouched: `text` and `title` are exactly what was read.

    Raises:
        DocumentError: `published` is no day, or a text no string: tables hold timestamps and gaps.

    """

    id: str
    text: str
    published: date
    title: str = ""
    publisher: str = ""
    url: str = ""

    def __post_init__(self) -> None:
        # A datetime is a date to Python, and yet the two cannot be compared.
        if isinstance(self.published, datetime) or not isinstance(self.published, date):
            raise DocumentError(
                f"its day of publication is of type {type(self.published).__name__}, not date",
                place=str(self.id),
                remedy="Give date(2024, 5, 2), date.fromisoformat(…) of a string, or .date() of a timestamp.",
            )
        for name in ("id", "text", "title", "publisher", "url"):
            if not isinstance(getattr(self, name), str):
                raise DocumentError(
                    f"its {name} is of type {type(getattr(self, name)).__name__}, not str",
                    place=str(self.id),
                    remedy='Give a string; "" where there is none, save for id and text.',
                )

    def field(self, name: Field) -> str:
        """The whole text of a field."""
        return self.title if name is Field.TITLE else self.text

    def quote(self, span: Span) -> str:
        """The exact words of a span."""
        return self.field(span.field)[span.start : span.end]


class Token(NamedTuple):
    """One parsed word. A tuple, since a long document holds tens of thousands of them."""

    i: int
    """Position in the sentence."""
    text: str
    lemma: str
    pos: str
    """Universal part of speech: NOUN, PROPN, VERB, …"""
    tag: str
    """Penn tag: VBD, NNS, …"""
    dep: str
    """Dependency label as in spaCy's English pipelines (ClearNLP): nsubj, dobj, pobj, …"""
    head: int
    """Index in the sentence of the syntactic head; the root's is its own."""
    entity: str
    """Named-entity type of the token (OntoNotes: PERSON, GPE, ORG, …), empty outside entities."""
    entity_start: bool
    """Whether the token begins its named entity."""
    start: int
    end: int
    """Offsets into the field."""


_START, _END = attrgetter("start"), attrgetter("end")


class SentenceKind(StrEnum):
    """What part of an article a sentence is."""

    HEADLINE = "headline"
    BODY = "body"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence with its parse. A dateline at its head lies outside `tokens` and `span`."""

    span: Span
    tokens: tuple[Token, ...]
    kind: SentenceKind = SentenceKind.BODY
    noun_chunks: tuple[tuple[int, int], ...] = ()
    """Base noun phrases as token ranges [first, last + 1)."""
    children: tuple[tuple[int, ...], ...] = field(default=(), compare=False, repr=False)
    """For each token, the indices of its syntactic children, in order."""

    def token_span(self, first: int, last: int) -> Span:
        """Character span of tokens `first` to `last`, both included."""
        return Span(self.tokens[first].start, self.tokens[last].end, self.span.field)

    def tokens_in(self, span: Span) -> tuple[Token, ...]:
        """The tokens that share a code point with `span`."""
        if span.field != self.span.field:
            return ()
        first = bisect_right(self.tokens, span.start, key=_END)
        return self.tokens[first : bisect_left(self.tokens, span.end, lo=first, key=_START)]

    def head_of(self, span: Span) -> Token | None:
        """The token of `span` whose own head lies outside it, or None: of several the highest, then the last."""
        inside = self.tokens_in(span)
        indices = {t.i for t in inside}
        tops = [t for t in inside if t.head == t.i or t.head not in indices]
        if len(tops) < 2:
            return tops[0] if tops else None
        return min(tops, key=lambda t: (sum(1 for _ in self.ancestors(t.i)), -t.i))

    def subtree(self, index: int) -> Iterator[int]:
        """Indices of a token and all it governs, in no particular order."""
        stack = [index]
        while stack:
            top = stack.pop()
            yield top
            stack.extend(self.children[top])

    def ancestors(self, index: int) -> Iterator[int]:
        """Indices from a token's head up to the root; never the token itself."""
        while self.tokens[index].head != index:
            index = self.tokens[index].head
            yield index


def find_touched(sentences: Sequence[Sentence], span: Span) -> Sequence[Sentence]:
    """The sentences that share a code point with a span. Of thousands in a long document only these are looked at.

    Args:
        sentences: of one document, in the order in which `Coding` has them.
        span: of a quotation, or of a word.

    """
    is_text = span.field is Field.TEXT
    first = bisect_right(sentences, (is_text, span.start), key=lambda s: (s.span.field is Field.TEXT, s.span.end))
    last = bisect_left(sentences, (is_text, span.end), key=lambda s: (s.span.field is Field.TEXT, s.span.start))
    return sentences[first:last]


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """Quoted words. `span` includes the marks, `content` does not."""

    span: Span
    content: Span
    closed: bool = True
    """False where the closing mark is missing and the end was inferred."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dateline:
    """The "TEHRAN (MNA) –" at the head of a dispatch."""

    span: Span
    place: Span
    outlet: Span | None = None
    date: Span | None = None


_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")


def blank_entities(text: str) -> str:
    """A copy of equal length in which each HTML entity is the character that it stands for, behind blanks.

    Feeds often escape their text twice: "Peru&#039;s army" reads "Peru     's army".

    Args:
        text: any string.

    Returns:
        The copy; what is no entity of one character stays as it is.

    """
    return _ENTITY.sub(_as_character, text) if "&" in text else text


def _as_character(entity: re.Match[str]) -> str:
    character = html.unescape(entity[0])
    return character.rjust(len(entity[0])) if len(character) == 1 else entity[0]
