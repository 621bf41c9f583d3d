from dataclasses import replace

from dragoman.records.ids import compose_id
from tests.factories import find_span, make_document, make_party, make_record

DOCUMENT = make_document("Peru visited Chile.")
RECORD = make_record(DOCUMENT, find_span(DOCUMENT, "visited"), actors=(make_party(DOCUMENT, "Peru", "PER"),))


def test_the_same_content_has_the_same_id() -> None:
    assert compose_id(RECORD, DOCUMENT) == compose_id(replace(RECORD, event_id="other"), DOCUMENT)


def test_scores_do_not_change_the_id() -> None:
    assert compose_id(RECORD, DOCUMENT) == compose_id(replace(RECORD, confidence=0.1, explanation=()), DOCUMENT)


def test_content_document_and_ordinal_do() -> None:
    ids = {
        compose_id(RECORD, DOCUMENT),
        compose_id(replace(RECORD, mode=None), DOCUMENT),
        compose_id(replace(RECORD, actors=()), DOCUMENT),
        compose_id(replace(RECORD, recipients=RECORD.actors, actors=()), DOCUMENT),
        compose_id(RECORD, replace(DOCUMENT, id="d2")),
        compose_id(RECORD, DOCUMENT, ordinal=1),
    }
    assert len(ids) == 6
    assert all(i.startswith("ev_") and len(i) == 19 for i in ids)
