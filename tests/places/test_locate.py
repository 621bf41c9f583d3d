import pytest

from dragoman.model.codes import EventType
from dragoman.model.coding import Coding
from dragoman.model.event import EventFrame
from dragoman.model.text import Field, Span
from dragoman.places import PlacesStep
from tests.factories import find_span, make_frame
from tests.parsed import parse


def _frame(coding: Coding, trigger: str, event_type: EventType, *, field: Field = Field.TEXT) -> EventFrame:
    span = find_span(coding.document, trigger, field=field)
    number = next(i for i, s in enumerate(coding.sentences) if s.span.contains(span))
    return make_frame(span, event_type, sentence=number)


def _country(text: str, trigger: str, event_type: EventType, *, title: str = "") -> str | None:
    coding = parse(text, title=title)
    coded = PlacesStep()(coding.with_layers(frames=(_frame(coding, trigger, event_type),)))
    (place,) = coded.event_places
    return place.place.country if place else None


STATED = [
    ("Two soldiers were killed in clashes near Agadez on Sunday.", "killed", EventType.ASSAULT, "NER"),
    ("Rebels attacked a convoy outside Goma.", "attacked", EventType.ASSAULT, "COD"),
    ("A drone strike on Odesa wounded four people.", "strike", EventType.ASSAULT, "UKR"),
    ("Thousands of people protested in Tbilisi against the law.", "protested", EventType.PROTEST, "GEO"),
    ("The foreign ministers of Japan and India met in Jakarta on Friday.", "met", EventType.CONSULT, "IDN"),
    ("Police in Minsk arrested three journalists.", "arrested", EventType.COERCE, "BLR"),
]


@pytest.mark.parametrize(("text", "trigger", "event_type", "country"), STATED)
def test_the_place_beside_the_event_is_its_place(text: str, trigger: str, event_type: EventType, country: str) -> None:
    assert _country(text, trigger, event_type) == country


UNSTATED = [
    ("Iranian officials condemned the decision.", "condemned", EventType.ACCUSE),
    ("Ankara said it would reject the proposal.", "reject", EventType.REJECT),
    ("TEHRAN (MNA) – The president phoned his Omani counterpart on Monday.", "phoned", EventType.CONSULT),
    ("The Leeds Post criticised the minister.", "criticised", EventType.ACCUSE),
    ("The Kremlin denied the report.", "denied", EventType.REJECT),
    ("They condemned it.", "condemned", EventType.ACCUSE),
]


@pytest.mark.parametrize(("text", "trigger", "event_type"), UNSTATED)
def test_actors_and_datelines_are_no_places_of_events(text: str, trigger: str, event_type: EventType) -> None:
    assert _country(text, trigger, event_type) is None


def test_the_place_carries_the_words_it_was_read_from() -> None:
    coding = parse("Gunmen killed six people in Maiduguri on Monday.")
    coded = PlacesStep()(coding.with_layers(frames=(_frame(coding, "killed", EventType.ASSAULT),)))
    (place,) = coded.event_places
    assert place is not None
    assert coding.document.quote(place.mention) == "Maiduguri"
    assert place.evidence.span == place.mention
    assert 0 < place.evidence.score <= 1


def test_frames_of_one_happening_share_its_place() -> None:
    coding = parse("A bomb killed six people in Maiduguri.", title="Bomb kills six")
    first = _frame(coding, "kills", EventType.ASSAULT, field=Field.TITLE)
    second = make_frame(find_span(coding.document, "killed"), EventType.ASSAULT, sentence=1, same_as=0)
    coded = PlacesStep()(coding.with_layers(frames=(first, second)))
    assert [p.place.country if p else None for p in coded.event_places] == ["NGA", "NGA"]


def test_every_mention_says_why() -> None:
    coded = PlacesStep()(parse("Rebels near Goma fired on a camp on Nyambura Road."))
    assert coded.places
    assert coded.event_places == ()
    for mention in coded.places:
        assert [e.field for e in mention.evidence][:2] == ["toponym", "place"]
        assert mention.place is not None or mention.evidence[1].reason
        assert isinstance(mention.span, Span)
