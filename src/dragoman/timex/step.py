"""The stage: time expressions of a document, and a date for each event."""

from collections.abc import Mapping
from typing import ClassVar

from dragoman.model.coding import Coding
from dragoman.model.text import Field
from dragoman.model.timex import Timex
from dragoman.timex.dating import date_events
from dragoman.timex.due import find_due_dates
from dragoman.timex.parsed_tense import ParsedTense
from dragoman.timex.retold import find_retold
from dragoman.timex.tag import tag_times


class TimexStep:
    """Tags and resolves the time expressions of both fields, and dates every frame."""

    name = "timex"
    requires = frozenset({"sentences", "frames"})
    assigns = frozenset({"timexes", "event_dates", "due_dates", "retold"})
    alone: ClassVar[Mapping[str, frozenset[str]]] = {"timexes": frozenset({"sentences"})}
    """Times are read without the events that they date, so that `dragoman timex` finds none."""

    def __call__(self, coding: Coding, /) -> Coding:
        """Add the time expressions (of the title first); for each frame its date, when it is due, why it is old news.

        Args:
            coding: a coding with sentences and frames; quotations and the dateline are used where present.

        Returns:
            The coding with this stage's layers; spans are code points of the untouched fields.

        """
        timexes = tuple(t for name in (Field.TITLE, Field.TEXT) for t in _tag_field(coding, name))
        dates = date_events(coding, timexes)
        return coding.with_layers(
            timexes=timexes,
            event_dates=dates,
            due_dates=find_due_dates(coding, dates),
            retold=find_retold(coding, dates),
        )


def _tag_field(coding: Coding, name: Field) -> list[Timex]:
    text = coding.document.field(name)
    sentences = [s for s in coding.sentences if s.span.field is name]
    return tag_times(text, coding.document.published, field=name, tense=ParsedTense(sentences, text))
