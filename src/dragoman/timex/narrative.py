"""What a story tells on of a time long past: "In late January the three withdrew. They accused the bloc of …"."""

from typing import Final

from dragoman.model.event import EventFrame
from dragoman.model.text import SentenceKind
from dragoman.model.timex import EventDate
from dragoman.timex.attach import attachment
from dragoman.timex.bounds import BOUND_DAYS, is_lower_bound
from dragoman.timex.compose import compose_date
from dragoman.timex.scene import Scene
from dragoman.timex.signs import sides_of, telling_verb
from dragoman.timex.standing import in_present, time_of

_MAIN: Final = 1.2
"""Highest cost at which an expression dates a sentence's main clause."""


def find_narrated_date(scene: Scene, frame: EventFrame) -> EventDate | None:
    """The time that the sentence before tells of, where this one goes on in the past with the same sides.

    Only of times more than a week before publication: what the report itself is about is weighed with all else that
    speaks for a date (`choices.py`).

    Args:
        scene: the document.
        frame: one whose sentence names no time.

    """
    sentence = scene.sentence_of(frame)
    head = sentence.head_of(frame.trigger)
    before = frame.sentence - 1
    if head is None or before < 0 or scene.dated[frame.sentence] or scene.is_quoted(frame.trigger):
        return None
    if time_of(sentence, telling_verb(sentence, head)) != "in the past":
        return None
    return _find_old_time(scene, before) if sides_of(frame) & _find_named(scene, before) else None


def _find_named(scene: Scene, number: int) -> set[str]:
    """Countries, or else codes, of all that a sentence names or tells of."""
    coding = scene.coding
    span = coding.sentences[number].span
    named = {a.country or a.code for m in coding.mentions if span.contains(m.span) for a in m.actors}
    return named.union(*(sides_of(frame) for frame in coding.frames if frame.sentence == number))


def _find_old_time(scene: Scene, number: int) -> EventDate | None:
    """The time of a sentence's main clause, if that lies more than a week back."""
    sentence = scene.coding.sentences[number]
    root = next((t for t in sentence.tokens if t.head == t.i), None)
    if root is None or sentence.kind is SentenceKind.HEADLINE or in_present(sentence, root):
        return None
    main = sentence.token_span(root.i, root.i)
    for timex in scene.dated[number]:
        old = timex.last is not None and (scene.published - timex.last).days > BOUND_DAYS
        if not old or scene.is_quoted(timex.span) or is_lower_bound(sentence, main, timex.span):
            continue
        if attachment(sentence, main, timex.span) < _MAIN:
            return compose_date(timex, "timex:discourse", 0.6)
    return None
