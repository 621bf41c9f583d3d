"""A document as dating sees it: which expressions stand where, what each sentence tells, which frames tell the same."""

from collections.abc import Sequence
from functools import cached_property
from typing import Final

from dragoman.model.coding import Coding
from dragoman.model.event import EventFrame
from dragoman.model.text import Sentence, SentenceKind, Span
from dragoman.model.timex import EventDate, Timex
from dragoman.timex.attach import OWNING, attachment
from dragoman.timex.bounds import BOUND_DAYS, is_lower_bound
from dragoman.timex.compose import compose_dateline_date, compose_published_date
from dragoman.timex.lexicon import words
from dragoman.timex.told import Told, find_told

_FOLLOW_UPS: Final = frozenset(words("occasions")["follow_ups"])
_REACH: Final = 4.5
"""Highest cost of attachment at which an expression can still date an event."""
_FOLLOWED: Final = 30
"""Days after which what looks into a day is no longer held on it: "the January 6 hearings" of June."""


class Scene:
    """A coding with the expressions found in it."""

    def __init__(self, coding: Coding, timexes: Sequence[Timex]) -> None:
        self.coding = coding
        self.published = coding.document.published
        self._timexes = timexes
        self._costs: dict[tuple[int, Span, Span], float] = {}

    @cached_property
    def dated(self) -> tuple[tuple[Timex, ...], ...]:
        """For each sentence, its expressions that name days."""
        named = [t for t in self._timexes if t.first is not None]
        return tuple(tuple(t for t in named if s.span.contains(t.span)) for s in self.coding.sentences)

    @cached_property
    def told(self) -> tuple[Told, ...]:
        """What each sentence tells of."""
        return find_told(self.coding, self._timexes)

    @cached_property
    def tells_today(self) -> bool:
        """Whether some sentence names the day of publication as its own."""
        return any(t.day is not None and t.day.first == self.published for t in self.told)

    @cached_property
    def body(self) -> tuple[int, ...]:
        """Indices of the sentences that are no headlines."""
        return tuple(i for i, s in enumerate(self.coding.sentences) if s.kind is SentenceKind.BODY)

    @cached_property
    def unstated(self) -> EventDate:
        """The day that stands in where the text names none."""
        return compose_dateline_date(self.coding, self._timexes) or compose_published_date(self.published)

    @cached_property
    def tellings(self) -> tuple[tuple[int, ...], ...]:
        """For each frame, the others that tell the same happening."""
        first = list(range(len(self.coding.frames)))
        for i, frame in enumerate(self.coding.frames):
            if frame.same_as is not None and 0 <= frame.same_as < i:
                first[i] = first[frame.same_as]
        return tuple(tuple(j for j, f in enumerate(first) if f == mine and j != i) for i, mine in enumerate(first))

    def sentence_of(self, frame: EventFrame) -> Sentence:
        """The sentence that states an event."""
        return self.coding.sentences[frame.sentence]

    def cost(self, frame: EventFrame, timex: Timex) -> float:
        """How far an expression stands from an event of its sentence: see `attachment`."""
        key = (frame.sentence, frame.trigger, timex.span)
        if key not in self._costs:
            self._costs[key] = attachment(self.sentence_of(frame), frame.trigger, timex.span)
        return self._costs[key]

    def is_quoted(self, span: Span) -> bool:
        """Whether words stand in a quotation."""
        return any(q.span.contains(span) for q in self.coding.quotations)

    def may_date(self, frame: EventFrame, timex: Timex) -> bool:
        """Whether an expression can date an event of its sentence at all.

        Not where it is another noun's own ("Iran condemned Monday's raid"), nor where it only says what an inquiry
        is about ("the January 6 hearings"), or since when ("the first killed since October 7", long after that).
        """
        when = self.sentence_of(frame).head_of(timex.span)
        if when is None or timex.last is None or self.cost(frame, timex) > _REACH:
            return False
        owner = self.sentence_of(frame).tokens[when.head]
        followed = when.dep in OWNING and owner.lemma.lower() in _FOLLOW_UPS
        if (self.published - timex.last).days > BOUND_DAYS and is_lower_bound(
            self.sentence_of(frame), frame.trigger, timex.span
        ):
            return False
        return not (followed and (self.published - timex.last).days > _FOLLOWED)
