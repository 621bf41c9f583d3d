"""What a story tells on of a time long past: "In late January the three withdrew. They accused the bloc of …"."""

from dragoman.model.actor import find_inside
from dragoman.model.event import EventFrame
from dragoman.model.text import SentenceKind
from dragoman.model.timex import EventDate
from dragoman.timex.bounds import BOUND_DAYS
from dragoman.timex.compose import compose_date
from dragoman.timex.scene import Scene
from dragoman.timex.signs import sides_of, telling_verb
from dragoman.timex.standing import time_of
from dragoman.timex.told import dates_main_clause, find_main_clause


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
    inside = find_inside(coding.mentions, coding.sentences[number].span)
    named = {a.country or a.code for m in inside for a in m.actors}
    return named.union(*(sides_of(frame) for frame in coding.frames if frame.sentence == number))


def _find_old_time(scene: Scene, number: int) -> EventDate | None:
    """The time of a sentence's main clause, if that lies more than a week back."""
    sentence = scene.coding.sentences[number]
    main = find_main_clause(sentence)
    if main is None or sentence.kind is SentenceKind.HEADLINE:
        return None
    for timex in scene.dated[number]:
        old = timex.last is not None and (scene.published - timex.last).days > BOUND_DAYS
        if old and dates_main_clause(scene.coding, sentence, main, timex):
            return compose_date(timex, "timex:discourse", 0.6)
    return None
