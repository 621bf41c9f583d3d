"""Fire that is exchanged, which is no truce: "Indian and Pakistani troops exchanged fire despite a ceasefire"."""

from collections.abc import Iterator, Sequence
from typing import Final

from dragoman.events.encode import Window
from dragoman.events.triggers import Trigger
from dragoman.model.codes import EventType
from dragoman.model.text import Sentence, Span, Token

_FIRE: Final = frozenset({"fire", "gunfire"})
_SHOTS: Final = frozenset("shot gunshot shelling strike airstrike volley salvo".split())
"""No weapons among them: "North Korea trades shells with Russia"."""
_OBJECTS: Final = {"exchange": _FIRE | _SHOTS, "trade": _FIRE | _SHOTS, "return": _FIRE}
_FIGURES: Final = frozenset({"verbal", "rhetorical", "political", "legal"})
_TOLD: Final = frozenset({"ROOT", "conj", "ccomp", "relcl", "advcl", "parataxis"})
"""Relations of a verb that tells what was done: unlike "agreed to stop exchanging fire"."""
_SCORE: Final = 0.6
"""Confidence of the rule; a choice, not fitted."""


def settle_fire(
    window: Window, sentences: Sequence[Sentence], types: Sequence[EventType], found: Sequence[Trigger]
) -> list[Trigger]:
    """Triggers with ASSAULT where fire is exchanged or returned, whatever else the model took the words for.

    "Iran and Pakistan traded missile strikes": yes. "They traded verbal fire", "Peru and Chile exchanged prisoners",
    "agreed to stop exchanging fire", "did not return fire": left as they are.

    Args:
        window: the window read.
        sentences: of the document.
        types: the tagger's types, in the order of its labels.
        found: the triggers that the model found in the window.
    """
    assault = types.index(EventType.ASSAULT)
    settled = list(found)
    for number in sorted(set(window.sentences)):
        for words in _find_exchanges(sentences[number]):
            pieces = tuple(window.pieces_of(words))
            met = [t for t in settled if t.span.overlaps(words)]
            if not pieces or any(t.type_index == assault or not words.contains(t.span) for t in met):
                continue
            score = max((t.score for t in met), default=_SCORE)
            trigger = Trigger(pieces, words, number, assault, score, rule="grammar:fire")
            settled = [*(t for t in settled if t not in met), trigger]
    return settled


def _find_exchanges(sentence: Sentence) -> Iterator[Span]:
    """From the verb to its object, wherever fire is exchanged."""
    for verb in sentence.tokens:
        if verb.lemma not in _OBJECTS or verb.dep not in _TOLD:
            continue
        below = [sentence.tokens[i] for i in sentence.children[verb.i]]
        fire = next((t for t in below if t.dep == "dobj" and _is_fire(sentence, verb, t)), None)
        if fire is not None and not any(t.dep == "neg" for t in below):
            yield sentence.token_span(verb.i, fire.i)


def _is_fire(sentence: Sentence, verb: Token, noun: Token) -> bool:
    words = {sentence.tokens[i].lemma for i in sentence.children[noun.i]}
    return noun.lemma in _OBJECTS[verb.lemma] and not words & _FIGURES
