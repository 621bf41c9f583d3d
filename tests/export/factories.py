"""One event, made by hand, with all that an event can have."""

from datetime import date

from dragoman.export import CoderStamp
from dragoman.model.actor import Actor
from dragoman.model.codes import EventType, Granularity, QuadClass, Sector, Status
from dragoman.model.event import Attribution, EventRecord, Party, Plan
from dragoman.model.evidence import Evidence
from dragoman.model.place import EventPlace, Place
from dragoman.model.text import Document, Field, Span
from dragoman.model.timex import EventDate

TITLE = "Norway to host Finland's defence minister"
TEXT = "The Finnish defence minister will visit Oslo on Friday, Norway's government said."

DOCUMENT = Document(
    id="oslo", title=TITLE, text=TEXT, published=date(2024, 5, 15), publisher="Northern Press", url="https://x.example"
)
STAMP = CoderStamp(version="0.1.0", codebook="plover-2.0d", models={"b": "sha256:2", "a": "sha256:1"})


def find(words: str, field: Field = Field.TEXT) -> Span:
    """Where words stand in the document."""
    start = DOCUMENT.field(field).index(words)
    return Span(start, start + len(words), field)


def make_event(**changes: object) -> EventRecord:
    """A planned visit, on the host's word."""
    norway = Party(actor=Actor(code="NOR", country="NOR", sectors=(Sector.GOV,)), mention=find("Norway", Field.TITLE))
    when = EventDate(
        first=date(2024, 5, 17),
        last=date(2024, 5, 17),
        granularity=Granularity.DAY,
        timex=find("Friday"),
        evidence=Evidence(field="date", rule="timex:weekday", score=0.9, span=find("Friday")),
    )
    fields: dict[str, object] = {
        "event_id": "ev_1",
        "document_id": "oslo",
        "published": DOCUMENT.published,
        "publisher": DOCUMENT.publisher,
        "event_type": EventType.AGREE,
        "mode": None,
        "contexts": ("military",),
        "quad_class": QuadClass.VERBAL_COOPERATION,
        "cameo": "0332",
        "goldstein": 5,
        "actors": (
            Party(
                actor=Actor(code="FIN", country="FIN", sectors=(Sector.GOV, Sector.MIL), office="minister of defence"),
                mention=find("The Finnish defence minister"),
            ),
        ),
        "recipients": (norway,),
        "reciprocal": False,
        "date": when,
        "status": Status.PLANNED,
        "planned": Plan(event_type=EventType.CONSULT, mode="visit", date=when),
        "attribution": Attribution(speaker=norway, cue="said", span=find("said")),
        "place": EventPlace(
            place=Place(
                name="Oslo", country="NOR", latitude=59.91, longitude=10.75, geonames_id=3143244, admin1="Oslo"
            ),
            mention=find("Oslo"),
            evidence=Evidence(field="place", rule="gazetteer", score=0.8, span=find("Oslo")),
        ),
        "evidence": find("The Finnish defence minister will visit Oslo"),
        "trigger": find("visit"),
        "confidence": 0.876543,
        "explanation": (
            Evidence(field="event_type", rule="model:trigger", score=0.93, span=find("host", Field.TITLE)),
            Evidence(field="mode", rule="model:mode", score=0.0, reason="no mode fits an agreement"),
        ),
        "mentions": (find("host", Field.TITLE),),
    }
    return EventRecord(**{**fields, **changes})  # type: ignore[arg-type]
