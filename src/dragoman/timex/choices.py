"""The ways to date a frame: by an expression, by what the text goes on telling, by the day of publication, or not."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final, NamedTuple

from dragoman.model.codes import Status
from dragoman.model.event import EventFrame
from dragoman.model.text import SentenceKind
from dragoman.model.timex import EventDate
from dragoman.timex.background import background_reason
from dragoman.timex.compose import clip_date, compose_date
from dragoman.timex.scene import Scene
from dragoman.timex.signs import (
    compare_sides,
    find_absence_signs,
    find_calendar_signs,
    find_discourse_signs,
    find_time_signs,
    sides_of,
)

_LEAD: Final = 3
"""Sentences in which a headline's event is told again."""


class Choice(NamedTuple):
    """One way to date a frame."""

    when: EventDate | None
    """None: the text supports no day."""
    signs: tuple[str, ...]
    """What speaks for it and against it."""

    @property
    def way(self) -> str:
        """One of `leanings.WAYS`. What the dateline says is the day of publication, said otherwise."""
        if self.when is None:
            return "none"
        rule = self.when.evidence.rule.removeprefix("timex:")
        return "published" if rule == "dateline" else rule


def find_choices(scene: Scene, index: int) -> list[Choice]:
    """Every way to date a frame.

    Args:
        scene: the document.
        index: of the frame, in `Coding.frames`.

    Returns:
        At least one: that no day is supported. The day of publication is no choice for old news.

    """
    frame = scene.coding.frames[index]
    found = [*_by_sentence("clause", scene, frame, frame)]
    for other in scene.tellings[index]:
        host = scene.coding.frames[other]
        if host.sentence != frame.sentence:
            found += _by_sentence("same-event", scene, frame, host)
    headline = scene.sentence_of(frame).kind is SentenceKind.HEADLINE
    found += _by_lead(scene, frame) if headline else _by_discourse(scene, frame)
    if _may_be_news(scene, frame):
        found.append(Choice(scene.unstated, ("published", *(["published, headline"] if headline else []))))
    found.append(Choice(None, ("none", *(f"none, {sign}" for sign in find_absence_signs(scene, frame)))))
    return found


def _may_be_news(scene: Scene, frame: EventFrame) -> bool:
    """Whether the day of publication can be meant.

    Not for what is only thought of ("the ministers might meet"), nor where something is mentioned as known, nor where
    the text tells of a happening long past and of the same sides since: "After the vote of 28 May, the president called
    his rival … In the call, both …".
    """
    if frame.status is Status.HYPOTHETICAL or background_reason(scene.sentence_of(frame), frame):
        return False
    numbers = range(frame.sentence, -1, -1)
    number = next((n for n in numbers if scene.told[n].day is not None), None)
    day = scene.told[number].day if number is not None else None
    return number is None or day is None or not day.approximate or compare_sides(scene, frame, number) == "new"


def _by_sentence(rule: str, scene: Scene, frame: EventFrame, host: EventFrame) -> Iterator[Choice]:
    for timex in scene.dated[host.sentence]:
        when = compose_date(timex, f"timex:{rule}", 0.5)
        if when is not None and scene.may_date(host, timex):
            signs = (*find_time_signs(rule, scene, host, timex), *find_calendar_signs(scene, frame, when))
            yield Choice(clip_date(when, frame.status, scene.published), signs)


def _by_lead(scene: Scene, frame: EventFrame) -> Iterator[Choice]:
    """A headline names no day, but its event is told again below."""
    for place, number in enumerate(scene.body[:_LEAD]):
        mine = sides_of(frame)
        for host in scene.coding.frames:
            if host.sentence == number and host.event_type is frame.event_type:
                theirs = sides_of(host)
                known = "same sides" if mine & theirs or not mine or not theirs else "other sides"
                for choice in _by_sentence("lead", scene, frame, host):
                    yield Choice(choice.when, (*choice.signs, f"lead, {known}", f"lead, sentence {place}"))
        day = scene.told[number].day
        if day is not None:
            signs = ("lead, main clause", f"lead, main clause {place}", *find_calendar_signs(scene, frame, day))
            yield Choice(_as(day, "timex:lead"), signs)


def _by_discourse(scene: Scene, frame: EventFrame) -> Iterator[Choice]:
    """The day told last, and the one last told of the same subject: what a speaker says is of the day he spoke."""
    subjects = scene.told[frame.sentence].subjects
    first = True
    for number in range(frame.sentence, -1, -1):
        day = scene.told[number].day
        known = bool(subjects & scene.told[number].subjects)
        if day is None or not (first or known):
            continue
        signs = tuple(find_discourse_signs(scene, frame, number, last=first))
        yield Choice(_as(day, "timex:discourse"), signs)
        first = False
        if known:
            return


def _as(day: EventDate, rule: str) -> EventDate:
    return replace(day, evidence=replace(day.evidence, rule=rule))
