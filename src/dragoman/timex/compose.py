"""The date of an event from the expression, the dateline or the day of publication that tells it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from dragoman.model.codes import Granularity, Status
from dragoman.model.coding import Coding
from dragoman.model.evidence import Evidence
from dragoman.model.timex import EventDate, Timex


def compose_date(timex: Timex, rule: str, score: float) -> EventDate | None:
    """The days that an expression covers, as an event's date; None where it names none.

    Args:
        timex: the expression.
        rule: why it dates the event.
        score: how sure that is, between 0 and 1.

    """
    if timex.first is None or timex.last is None:
        return None
    granularity = Granularity.DAY if timex.granularity is Granularity.HOUR else timex.granularity
    return EventDate(
        first=timex.first,
        last=timex.last,
        granularity=granularity,
        timex=timex.span,
        approximate=granularity is not Granularity.DAY,
        evidence=Evidence(field="date", rule=rule, score=score, span=timex.span),
    )


def compose_dateline_date(coding: Coding, timexes: Sequence[Timex]) -> EventDate | None:
    """The day in "BRUSSELS, February 10 (Xinhua) --"."""
    if coding.dateline is None or coding.dateline.date is None:
        return None
    for timex in timexes:
        if timex.granularity is Granularity.DAY and timex.span.overlaps(coding.dateline.date):
            return compose_date(timex, "timex:dateline", 0.55)
    return None


def compose_published_date(day: date) -> EventDate:
    """The day of publication, which stands in where the text names none."""
    evidence = Evidence(field="date", rule="timex:published", score=0.5, reason="the text names no day for it")
    return EventDate(first=day, last=day, granularity=Granularity.DAY, evidence=evidence)


def clip_date(when: EventDate, status: Status, published: date) -> EventDate:
    """Without the days that the footing of an event rules out.

    What happened "this week" did so by the day of publication; what is planned for it is still to come.
    """
    if not when.first <= published <= when.last:
        return when
    return replace(when, first=published) if status is Status.PLANNED else replace(when, last=published)
