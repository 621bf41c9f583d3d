"""Over which days the map and the network look where nobody says."""

import sqlite3
from calendar import monthrange
from dataclasses import replace
from datetime import date
from enum import StrEnum

from dragoman.export import JsonObject
from dragoman.store import EventFilter, find_last_day


class Span(StrEnum):
    """How long before the last that the record knows of."""

    YEAR = "1 year"
    THREE = "3 years"
    TEN = "10 years"
    ALL = "all"


_YEARS = {Span.YEAR: 1, Span.THREE: 3, Span.TEN: 10}


def narrow(connection: sqlite3.Connection, wanted: EventFilter, span: Span) -> EventFilter:
    """Conditions with a period: that of the span where they have none.

    Args:
        connection: of the record.
        wanted: the conditions.
        span: whole months up to that of the last event that has happened, or had by `wanted.as_of`.

    """
    last = find_last_day(connection)
    if wanted.first or wanted.last or span is Span.ALL or last is None:
        return wanted
    last = min(last, wanted.as_of or last)
    end = last.replace(day=monthrange(last.year, last.month)[1])
    years = max(1, end.year - _YEARS[span])
    first = date(years + end.month // 12, end.month % 12 + 1, 1)
    return replace(wanted, first=first, last=end)


def tell_span(wanted: EventFilter, given: EventFilter, span: Span) -> JsonObject:
    """The days that are looked at, and the span that they follow from; no span where an address names the days."""
    return {
        "from": wanted.first and wanted.first.isoformat(),
        "until": wanted.last and wanted.last.isoformat(),
        "span": None if given.first or given.last else span.value,
    }
