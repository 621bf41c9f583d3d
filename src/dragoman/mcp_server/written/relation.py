"""The record as a whole, and the relation of two sides, as text."""

from dragoman.export import JsonObject
from dragoman.mcp_server.written.lines import Lines, quote, say, write_commitment, write_event
from dragoman.pages.words import plural, say_mean, say_month

_MONTHS = 12
"""Months of a balance that are written out."""


def write_overview(answer: JsonObject) -> Lines:
    """What the record holds, what is busy, what is new, what is open."""
    held = answer["holdings"]
    yield (
        f"{plural(held['documents'], 'document')} of {plural(held['publishers'], 'publisher')}, published "
        f"{held['published_first'] or '?'} to {held['published_last'] or '?'}; {plural(held['events'], 'event')} of "
        f"{held['first'] or '?'} to {held['last'] or '?'}, {held['rejected']:,} more rejected; "
        f"{plural(held['reviews'], 'review')}"
    )
    yield "relations with most events of the last 36 months it knows of (mean: PLOVER's score, -10 to 10):"
    for busy in answer["relations"]:
        sides = " and ".join(f"{say(side['name'])} ({say(side['code'])})" for side in busy["sides"])
        yield f"  {sides}: {plural(busy['events'], 'event')}, mean {say_mean(busy['mean'])}"
    yield "published last:"
    for event in answer["newest"]:
        yield from write_event(event)
    yield f"open commitments on {answer['on']}: {len(answer['promises'])} of {answer['open']:,}; commitments has more"
    for promise in answer["promises"]:
        yield from write_commitment(promise)


def write_relation(answer: JsonObject) -> Lines:
    """The relation of two sides: figures, chronology, open commitments, changes."""
    period, shown = answer["period"], len(answer["chronology"])
    names = " and ".join(f"{say(side['name'])} ({say(side['code'])})" for side in answer["sides"])
    as_of = f", as published by {answer['as_of']}" if answer["as_of"] else ""
    yield (
        f"{names}, {period['from'] or 'the beginning'} to {period['until'] or 'now'}{as_of}: "
        f"{plural(answer['events'], 'event')}"
    )
    yield from _write_balance(answer["balance"])
    yield from _write_changes(answer["changes"])
    rest = "; events with side and other has the rest" if shown < answer["events"] else ""
    yield f"chronology, the latest {shown:,} of {answer['events']:,}{rest}:"
    for event in answer["chronology"]:
        yield from write_event(event)
    yield f"open commitments on {answer['on']}: {len(answer['open'])}; commitments has the others"
    for commitment in answer["open"]:
        yield from write_commitment(commitment)


def _write_balance(balance: JsonObject) -> Lines:
    yield f"balance: {balance['method']}"
    yield f"  whole: {_say_weighed(balance['whole'])}"
    for direction in balance["directions"]:
        ends = f"{say(direction['from'])} → {say(direction['to'])}" if direction["from"] else "each other"
        yield f"  {ends}: {_say_weighed(direction)}"
    for month in balance["months"][:_MONTHS]:
        yield f"  {say_month(month['month'])}: {_say_weighed(month)}"
    if len(balance["months"]) > _MONTHS:
        yield f"  and {plural(len(balance['months']) - _MONTHS, 'earlier month')}"


def _say_weighed(weighed: JsonObject) -> str:
    classes = ", ".join(f"{count:,} {name}" for name, count in weighed["quad_classes"].items() if count)
    mean = say_mean(weighed["means"].get("plover"))
    return f"{plural(weighed['events'], 'event')} that occurred" + (
        f" ({classes}), PLOVER mean {mean}" if classes else ""
    )


def _write_changes(changes: JsonObject | None) -> Lines:
    if changes is None:
        return
    now, before = (f"{changes[name]['from']} to {changes[name]['until']}" for name in ("period", "before"))
    yield f"changes, {now} against {before}:"
    told = {"events": changes["events"], **changes["quad_classes"], **changes["types"]}
    figures = {name: (part["now"], part["before"]) for name, part in told.items() if part["now"] or part["before"]}
    yield "  " + (", ".join(f"{name} {new:,.0f} ({old:,.0f})" for name, (new, old) in figures.items()) or "no events")
    for turn in changes["commitments"]:
        by = f" by {say(turn['event_id'])}" if turn["event_id"] else ""
        yield f"  {turn['kind']} {say(turn['commitment_id'])} {turn['status']} on {turn['on']}{by}"
        yield from quote(turn["quote"], "    ")
