"""The model proposes the sides, the grammar decides where it is plain."""

import numpy as np
import pytest

from dragoman.events.encode import Window
from dragoman.events.roles import RoleReader, Side
from dragoman.events.sides import Sides, fill_recipient, settle_sides
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


def settle(text: str, trigger: str, kind: EventType, *, likely: tuple[dict[str, float], dict[str, float]]) -> Sides:
    """The sides where words have these probabilities of being actor and recipient; a blank recipient is filled in."""
    coding = parse(text)
    sentence = coding.sentences[0]
    spans = [Span(t.start, t.end) for t in sentence.tokens]
    window = Window(tuple(range(len(spans))), tuple(spans), (0,) * len(spans))
    mentions = [
        ActorMention(span=find_span(coding.document, w, nth=n), kind=MentionKind.STATE, actors=(make_actor(c),))
        for w, c in CODES.items()
        for n in range(text.count(w))
    ]
    actor, recipient = (np.array([side.get(t.text, 0) for t in sentence.tokens], dtype=np.float32) for side in likely)
    reader = RoleReader(window, mentions)
    head = next(t for t in sentence.tokens if t.text == trigger)
    settled = settle_sides(reader, sentence, head, kind, proposed=reader.read_pair(0, actor, recipient))
    return fill_recipient(reader, 0, settled, likely=recipient)


@pytest.mark.parametrize(("text", "trigger", "kind", "actor", "recipient", "actors", "recipients"), CASES)
def test_grammar_settles_what_the_model_leaves_open(
    text: str, trigger: str, kind: EventType, actor: str, recipient: str, actors: str, recipients: str
) -> None:
    sides = settle(
        text, trigger, kind, likely=(dict.fromkeys(actor.split(), 0.9), dict.fromkeys(recipient.split(), 0.9))
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


# text, trigger, how likely words are the recipient, recipients
BLANKS = [
    ("Peru bombed near Chile.", "bombed", {"Chile": 0.35}, "CHL"),
    ("Peru bombed near Chile.", "bombed", {"Chile": 0.25}, ""),
    ("Peru bombed near Chile.", "bombed", {"Peru": 0.4}, ""),
    ("Peru bombed near Chile, not Bolivia.", "bombed", {"Chile": 0.4, "Bolivia": 0.9}, "BOL"),
    ("Peru bombed Chile near Bolivia.", "bombed", {"Bolivia": 0.4}, "CHL"),
]


@pytest.mark.parametrize(("text", "trigger", "recipient", "recipients"), BLANKS)
def test_a_recipient_that_nobody_is_found_for_is_the_likeliest_one(
    text: str, trigger: str, recipient: dict[str, float], recipients: str
) -> None:
    sides = settle(text, trigger, EventType.ASSAULT, likely=({"Peru": 0.9}, recipient))
    assert [p.actor.code for p in sides.actors] == ["PER"]
    assert [p.actor.code for p in sides.recipients] == recipients.split()


def test_an_actor_is_not_looked_for_with_less_certainty() -> None:
    assert settle("The strikes hurt Peru.", "strikes", EventType.ASSAULT, likely=({"Peru": 0.4}, {})).actors == ()


def test_a_likely_recipient_tells_how_likely_it_is() -> None:
    sides = settle("Peru bombed near Chile.", "bombed", EventType.ASSAULT, likely=({"Peru": 0.9}, {"Chile": 0.35}))
    assert [(e.field, e.rule, e.score) for e in sides.evidence][-1] == ("recipients", "model:role", 0.35)
