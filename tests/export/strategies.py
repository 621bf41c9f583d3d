"""Events as Hypothesis makes them: any document, any spans in it, any fields."""

from datetime import date

from hypothesis import strategies as st

from dragoman.export import CoderStamp
from dragoman.model.actor import Actor
from dragoman.model.codes import EventType, Granularity, QuadClass, Sector, Status
from dragoman.model.event import Attribution, EventRecord, Party, Plan
from dragoman.model.evidence import Evidence
from dragoman.model.place import EventPlace, Place
from dragoman.model.text import Document, Field, Span
from dragoman.model.timex import EventDate

# What documents can hold: NUL and lone surrogates are turned away when they are read.
words = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=30)
maybe_words = st.none() | words
scores = st.floats(0, 1)
days = st.dates(date(1900, 1, 1), date(2100, 1, 1))

documents = st.builds(Document, id=words, text=words, published=days, title=words, publisher=words, url=words)


@st.composite
def spans(draw: st.DrawFn, document: Document, fields: tuple[Field, ...] = (Field.TITLE, Field.TEXT)) -> Span:
    """A stretch of one of the document's fields."""
    field = draw(st.sampled_from(fields))
    length = len(document.field(field))
    start = draw(st.integers(0, length))
    return Span(start, draw(st.integers(start, length)), field)


def parties(document: Document) -> st.SearchStrategy[Party]:
    actor = st.builds(
        Actor,
        code=words,
        country=maybe_words,
        sectors=st.lists(st.sampled_from(Sector), max_size=2).map(tuple),
        name=maybe_words,
        office=maybe_words,
    )
    return st.builds(Party, actor=actor, mention=spans(document))


def evidences(document: Document) -> st.SearchStrategy[Evidence]:
    span = st.none() | spans(document)
    return st.builds(Evidence, field=words, rule=words, score=scores, span=span, reason=words)


def event_dates(document: Document) -> st.SearchStrategy[EventDate]:
    return st.builds(
        EventDate,
        first=days,
        last=days,
        granularity=st.sampled_from(Granularity),
        timex=st.none() | spans(document),
        approximate=st.booleans(),
        evidence=evidences(document),
    )


def places(document: Document) -> st.SearchStrategy[EventPlace]:
    place = st.builds(
        Place,
        name=words,
        country=maybe_words,
        latitude=st.floats(-90, 90),
        longitude=st.floats(-180, 180),
        geonames_id=st.none() | st.integers(1, 10**8),
        admin1=maybe_words,
        kind=st.sampled_from(["city", "country", "region"]),
    )
    return st.builds(EventPlace, place=place, mention=spans(document), evidence=evidences(document))


@st.composite
def events(draw: st.DrawFn) -> tuple[EventRecord, Document]:
    """An event with the document it was read from."""
    document = draw(documents)
    evidence = draw(spans(document))
    sides = st.lists(parties(document), max_size=3).map(tuple)
    plan = st.builds(
        Plan,
        event_type=st.sampled_from(EventType),
        mode=maybe_words,
        date=st.none() | event_dates(document),
    )
    attribution = st.builds(
        Attribution,
        speaker=st.none() | parties(document),
        cue=words,
        span=spans(document),
        outlet=maybe_words,
    )
    record = EventRecord(
        event_id=draw(words),
        document_id=document.id,
        published=document.published,
        publisher=document.publisher,
        event_type=draw(st.sampled_from(EventType)),
        mode=draw(maybe_words),
        contexts=draw(st.lists(words, max_size=2).map(tuple)),
        quad_class=draw(st.sampled_from(QuadClass)),
        cameo=draw(words),
        goldstein=draw(st.floats(-10, 10)),
        actors=draw(sides),
        recipients=draw(sides),
        reciprocal=draw(st.booleans()),
        date=draw(st.none() | event_dates(document)),
        retold=draw(st.booleans()),
        status=draw(st.sampled_from(Status)),
        planned=draw(st.none() | plan),
        attribution=draw(st.none() | attribution),
        place=draw(st.none() | places(document)),
        evidence=evidence,
        trigger=draw(spans(document, (evidence.field,))),
        confidence=draw(scores),
        explanation=draw(st.lists(evidences(document), max_size=3).map(tuple)),
        mentions=draw(st.lists(spans(document), max_size=2).map(tuple)),
    )
    return record, document


stamps = st.builds(CoderStamp, version=words, codebook=words, models=st.dictionaries(words, words, max_size=2))
