from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.coder import Coder
from dragoman.model.codes import EventType, Status
from dragoman.model.coding import Coding
from dragoman.model.event import EventFrame
from dragoman.model.place import EventPlace
from dragoman.model.text import Document, Field, Span
from dragoman.places import PlacesStep, find_toponyms
from dragoman.places.locate import find_usable
from dragoman.places.weights import load_event_weights
from tests.factories import find_span, make_frame, make_party
from tests.parsed import parse
from tests.states import read_state


def _frame(coding: Coding, trigger: str, event_type: EventType, *, field: Field = Field.TEXT) -> EventFrame:
    span = find_span(coding.document, trigger, field=field)
    number = next(i for i, s in enumerate(coding.sentences) if s.span.contains(span))
    return make_frame(span, event_type, sentence=number, state=read_state(coding, span))


def _locate(
    text: str,
    trigger: str,
    event_type: EventType,
    *,
    title: str = "",
    actor: tuple[str, str] | None = None,
    recipient: tuple[str, str] | None = None,
    mode: str | None = None,
    both: bool = False,
    status: Status = Status.OCCURRED,
) -> EventPlace | None:
    """The place of one event; a side is given by its words and code."""
    coding = parse(text, title=title)
    sides = [make_party(coding.document, *side) for side in (actor, recipient) if side]
    frame = replace(
        _frame(coding, trigger, event_type),
        actors=tuple(sides) if both else tuple(sides[:1] if actor else ()),
        recipients=() if both else tuple(sides[1:] if actor else sides),
        mode=mode,
        reciprocal=both,
        status=status,
    )
    (place,) = PlacesStep()(coding.with_layers(frames=(frame,))).event_places
    return place


def _country(text: str, trigger: str, event_type: EventType, **sides: Any) -> str | None:
    place = _locate(text, trigger, event_type, **sides)
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
    ("The Leeds Post criticised the minister.", "criticised", EventType.ACCUSE),
    ("The Kremlin denied the report.", "denied", EventType.REJECT),
    ("They condemned it.", "condemned", EventType.ACCUSE),
]


@pytest.mark.parametrize(("text", "trigger", "event_type"), UNSTATED)
def test_actors_and_datelines_are_no_places_of_events(text: str, trigger: str, event_type: EventType) -> None:
    assert _country(text, trigger, event_type) is None


AT_HOME = [
    (
        "Peruvian police detained two reporters.",
        "detained",
        EventType.COERCE,
        "arrest",
        ("Peruvian police", "PER"),
        None,
    ),
    (
        "Norway jailed a Belgian banker for six years.",
        "jailed",
        EventType.SANCTION,
        "convict",
        ("Norway", "NOR"),
        ("a Belgian banker", "BEL"),
    ),
    (
        "Bolivian teachers marched against the Bolivian government.",
        "marched",
        EventType.PROTEST,
        "demo",
        ("Bolivian teachers", "BOL"),
        ("the Bolivian government", "BOL"),
    ),
]


@pytest.mark.parametrize(("text", "trigger", "event_type", "mode", "actor", "recipient"), AT_HOME)
def test_what_a_state_does_at_home_is_placed_there_and_says_why(
    text: str,
    trigger: str,
    event_type: EventType,
    mode: str,
    actor: tuple[str, str],
    recipient: tuple[str, str] | None,
) -> None:
    place = _locate(text, trigger, event_type, actor=actor, recipient=recipient, mode=mode)
    assert place is not None
    assert (place.place.country, place.place.kind) == (actor[1], "country")
    assert place.evidence.rule == "places:actor"
    assert place.evidence.reason


def test_an_attacked_state_is_attacked_at_home() -> None:
    place = _locate(
        "Chadian jets bombed Sudanese positions.",
        "bombed",
        EventType.ASSAULT,
        actor=("Chadian jets", "TCD"),
        recipient=("Sudanese positions", "SDN"),
        mode="aerial",
    )
    assert place is not None
    assert (place.place.country, place.evidence.rule) == ("SDN", "places:recipient")


def test_a_city_that_was_visited_stands_for_the_state_and_is_the_place() -> None:
    visit = "The Peruvian president visited Quito on Thursday."
    sides: dict[str, Any] = {"actor": ("The Peruvian president", "PER"), "recipient": ("Quito", "ECU")}
    place = _locate(visit, "visited", EventType.CONSULT, mode="visit", **sides)
    assert place is not None and (place.place.name, place.place.kind) == ("Quito", "city")
    host = {**sides, "recipient": ("the Ecuadorian president", "ECU")}
    received = "The Peruvian president visited the Ecuadorian president."
    place = _locate(received, "visited", EventType.CONSULT, mode="visit", **host)
    assert place is not None and (place.place.kind, place.evidence.rule) == ("country", "places:recipient")


@pytest.mark.parametrize(
    ("text", "recipient", "country"),
    [
        ("A delegation of the bank will visit Kenya next week.", ("Kenya", "KEN"), "KEN"),
        ("The envoy would travel to Tunisia on Monday.", ("Tunisia", "TUN"), "TUN"),
    ],
)
def test_a_visit_to_come_is_at_its_host_though_the_words_taken_are_only_will(
    text: str, recipient: tuple[str, str], country: str
) -> None:
    trigger = "would" if "would" in text else "will"
    asked = {"recipient": recipient, "status": Status.PLANNED}
    assert _country(text, trigger, EventType.AGREE, **asked) == country


@pytest.mark.parametrize(
    "text",
    [
        "The minister will thank Tunisia next week.",
        "The president will praise Kenya.",
        "Japan's envoy is to criticise Brazil in a speech.",
        "TEHRAN (MNA) – The president phoned his Omani counterpart on Monday.",
        "Chile has accused Peru of spying.",
    ],
)
def test_what_is_said_to_others_has_no_place_unless_one_is_named(text: str) -> None:
    coded = Coder().code(Document(id="d", title="", text=text, published=date(2023, 6, 9)))
    assert coded.frames and not any(coded.event_places)


def test_a_place_named_comes_before_a_side() -> None:
    place = _locate(
        "Peruvian police detained two reporters in Arequipa.",
        "detained",
        EventType.COERCE,
        actor=("Peruvian police", "PER"),
        mode="arrest",
    )
    assert place is not None
    assert (place.place.name, place.evidence.rule) == ("Arequipa", "places:sentence")


BETWEEN = [
    ("Danish officials condemned the Belarusian government.", "condemned", EventType.ACCUSE, None, False),
    ("Danish officials and the Belarusian government met.", "met", EventType.CONSULT, None, True),
    ("Danish officials called the Belarusian government.", "called", EventType.CONSULT, "phone", True),
    ("Danish officials urged the Belarusian government to wait.", "urged", EventType.REQUEST, None, False),
]


@pytest.mark.parametrize(("text", "trigger", "event_type", "mode", "both"), BETWEEN)
def test_no_side_says_where_states_speak_to_or_of_each_other(
    text: str, trigger: str, event_type: EventType, mode: str | None, both: bool
) -> None:
    actor, recipient = ("Danish officials", "DNK"), ("the Belarusian government", "BLR")
    assert _country(text, trigger, event_type, actor=actor, recipient=recipient, mode=mode, both=both) is None


def test_a_phone_call_happens_in_no_town_that_is_named() -> None:
    text = "Danish officials called the Belarusian government over the fighting in Goma."
    actor, recipient = ("Danish officials", "DNK"), ("the Belarusian government", "BLR")
    sides = {"actor": actor, "recipient": recipient, "mode": "phone", "both": True}
    assert _country(text, "called", EventType.CONSULT, **sides) is None


def test_a_town_is_in_the_country_named_after_it_whatever_its_namesakes() -> None:
    assert _country("Gunmen killed six people in Salem, Iraq, on Monday.", "killed", EventType.ASSAULT) == "IRQ"


def test_a_list_of_places_is_no_address() -> None:
    text = "Gunmen killed six people in Basra, Kuwait and Bahrain."
    toponyms = find_toponyms((coding := parse(text)).document, coding.sentences)
    assert [t.entry.country for t in find_usable(coding, toponyms) if t.entry] == ["IRQ", "KWT", "BHR"]


def test_the_story_tells_on_where_it_began() -> None:
    coding = parse("Gunmen attacked a hotel in Mombasa on Monday. They killed six guests before they fled.")
    first = _frame(coding, "attacked", EventType.ASSAULT)
    second = _frame(coding, "killed", EventType.ASSAULT)
    places = PlacesStep()(coding.with_layers(frames=(first, second))).event_places
    assert [p.place.country if p else None for p in places] == ["KEN", "KEN"]


@given(st.text(max_size=60), st.sampled_from(list(EventType)))
def test_any_text_has_a_place_for_each_frame_or_none(text: str, event_type: EventType) -> None:
    coding = parse("Rebels in Goma attacked. " + text)
    frames = (_frame(coding, "attacked", event_type),)
    (place,) = PlacesStep()(coding.with_layers(frames=frames)).event_places
    assert place is None or coding.document.quote(place.mention)


def test_the_weights_are_of_features_that_exist() -> None:
    weights = load_event_weights()
    for table in (weights.alone, weights.among_others):
        assert {"after in", "force:after in"} <= set(table)
    assert not any(name.startswith("others:") for name in weights.alone)
    assert any(name.startswith("others:") for name in weights.among_others)


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
