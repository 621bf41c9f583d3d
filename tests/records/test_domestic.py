import pytest

from dragoman.model.actor import ActorMention, MentionKind
from dragoman.model.codes import EventType
from dragoman.model.event import EventRecord
from dragoman.model.evidence import Evidence
from dragoman.model.text import Document
from dragoman.records.domestic import supply_own_side
from tests.factories import find_span, make_document, make_party, make_record

LAW = "Chilean dockers rejected the new law."
ENVOY = "Chilean dockers rejected the new law. An envoy of Peru was there."


def mention(document: Document, words: str, code: str, kind: MentionKind = MentionKind.STATE) -> ActorMention:
    party = make_party(document, words, code)
    return ActorMention(span=party.mention, kind=kind, actors=(party.actor,))


def supply(text: str, *others: ActorMention, **fields: object) -> EventRecord:
    document = make_document(text)
    given = {
        "event_type": EventType.REJECT,
        "mode": None,
        "actors": (make_party(document, "Chilean", "CHL"),),
        **fields,
    }
    record = make_record(document, find_span(document, "rejected"), **given)
    return supply_own_side(record, document, (mention(document, "Chilean", "CHL"), *others))


def codes(record: EventRecord) -> list[str]:
    return [p.actor.code for p in record.recipients]


def test_in_a_text_about_one_country_it_is_done_among_its_own() -> None:
    record = supply(LAW)
    assert codes(record) == ["CHL"]
    assert [e.rule for e in record.explanation if e.field == "recipients"] == ["domestic:alone"]


def test_words_without_a_code_stand_for_those_it_is_done_to() -> None:
    document = make_document("Chilean judges rejected the pensioner's plea.")
    words = find_span(document, "the pensioner")
    empty = Evidence(field="recipients", rule="model:role", score=0.0, span=words, reason="named, but not resolved")
    record = supply(document.text, explanation=(empty,))
    assert [p.mention for p in record.recipients] == [words]
    assert [e.rule for e in record.explanation] == ["domestic:alone"]


def test_another_country_in_the_text_may_be_the_one_that_is_meant() -> None:
    other = mention(make_document(ENVOY), "Peru", "PER")
    assert codes(supply(ENVOY, other)) == []


def test_an_outlet_abroad_is_no_party() -> None:
    outlet = mention(make_document(ENVOY), "Peru", "PER", MentionKind.OUTLET)
    assert codes(supply(ENVOY, outlet)) == ["CHL"]


@pytest.mark.parametrize("words", ["world leaders", "the West", "Western sanctions"])
def test_words_for_outsiders_are_not_ones_own(words: str) -> None:
    document = make_document(f"Chilean dockers rejected {words}.")
    empty = Evidence(field="recipients", rule="model:role", score=0.0, span=find_span(document, words))
    assert codes(supply(document.text, explanation=(empty,))) == []


@pytest.mark.parametrize(
    ("event_type", "mode"),
    [
        (EventType.CONSULT, "visit"),
        (EventType.AGREE, None),
        (EventType.MOBILIZE, None),
        (EventType.CONCEDE, "resign"),
    ],
)
def test_a_visit_a_promise_a_drill_and_a_resignation_are_done_to_nobody_at_home(
    event_type: EventType, mode: str | None
) -> None:
    assert codes(supply(LAW, event_type=event_type, mode=mode)) == []


def test_an_event_that_has_a_recipient_keeps_it() -> None:
    party = make_party(make_document(ENVOY), "Peru", "PER")
    assert codes(supply(ENVOY, recipients=(party,))) == ["PER"]


def test_without_an_actor_or_with_one_of_no_country_nobody_is_supplied() -> None:
    united = make_party(make_document(LAW), "Chilean", "IGO:UN")
    assert codes(supply(LAW, actors=())) == []
    assert (
        codes(
            supply_own_side(make_record(make_document(LAW), united.mention, actors=(united,)), make_document(LAW), ())
        )
        == []
    )
