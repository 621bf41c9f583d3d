"""A document's text with all that was found in it."""

from collections.abc import Mapping
from typing import Any

from dragoman.pages.desk.frame import Frame, render
from dragoman.pages.desk.marking import KINDS, count_parts, find_part, mark_words

NAMES: Mapping[str, str] = {
    "actor": "actor",
    "trigger": "words that tell an event",
    "timex": "date",
    "place": "place",
    "quotation": "quotation",
}


def compose_document(told: Mapping[str, Any], frame: Frame) -> str:
    """A document as `dragoman.tasks.documents.tell_document` tells it."""
    parts = count_parts(told["text"] or "")
    part = min(max(1, int(frame.value("part") or 1)), parts)
    return render(
        "document", frame, told=told, part=part, parts=parts, **mark_document(told, part), **count_marks(told)
    )


def mark_document(told: Mapping[str, Any], part: int = 1) -> dict[str, Any]:
    """Title and a part of the text of a document with marks, in pieces."""
    title, text = told["title"] or "", told["text"] or ""
    start, end = find_part(text, part)
    fields = {name: [mark for mark in told["marks"] if mark["field"] == name] for name in ("title", "text")}
    return {
        "title": mark_words(title, fields["title"]),
        "text": mark_words(text, fields["text"], start=start, end=end),
    }


def count_marks(told: Mapping[str, Any]) -> dict[str, Any]:
    """How many marks of each kind a document has, and how each kind is called."""
    counts = {kind: sum(mark["mark"] == kind for mark in told["marks"]) for kind in KINDS}
    return {"counts": counts, "kinds": NAMES}
