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
    title, text = told["title"] or "", told["text"] or ""
    parts = count_parts(text)
    part = min(max(1, int(frame.value("part") or 1)), parts)
    start, end = find_part(text, part)
    fields = {name: [mark for mark in told["marks"] if mark["field"] == name] for name in ("title", "text")}
    counts = {kind: sum(mark["mark"] == kind for mark in told["marks"]) for kind in KINDS}
    return render(
        "document",
        frame,
        told=told,
        title=mark_words(title, fields["title"]),
        text=mark_words(text, fields["text"], start=start, end=end),
        part=part,
        parts=parts,
        counts=counts,
        kinds=NAMES,
    )
