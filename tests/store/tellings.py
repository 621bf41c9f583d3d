"""Documents that name persons with their offices."""

from datetime import date
from typing import Any

from dragoman.export import JsonObject
from dragoman.store import Entry
from tests.store.entries import make_entry


def make_holder(
    document_id: str,
    name: str,
    published: date = date(2026, 3, 2),
    *,
    title: str = "Turkish Defence Minister",
    office: str | None = "minister of defence",
    code: str = "TUR",
    **event: Any,
) -> Entry:
    """A document in which "Turkish Defence Minister Ayla Demir thanked Iran."; without a title the name alone."""
    mention = f"{title} {name}".strip()
    text = f"{mention} thanked Iran."
    start = text.index("thanked")
    side = make_person(code, name, office, mention)
    evidence = {
        "text": text, "start": 0, "end": len(text), "trigger": "thanked", "trigger_start": start,
        "trigger_end": start + 7,
    }  # fmt: skip
    other = {**make_person("IRN", None, None, "Iran"), "start": start + 8, "end": start + 12}
    return make_entry(
        document_id, published=published, actors=[side], recipients=[other], evidence=evidence, text=text, **event
    )


def make_person(code: str, name: str | None, office: str | None, mention: str) -> JsonObject:
    return {
        "code": code, "country": code, "sectors": ["GOV"], "name": name, "office": office,
        "mention": mention, "start": 0, "end": len(mention),
    }  # fmt: skip
