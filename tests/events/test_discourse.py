"""The counterpart of a statement made in a meeting is supplied from the meeting."""

from dragoman.events.discourse import REACH, supply_counterparts
from dragoman.model.codes import EventType
from dragoman.model.event import EventFrame
from dragoman.model.evidence import Evidence
from dragoman.model.text import Span
from tests.factories import find_span, make_document, make_frame, make_party

DOCUMENT = make_document(
    "The ministers of Peru and Chile met in Lima. The Peruvian minister called for trade with others."
)
PERU = make_party(DOCUMENT, "Peru", "PER")
CHILE = make_party(DOCUMENT, "Chile", "CHL")
SPEAKER = make_party(DOCUMENT, "The Peruvian minister", "PER")


def meeting(*others: str) -> EventFrame:
    more = tuple(make_party(DOCUMENT, "others", code) for code in others)
    return make_frame(find_span(DOCUMENT, "met"), actors=(PERU, CHILE, *more), reciprocal=True)


def statement(*, named: Span | None = None, sentence: int = 1, kind: EventType = EventType.REQUEST) -> EventFrame:
    why = Evidence(field="recipients", rule="model:role", score=0.0, span=named, reason="the text names nobody")
    trigger = find_span(DOCUMENT, "called for")
    return make_frame(trigger, kind, actors=(SPEAKER,), sentence=sentence, evidence=(why,))


def recipients(*frames: EventFrame) -> list[str]:
    return [p.actor.code for p in supply_counterparts(frames)[-1].recipients]


def test_the_other_side_of_the_meeting_is_spoken_to() -> None:
    frames = supply_counterparts([meeting(), statement()])
    assert [p.actor.code for p in frames[1].recipients] == ["CHL"]
    assert [e.rule for e in frames[1].evidence if e.field == "recipients"] == ["discourse:counterpart"]


def test_of_several_others_none_is_chosen() -> None:
    assert recipients(meeting("BOL"), statement()) == []


def test_a_recipient_that_words_name_is_not_replaced() -> None:
    assert recipients(meeting(), statement(named=find_span(DOCUMENT, "others"))) == []


def test_an_accusation_is_not_taken_to_be_against_the_host() -> None:
    assert recipients(meeting(), statement(kind=EventType.ACCUSE)) == []


def test_a_meeting_far_above_is_forgotten() -> None:
    assert recipients(meeting(), statement(sentence=REACH + 1)) == []


def test_without_a_meeting_nothing_is_supplied() -> None:
    assert recipients(statement()) == []
