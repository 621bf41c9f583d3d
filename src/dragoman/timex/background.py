"""Whether a sentence mentions a happening as something already known, so that nothing tells its day."""

from typing import Final

from dragoman.model.event import EventFrame
from dragoman.model.text import Sentence, SentenceKind, Token

_SINCE: Final = frozenset({"since", "after", "following", "before", "over"})


def background_reason(sentence: Sentence, frame: EventFrame) -> str:
    """Why the words of a frame give background rather than news; "" where they are news.

    Past perfect ("had seized"), a noun within a phrase ("since the invasion", "over the attack"), a participle
    before its noun ("the banned group").
    """
    head = sentence.head_of(frame.trigger)
    if head is None or sentence.kind is SentenceKind.HEADLINE:
        return ""  # a headline tells news, and is parsed too poorly to say otherwise
    if head.dep == "amod":
        return "a quality of something, with no day named"
    if head.pos == "VERB" and _has_auxiliary(sentence, head, "had"):
        return "told in the past perfect, with no day named"
    if head.dep in {"pobj", "conj"} and head.pos != "VERB" and _within_background(sentence, head):
        return "named as background, with no day named"
    return ""


def _has_auxiliary(sentence: Sentence, verb: Token, word: str) -> bool:
    return any(
        sentence.tokens[i].text.lower() == word and sentence.tokens[i].dep in {"aux", "auxpass"}
        for i in sentence.children[verb.i]
    )


def _within_background(sentence: Sentence, noun: Token) -> bool:
    preposition = sentence.tokens[noun.head]
    return preposition.text.lower() in _SINCE
