"""The model proposes the sides, the grammar decides where it is plain."""

import numpy as np
import pytest

from dragoman.events.encode import Window
from dragoman.events.roles import RoleReader, Side
from dragoman.events.sides import settle_sides
from dragoman.model.actor import ActorMention, MentionKind
from dragoman.model.codes import EventType
from dragoman.model.event import Party
from dragoman.model.text import Span
from tests.factories import find_span, make_actor
from tests.parsed import parse

CODES = {"Peru": "PER", "Chile": "CHL", "Bolivia": "BOL"}

# text, trigger, type, what the model takes for actor and recipient, actors and recipients settled
CASES = [
    ("Peru bombed Chile.", "bombed", EventType.ASSAULT, "", "", "PER", "CHL"),
    ("Peru bombed Chile.", "bombed", EventType.ASSAULT, "Chile", "", "PER", "CHL"),
    ("Chile was bombed by Peru.", "bombed", EventType.ASSAULT, "Chile", "", "PER", "CHL"),
    ("Chile was bombed.", "bombed", EventType.ASSAULT, "Chile", "", "", "CHL"),
    ("Peru spoke with Chile.", "spoke", EventType.CONSULT, "Peru", "", "PER", "CHL"),
    ("Peru received Chile in Lima.", "received", EventType.CONSULT, "Chile Peru", "Peru", "CHL", "PER"),
    ("Chile was received by Peru.", "received", EventType.CONSULT, "Peru", "Chile", "CHL", "PER"),
    ("Peru hosted talks on Chile.", "hosted", EventType.CONSULT, "Peru", "Chile", "PER", "CHL"),
    ("Bolivia blamed Peru and Chile.", "blamed", EventType.ACCUSE, "Bolivia", "", "BOL", "PER CHL"),
    ("Peru must yield, Chile said.", "yield", EventType.REQUEST, "Chile", "", "CHL", "PER"),
    ("Peru and Chile agreed on a road.", "agreed", EventType.AGREE, "Peru", "", "PER CHL", ""),
    ("Peru spoke of closer ties between Peru and Chile.", "spoke", EventType.AGREE, "Peru", "", "PER", "CHL"),
    ("Peru spoke of closer ties between Chile and Bolivia.", "spoke", EventType.AGREE, "Peru", "", "PER", ""),
    ("A trip at the invitation of Chile pleased Peru.", "invitation", EventType.AGREE, "Chile", "Peru", "CHL", "PER"),
    ("Peru hit Chile, Bolivia or Peru.", "hit", EventType.ASSAULT, "", "Chile Bolivia Peru", "PER", "CHL BOL"),
    ("Bolivia said Peru bombed Chile.", "bombed", EventType.ASSAULT, "Bolivia", "Chile", "PER", "CHL"),
]


@pytest.mark.parametrize(("text", "trigger", "kind", "actor", "recipient", "actors", "recipients"), CASES)
def test_grammar_settles_what_the_model_leaves_open(
    text: str, trigger: str, kind: EventType, actor: str, recipient: str, actors: str, recipients: str
) -> None:
    coding = parse(text)
    sentence = coding.sentences[0]
    spans = [Span(t.start, t.end) for t in sentence.tokens]
    window = Window(tuple(range(len(spans))), tuple(spans), (0,) * len(spans))
    mentions = [
        ActorMention(span=find_span(coding.document, w, nth=n), kind=MentionKind.STATE, actors=(make_actor(c),))
        for w, c in CODES.items()
        for n in range(text.count(w))
    ]
    words = [t.text for t in sentence.tokens]
    scores = np.array([[0.9 * (w in actor.split()), 0.9 * (w in recipient.split())] for w in words], dtype=np.float32)
    reader = RoleReader(window, mentions)
    sides = settle_sides(
        reader,
        sentence,
        next(t for t in sentence.tokens if t.text == trigger),
        kind,
        proposed=reader.read_pair(0, scores[:, 0], scores[:, 1]),
    )
    assert [p.actor.code for p in sides.actors] == actors.split()
    assert [p.actor.code for p in sides.recipients] == recipients.split()
    assert {e.field for e in sides.evidence} == {"actors", "recipients"}


def test_a_subject_that_the_model_takes_for_both_sides_acts() -> None:
    coding = parse("As Chile guards Peru's peace, Peru will help.")
    sentence, document = coding.sentences[0], coding.document
    spans = [Span(t.start, t.end) for t in sentence.tokens]
    window = Window(tuple(range(len(spans))), tuple(spans), (0,) * len(spans))
    chile, owner, subject = (
        find_span(document, "Chile"),
        find_span(document, "Peru"),
        find_span(document, "Peru", nth=1),
    )
    named = [(chile, "CHL"), (owner, "PER"), (subject, "PER")]
    mentions = [ActorMention(span=s, kind=MentionKind.STATE, actors=(make_actor(c),)) for s, c in named]
    both = Side(tuple(Party(actor=make_actor(c), mention=s) for s, c in (named[0], named[2])), (chile,), 0.6)
    other = Side((Party(actor=make_actor("PER"), mention=owner),), (owner,), 0.6)
    trigger = next(t for t in sentence.tokens if t.text == "help")

    sides = settle_sides(RoleReader(window, mentions), sentence, trigger, EventType.AGREE, proposed=(both, other))

    assert [p.actor.code for p in sides.actors] == ["PER"]
