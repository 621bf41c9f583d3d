"""A statement was made where its meeting was held."""

from dataclasses import replace
from datetime import date

from dragoman.model.actor import ActorMention, MentionKind
from dragoman.model.codes import EventType, Status
from dragoman.model.coding import Coding
from dragoman.model.event import EventFrame, Party
from dragoman.model.timex import EventDate
from dragoman.places.meeting import REACH, share_meeting_place
from tests.factories import (
    find_span,
    make_actor,
    make_date,
    make_document,
    make_frame,
    make_party,
    make_place,
    make_sentence,
)

DOCUMENT = make_document(
    "The Peruvian minister met his Chilean host at the bloc's talks in Accra. He called for trade with Fiji.",
    published=date(2024, 5, 2),
)
PERU = make_party(DOCUMENT, "The Peruvian minister", "PER")
CHILE = make_party(DOCUMENT, "his Chilean host", "CHL")
FIJI = make_party(DOCUMENT, "Fiji", "FJI")
BLOC = make_party(DOCUMENT, "the bloc", "IGO:OTHER")
ACCRA = make_place(find_span(DOCUMENT, "Accra"))
SENTENCES = (
    make_sentence(DOCUMENT, "The Peruvian minister met his Chilean host at the bloc's talks in Accra."),
    make_sentence(DOCUMENT, "He called for trade with Fiji."),
)
MENTIONS = (ActorMention(span=BLOC.mention, kind=MentionKind.ORGANISATION, actors=(make_actor("IGO:OTHER"),)),)


def meeting(mode: str | None = None, *, reciprocal: bool = True, sentence: int = 0) -> EventFrame:
    sides = (PERU, CHILE) if reciprocal else (PERU,)
    guests = () if reciprocal else (CHILE,)
    span = find_span(DOCUMENT, "met")
    return make_frame(span, actors=sides, recipients=guests, reciprocal=reciprocal, mode=mode, sentence=sentence)


def statement(
    *,
    sentence: int = 1,
    kind: EventType = EventType.REQUEST,
    status: Status = Status.OCCURRED,
    by: Party = PERU,
    to: tuple[Party, ...] = (CHILE,),
    both: bool = False,
) -> EventFrame:
    span = find_span(DOCUMENT, "called for")
    actors = (PERU, CHILE) if both else (by,)
    recipients = () if both else to
    return make_frame(
        span, kind, actors=actors, recipients=recipients, sentence=sentence, status=status, reciprocal=both
    )


def place_of(first: EventFrame, second: EventFrame, dates: tuple[EventDate | None, ...] = ()) -> str | None:
    coding = Coding(
        document=DOCUMENT, sentences=SENTENCES, frames=(first, second), mentions=MENTIONS, event_dates=dates
    )
    place = share_meeting_place(coding, [ACCRA, None])[1]
    return place.evidence.rule if place else None


def test_a_statement_to_one_of_those_there_takes_the_place_of_the_meeting() -> None:
    assert place_of(meeting(), statement()) == "places:meeting"


def test_what_those_who_met_say_together_takes_the_place_of_the_meeting() -> None:
    assert place_of(meeting(), statement(both=True)) == "places:meeting"


def test_a_place_only_guessed_from_the_sides_yields_to_a_surer_meeting() -> None:
    coding = Coding(document=DOCUMENT, sentences=SENTENCES, frames=(meeting(), statement()), mentions=MENTIONS)

    def place_beside(rule: str, score: float) -> str:
        own = make_place(PERU.mention, name="Peru", country="PER", kind="country")
        own = replace(own, evidence=replace(own.evidence, rule=rule, score=score))
        place = share_meeting_place(coding, [ACCRA, own])[1]
        assert place is not None
        return place.place.name

    assert place_beside("places:actor", 0.3) == "Accra"
    assert place_beside("places:actor", 0.9) == "Peru"
    assert place_beside("places:sentence", 0.3) == "Peru"


def test_a_guest_speaks_of_others_where_he_is() -> None:
    assert place_of(meeting("visit", reciprocal=False), statement(to=(FIJI,))) == "places:meeting"


def test_his_host_may_speak_of_others_anywhere() -> None:
    assert place_of(meeting("visit", reciprocal=False), statement(by=CHILE, to=(FIJI,))) is None


def test_a_body_speaks_where_it_meets() -> None:
    assert place_of(meeting("multilateral"), statement(by=BLOC, to=(FIJI,))) == "places:meeting"


def test_what_was_said_of_the_absent_may_have_been_said_anywhere() -> None:
    assert place_of(meeting(), statement(to=(FIJI,))) is None


def test_what_was_said_on_another_day_was_said_elsewhere() -> None:
    days = make_date(date(2024, 5, 1)), make_date(date(2019, 1, 1), last=date(2019, 12, 31))
    assert place_of(meeting(), statement(), days) is None
    assert place_of(meeting(), statement(), (days[0], days[0])) == "places:meeting"


def test_a_phone_call_has_no_place_to_give() -> None:
    assert place_of(meeting("phone"), statement()) is None


def test_an_attack_does_not_happen_where_the_ministers_met() -> None:
    assert place_of(meeting(), statement(kind=EventType.ASSAULT)) is None


def test_what_is_only_wished_for_has_no_place() -> None:
    assert place_of(meeting(), statement(status=Status.HYPOTHETICAL)) is None


def test_a_meeting_far_above_gives_no_place() -> None:
    assert place_of(meeting(), statement(sentence=REACH + 1)) is None


def test_a_lead_sums_up_a_meeting_told_later() -> None:
    coding = Coding(
        document=DOCUMENT, sentences=(*SENTENCES, SENTENCES[1]), frames=(statement(sentence=0), meeting(sentence=2))
    )
    place = share_meeting_place(coding, [None, ACCRA])[0]
    assert place is not None
    assert place.place.name == "Accra"


def test_somebody_who_was_not_there_spoke_elsewhere() -> None:
    assert place_of(meeting(), statement(by=FIJI)) is None
