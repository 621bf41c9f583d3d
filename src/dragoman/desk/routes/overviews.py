"""Events counted over the whole record: where they happened, and between whom."""

from dragoman.desk.asking import AskedAmong, AskedEvents, AskedSpan, Limit, Lines, Record, Words
from dragoman.export import JsonObject
from dragoman.tasks.geography import PLACES, map_events
from dragoman.tasks.network import RELATIONS, Among, link_sides
from dragoman.tasks.opening import open_snapshot
from dragoman.tasks.spans import Span


def tell_map(
    record: Record, wanted: AskedEvents, span: AskedSpan = None, around: Words = None, limit: Limit = None
) -> JsonObject:
    """Where events that meet the conditions happened."""
    with open_snapshot(record) as connection:
        return map_events(connection, wanted, span=span or Span.THREE, around=around, limit=limit or PLACES)


def tell_network(
    record: Record, wanted: AskedEvents, span: AskedSpan = None, among: AskedAmong = None, limit: Lines = None
) -> JsonObject:
    """Between whom events that meet the conditions happened."""
    with open_snapshot(record) as connection:
        return link_sides(
            connection, wanted, span=span or Span.THREE, among=among or Among.STATES, limit=limit or RELATIONS
        )
