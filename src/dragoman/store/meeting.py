"""The events that meet conditions, as a condition of other questions."""

from dataclasses import replace

from dragoman.store.conditions import REJECTED, Condition, EventFilter, settled_condition
from dragoman.store.walking import Walk, choose_unordered


def ids_condition(wanted: EventFilter) -> Condition:
    """SQL for the ids of the settled events that meet conditions (see `settled_condition`), to stand after IN."""
    walks, rest = choose_unordered(wanted)
    parts = [_select_ids(walk, rest) for walk in walks]
    return f"({' UNION '.join(sql for sql, _ in parts)})", tuple(value for _, values in parts for value in values)


def _select_ids(walk: Walk, rest: EventFilter) -> Condition:
    tested, tests = settled_condition(rest)
    if walk.table != "event" and settled_condition(replace(rest, with_rejected=True))[0] == "1":
        # What is walked along has the ids: no event is looked up, and those that were rejected are few.
        found = f"{walk.table}.event"
        valid = "1" if rest.with_rejected else f"{found} NOT IN ({REJECTED})"
        return f"SELECT {found} FROM {walk.table} WHERE {walk.condition} AND {valid}", walk.values  # noqa: S608
    return f"SELECT event.id FROM {walk.tables} WHERE {walk.condition} AND {tested}", (*walk.values, *tests)  # noqa: S608


def asks_only(wanted: EventFilter, *fields: str) -> bool:
    """Whether an index with these columns, of events that were not rejected, answers the conditions."""
    untouched = EventFilter()
    return replace(wanted, **{name: getattr(untouched, name) for name in fields}) == untouched
