"""Whoever says that another did violence accuses them of it, once."""

from dragoman.events.accusations import supply_accusations
from dragoman.model.codes import EventType, Status
from dragoman.model.event import Attribution, EventFrame, Party
from tests.factories import find_span, make_document, make_frame, make_party

DOCUMENT = make_document("Peru says Chile shelled a village. Chile denied it and blamed Bolivia.")
PERU, CHILE = make_party(DOCUMENT, "Peru", "PER"), make_party(DOCUMENT, "Chile", "CHL")


def claim(
    speaker: Party | None = PERU,
    *,
    actors: tuple[Party, ...] = (CHILE,),
    status: Status = Status.CLAIMED,
    cue: str = "says",
    kind: EventType = EventType.ASSAULT,
) -> EventFrame:
    said = Attribution(speaker=speaker, cue=cue, span=find_span(DOCUMENT, "says"), outlet=None)
    return make_frame(find_span(DOCUMENT, "shelled"), kind, actors=actors, status=status, attribution=said)


def test_a_claim_of_violence_is_an_accusation_too() -> None:
    act, accusation = supply_accusations([claim()])
    assert act == claim()
    assert (accusation.event_type, accusation.mode, accusation.status) == (EventType.ACCUSE, "allege", Status.OCCURRED)
    assert (accusation.actors, accusation.recipients) == ((PERU,), (CHILE,))
    assert DOCUMENT.quote(accusation.trigger) == "says"
    assert DOCUMENT.quote(accusation.clause) == "says Chile shelled"


def test_it_stands_behind_its_claim_and_ties_are_kept() -> None:
    first = make_frame(find_span(DOCUMENT, "blamed"), sentence=1)
    later = make_frame(find_span(DOCUMENT, "denied"), sentence=1, same_as=1)
    _act, accusation, blamed, denied = supply_accusations([claim(), first, later])
    assert (accusation.event_type, blamed, denied.same_as) == (EventType.ACCUSE, first, 2)


def test_an_accusation_already_found_is_not_doubled() -> None:
    said = make_frame(find_span(DOCUMENT, "says"), EventType.ACCUSE, actors=(PERU,), recipients=(CHILE,))
    assert supply_accusations([said, claim()]) == [said, claim()]


def test_one_of_another_sentence_does_not_count() -> None:
    said = make_frame(find_span(DOCUMENT, "blamed"), EventType.ACCUSE, actors=(PERU,), recipients=(CHILE,), sentence=1)
    assert len(supply_accusations([claim(), said])) == 3


def test_no_accusation_without_a_speaker_a_doer_or_a_word_for_saying() -> None:
    frames = [claim(None), claim(actors=()), claim(cue="")]
    assert supply_accusations(frames) == frames


def test_who_claims_a_deed_of_his_own_accuses_nobody() -> None:
    frames = [claim(CHILE), claim(actors=(PERU, CHILE))]
    assert supply_accusations(frames) == frames


def test_what_is_told_as_it_happened_or_is_no_violence_is_no_accusation() -> None:
    frames = [claim(status=Status.OCCURRED), claim(kind=EventType.AID)]
    assert supply_accusations(frames) == frames
