from dragoman.model.codes import EventType
from dragoman.model.event import EventRecord
from dragoman.model.text import Span
from dragoman.records.validate import validate_record
from tests.factories import find_span, make_document, make_party, make_record

DOCUMENT = make_document("Peru's envoy Silva visited Chile and Chile's army left.")
TRIGGER = find_span(DOCUMENT, "visited")
PERU = make_party(DOCUMENT, "Peru", "PER")
CHILE = make_party(DOCUMENT, "Chile", "CHL")


def check(**fields: object) -> EventRecord | None:
    return validate_record(make_record(DOCUMENT, TRIGGER, **fields), DOCUMENT).record


def rules(record: EventRecord | None) -> list[str]:
    assert record is not None
    return [e.rule for e in record.explanation]


def test_a_valid_record_is_left_as_it_is() -> None:
    record = make_record(DOCUMENT, TRIGGER, actors=(PERU,), recipients=(CHILE,))
    assert validate_record(record, DOCUMENT).record == record


def test_a_mode_of_another_type_is_removed_and_the_code_with_it() -> None:
    record = check(actors=(PERU,), mode="riot", cameo="145")
    assert record is not None
    assert (record.mode, record.cameo) == (None, "040")
    assert rules(record) == ["repair:mode"]


def test_a_reciprocal_event_with_one_side_is_reciprocal_no_more() -> None:
    record = check(actors=(PERU,), reciprocal=True)
    assert record is not None
    assert not record.reciprocal


def test_recipients_of_a_reciprocal_event_join_its_actors() -> None:
    record = check(actors=(PERU,), recipients=(CHILE,), reciprocal=True)
    assert record is not None
    assert (record.actors, record.recipients) == ((PERU, CHILE), ())


def test_a_type_that_has_a_direction_is_never_reciprocal() -> None:
    record = check(event_type=EventType.ACCUSE, mode="disapprove", actors=(PERU, CHILE), reciprocal=True)
    assert rules(record) == ["repair:reciprocal"]


def test_the_actor_is_not_its_own_recipient() -> None:
    record = check(actors=(PERU,), recipients=(PERU, CHILE))
    assert record is not None
    assert record.recipients == (CHILE,)


def test_two_bodies_of_one_country_may_face_each_other() -> None:
    other = make_party(DOCUMENT, "Silva", "PER")
    record = check(actors=(PERU,), recipients=(other,))
    assert record is not None
    assert record.recipients == (other,)


def test_an_event_without_any_side_is_dropped_with_a_reason() -> None:
    checked = validate_record(make_record(DOCUMENT, TRIGGER), DOCUMENT)
    assert checked.record is None
    assert "side" in checked.reason


def test_a_span_outside_the_document_is_dropped_with_a_reason() -> None:
    record = make_record(DOCUMENT, TRIGGER, actors=(PERU,), mentions=(Span(0, 10_000),))
    checked = validate_record(record, DOCUMENT)
    assert checked.record is None
    assert "10000" in checked.reason
