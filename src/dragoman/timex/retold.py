"""Whether the text tells an event as old news."""

from typing import Final

from dragoman.model.codes import Status
from dragoman.model.coding import Coding
from dragoman.model.event import EventFrame
from dragoman.model.evidence import Evidence
from dragoman.model.timex import EventDate
from dragoman.timex.background import background_reason

NEWS_DAYS: Final = 7
"""How many days before publication an event may lie and be news: weeklies still report it."""
_HAPPENED: Final = frozenset({Status.OCCURRED, Status.CLAIMED, Status.NEGATED})


def find_retold(coding: Coding, dates: tuple[EventDate | None, ...]) -> tuple[Evidence | None, ...]:
    """For each frame, why the text tells it as old news, or None where it is news.

    Old news is what lies more than a week before publication, told by its day ("last year's attack") or by a name that
    tells it ("the invasion of Kuwait"), and what is mentioned as known without a day: in the past perfect ("had
    seized"), as a quality ("the banned group"), as what something else followed ("since the raid"). Plans and thoughts
    are neither.

    Args:
        coding: with sentences and frames.
        dates: the date of each frame.

    """
    return tuple(_find_reason(coding, frame, when) for frame, when in zip(coding.frames, dates, strict=True))


def _find_reason(coding: Coding, frame: EventFrame, when: EventDate | None) -> Evidence | None:
    if frame.status not in _HAPPENED:
        return None
    if when is not None:
        old = when.is_stated and (coding.document.published - when.last).days > NEWS_DAYS
        reason = "dated more than a week before publication"
        score = when.evidence.score
        return (
            Evidence(field="retold", rule="retold:dated", score=score, span=when.timex, reason=reason) if old else None
        )
    reason = background_reason(coding.sentences[frame.sentence], frame)
    if not reason:
        return None
    return Evidence(field="retold", rule="retold:background", score=0.8, span=frame.trigger, reason=reason)
