"""One event with all that stands behind it, and the forms to review it."""

from collections.abc import Mapping
from typing import Any

from dragoman.pages.desk.frame import Frame, render
from dragoman.pages.desk.scripts import read_script

_FORMS = ("confirm", "reject", "set", "join", "split")

HINTS: Mapping[str, str] = {
    "actors": "Codes or names: TUR IRN, or Saudi Arabia, Iran",
    "recipients": "Codes or names: TUR IRN, or Saudi Arabia, Iran; null for none",
    "date": "A day, or first/last: 2025-10-01/2025-10-02; null for none",
    "place": "A country (TUR) or a place with its country (Ankara, TUR); null for none",
    "attribution": "Code or name of whoever says so; null where it is told as a fact",
}
"""What can be written where a field has no list of values."""

WORDS: Mapping[str, str] = {
    "event_type": "type",
    "mode": "mode",
    "contexts": "contexts",
    "actors": "actors",
    "recipients": "recipients",
    "reciprocal": "towards each other",
    "date": "date",
    "place": "place",
    "status": "status",
    "planned": "act announced",
    "attribution": "on the word of",
    "mentions": "further mentions",
}
"""Fields of an event as the page calls them."""


def compose_event(told: Mapping[str, Any], frame: Frame) -> str:
    """An event as `dragoman.tasks.reviewable.tell_reviewable` tells it."""
    line, choices = told["event"], told["choices"]
    asked = frame.filled("set", "field", frame.value("correct"))
    field = asked if asked in choices else ""
    shown = frame.refused.form if frame.refused else "set" if field else ""
    return render(
        "event",
        frame,
        told=told,
        script=read_script("times").path,
        line=line,
        pairs=find_pairs(line),
        field=field,
        current=_write_value(told["whole"], field),
        choices=choices,
        hints=HINTS,
        words=WORDS,
        shown=shown if shown in _FORMS else "",
        values=_compare(told),
        undoable=[r["number"] for r in told["reviews"] if r["action"] != "undo" and not r["undone"]],
    )


def find_pairs(line: Mapping[str, Any]) -> list[tuple[str, str]]:
    """The relations that an event is part of."""
    actors = list(dict.fromkeys(side["code"] for side in line["actors"]))
    others = list(dict.fromkeys(side["code"] for side in line["recipients"])) or actors
    pairs = {tuple(sorted((one, other))): (one, other) for one in actors for other in others if one != other}
    return list(pairs.values())


def _write_value(event: Mapping[str, Any], field: str) -> str:
    """What a field is now, as one would write it into the form."""
    value = event.get(field)
    if field in ("actors", "recipients"):
        return " ".join(side["code"] for side in value or ())
    if field == "date" and value:
        return str(value["start"]) if value["start"] == value["end"] else f"{value['start']}/{value['end']}"
    if field == "place" and value:
        return ", ".join(filter(None, dict.fromkeys((value["name"], value["country"]))))
    if field == "attribution" and value:
        return str((value.get("speaker") or {}).get("code") or "")
    if field == "planned" and value:
        return str(value["event_type"])
    if field == "contexts":
        return " ".join(value or ())
    return str(value).lower() if isinstance(value, bool) else str(value or "null")


def _compare(told: Mapping[str, Any]) -> list[tuple[str, list[Any], bool]]:
    """For each field the value in every report, and whether they differ."""
    reports = told["reports"]
    told_of = dict.fromkeys(field["field"] for report in reports for field in report["fields"])
    # How often a report speaks of the event is no field of it.
    names = [name for name in told_of if name != "mentions"]
    rows: list[tuple[str, list[Any], bool]] = []
    for name in names:
        values = [next((f["value"] for f in r["fields"] if f["field"] == name), None) for r in reports]
        rows.append((name, values, len({str(value) for value in values}) > 1))
    return rows
