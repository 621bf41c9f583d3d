"""A statement was made where its meeting was held."""

from datetime import date

from dragoman.model.codes import EventType, Status
from dragoman.model.event import EventFrame
from dragoman.places.meeting import REACH, share_meeting_place
from tests.factories import find_span, make_document, make_frame, make_party, make_place

DOCUMENT = make_document(
    "The Peruvian minister met his Chilean host in Accra. He called for trade.", published=date(2024, 5, 2)
)
PERU = make_party(DOCUMENT, "The Peruvian minister", "PER")
CHILE = make_party(DOCUMENT, "his Chilean host", "CHL")
ACCRA = make_place(find_span(DOCUMENT, "Accra"))


def meeting(mode: str | None = None) -> EventFrame:
    return make_frame(find_span(DOCUMENT, "met"), actors=(PERU, CHILE), reciprocal=True, mode=mode)


def statement(
    *, sentence: int = 1, kind: EventType = EventType.REQUEST, status: Status = Status.OCCURRED
) -> EventFrame:
    return make_frame(find_span(DOCUMENT, "called for"), kind, actors=(PERU,), sentence=sentence, status=status)


def place_of(first: EventFrame, second: EventFrame) -> str | None:
    place = share_meeting_place([first, second], [ACCRA, None])[1]
    return place.evidence.rule if place else None


def test_a_statement_takes_the_place_of_its_meeting() -> None:
    assert place_of(meeting(), statement()) == "places:meeting"


def test_a_phone_call_has_no_place_to_give() -> None:
    assert place_of(meeting("phone"), statement()) is None


def test_an_attack_does_not_happen_where_the_ministers_met() -> None:
    assert place_of(meeting(), statement(kind=EventType.ASSAULT)) is None


def test_what_is_only_wished_for_has_no_place() -> None:
    assert place_of(meeting(), statement(status=Status.HYPOTHETICAL)) is None


def test_a_meeting_far_above_gives_no_place() -> None:
    assert place_of(meeting(), statement(sentence=REACH + 1)) is None


def test_somebody_who_was_not_there_spoke_elsewhere() -> None:
    other = make_frame(find_span(DOCUMENT, "met"), actors=(CHILE,), recipients=())
    assert place_of(other, statement()) is None
