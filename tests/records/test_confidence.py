from typing import Any

import pytest

from dragoman.model.actor import ActorMention, MentionKind
from dragoman.model.codes import EventType
from dragoman.model.coding import Coding
from dragoman.model.event import EventRecord
from dragoman.model.evidence import Evidence
from dragoman.model.text import Field, Sentence, Span
from dragoman.records.confidence import find_signs, load_weights, log_odds, weigh
from tests.factories import find_span, make_document, make_party, make_record

DOCUMENT = make_document("Police of Peru held a baker. Chile protested.", title="Peru holds baker")
POLICE = make_party(DOCUMENT, "Police of Peru", "PER")
BAKER = make_party(DOCUMENT, "a baker", "PER")
CHILE = make_party(DOCUMENT, "Chile", "CHL")
HELD = find_span(DOCUMENT, "held")


def why(field: str, rule: str = "model:role", score: float = 0.9, span: Span | None = None) -> Evidence:
    return Evidence(field=field, rule=rule, score=score, span=span)


def make(*explanation: Evidence, **fields: Any) -> EventRecord:
    given = {"event_type": EventType.COERCE, "mode": None, "actors": (POLICE,), "recipients": (BAKER,), **fields}
    told = (why("event_type"), why("actors"), why("recipients"))
    known = {e.field for e in explanation}
    return make_record(
        DOCUMENT,
        given.pop("trigger", HELD),
        explanation=(*explanation, *(e for e in told if e.field not in known)),
        **given,
    )


def coding(rule: str = "gazetteer:name", *, sentences: int = 2) -> Coding:
    evidence = (Evidence(field="mention", rule=rule, score=0.9),)
    mentions = tuple(
        ActorMention(span=p.mention, kind=MentionKind.GENERIC, actors=(p.actor,), evidence=evidence)
        for p in (POLICE, BAKER, CHILE)
    )
    ends = find_span(DOCUMENT, "Chile protested.")
    cut = (Sentence(span=Span(0, ends.start - 1), tokens=()), Sentence(span=ends, tokens=()))
    return Coding(document=DOCUMENT, mentions=mentions, sentences=cut * (sentences // 2))


def signs(record: EventRecord, of: Coding | None = None) -> set[str]:
    return {name for name, value in find_signs(record, of or coding()) if value}


@pytest.mark.parametrize(
    ("record", "sign"),
    [
        (make(actors=()), "actor-empty"),
        (make(why("actors", score=0.0, span=find_span(DOCUMENT, "baker")), actors=()), "actor-uncoded"),
        (make(why("actors", score=0.0)), "actor-joined"),
        (make(why("actors", "grammar:subject")), "actor-grammar"),
        (make(recipients=()), "recipient-empty"),
        (make(why("recipients", "grammar:object")), "recipient-grammar"),
        (make(why("recipients", "domestic:alone")), "recipient-home"),
        (make(recipients=(CHILE,)), "recipient-far"),
        (make(reciprocal=True, actors=(POLICE, CHILE), recipients=()), "reciprocal"),
        (make(mentions=(find_span(DOCUMENT, "protested"),)), "tellings"),
        (make(trigger=find_span(DOCUMENT, "holds", field=Field.TITLE)), "headline"),
    ],
)
def test_what_speaks_for_or_against_a_record_is_seen(record: EventRecord, sign: str) -> None:
    assert sign in signs(record)
    assert sign not in signs(make())


def test_a_country_that_is_only_what_the_text_is_about_is_a_guess() -> None:
    assert {"actor-guessed", "recipient-guessed"} <= signs(make(), coding("focus:home"))
    assert not {"actor-guessed", "recipient-guessed"} & signs(make())


def test_in_a_story_an_empty_side_is_another_sign() -> None:
    story = coding(sentences=12)
    assert {"story", "story-recipient-empty"} <= signs(make(recipients=()), story)
    assert {"story", "story-actor-empty"} <= signs(make(actors=()), story)
    assert "story-recipient-empty" not in signs(make(recipients=()))


def test_who_meet_each_other_leave_no_side_empty() -> None:
    assert "recipient-empty" not in signs(make(reciprocal=True, actors=(POLICE, CHILE), recipients=()))


def test_every_sign_has_a_weight() -> None:
    records = (make(), make(actors=()), make(recipients=()), make(why("recipients", "domestic:alone")))
    assert {name for record in records for name, _ in find_signs(record, coding())} <= load_weights().keys()


def test_a_confidence_is_a_share_and_grows_with_the_taggers_own() -> None:
    unsure, sure = (weigh(make(why("event_type", score=s), why("actors", score=s)), coding()) for s in (0.5, 0.99))
    assert 0 < unsure < sure < 1


@pytest.mark.parametrize("score", [0.0, 1.0])
def test_no_score_is_taken_for_certain(score: float) -> None:
    assert abs(log_odds(score)) < 6
