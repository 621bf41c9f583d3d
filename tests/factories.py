"""Builders of codings, frames and records without a model; every span is found from its words."""

from datetime import date
from typing import Any

from dragoman.model.actor import Actor
from dragoman.model.codes import EventType, Granularity, QuadClass, Sector, Status
from dragoman.model.event import Attribution, EventFrame, EventRecord, Party, Plan
from dragoman.model.evidence import Evidence
from dragoman.model.place import EventPlace, Place
from dragoman.model.text import Document, Field, Sentence, SentenceKind, Span, Token
from dragoman.model.timex import EventDate

PUBLISHED = date(2024, 5, 16)
"""A Thursday."""


def make_document(text: str = "", *, title: str = "", published: date = PUBLISHED, document_id: str = "d1") -> Document:
    return Document(id=document_id, text=text, title=title, published=published, publisher="The Harbour Post")


def find_span(document: Document, words: str, *, field: Field = Field.TEXT, nth: int = 0) -> Span:
    """Where `words` stand in a field, for the nth time."""
    at = -1
    for _ in range(nth + 1):
        at = document.field(field).index(words, at + 1)
    return Span(at, at + len(words), field)


def make_actor(code: str, *, name: str | None = None, sectors: tuple[Sector, ...] = (Sector.GOV,)) -> Actor:
    country = code if len(code) == 3 else code.partition("/")[2] or None
    return Actor(code=code, country=country, sectors=sectors, name=name)


def make_party(
    document: Document, words: str, code: str, *, field: Field = Field.TEXT, name: str | None = None
) -> Party:
    return Party(actor=make_actor(code, name=name), mention=find_span(document, words, field=field))


def make_date(day: date, *, timex: Span | None = None, last: date | None = None) -> EventDate:
    rule = "timex:given" if timex else "timex:published"
    return EventDate(
        first=day,
        last=last or day,
        granularity=Granularity.DAY,
        timex=timex,
        evidence=Evidence(field="date", rule=rule, score=0.9, span=timex),
    )


def make_place(mention: Span, *, name: str = "Accra", country: str = "GHA", kind: str = "city") -> EventPlace:
    place = Place(name=name, country=country, latitude=5.56, longitude=-0.2, kind=kind)
    return EventPlace(
        place=place, mention=mention, evidence=Evidence(field="place", rule="places:in", score=0.8, span=mention)
    )


def make_frame(
    trigger: Span,
    event_type: EventType = EventType.CONSULT,
    *,
    actors: tuple[Party, ...] = (),
    recipients: tuple[Party, ...] = (),
    **fields: Any,
) -> EventFrame:
    given: dict[str, Any] = {
        "sentence": 0,
        "clause": trigger,
        "mode": None,
        "contexts": (),
        "reciprocal": False,
        "status": Status.OCCURRED,
        "plan": None,
        "attribution": None,
        "score": 0.8,
        "evidence": (Evidence(field="event_type", rule="model:trigger", score=0.8, span=trigger),),
        **fields,
    }
    return EventFrame(trigger=trigger, event_type=event_type, actors=actors, recipients=recipients, **given)


def make_record(document: Document, trigger: Span, **fields: Any) -> EventRecord:
    """A visit, unless told otherwise."""
    given: dict[str, Any] = {
        "event_id": "",
        "event_type": EventType.CONSULT,
        "mode": "visit",
        "contexts": (),
        "quad_class": QuadClass.VERBAL_COOPERATION,
        "cameo": "042",
        "goldstein": 1.9,
        "actors": (),
        "recipients": (),
        "reciprocal": False,
        "date": None,
        "status": Status.OCCURRED,
        "planned": None,
        "attribution": None,
        "place": None,
        "evidence": trigger,
        "confidence": 0.8,
        "explanation": (),
        **fields,
    }
    return EventRecord(
        document_id=document.id,
        published=document.published,
        publisher=document.publisher,
        trigger=trigger,
        **given,
    )


def make_attribution(speaker: Party | None, cue: Span, *, outlet: str | None = None) -> Attribution:
    return Attribution(speaker=speaker, cue="said", span=cue, outlet=outlet)


def make_plan(event_type: EventType, mode: str | None = None) -> Plan:
    return Plan(event_type=event_type, mode=mode)


def make_sentence(
    document: Document, words: str | None = None, *, field: Field = Field.TEXT, kind: SentenceKind = SentenceKind.BODY
) -> Sentence:
    """A sentence cut at white space, all of whose tokens depend on the first: for tests that need no grammar."""
    whole = words if words is not None else document.field(field)
    span = find_span(document, whole, field=field)
    tokens: list[Token] = []
    at = span.start
    for i, word in enumerate(whole.split()):
        start = document.field(field).index(word, at)
        at = start + len(word)
        tokens.append(Token(i, word, word.lower(), "X", "XX", "dep" if i else "ROOT", 0, "", False, start, at))
    children = (tuple(range(1, len(tokens))), *(() for _ in tokens[1:]))
    return Sentence(span=span, tokens=tuple(tokens), kind=kind, children=children)
