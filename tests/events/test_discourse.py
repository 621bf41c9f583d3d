"""The counterpart of a statement made in a meeting is supplied from the meeting."""

import pytest

from dragoman.events.discourse import REACH, recall_meetings, supply_counterparts
from dragoman.model.codes import EventType, Status
from dragoman.model.event import EventFrame, Party, Plan
from dragoman.model.evidence import Evidence
from dragoman.model.text import Span
from tests.factories import find_span, make_actor, make_document, make_frame, make_party
from tests.parsed import parse

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


TALKS = [
    ("This visit will serve our ties.", "visit", True),
    ("The Lima visit will serve our ties.", "visit", True),
    ("His trip will serve our ties.", "trip", True),
    ("The visit will begin in May.", "visit", False),
    ("The talks will be held in June.", "talks", False),
    ("His trip to Lima is scheduled for May.", "trip", False),
    ("Their summit will take place in May.", "summit", False),
    ("He is preparing the visit.", "visit", False),
    ("The next visit will serve our ties.", "visit", False),
    ("Another visit is planned.", "visit", False),
    ("A visit is planned for May.", "visit", False),
    ("He will visit Lima in May.", "visit", False),
]


@pytest.mark.parametrize(("text", "word", "known"), TALKS)
def test_what_comes_of_a_visit_already_told_is_no_plan_for_another(text: str, word: str, known: bool) -> None:
    coding = parse(text)
    at = find_span(coding.document, word)
    peru, chile = (Party(actor=make_actor(code), mention=at) for code in ("PER", "CHL"))
    told = make_frame(at, mode="visit", actors=(peru,), recipients=(chile,))
    plan = Plan(event_type=EventType.CONSULT, mode="visit")
    announced = make_frame(at, EventType.AGREE, actors=(peru,), recipients=(chile,), status=Status.PLANNED, plan=plan)

    _, recalled = recall_meetings([told, announced], coding.sentences)

    assert (recalled.same_as == 0) is known
    assert recalled.status is (Status.OCCURRED if known else Status.PLANNED)
    assert recalled.event_type is (EventType.CONSULT if known else EventType.AGREE)


def test_a_known_visit_that_was_never_told_stays_a_plan() -> None:
    coding = parse("This visit will serve our ties.")
    at = find_span(coding.document, "visit")
    peru, chile, oman = (Party(actor=make_actor(code), mention=at) for code in ("PER", "CHL", "OMN"))
    plan = Plan(event_type=EventType.CONSULT, mode="visit")
    announced = make_frame(at, EventType.AGREE, actors=(peru,), recipients=(chile,), status=Status.PLANNED, plan=plan)
    other = make_frame(at, mode="visit", actors=(oman,), recipients=(chile,))

    assert recall_meetings([other, announced], coding.sentences) == [other, announced]
