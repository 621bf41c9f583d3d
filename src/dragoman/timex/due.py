"""When an act that is announced is due: the date that belongs to the act, not to its announcement."""

from typing import Final

from dragoman.model.codes import Status
from dragoman.model.coding import Coding
from dragoman.model.event import EventFrame
from dragoman.model.text import Sentence, Span
from dragoman.model.timex import EventDate
from dragoman.timex.attach import clause_of
from dragoman.timex.standing import looks_ahead

_OWN: Final = frozenset({"timex:clause", "timex:same-event", "timex:lead", "timex:distance"})
"""Rules that read a date from words about the event itself."""


def find_due_dates(coding: Coding, dates: tuple[EventDate | None, ...]) -> tuple[EventDate | None, ...]:
    """For each frame that announces an act, the day it is due, where the text names one.

    Args:
        coding: with sentences and frames.
        dates: the date of each frame.

    Returns:
        The frame's date where that is the act's own: a day to come, or the day of publication if the verb beside the
        expression looks ahead ("will meet on Friday", not "agreed on Friday to meet"); else None.

    """
    return tuple(_find_due(coding, frame, when) for frame, when in zip(coding.frames, dates, strict=True))


def _find_due(coding: Coding, frame: EventFrame, when: EventDate | None) -> EventDate | None:
    if when is None or when.timex is None or frame.plan is None or frame.status is not Status.PLANNED:
        return None
    published = coding.document.published
    if when.evidence.rule not in _OWN or when.last < published:
        return None
    if when.last > published:
        return when
    sentence = next((s for s in coding.sentences if s.span.contains(when.timex)), None)
    return when if sentence is not None and _is_told_ahead(sentence, when.timex) else None


def _is_told_ahead(sentence: Sentence, timex: Span) -> bool:
    head = sentence.head_of(timex)
    return head is not None and looks_ahead(sentence, sentence.tokens[clause_of(sentence, head.i)])
