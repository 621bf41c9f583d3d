"""Esteem in the prose of ministries: "spoke of the significance of the trip" is praise, which no one word tells."""

from collections.abc import Sequence

from dragoman.events.encode import Window
from dragoman.events.triggers import Trigger
from dragoman.model.codes import EventType
from dragoman.model.text import Sentence, Token

SPEAKING = frozenset(
    "refer point speak stress emphasize emphasise underline underscore note highlight recall hail".split()
)
WORTH = frozenset({"importance", "significance", "value", "weight"})
BONDS = frozenset(
    "visit trip tour stay meeting summit talk relation relationship tie bond friendship partnership".split()
)
ESTEEM_SCORE = 0.6
"""Confidence of the rule; a choice, not fitted."""


def find_esteem(
    window: Window, sentences: Sequence[Sentence], types: Sequence[EventType], taken: Sequence[Trigger]
) -> list[Trigger]:
    """SUPPORT triggers that the model left out: a verb of speaking about the worth of a visit or a bond.

    "The Kenyan minister spoke of the importance of the trip": yes. "stressed the importance of vaccines": no. "The
    importance of the visit was unclear": nobody says it.

    Args:
        window: the window read.
        sentences: of the document.
        types: the tagger's types, in the order of its labels.
        taken: the triggers that the model found in the window.
    """
    found = []
    for number in sorted(set(window.sentences)):
        sentence = sentences[number]
        for token in sentence.tokens:
            verb = _find_praise(sentence, token) if token.lemma in WORTH else None
            if verb is not None:
                span = sentence.token_span(verb.i, verb.i)
                pieces = tuple(window.pieces_of(span))
                clause = sentence.token_span(min(verb.i, token.i), max(verb.i, token.i))
                if pieces and not any(t.span.overlaps(clause) for t in taken):
                    kind = types.index(EventType.SUPPORT)
                    found.append(Trigger(pieces, span, number, kind, ESTEEM_SCORE, rule="lexicon:esteem"))
    return found


def _find_praise(sentence: Sentence, worth: Token) -> Token | None:
    """The verb of speaking that a word of worth depends on, where it is the worth of a bond; else None."""
    above = next((sentence.tokens[i] for i in sentence.ancestors(worth.i) if sentence.tokens[i].pos == "VERB"), None)
    if above is None or above.lemma not in SPEAKING or worth.dep not in {"dobj", "pobj"}:
        return None
    bonds = (
        sentence.tokens[o].lemma in BONDS
        for c in sentence.children[worth.i]
        if sentence.tokens[c].lemma == "of"
        for o in sentence.children[c]
    )
    return above if any(bonds) else None
