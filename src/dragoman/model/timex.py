"""Time expressions (TIMEX3) and the date of an event."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from dragoman.model.codes import Granularity
from dragoman.model.evidence import Evidence
from dragoman.model.text import Span

AFTER_DAY: Final = "timex:after"
"""The rule of a date that is only bounded: "the first since May"."""
KNOWN_DAY: Final = "timex:known"
"""The rule of a date that no words tell: "since Russia's invasion of Ukraine"."""


class TimexType(StrEnum):
    """TIMEX3 types."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


@dataclass(frozen=True, slots=True, kw_only=True)
class Timex:
    """A time expression with its TIMEX3 value."""

    span: Span
    type: TimexType
    value: str
    """TIMEX3 value: "2013-03-22", "2013-W12", "PAST_REF", "P2D", …"""
    first: date | None = None
    """First day the expression covers, where it names a stretch of the calendar."""
    last: date | None = None
    """Last day it covers, included."""
    granularity: Granularity = Granularity.UNKNOWN
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class EventDate:
    """When an event happened: an interval of days, both ends included."""

    first: date
    last: date
    granularity: Granularity
    timex: Span | None = None
    """The time expression it was read from; None for the date of publication."""
    approximate: bool = False
    evidence: Evidence
    """Why this expression, or why the date of publication."""

    @property
    def is_stated(self) -> bool:
        """Whether the text tells the day: by words for it, or by naming a happening whose day is known."""
        return self.timex is not None or self.evidence.rule == KNOWN_DAY
