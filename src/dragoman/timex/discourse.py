"""Whether a frame goes on telling what an earlier, dated sentence began."""

from typing import Final

from dragoman.model.coding import Coding
from dragoman.model.event import EventFrame
from dragoman.model.text import Sentence, Token
from dragoman.timex.attach import clause_of

_NOW: Final = frozenset({"VBZ", "VBP"})


def continues(coding: Coding, frame: EventFrame, anchor: int) -> bool:
    """Whether the day of sentence `anchor` holds for a later frame.

    It does while the same sides act or speak ("He added …"), and not in the present or the perfect ("has since urged",
    "are calling"), which speak of the day of publication.
    """
    # "We value this visit," he said: said on the day told of, whatever the tense of the words quoted.
    quoted = any(q.span.contains(frame.trigger) for q in coding.quotations)
    present = not quoted and _is_present(coding.sentences[frame.sentence], frame)
    if frame.sentence == anchor:
        return not present
    if present:
        return False
    before = {side for other in coding.frames if anchor <= other.sentence < frame.sentence for side in _sides(other)}
    sides = _sides(frame)
    return not before or not sides or bool(before & sides)


def _sides(frame: EventFrame) -> set[str]:
    parties = [*frame.actors, *frame.recipients]
    if frame.attribution and frame.attribution.speaker:
        parties.append(frame.attribution.speaker)
    return {party.actor.country or party.actor.code for party in parties}


def _is_present(sentence: Sentence, frame: EventFrame) -> bool:
    head = sentence.head_of(frame.trigger)
    if head is None:
        return False
    return in_present(sentence, sentence.tokens[clause_of(sentence, head.i)])


def in_present(sentence: Sentence, verb: Token) -> bool:
    """Whether a main verb stands in the present or the perfect."""
    if any(t.dep == "mark" for t in (sentence.tokens[i] for i in sentence.children[verb.i])):
        return False
    finite = next(
        (
            sentence.tokens[i]
            for i in sentence.children[verb.i]
            if sentence.tokens[i].dep in {"aux", "auxpass"} and sentence.tokens[i].tag in {*_NOW, "VBD", "MD"}
        ),
        verb,
    )
    return finite.tag in _NOW
