"""Who tells what a sentence states."""

import pytest

from dragoman.events.reporting import find_party, find_reporter
from dragoman.model.actor import ActorMention, MentionKind
from tests.factories import find_span, make_actor
from tests.parsed import parse

TOLD = [
    ("Peru said that Chile had shelled a village.", "shelled", "Peru"),
    ("Chile shelled a village, Peru said.", "shelled", "Peru"),
    ("Chilean gunmen shelled a village, said Peru.", "shelled", "Peru"),
    ("Peru told reporters that Chile had deployed troops along the border.", "deployed", "Peru"),
    ("Peru warned that rebels were massing near the border.", "massing", "Peru"),
    ("According to Peru, rebels killed two farmers.", "killed", "Peru"),
    ("Rebels killed two farmers on Monday, according to Peru.", "killed", "Peru"),
    ("Rebels killed two farmers, according to a statement from Peru.", "killed", "Peru"),
    ("A report by Oman said that rebels had burned the port.", "burned", "Oman"),
    ("Oman said that Peru had confirmed that rebels burned the port.", "burned", "Peru"),
    ("Peru met the envoys, saying that rebels had burned the port.", "burned", "Peru"),
    ("Peru said it fears that rebels burned the port and killed two farmers.", "killed", "Peru"),
]
NOT_TOLD = [
    ("Rebels burned the port of Peru.", "burned"),
    ("Peru, which expelled the envoy, said that talks would go on.", "expelled"),
    ("Peru said the envoy, who was expelled in May, may come back.", "expelled"),
    ("Peru said nothing after rebels burned the port.", "burned"),
    ("“We said that rebels burned the port.”", "burned"),
    ("Peru believes that rebels burned the port.", "burned"),
    ("Peru said no to Oman and burned the port.", "burned"),
]


@pytest.mark.parametrize(("text", "word", "reporter"), [*TOLD, *((text, word, "") for text, word in NOT_TOLD)])
def test_who_says_that_something_happened_is_its_reporter(text: str, word: str, reporter: str) -> None:
    coding = parse(text)
    sentence = coding.sentences[0]
    codes = {"Peru": "PER", "Oman": "OMN", "We": "CHL"}
    mentions = [
        ActorMention(span=find_span(coding.document, name), kind=MentionKind.STATE, actors=(make_actor(code),))
        for name, code in codes.items()
        if name in text
    ]
    trigger = next(t for t in sentence.tokens if t.text == word)

    found = find_reporter(sentence, trigger, mentions)

    assert (coding.document.quote(found.mention) if found else "") == reporter


@pytest.mark.parametrize(
    ("text", "named", "kind", "expected"),
    [
        ("A statement by Peru appeared.", "statement", MentionKind.STATE, "PER"),
        ("Peru's spokesman spoke.", "spokesman", MentionKind.STATE, "PER"),
        ("Peru spoke.", "Peru", MentionKind.STATE, "PER"),
        ("A statement on Peru appeared.", "statement", MentionKind.STATE, ""),
        ("A report by Peru appeared.", "report", MentionKind.OUTLET, ""),
    ],
)
def test_a_document_speaks_for_whoever_issued_it(text: str, named: str, kind: MentionKind, expected: str) -> None:
    coding = parse(text)
    sentence = coding.sentences[0]
    mention = ActorMention(span=find_span(coding.document, "Peru"), kind=kind, actors=(make_actor("PER"),))

    party = find_party(sentence, next(t for t in sentence.tokens if t.text == named), [mention])

    assert (party.actor.code if party else "") == expected
