"""Codings built by hand from tables of words, so that dating is tested without a parser."""

from collections.abc import Sequence
from datetime import date

from dragoman.model.actor import Actor
from dragoman.model.codes import EventType, Status
from dragoman.model.coding import Coding
from dragoman.model.event import EventFrame, Party, Plan
from dragoman.model.text import Document, Field, Sentence, SentenceKind, Span, Token


def sentence(table: str, text: str, *, begin: int = 0, kind: SentenceKind = SentenceKind.BODY) -> Sentence:
    """A sentence from lines "word pos tag dep head"; `text` is the whole field, searched from `begin`."""
    rows = [line.split() for line in table.strip().splitlines()]
    field = Field.TITLE if kind is SentenceKind.HEADLINE else Field.TEXT
    tokens, at = [], begin
    for i, (word, pos, tag, dep, head) in enumerate(rows):
        start = text.index(word, at)
        at = start + len(word)
        tokens.append(Token(i, word, _lemma(word, tag), pos, tag, dep, int(head), "", False, start, at))
    children = tuple(tuple(t.i for t in tokens if t.head == i and t.i != i) for i in range(len(tokens)))
    span = Span(tokens[0].start, tokens[-1].end, field)
    return Sentence(span=span, tokens=tuple(tokens), kind=kind, children=children)


def _lemma(word: str, tag: str) -> str:
    plain = word.lower().removesuffix("ing") if tag == "VBG" else word.lower()
    return {"hearings": "hearing", "agreed": "agree", "planned": "plan", "says": "say"}.get(word, plain)


def coding(
    text: str, tables: Sequence[str], frames: Sequence[EventFrame], *, published: date, title: str = "", head: str = ""
) -> Coding:
    """A coding whose sentences follow one another in `text`; `head` is the table of the title."""
    sentences = [sentence(head, title, kind=SentenceKind.HEADLINE)] if head else []
    at = 0
    for table in tables:
        sentences.append(sentence(table, text, begin=at))
        at = sentences[-1].span.end
    document = Document(id="d", text=text, title=title, published=published)
    return Coding(document=document, sentences=tuple(sentences), frames=tuple(frames))


def frame(
    text: str,
    trigger: str,
    *,
    index: int = 0,
    field: Field = Field.TEXT,
    country: str = "IRN",
    event_type: EventType = EventType.CONSULT,
    status: Status = Status.OCCURRED,
    plan: Plan | None = None,
    same_as: int | None = None,
) -> EventFrame:
    """A frame on the first occurrence of `trigger` in `text`, done by one country."""
    start = text.index(trigger)
    span = Span(start, start + len(trigger), field)
    actor = Party(actor=Actor(code=country, country=country), mention=span)
    return EventFrame(
        sentence=index,
        trigger=span,
        clause=span,
        event_type=event_type,
        mode=None,
        contexts=(),
        actors=(actor,),
        recipients=(),
        reciprocal=False,
        status=status,
        plan=plan,
        attribution=None,
        score=1.0,
        same_as=same_as,
    )
