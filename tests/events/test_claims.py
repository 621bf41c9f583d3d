"""An act that somebody is only accused of is nobody's fact."""

import pytest

from dragoman.events.claims import extend_claims, find_accusation, find_claim, is_performed, is_voiced
from dragoman.model.actor import ActorMention, MentionKind
from dragoman.model.codes import EventType, Status
from dragoman.model.event import Attribution, Party
from dragoman.model.text import Quotation, Span
from tests.factories import find_span, make_actor, make_frame
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


LAID = [
    ("They bombed our villages for weeks.", "bombed", True),
    ("The rebels have seized two ports.", "seized", True),
    ("The army burned the port and detained the crew.", "detained", True),
    ("Villages were shelled by the rebels.", "shelled", True),
    ("They carried out attacks on the port.", "attacks", True),
    ("We suffered a raid last night.", "raid", True),
    ("They began to shell the port.", "shell", True),
    ("We bombed their bases.", "bombed", False),
    ("Five farmers were killed.", "killed", False),
    ("We freed the farmers whom they had seized.", "seized", False),
    ("The bombing of villages is a crime.", "bombing", False),
    ("The raid must be answered.", "raid", False),
    ("We are under sanctions.", "sanctions", False),
]


@pytest.mark.parametrize(("text", "word", "laid"), LAID)
def test_a_quotation_claims_what_it_lays_on_somebody_else(text: str, word: str, laid: bool) -> None:
    sentence = parse(text).sentences[0]
    speaker = Party(actor=make_actor("PER"), mention=Span(0, 1))

    claim = find_claim(sentence, next(t for t in sentence.tokens if t.text == word), speaker, [])

    assert (claim is not None) is laid


def test_what_the_speaker_did_himself_is_no_claim_about_another() -> None:
    coding = parse("Peru shelled the port.")
    peru = find_span(coding.document, "Peru")
    mentions = [ActorMention(span=peru, kind=MentionKind.STATE, actors=(make_actor("PER"),))]
    trigger = coding.sentences[0].tokens[1]

    assert find_claim(coding.sentences[0], trigger, Party(actor=make_actor("PER"), mention=peru), mentions) is None
    assert find_claim(coding.sentences[0], trigger, Party(actor=make_actor("CHL"), mention=peru), mentions) is not None


@pytest.mark.parametrize(
    ("kind", "actor", "at", "expected"),
    [
        (EventType.ASSAULT, "CHL", 30, Status.CLAIMED),
        (EventType.ASSAULT, "", 30, Status.CLAIMED),
        (EventType.ASSAULT, "BOL", 30, Status.OCCURRED),
        (EventType.SANCTION, "CHL", 30, Status.OCCURRED),
        (EventType.ASSAULT, "CHL", 70, Status.OCCURRED),
    ],
)
def test_a_quotation_mentions_again_what_it_claims(kind: EventType, actor: str, at: int, expected: Status) -> None:
    said = Attribution(speaker=Party(actor=make_actor("PER"), mention=Span(55, 59)), cue="said", span=Span(60, 64))
    chile = Party(actor=make_actor("CHL"), mention=Span(1, 4))
    claim = make_frame(
        event_type=EventType.ASSAULT, trigger=Span(5, 10), actors=(chile,), status=Status.CLAIMED, attribution=said
    )
    actors = (Party(actor=make_actor(actor), mention=Span(1, 4)),) if actor else ()
    mention = make_frame(event_type=kind, trigger=Span(at, at + 6), actors=actors)

    frames = extend_claims([claim, mention], [Quotation(span=Span(0, 50), content=Span(1, 49))])

    assert frames[0] == claim
    assert frames[1].status is expected
    assert frames[1].attribution == (said if expected is Status.CLAIMED else None)


VOICED = [
    ("Both sides expressed a desire to widen trade.", "widen", True),
    ("Both sides expressed their desire to widen trade.", "desire", True),
    ("The minister announced his country's readiness for cooperation.", "cooperation", True),
    ("Peru reiterated its willingness to hold talks.", "hold", True),
    ("Peru voiced interest in joint patrols.", "patrols", True),
    ("Peru reaffirmed its commitment to train the guards.", "train", True),
    ("Peru and Oman declared their intention to reopen embassies.", "reopen", True),
    ("The envoy conveyed a wish to trade and to open the road.", "trade", True),
    ("The minister stressed the readiness to help.", "help", True),
    ("He underlined his determination and his readiness to work together.", "work", True),
    ("Peru lacks the will to widen trade.", "widen", False),
    ("Peru would announce its readiness to widen trade.", "widen", False),
    ("Peru did not express interest in talks.", "talks", False),
    ("Peru will widen trade.", "widen", False),
    ("Both sides hope to widen trade.", "widen", True),
    ("Peru hopes to widen trade with Oman.", "widen", True),
    ("Peru has pledged to train the guards.", "train", True),
    ("Oman vows to rebuild the port.", "rebuild", True),
    ("Peru does not want to widen trade.", "widen", False),
    ("If Peru wants to widen trade, it must yield.", "widen", False),
    ("Peru refused to widen trade.", "widen", False),
]


@pytest.mark.parametrize(("text", "word", "voiced"), VOICED)
def test_to_voice_a_wish_is_done_by_voicing_it(text: str, word: str, voiced: bool) -> None:
    sentence = parse(text).sentences[0]
    trigger = next(t for t in sentence.tokens if t.text == word)

    assert is_voiced(sentence, trigger) is voiced
