"""The events that meet conditions, as a condition of other questions."""

from dataclasses import replace

from dragoman.store.conditions import Condition, EventFilter, settled_condition
from dragoman.store.walking import choose_walks


def ids_condition(wanted: EventFilter) -> Condition:
    """SQL for the ids of the settled events that meet conditions (see `settled_condition`), to stand after IN."""
    walks, rest = choose_walks(wanted)
    tested, tests = settled_condition(rest)
    parts = [f"SELECT event.id FROM {walk.tables} WHERE {walk.condition} AND {tested}" for walk in walks]  # noqa: S608
    return f"({' UNION '.join(parts)})", tuple(value for walk in walks for value in (*walk.values, *tests))


def asks_only(wanted: EventFilter, *fields: str) -> bool:
    """Whether an index with these columns, of events that were not rejected, answers the conditions."""
    untouched = EventFilter()
    return replace(wanted, **{name: getattr(untouched, name) for name in fields}) == untouched
