"""Visits: the visitor is the actor and the host the recipient, whichever the verb."""

import pytest

from dragoman.events.visits import direct_visit
from tests.factories import make_party
from tests.parsed import parse

# text, trigger, parties (words, code), visitors, hosts
CASES = [
    ("Kenya's president received the Omani minister.", "received", "KEN OMN", "OMN", "KEN"),
    ("The Omani minister was received by Kenya's president.", "received", "KEN OMN", "OMN", "KEN"),
    ("The Omani minister visited Kenya on Monday.", "visited", "OMN KEN", "OMN", "KEN"),
    ("The Omani minister arrived in Kenya on Monday.", "arrived", "OMN KEN", "OMN", "KEN"),
    ("The Omani minister paid a visit to Kenya.", "visit", "OMN KEN", "OMN", "KEN"),
    ("A visit by the Omani minister to Kenya was put off.", "visit", "OMN KEN", "OMN", "KEN"),
    ("Kenya hosted the Omani minister for talks.", "hosted", "KEN OMN", "OMN", "KEN"),
    ("Kenya welcomed the Omani minister in Mombasa.", "welcomed", "KEN OMN", "OMN", "KEN"),
]
WORDS = {"KEN": "Kenya", "OMN": "Omani minister"}


@pytest.mark.parametrize(("text", "trigger", "parties", "visitors", "hosts"), CASES)
def test_the_grammar_tells_guest_from_host(text: str, trigger: str, parties: str, visitors: str, hosts: str) -> None:
    coding = parse(text)
    sentence = coding.sentences[0]
    token = next(t for t in sentence.tokens if t.text == trigger)
    given = [make_party(coding.document, WORDS[code], code) for code in parties.split()]
    directed = direct_visit(sentence, token, given)
    assert directed is not None
    assert [[p.actor.code for p in side] for side in directed] == [[visitors], [hosts]]


def test_one_country_receiving_its_own_people_is_left_alone() -> None:
    coding = parse("Kenya's president received Kenyan athletes.")
    sentence = coding.sentences[0]
    token = next(t for t in sentence.tokens if t.text == "received")
    given = [make_party(coding.document, w, "KEN") for w in ("Kenya's", "Kenyan")]
    assert direct_visit(sentence, token, given) is None


def test_a_verb_that_is_neither_hosting_nor_visiting_is_left_alone() -> None:
    coding = parse("Kenya's president phoned the Omani minister.")
    sentence = coding.sentences[0]
    token = next(t for t in sentence.tokens if t.text == "phoned")
    given = [make_party(coding.document, WORDS[code], code) for code in ("KEN", "OMN")]
    assert direct_visit(sentence, token, given) is None
