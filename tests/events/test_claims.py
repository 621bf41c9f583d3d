"""An act that somebody is only accused of is nobody's fact."""

import pytest

from dragoman.events.claims import find_accusation, find_claim, is_performed
from dragoman.model.actor import ActorMention, MentionKind
from dragoman.model.event import Party
from dragoman.model.text import Span
from tests.factories import find_span, make_actor
from tests.parsed import parse

CHARGED = [
    ("Peru accused Chile of shelling a village.", "shelling"),
    ("Peru blames Chile for the raid.", "raid"),
    ("Peru accused Chile of ordering the attack.", "attack"),
    ("Peru accused Chile of shelling a village, killing two farmers.", "killing"),
    ("Chile is blamed by Peru for a series of attacks on its boats.", "attacks"),
    ("Kenya blamed Somalia for the drone strikes on its depots.", "strikes"),
    ("A man suspected of killing the consul was arrested.", "killing"),
    ("Chilean forces shelled a village, a Peruvian official claimed.", "shelled"),
    ("Peru alleged that Chile had shelled a village.", "shelled"),
]
TOLD = [
    ("Peru accused Chile of lying after a raid on a port.", "raid"),
    ("Peru accused Chile, which attacked a port, of lying.", "attacked"),
    ("Peru accused Chile of sheltering the rebels who bombed a bridge.", "bombed"),
    ("A man suspected of killing the consul was arrested.", "arrested"),
    ("Chile shelled a village in Peru.", "shelled"),
    ("Rebels who bombed a bridge claimed a second raid.", "bombed"),
]


@pytest.mark.parametrize(
    ("text", "word", "charged"), [*((t, w, True) for t, w in CHARGED), *((t, w, False) for t, w in TOLD)]
)
def test_what_somebody_is_accused_of_is_a_charge(text: str, word: str, charged: bool) -> None:
    sentence = parse(text).sentences[0]
    trigger = next(t for t in sentence.tokens if t.text == word)

    assert (find_accusation(sentence, trigger) is not None) is charged


@pytest.mark.parametrize(
    ("text", "word", "quoted", "expected"),
    [
        ("Peru accused Chile of shelling a village.", "shelling", "CHL", ("accusation:claim", "PER")),
        ("Analysts blamed Chile for the raid.", "raid", "", ("accusation:claim", "")),
        ("Analysts blamed Chile for the raid.", "raid", "CHL", ("accusation:claim", "CHL")),
        ("Chile shelled a village in Peru.", "shelled", "CHL", ("quotation:claim", "CHL")),
        ("Chile shelled a village in Peru.", "shelled", "", None),
    ],
)
def test_a_claim_is_the_accusers_or_else_the_quoted_speakers(
    text: str, word: str, quoted: str, expected: tuple[str, str] | None
) -> None:
    coding = parse(text)
    sentence = coding.sentences[0]
    peru = find_span(coding.document, "Peru") if "Peru" in text else Span(0, 1)
    mentions = [ActorMention(span=peru, kind=MentionKind.STATE, actors=(make_actor("PER"),))]
    speaker = Party(actor=make_actor(quoted), mention=Span(0, 1)) if quoted else None

    claim = find_claim(sentence, next(t for t in sentence.tokens if t.text == word), speaker, mentions)

    assert (claim and (claim[0], claim[1].actor.code if claim[1] else "")) == expected


PERFORMED = [
    ("We urge Peru to yield.", "urge", True),
    ("I call on both sides to stop.", "call", True),
    ("“We condemn this raid,” he said.", "condemn", True),
    ("We strongly reject these claims.", "reject", True),
    ("We would urge Peru to yield.", "urge", False),
    ("We do not condemn Peru.", "condemn", False),
    ("They urge Peru to yield.", "urge", False),
    ("If we condemn Peru, it leaves.", "condemn", False),
    ("We urged Peru to yield.", "urged", False),
]


@pytest.mark.parametrize(("text", "word", "performed"), PERFORMED)
def test_what_the_first_person_says_is_done_by_saying_it(text: str, word: str, performed: bool) -> None:
    sentence = parse(text).sentences[0]
    verb = next(t for t in sentence.tokens if t.text == word)

    assert is_performed(sentence, verb) is performed
