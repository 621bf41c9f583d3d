"""The words that an event points at, and whether they stand where it says."""

from collections.abc import Iterator, Mapping
from typing import Any

Quoted = tuple[str, int, int, str]
"""Words, the offsets at which they stand, and the field: "title" or "text"."""


def list_quoted(body: Mapping[str, Any]) -> Iterator[Quoted]:
    """All words of an event with their offsets and field."""
    sides = [*body["actors"], *body["recipients"]]
    speaker = (body.get("attribution") or {}).get("speaker")
    spans = [(s["mention"], s) for s in [*sides, *([speaker] if speaker else [])]]
    spans += [(m["text"], m) for m in body.get("mentions", ())]
    spans.append((body["evidence"]["text"], body["evidence"]))
    if body.get("place"):
        spans.append((body["place"]["mention"], body["place"]))
    for words, span in spans:
        yield words, span["start"], span["end"], span.get("field", "text")
    when = body.get("date")
    if when and when.get("timex"):
        yield when["timex"], when["start_char"], when["end_char"], when.get("field", "text")
    evidence = body["evidence"]
    if evidence.get("trigger_start") is not None:
        yield evidence["trigger"], evidence["trigger_start"], evidence["trigger_end"], evidence.get("field", "text")


def find_misquoted(body: Mapping[str, Any], title: str, text: str) -> Iterator[Quoted]:
    """Words of an event that do not stand where it says in its document."""
    fields = {"title": title, "text": text}
    for words, start, end, field in list_quoted(body):
        if fields[field][start:end] != words:
            yield words, start, end, field
